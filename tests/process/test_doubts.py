"""What an analyst should look at in data without a fault: each kind of doubt, and nothing where there is none."""

import csv

import pytest

from communique.process.checks import check
from communique.process.doubts import doubts

SILENT = "rounds.csv:3: round: round 2 is coded by nobody; agreement between coders is unknown there"


@pytest.fixture
def folder(folder_of):
    return folder_of()


def doubted(folder):
    return [str(doubt).partition("tiny/")[2] for doubt in doubts(folder)]


def rows_of(folder, table):
    with open(folder / f"{table}.csv", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, table, rows):
    with open(folder / f"{table}.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def compared(folder):
    """Have every statement compared, so that only what a test changes is left to doubt."""
    rows = rows_of(folder, "statements")
    write(folder, "statements", [row | {"compared": "2030-12-01"} for row in rows])
    return rows_of(folder, "statements")


def test_statements_not_compared_are_told_by_round_with_their_ids(folder):
    rows = rows_of(folder, "statements")
    write(
        folder,
        "statements",
        [row | {"compared": "2030-12-01" if row["statement_id"] == "O1-02" else ""} for row in rows],
    )

    assert doubted(folder) == [
        SILENT,
        "statements.csv:2: compared: 3 of four statements of round 1 not compared with the page; "
        "compare O1-01, O1-03, O1-04",
        "statements.csv:6: compared: 6 of six statements of round 3 not compared with the page; "
        "compare O3-01, O3-02, O3-03, O3-04, O3-05, O3-06",
    ]


def test_a_round_in_which_one_side_alone_speaks_is_told(folder):
    rows = compared(folder)
    sides = {row["actor_id"]: row["side"] for row in rows_of(folder, "actors")}
    one = next(row["speaker"] for row in rows if sides[row["speaker"]] == "highland")
    assert doubted(folder) == [SILENT]
    write(folder, "statements", [row | {"speaker": one} if row["round"] == "1" else row for row in rows])

    number = sum(row["round"] == "1" for row in rows)
    assert doubted(folder) == [
        f"rounds.csv:2: round: all {number} statements of round 1 are of one side, highland; "
        "look for what the others said",
        SILENT,
    ]


def test_a_round_that_not_all_coders_have_read_is_told(folder):
    compared(folder)
    rows = rows_of(folder, "assessments")
    write(folder, "assessments", [row for row in rows if (row["round"], row["coder"]) == ("1", "a")])

    assert doubted(folder) == [
        "rounds.csv:2: round: round 1 is coded not by coder b; agreement between coders is unknown there",
        SILENT,
        "rounds.csv:4: round: round 3 is coded by nobody; agreement between coders is unknown there",
    ]


def test_a_statement_nearer_to_another_round_is_told(folder):
    rows = compared(folder)
    after = next(place for place, row in enumerate(rows) if row["round"] == "1" and row["phase"] == "after")
    rows[after]["date"] = "2030-05-01"
    write(folder, "statements", rows)

    silent, told = doubted(folder)
    assert silent == SILENT
    assert told.startswith(f"statements.csv:{after + 2}: date: 1 May 2030 is 56 days from round 1, twelve days from 2;")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The talks on the sluices had been FRANK, and open.", ""),
        ("The talks on sluices had been frank and open.", "nearly "),
    ],
)
def test_statements_that_tell_the_same_are_told(folder, text, how):
    rows = compared(folder)
    of_round = [place for place, row in enumerate(rows) if row["round"] == "3"][:2]
    rows[of_round[0]]["text"] = "The talks on the sluices had been frank and open."
    rows[of_round[1]]["text"] = text
    write(folder, "statements", rows)

    first = rows[of_round[0]]["statement_id"]
    assert doubted(folder) == [
        SILENT,
        f"statements.csv:{of_round[1] + 2}: text: the text is {how}that of {first}; "
        "keep both only where both were said",
    ]


def test_rows_with_faults_are_passed_over(folder):
    with open(folder / "statements.csv", "a") as file:
        file.write("broken,x\n")

    assert check(folder)
    assert len(doubted(folder)) == 3


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_doubts_of_the_processes_in_data_are_of_rows_that_are_there(process, root, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(root / "data"))
    found = doubts(process)
    lines = len(rows_of(root / "data" / process, "statements"))

    assert {each.column for each in found} <= {"compared", "date"}
    assert all(1 < each.line < 3 * lines for each in found)
