"""Blocks survive the way through a notebook; whatever else claims to be a block is refused by the name of its field."""

import json

import numpy as np
import pytest

from communique.document.blocks import (
    Column,
    Count,
    Figure,
    Front,
    Heading,
    Link,
    Listing,
    Paragraph,
    Quote,
    Rule,
    SmallPrint,
    Strip,
    Table,
)
from communique.document.json import from_json, to_json
from communique.errors import RenderingError

BLOCKS = [
    Front("Title", facts=(("Dates", "July"), ("Place", "Geneva"))),
    Heading(2, ["a", Link("b", "https://example.org")], "anchor"),
    Listing(((Paragraph("a"), Quote((Rule(),))), ()), ordered=True, role="findings"),
    Table("Caption", (Column("A", "right", 2), Column("B", width=0.5)), [["x", "y"], [[], "z"]]),
    Figure("<svg/>", "image/svg+xml", "alt", "caption", measure="m", source="s", narrow="<svg/>"),
    SmallPrint((Heading(3, "a"), Quote((Rule(),)))),
    Strip("Mentions", (Count(3, "claimed", tone="claimed"),)),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_a_block_comes_back_as_it_was(block):
    assert from_json(json.loads(json.dumps(to_json(block)))) == block


def test_numbers_out_of_a_frame_become_plain_numbers():
    assert json.dumps(to_json(Count(np.int64(3), "claimed"))) == '{"value": 3, "label": "claimed"}'


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, "block: not one of front, heading"),
        ({"kind": ["table"]}, "block: not one of front, heading"),
        ({"kind": "text", "text": "an inline"}, "block: not one of front, heading"),
        ({"kind": "rule", "onclick": "x"}, "rule.onclick: no such field"),
        ({"kind": "table", "caption": []}, "table.columns: missing"),
        (
            {"kind": "heading", "level": True, "content": []},
            "heading.level: true or false where a whole number belongs",
        ),
        ({"kind": "paragraph", "content": "text"}, "paragraph.content: text where a list belongs"),
        (
            {"kind": "paragraph", "content": [{"kind": "text", "text": 3}]},
            r"paragraph.content\[0\].text: a whole number",
        ),
        ({"kind": "paragraph", "content": [{"kind": "rule"}]}, r"paragraph.content\[0\]: not one of text, link"),
        ({"kind": "front", "title": "x", "facts": [["a"]]}, r"front.facts\[0\]: 1 values where 2 belong"),
        ({"kind": "paragraph", "content": [], "role": "big"}, 'paragraph.role: "big" where one of lead, note, empty'),
        ({"kind": "table", "caption": [], "columns": ["A"], "rows": []}, r"table.columns\[0\]: text where an object"),
        ({"kind": "figure", "data": "", "media_type": "text/html", "alt": ""}, 'figure.media_type: "text/html" where'),
    ],
)
def test_what_is_no_block_is_refused_by_its_field(data, complaint):
    with pytest.raises(RenderingError, match=complaint):
        from_json(data)


def test_blocks_nested_without_end_are_refused():
    nested = {"kind": "rule"}
    for _ in range(900):
        nested = {"kind": "quote", "blocks": [nested]}

    with pytest.raises(RenderingError, match="deep"):
        from_json(nested)
