"""Every finding of every report leads to statements of the data, and every statement shown to the page of its source.

The walk is from what a reader sees: a reference, the entry it leads to, the row of that id, the source's address.
"""

import csv
import os
from functools import cache
from pathlib import Path

import pytest

from communique.document.blocks import Link, Listing, Reference, StatementEntry, Table, walk
from communique.document.legible import legible
from communique.document.plain import plain_inlines

DATA = Path(__file__).parents[2] / "data"
ROUNDS = [("geneva", number) for number in range(1, 10)] + [("brexit", number) for number in range(1, 8)]
REPORTS = [("round", {"PROCESS": process, "ROUND": number}) for process, number in ROUNDS]
REPORTS += [("process", {"PROCESS": process}) for process in ("geneva", "brexit")]
WALKED = REPORTS if os.environ.get("COMMUNIQUE_FAULTS") == "long" else REPORTS[4:5] + REPORTS[10:11] + REPORTS[-1:]
# A finding on the record as a whole, or that something was not said, rests on no statement; it opens with these words.
ABSENT = (
    "Nobody on record spoke of a breakthrough", "No word of progress or of its lack is on record",
    "How far to rely on this.", "What did not advance. No other basket stood still or fell back.",
    "What did not advance. Nothing from ",
)  # fmt: skip


@cache
def rows(process, table):
    """The rows of a table by the first column, read without the program's own reader."""
    with open(DATA / process / f"{table}.csv", encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


def references(value):
    """All references within a block, a finding's or a table's cell."""
    if isinstance(value, Reference):
        return [value]
    if isinstance(value, list | tuple):
        return [found for each in value for found in references(each)]
    return references(list(vars(value).values())) if hasattr(value, "__dataclass_fields__") else []


def test_the_reports_walked_are_all_there_are():
    for process in ("geneva", "brexit"):
        assert {str(number) for name, number in ROUNDS if name == process} == set(rows(process, "rounds"))


@pytest.mark.parametrize(("notebook", "parameters"), WALKED)
def test_findings_lead_to_statements_and_statements_to_their_pages(notebook, parameters, blocks_of):
    process = parameters["PROCESS"]
    blocks = list(walk(blocks_of(notebook, **parameters)))
    entries = {each.anchor: each for each in blocks if isinstance(each, StatementEntry)}
    anchors = {getattr(each, "anchor", "") for each in blocks} | entries.keys()
    findings = [item for each in blocks if isinstance(each, Listing) and each.role == "findings" for item in each.items]

    assert len(findings) > 3
    statements, sources = rows(process, "statements"), rows(process, "sources")
    for item in findings:
        assert references(item) or plain_inlines(item[0].content).startswith(ABSENT), "a finding that rests on nothing"
    cited = {each.target for each in references(blocks)}
    assert {target for target in cited if target not in anchors} == set()
    assert cited & entries.keys()

    for anchor, entry in entries.items():
        row = statements[anchor.removeprefix("s-")]
        assert legible(row["text"]) in plain_inlines(entry.content), anchor
        addresses = [each.url for each in entry.details if isinstance(each, Link)]
        assert sources[row["source_id"]]["url"] in addresses, anchor


def test_a_reference_to_nowhere_would_be_found(blocks_of):
    """The walk looks into lists and tables, where most references stand."""
    blocks = list(walk(blocks_of("process", PROCESS="brexit")))

    assert any(references(each) for each in blocks if isinstance(each, Table))
    assert any(references(each) for each in blocks if isinstance(each, Listing))
