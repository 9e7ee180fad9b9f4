"""The text a reader reads, as agreed: an early round, the fullest, one of which nothing is on record, and overviews.

`make golden` rewrites the files under ``golden/``; the diff is the review. Tags stand with their tones, such as
``[missed, bad]``, which the pages show in colours. Statements, sources and provenance are left out: they repeat the
data, and have tests of their own.
"""

import os
from pathlib import Path

import pytest

from communique.document.blocks import Heading, StatementEntry
from communique.document.plain import plain_inlines, plain_text

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
TINY = "tiny"
FEARED = "a-fear-that-was-met"
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
    return plain_text(kept, tones=True).strip() + "\n"


@pytest.mark.parametrize(
    ("name", "notebook", "process", "parameters"),
    [
        ("geneva-01", "round", "geneva", {"ROUND": 1}),
        ("geneva-07", "round", "geneva", {"ROUND": 7}),
        ("geneva-07-as-of-2017-07-31", "round", "geneva", {"ROUND": 7, "AS_OF": "2017-07-31"}),
        ("tiny-02-silent", "round", TINY, {"ROUND": 2}),
        ("tiny-03-fear-met", "round", FEARED, {"ROUND": 3}),
        ("geneva-overview", "process", "geneva", {}),
        ("brexit-overview", "process", "brexit", {}),
        ("tiny-overview", "process", TINY, {}),
    ],
)
def test_report_reads_as_agreed(name, notebook, process, parameters, blocks_of, folder_of):
    given = folder_of(process) if process in (TINY, FEARED) else process
    text = report_text(blocks_of(notebook, PROCESS=given, **parameters))

    golden = GOLDEN / f"{name}.md"
    if os.environ.get("COMMUNIQUE_GOLDEN") == "rewrite":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_a_fear_that_was_met_is_bad_news():
    """The one rule of tones that a reader may not guess; any other kind of expectation is good news where it is met."""
    feared = (GOLDEN / "tiny-03-fear-met.md").read_text(encoding="utf-8")
    planned = (GOLDEN / "tiny-02-silent.md").read_text(encoding="utf-8")

    assert "(fear, for 31 December 2030): No breakthrough on fishing this year. [5] | [met, bad]" in feared
    assert "(plan, Orrin I, for Orrin II): The sides would meet in May. [2] | [met, good]" in planned
