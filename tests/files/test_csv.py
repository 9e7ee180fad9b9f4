"""Rows of a table with the lines they start on, and every fault of its form in one reading."""

import pytest

from communique.files.csv import MOST_CHARACTERS, read_rows

MENDED = "communique repair mends it; Excel writes the list separator of the system, LibreOffice asks for one: a comma"


@pytest.fixture
def read(tmp_path):
    """Reads a text as a table of columns a and b: rows, and faults in words."""

    def read_table(text):
        path = tmp_path / "t.csv"
        path.write_text(text, encoding="utf-8", newline="")
        rows, faults, _ = read_rows(path, ("a", "b"), shown="t.csv")
        return rows, list(map(str, faults))

    return read_table


def test_a_row_has_the_line_it_starts_on_as_an_editor_counts(read):
    rows, faults = read('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n')

    assert (rows.lines, rows.cells, faults) == ([2, 5], {"a": ["1", "3"], "b": ["two\nlines", "4"]}, [])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('1,"never closed', "t.csv:2: a quotation mark opened in this row is never closed"),
        ('1,"x"y', "t.csv:2: text follows a closing quotation mark"),
    ],
)
def test_after_a_stray_quotation_mark_reading_goes_on_with_the_next_line(read, row, fault):
    rows, faults = read(f"a,b\n{row}\n3,4\n")

    assert rows.cells["a"] == ["3"]
    assert rows.lost == ("a", ["1"])
    assert [each.partition(";")[0] for each in faults] == [fault]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "1",
            "the row has 1 cell, the heading 2; its last cell stands under a; an empty cell needs its comma",
        ),
        ("1,2,3", "the row has 3 cells, the heading 2; put a cell that holds a comma in quotation marks"),
        (
            f"1,{'x' * (MOST_CHARACTERS + 1)}",
            "b: the cell holds 20,001 characters; at most 20,000 are allowed",
        ),
    ],
)
def test_a_row_that_does_not_fit_is_told_of(read, row, fault):
    assert read(f"a,b\n{row}\n")[1] == [f"t.csv:2: {fault}"]


def test_a_cell_as_long_as_may_be_is_no_fault(read):
    assert read(f"a,b\n1,{'x' * MOST_CHARACTERS}\n")[1] == []


@pytest.mark.parametrize(
    ("heading", "faults"),
    [
        ("a;b", [f"t.csv:1: cells are separated by semicolons; {MENDED}"]),
        ("a\tb", [f"t.csv:1: cells are separated by tabs; {MENDED}"]),
        ("1,2", ["t.csv:1: this is no heading; the first line must be a,b"]),
        ("a", ["t.csv:1: b: the column is missing; the columns are a, b"]),
        ("a,b,b", ["t.csv:1: b: the column is there twice; keep one of the two"]),
        ("a,b,c", ["t.csv:1: c: there is no column 'c'; write a or b"]),
        ("a,b,", ["t.csv:1: column 3 has no name and nothing in any row; delete it"]),
    ],
)
def test_a_heading_that_is_none_is_told_of(read, heading, faults):
    assert read(f"{heading}\n")[1] == faults


def test_an_empty_file_is_told_what_it_needs(read):
    assert read("") == (None, ["t.csv: the file is empty; it needs the heading a,b"])


def test_rows_and_columns_in_which_nothing_stands_are_one_fault_each(read):
    rows, faults, *_ = read("a,b,,\n1,2,,\n,,,\n , ,,\n3,4,,\n,,,\n")

    assert faults == [
        "t.csv:1: columns 3 to 4 have no name and nothing in any row; delete them",
        "t.csv:3: lines 3 to 4 hold nothing but commas; delete them",
        "t.csv:6: the row holds nothing but commas; delete it",
    ]
    assert rows.cells == {"a": ["1", "3"], "b": ["2", "4"]}
