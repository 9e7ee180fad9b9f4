"""`load` keeps its promise on keys: where one is there twice, nothing is loaded."""

import pytest

from communique.errors import DataError
from communique.process.model import load
from communique.process.schema import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_a_key_that_is_there_twice_is_refused_with_both_lines(table, folder_of):
    folder = folder_of()
    path = folder / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[-1], ""]), encoding="utf-8")

    with pytest.raises(DataError) as refused:
        load(folder)
    (fault,) = refused.value.faults
    assert (fault.path, fault.line, fault.column) == (str(path), len(lines) + 1, TABLES[table].key[-1])
    assert f"is on line {len(lines)} already" in fault.problem


def test_rows_that_share_a_part_of_their_key_are_not_refused(folder_of):
    """Round 1, trust was coded by a and by b: two parts of three are shared, and nothing is there twice."""
    assert TABLES["assessments"].key == ("round", "dimension", "coder")
    assert (load(folder_of()).assessments.groupby(["round", "dimension"]).size() == 2).all()
