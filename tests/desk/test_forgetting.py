"""What was read in by mistake is cleared; decisions stay unless they are meant, and nothing leads to what is gone."""

import pytest

from communique.desk.forgetting import forget, read_from
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.desk.statements.candidatefile import Candidates
from communique.process.checks import check

from .conftest import DAY, FIRST, LEFT_TO_A_PERSON, REPEAT, SECOND, THIRD, rows


@pytest.mark.parametrize("source", ["evening.txt", "gone/inbox/evening.txt", "d1"])
def test_a_document_is_found_by_its_file_or_its_key(candidates, source):
    (found,) = read_from(candidates, source)

    assert (found.key, found.waiting, found.decided) == ("d1", (FIRST, SECOND, THIRD), ())
    assert found.name == "evening.txt, A frank day, and no more, 2030-05-14"


def test_those_of_a_folder_are_found_by_the_files_in_it(candidates, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "copy.txt").touch()

    assert [each.key for each in read_from(candidates, str(tmp_path / "inbox"))] == ["d2"]
    assert read_from(candidates, "nothing.txt") == []


def test_what_is_gone_leaves_no_trace_and_a_repeat_takes_its_place(candidates, folder):
    before = (folder / "candidates.csv").read_bytes().splitlines(keepends=True)
    forget(candidates, [FIRST, SECOND, THIRD])

    (left,) = rows(folder, "candidates.csv")
    assert (left["candidate_id"], left["duplicate_of"]) == (REPEAT, "")
    forget(Candidates(folder), [REPEAT])
    assert (folder / "candidates.csv").read_bytes() == before[0]


def test_what_stays_is_copied_byte_for_byte(candidates, folder):
    before = (folder / "candidates.csv").read_bytes().splitlines(keepends=True)
    forget(candidates, [SECOND])

    assert (folder / "candidates.csv").read_bytes() == b"".join([*before[:2], *before[3:]])


def test_a_statement_stays_and_an_earlier_step_can_still_be_taken_back(folder):
    desk = CandidateDesk(folder, coder="a", today=lambda: DAY)
    desk.do({"action": "show", "id": REPEAT})
    desk.do({"action": "reject", "id": REPEAT})
    form = desk.do({"action": "show", "id": FIRST})["candidate"]["form"] | LEFT_TO_A_PERSON
    assert desk.do({"action": "accept", "id": FIRST, "form": form})["message"]["kind"] == "done"

    forget(Candidates(folder), [FIRST, SECOND, THIRD])

    assert rows(folder, "statements.csv")[-1]["statement_id"] == "O2-01"
    assert check(folder) == []
    assert desk.do({"action": "undo"})["message"]["text"] == "Taken back: rejected."
    assert [row["decision"] for row in rows(folder, "candidates.csv")] == [""]
