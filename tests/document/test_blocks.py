"""The block model: what its constructors take, and what a cell displays."""

import pytest

from communique.document.blocks import (
    Column,
    Footnote,
    Heading,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Rule,
    Table,
    Text,
    flatten,
    inlines,
    walk,
)


@pytest.mark.parametrize(
    ("content", "made"),
    [
        ("", ()),
        ("a", (Text("a"),)),
        (Text("a", "strong"), (Text("a", "strong"),)),
        (["a", Reference("s-1", "[1]"), ["b", ()]], (Text("a"), Reference("s-1", "[1]"), Text("b"))),
    ],
)
def test_inlines_takes_strings_inlines_and_mixtures(content, made):
    assert inlines(content) == made


def test_blocks_take_plain_strings_where_inlines_belong():
    table = Table("Caption", (Column("A"), Column("B")), [["x", ["y", Text("z", "strong")]]])

    assert Paragraph("a") == Paragraph((Text("a"),))
    assert Footnote("a").content == (Text("a"),)
    assert table.caption == (Text("Caption"),)
    assert table.rows == (((Text("x"),), (Text("y"), Text("z", "strong"))),)


def test_flatten_opens_passages_within_passages():
    blocks = [Rule(), Passage((Heading(2, "a"), Passage((Paragraph("b"),))))]

    assert list(flatten(blocks)) == [Rule(), Heading(2, "a"), Paragraph("b")]


def test_walk_finds_what_is_within():
    document = [Quote((Paragraph(["a", Footnote(Reference("s-1", "[1]"))]),))]

    assert [type(part).__name__ for part in walk(document)] == ["Quote", "Paragraph", "Text", "Footnote", "Reference"]
