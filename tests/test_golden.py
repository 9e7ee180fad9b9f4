"""The text a reader reads, as agreed: an early round, the fullest round, and a round of which nothing is on record.

`make golden` rewrites the files under ``golden/``; the diff is the review. Statements, sources and provenance are left
out: they repeat the data, and have tests of their own.
"""

import ast
import os
from pathlib import Path

import nbformat
import pytest

from communique import notebook
from communique.document import Heading, StatementEntry
from communique.report.markdown import read_markdown
from communique.report.plain import plain_inlines, plain_text

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
TINY = ROOT / "tests" / "specimens" / "tiny"
LEFT_OUT = {"What was said", "What this report was made from", "Sources"}

pytestmark = pytest.mark.golden


def blocks_of(monkeypatch, **parameters):
    """The blocks the round notebook shows, its cells run one after another in this process."""
    shown = []
    monkeypatch.setattr(notebook, "display", shown.append)
    names = {}
    for cell in nbformat.read(ROOT / "notebooks" / "round.ipynb", as_version=4).cells:
        tags = cell.metadata.get("tags", [])
        if "notebook-only" in tags:
            continue
        if cell.cell_type == "markdown":
            shown += read_markdown(cell.source)
        else:
            exec(compile(ast.parse(cell.source), cell.id, "exec"), names)
        if "parameters" in tags:
            assert parameters.keys() <= names.keys()
            names.update(parameters)
    return shown


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
def test_report_reads_as_agreed(name, parameters, monkeypatch):
    text = report_text(blocks_of(monkeypatch, **parameters))

    golden = GOLDEN / f"{name}.md"
    if os.environ.get("COMMUNIQUE_GOLDEN") == "rewrite":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
