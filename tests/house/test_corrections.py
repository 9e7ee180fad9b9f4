"""The mends of published statements are in the tables, and the codebook says where they are listed."""

import csv
from itertools import pairwise

import pytest

from communique.process.schema import STATEMENTS, TABLES

PROCESSES = ("geneva", "brexit")
COLUMNS = ["version", "statement_id", "column", "was", "becomes", "why"]


def table(root, process, name):
    with open(root / "data" / process / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chains(mends):
    """The mends of each cell, the first one first."""
    cells = {}
    for mend in mends:
        cells.setdefault((mend["statement_id"], mend["column"]), []).append(mend)
    return cells


@pytest.mark.parametrize("process", PROCESSES)
def test_each_mend_is_in_the_tables(process, root):
    held = {row["statement_id"]: row for row in table(root, process, "statements")}

    mends = chains(table(root, process, "corrections"))
    assert mends
    for (statement, column), chain in mends.items():
        assert held[statement][column] == chain[-1]["becomes"], (statement, column)


@pytest.mark.parametrize("process", PROCESSES)
def test_a_later_mend_starts_from_what_the_earlier_one_left(process, root):
    for cell, chain in chains(table(root, process, "corrections")).items():
        for earlier, later in pairwise(chain):
            assert later["was"] == earlier["becomes"], cell


@pytest.mark.parametrize("process", PROCESSES)
def test_each_mend_names_a_cell_changes_it_and_says_why(process, root):
    mends = table(root, process, "corrections")
    order = [row["statement_id"] for row in table(root, process, "statements")]

    assert list(mends[0]) == COLUMNS
    assert {mend["column"] for mend in mends} < set(STATEMENTS.names) - {"statement_id", "compared"}
    assert all(mend["was"] != mend["becomes"] and mend["why"] for mend in mends)
    places = [order.index(mend["statement_id"]) for mend in mends]
    assert places == sorted(places)


def test_the_list_is_no_table_and_is_told_of(root):
    readme = " ".join((root / "data" / "README.md").read_text(encoding="utf-8").split())
    listed = [table(root, process, "corrections") for process in PROCESSES]
    counts = [(len(mends), len({mend["statement_id"] for mend in mends})) for mends in listed]

    assert "corrections" not in TABLES
    assert "corrections" not in (root / "data" / "datapackage.json").read_text(encoding="utf-8")
    assert all(f"`{column}`" in readme.split("### Corrections")[1].partition("## Ladders")[0] for column in COLUMNS)
    (mends, statements), (others, rows) = counts
    assert f"In Geneva {mends} mends of {statements} statements are listed, in Brexit {others} of {rows}." in readme
