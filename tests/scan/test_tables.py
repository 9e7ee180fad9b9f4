"""Rows become Parquet with the columns that are told, and the same rows the same bytes."""

import io
import re

import pyarrow.parquet as pq
import pytest

from communique.scan import tables
from communique.scan.tables import MENTIONS, STATEMENTS, Table


def test_the_tables_of_a_scan_have_the_columns_that_the_page_tells(scanned, root):
    page = (root / "docs" / "scan.md").read_text(encoding="utf-8")
    for schema, head in ((STATEMENTS, "`statements/`"), (MENTIONS, "`mentions/`")):
        section = page.partition(f"### {head}")[2].partition("\n#")[0]
        assert {
            name for row in re.findall(r"^\| (`.*?) \|", section, re.M) for name in re.findall(r"`(\w+)`", row)
        } == set(schema.names)
        name = head.strip("`/")
        assert pq.read_schema(scanned / name / "part-000000.parquet").names == schema.names


def test_offsets_of_a_statement_lead_to_its_words(scanned):
    rows = pq.read_table(scanned / "statements").to_pylist()
    first = next(row for row in rows if row["document"] == "a01")

    assert (first["speaker"], first["date"].isoformat(), first["month"]) == (
        "Wilma Hode",
        "2017-07-07",
        "2017-07",
    )  # a Friday
    assert (first["start"], first["text"]) == (0, "Talks on the constitution made progress")
    assert first["statement_id"] == "a01@0"


def test_mentions_lead_to_their_statement_or_to_none(scanned):
    rows = pq.read_table(scanned / "mentions").to_pylist()
    told = {
        (row["term"], row["status"], row["statement_id"], row["speaker"]) for row in rows if row["document"] == "a01"
    }

    assert ("progress", "claimed", "a01@0", "Wilma Hode") in told
    assert {status for term, status, *_ in told if term == "breakthrough"} == {"open"}


@pytest.mark.parametrize("held", [1, 2, 100])
def test_the_same_rows_make_the_same_bytes_however_many_are_held(monkeypatch, held):
    monkeypatch.setattr(tables, "ROWS", held)
    rows = [dict.fromkeys(MENTIONS.names) | {"document": str(number), "status": "open"} for number in range(5)]
    made = []
    for _ in range(2):
        table = Table(MENTIONS)
        table.add(rows)
        made.append(table.content())

    assert made[0] == made[1]
    assert pq.read_table(io.BytesIO(made[0])).to_pylist() == rows
