"""Samples: drawn without their reading, written so that no spreadsheet runs them, read back as they were."""

import csv

import pytest

from communique.errors import DataError, ParameterError
from communique.lab import sample

from .conftest import TEXTS


def test_a_sample_is_drawn_without_its_reading_and_the_same_for_the_same_seed(found):
    drawn = sample.draw(found, size=3, seed=5)

    assert tuple(drawn.columns) == sample.COLUMNS
    assert len(drawn) == 3
    assert set(drawn["status"]) == {""}
    assert drawn.equals(sample.draw(found.sample(frac=1, random_state=1).sort_index(), size=3, seed=5))
    assert len(sample.draw(found, size=99)) == len(TEXTS)


def test_no_cell_is_a_formula_and_every_text_comes_back(found, tmp_path):
    path = sample.write(sample.draw(found, size=9), tmp_path / "sample.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        written = list(csv.reader(handle))

    assert not [cell for row in written for cell in row if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    assert sorted(row.text for row in sample.read(path)) == sorted(TEXTS)
    assert all(row.text[row.start : row.end] == row.surface for row in sample.read(path))


def test_a_file_that_is_there_is_never_written_over(found, tmp_path):
    path = tmp_path / "sample.csv"
    path.write_text("coded by hand", encoding="utf-8")

    with pytest.raises(ParameterError, match="is there already"):
        sample.write(sample.draw(found), path)
    assert path.read_text(encoding="utf-8") == "coded by hand"


def test_nothing_is_written_into_the_data_or_where_there_is_no_folder(found, root, tmp_path):
    refused = {root / "data" / "lexicon" / "new.csv": "not written into", tmp_path / "a" / "b": "cannot be written"}
    for path, problem in refused.items():
        with pytest.raises(ParameterError, match=problem):
            sample.write(sample.draw(found), path)
        assert not path.exists()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a,No progress.,3,11,progress,maybe,", r"sample.csv:2: status: there is no status 'maybe'"),
        ("a,No progress.,3,eleven,progress,denied,", r"sample.csv:2: start: .*no whole numbers"),
        ("a,No progress.,4,11,progress,denied,", r"sample.csv:2: surface: start and end mark 'rogress'"),
        ("a,No progress.,30,40,,denied,", r"sample.csv:2: surface"),
        ("a,No progress.,3,11", r"sample.csv:2: the row has 4 cells"),
    ],
)
def test_faults_are_named_by_line(tmp_path, row, fault):
    path = tmp_path / "sample.csv"
    path.write_text("id,text,start,end,surface,status,note\n" + row + "\n", encoding="utf-8")

    with pytest.raises(DataError, match=fault):
        sample.read(path)


def test_the_shipped_sample_is_of_the_projects_own_statements(root):
    """As they read when it was drawn: the codes are those of that text, though some were mended since."""
    coded = sample.read()
    said = {}
    for process in ("geneva", "brexit"):
        for table, column in (("statements", "text"), ("corrections", "was")):
            with (root / "data" / process / f"{table}.csv").open(encoding="utf-8-sig", newline="") as handle:
                for row in csv.DictReader(handle):
                    said.setdefault(f"{process} {row['statement_id']}", set()).add(row[column])

    assert len(coded) == len(sample.done(coded)) == 60
    assert all(row.text in said[row.id] for row in coded)
