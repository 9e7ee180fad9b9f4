import csv

import pytest

from communique.desk.statements import candidatedesk
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.desk.statements.candidatefile import Candidates, decided
from communique.errors import DataError

from ..conftest import FIRST, FOUND, REPEAT, SECOND, THIRD, as_csv

DECISION = {"decision": "rejected", "decided_by": "a, the first", "decided_on": "2030-06-01", "statement_id": ""}


def test_a_decision_changes_four_cells_and_no_other_byte():
    content = as_csv(FOUND)
    after = decided(content, {SECOND: DECISION})
    lines, changed = content.split(b"\n"), after.split(b"\n")
    assert [place for place, pair in enumerate(zip(lines, changed, strict=True)) if pair[0] != pair[1]] == [2]
    assert changed[2] == lines[2].replace(b",,,,,", b',rejected,"a, the first",2030-06-01,,', 1)


def test_a_decision_leaves_line_breaks_in_cells_and_foreign_line_ends_alone():
    rows = [FOUND[0] | {"text": 'two\nlines, "quoted"'}, FOUND[1]]
    content = as_csv(rows).replace(b"\n", b"\r\n")
    after = decided(decided(content, {SECOND: DECISION}), {SECOND: dict.fromkeys(DECISION, "")})
    assert after == content


def test_an_unknown_candidate_is_refused():
    with pytest.raises(KeyError, match="nobody"):
        decided(as_csv(FOUND), {"nobody": DECISION})


def test_rows_are_read_from_their_place(candidates):
    assert [candidates.row(id_) for id_ in candidates.entries] == FOUND
    assert [entry.id for entry in candidates.repeats(FIRST)] == [REPEAT]
    assert [entry.id for entry in candidates.repeats(REPEAT)] == [FIRST]


def test_a_file_that_has_grown_is_read_anew(folder, candidates):
    with open(folder / "candidates.csv", "a", newline="") as file:
        csv.DictWriter(file, FOUND[0], lineterminator="\n").writerow(FOUND[0] | {"candidate_id": "c9"})
    assert candidates.refresh()
    assert "c9" in candidates.entries
    assert not candidates.refresh()


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"a,b\n1,2\n", "columns are not those"),
        (as_csv(FOUND) + b"c5,,,\n", "candidates.csv:6: the row is not that of a candidate"),
        (as_csv(FOUND).replace(b"Orrin", b"\xff\xfe"), "cannot be read"),
    ],
    ids=["another table", "half a row", "not UTF-8"],
)
def test_a_damaged_file_is_named(folder, content, match):
    (folder / "candidates.csv").write_bytes(content)
    with pytest.raises(DataError, match=match):
        Candidates(folder)


def test_a_process_without_candidates_has_none(folder):
    (folder / "candidates.csv").unlink()
    assert Candidates(folder).entries == {}


def test_a_decision_is_added_to_the_history_and_the_long_file_left_alone(folder, desk, complete):
    before = (folder / "candidates.csv").read_bytes()
    desk.do({"action": "accept", "id": FIRST, "form": complete})
    desk.do({"action": "reject", "id": SECOND})
    history = (folder / "desk/history.jsonl").read_bytes()
    desk.do({"action": "undo"})

    assert (folder / "candidates.csv").read_bytes() == before
    assert (folder / "desk/history.jsonl").read_bytes().startswith(history)
    known = Candidates(folder)
    assert [known.row(id_)["decision"] for id_ in (FIRST, SECOND)] == ["accepted", ""]
    assert known.entries[FIRST].statement_id == "O2-01"


def test_decisions_enter_the_file_when_the_desk_is_opened_and_when_there_are_many(folder, desk, complete, monkeypatch):
    def in_file():
        with open(folder / "candidates.csv", newline="") as file:
            return [row["decision"] for row in csv.DictReader(file)]

    desk.do({"action": "accept", "id": FIRST, "form": complete})
    CandidateDesk(folder, coder="b")
    assert in_file() == ["accepted", "", "", ""]

    monkeypatch.setattr(candidatedesk, "MOST_SINCE", 1)
    for id_ in (SECOND, THIRD):
        desk.do({"action": "show", "id": id_})
        desk.do({"action": "reject", "id": id_})
    assert in_file() == ["accepted", "rejected", "rejected", ""]
    assert Candidates(folder).since == set()

    # What is changed in the file by hand afterwards counts.
    content = (folder / "candidates.csv").read_text()
    (folder / "candidates.csv").write_text(content.replace(f"{SECOND},rejected,a,2030-06-01,", f"{SECOND},,,,"))
    assert desk.do({"action": "show", "id": SECOND})["candidate"]["decision"]["decision"] == ""
