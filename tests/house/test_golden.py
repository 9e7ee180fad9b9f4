"""The text a reader reads, as agreed: an early round, the fullest round, and a round of which nothing is on record.

`make golden` rewrites the files under ``golden/``; the diff is the review. Statements, sources and provenance are left
out: they repeat the data, and have tests of their own.
"""

import os
from pathlib import Path

import pytest

from communique.document.blocks import Heading, StatementEntry
from communique.document.plain import plain_inlines, plain_text

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
TINY = ROOT / "tests" / "specimens" / "tiny"
LEFT_OUT = {"What was said", "What this report was made from", "Sources"}

pytestmark = pytest.mark.golden


def report_text(blocks):
    """The text of the blocks without the sections in `LEFT_OUT`."""
    kept, reading = [], True
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 3:
            title = plain_inlines(block.content)
            # A section's own subsections go with it: statements of a side have headings of level 3.
            reading = title not in LEFT_OUT and (
                reading or block.level == 2 or title.startswith(("What", "How", "Before"))
            )
        if reading and not isinstance(block, StatementEntry):
            kept.append(block)
    return plain_text(kept).strip() + "\n"


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("geneva-01", {"PROCESS": "geneva", "ROUND": 1}),
        ("geneva-07", {"PROCESS": "geneva", "ROUND": 7}),
        ("geneva-07-as-of-2017-07-31", {"PROCESS": "geneva", "ROUND": 7, "AS_OF": "2017-07-31"}),
        ("tiny-02-silent", {"PROCESS": TINY, "ROUND": 2}),
    ],
)
def test_report_reads_as_agreed(name, parameters, blocks_of):
    text = report_text(blocks_of(**parameters))

    golden = GOLDEN / f"{name}.md"
    if os.environ.get("COMMUNIQUE_GOLDEN") == "rewrite":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
