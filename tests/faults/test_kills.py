"""Whoever writes is ended at any moment: what is in place is whole, old or new, and the next run leaves no litter."""

import csv

import pytest

from communique.desk.statements.candidatedesk import CandidateDesk
from communique.files import atomic
from communique.files.publishing import workshop
from communique.process.checks import check

from ..desk.conftest import FOUND, as_csv
from .conftest import SIGNALS, WRITERS, chance_of, ended, trials
from .writers import FILES


def written(what, folder, trial):
    """Have something written over and over, and end it by one of the signals at a random moment."""
    chance = chance_of(trial)
    number = chance.choice(SIGNALS)
    code = ended([WRITERS, what, folder], chance, number=number, within=0.05, awaited=b"ready\n")
    assert code == -number, "ended by nothing else"


@pytest.mark.parametrize("trial", trials(3, 250))
def test_a_report_is_whole_of_one_edition_and_nothing_else_is_left(tmp_path, trial):
    written("report", tmp_path, trial)
    for path in tmp_path.glob("r.*"):
        assert len(set(path.read_bytes().split())) == 1, "a file is never half of one and half of another"
    with workshop(tmp_path, "another", files=["another.html"]):
        pass

    found = {path.name: path.read_bytes().split() for path in tmp_path.iterdir()}
    (edition,) = {word for words in found.values() for word in words}
    assert set(found) == set(FILES[: 3 - int(edition) % 2])
    assert {len(words) for words in found.values()} == {2_000}


@pytest.mark.parametrize("trial", trials(2, 150))
def test_a_table_is_whole_and_no_part_is_left(tmp_path, trial):
    written("table", tmp_path, trial)
    target = tmp_path / "candidates.csv"
    words = target.read_bytes().split()
    assert (len(words), len(set(words))) == (2_000, 1)
    atomic.replace(target, b"next")

    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("trial", trials(1, 100))
def test_tables_and_desk_are_whole_after_a_decision_that_was_broken_off(folder_of, trial):
    folder = folder_of()
    (folder / "candidates.csv").write_bytes(as_csv(FOUND))
    before = dict.fromkeys(path.name for path in folder.glob("*.csv"))
    written("desk", folder, trial)

    CandidateDesk(folder, coder="a")
    assert check(folder) == []
    for name in before:
        with open(folder / name, newline="") as file:
            heading, *rows = csv.reader(file, strict=True)
        assert all(len(row) == len(heading) for row in rows), name
    decided = [row for row in table(folder / "candidates.csv") if row["decision"]]
    entered = {row["statement_id"] for row in table(folder / "statements.csv")}
    assert all(row["statement_id"] in entered for row in decided)
    assert [path for path in folder.rglob("*") if path.name.endswith((".part", "pending", "journal.json"))] == []


def table(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))
