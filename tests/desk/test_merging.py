"""Two people's folders of a process become one, and what differs is listed."""

import shutil

import pytest

from communique.desk.merging import CONFLICTS, merge
from communique.desk.readings.ladderdesk import LadderDesk
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.desk.statements.candidatefile import Candidates
from communique.errors import DataError, ParameterError
from communique.process.checks import check

from .conftest import DAY, FIRST, LEFT_TO_A_PERSON, OWN_WORDS, REPEAT, SECOND, THIRD, as_csv, candidate, contents, rows

NETS = "The Council kept its nets back until the warm months."
FOURTH = candidate(9, "quiet water", "They wanted quiet water.", document="d9", file="late.txt")


@pytest.fixture
def theirs(folder, tmp_path):
    """A copy of the folder at a colleague's."""
    return shutil.copytree(folder, tmp_path / "colleague" / folder.name)


def decide(folder, coder, id_, *, reject=False, repeats=False, **form):
    desk = CandidateDesk(folder, coder=coder, today=lambda: DAY)
    shown = desk.do({"action": "show", "id": id_})["candidate"]
    action = "reject" if reject else "accept"
    filled = shown["form"] | LEFT_TO_A_PERSON | form
    answer = desk.do({"action": action, "id": id_, "repeats": repeats, "form": filled})
    assert answer["message"]["kind"] == "done", answer["message"]


def decisions(folder):
    return {row["candidate_id"]: (row["decision"], row["statement_id"]) for row in rows(folder, "candidates.csv")}


def told(merged):
    return merged.candidates, merged.decisions, merged.statements, merged.readings


def test_what_only_they_did_is_added_with_actor_source_and_statement(folder, theirs):
    actor = {"text": "Hode of the ferry guild would welcome calm on the lake.", "actor_side": "press", "phase": "after"}
    decide(theirs, "b", THIRD, **actor)
    decide(theirs, "b", SECOND, reject=True)
    before = contents(theirs)

    merged = merge(folder, theirs, day=DAY)

    assert told(merged) == (0, 2, 1, 0)
    assert merged.conflicts == []
    assert contents(folder) == before
    assert contents(theirs) == before
    assert check(folder) == []


def with_compared(folder):
    """Add to the statements of a folder the column for the day they were compared, empty."""
    path = folder / "statements.csv"
    heading, *stated = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{heading},compared", *(f"{row}," for row in stated), ""]), encoding="utf-8")


@pytest.mark.parametrize("newer", ["ours", "theirs"])
def test_a_folder_made_before_a_column_came_merges_with_one_made_after(newer, folder, theirs):
    with_compared({"ours": folder, "theirs": theirs}[newer])
    decide(folder, "a", FIRST)
    decide(theirs, "b", FIRST)
    decide(theirs, "b", SECOND, text=NETS)

    merged = merge(folder, theirs, day=DAY)

    assert merged.conflicts == []
    assert told(merged) == (0, 1, 1, 0)
    assert [row["text"] for row in rows(folder, "statements.csv")[-2:]] == [OWN_WORDS, NETS]
    assert check(folder) == []


def test_merged_twice_is_merged_once(folder, theirs):
    decide(theirs, "b", FIRST, repeats=True)
    merge(folder, theirs, day=DAY)
    before = contents(folder)

    merged = merge(folder, theirs, day=DAY)

    assert told(merged) == (0, 0, 0, 0)
    assert merged.conflicts == []
    assert contents(folder) == before


def test_two_statements_with_one_id_are_both_kept(folder, theirs):
    decide(folder, "a", FIRST)
    decide(theirs, "b", SECOND, text=NETS)

    merged = merge(folder, theirs, day=DAY)

    assert merged.conflicts == []
    assert decisions(folder)[FIRST] == ("accepted", "O2-01")
    assert decisions(folder)[SECOND] == ("accepted", "O2-02")
    assert {row["statement_id"]: row["text"] for row in rows(folder, "statements.csv")[-2:]} == {
        "O2-01": OWN_WORDS,
        "O2-02": NETS,
    }
    assert len([row for row in rows(folder, "sources.csv") if row["source_id"].startswith("S-orrinpost-2030")]) == 1
    assert check(folder) == []


def test_a_repeat_follows_its_statement_to_its_new_id(folder, theirs):
    decide(folder, "a", SECOND, text=NETS)
    decide(theirs, "b", FIRST, repeats=True)

    merge(folder, theirs, day=DAY)

    assert decisions(folder)[FIRST] == ("accepted", "O2-02")
    assert decisions(folder)[REPEAT] == ("repeat", "O2-02")


def test_tables_that_came_by_git_before_the_candidates_get_no_row_twice(folder, theirs):
    decide(theirs, "b", FIRST)
    for name in ("statements.csv", "sources.csv"):
        shutil.copy(theirs / name, folder / name)

    merged = merge(folder, theirs, day=DAY)

    assert told(merged) == (0, 1, 0, 0)
    assert [row["statement_id"] for row in rows(folder, "statements.csv")].count("O2-01") == 1
    assert "O2-02" not in {row["statement_id"] for row in rows(folder, "statements.csv")}
    assert decisions(folder)[FIRST] == ("accepted", "O2-01")


def test_where_the_two_differ_ours_stands_and_the_difference_is_listed(folder, theirs):
    decide(folder, "a", FIRST)
    decide(folder, "a", SECOND, reject=True)
    decide(theirs, "b", FIRST, text="Keel saw no breakthrough in open talks on sluice gates.")
    decide(theirs, "b", SECOND, text=NETS)
    before = contents(folder)

    merged = merge(folder, theirs, day=DAY)

    assert told(merged) == (0, 0, 0, 0)
    assert contents(folder) == before
    one, two = merged.conflicts
    assert one.about == FIRST
    assert one.ours == f"accepted by a on 2030-06-01 as O2-01 (text: {OWN_WORDS})"
    assert one.theirs.endswith("(text: Keel saw no breakthrough in open talks on sluice gates.)")
    assert two.ours == "rejected by a on 2030-06-01"
    assert two.theirs == "accepted by b on 2030-06-01 as O2-02"
    kept = [tuple(row.values()) for row in rows(folder, CONFLICTS)]
    assert kept == [(each.about, each.ours, each.theirs) for each in merged.conflicts]
    merge(folder, theirs, day=DAY)
    assert len(rows(folder, CONFLICTS)) == 2


def test_candidates_only_they_have_are_added_undecided_or_with_their_decision(folder, theirs):
    content = as_csv([FOURTH | {"decision": "rejected", "decided_by": "b", "decided_on": "2030-06-01"}])
    with open(theirs / "candidates.csv", "ab") as file:
        file.write(content.partition(b"\n")[2])

    merged = merge(folder, theirs / "candidates.csv", day=DAY)

    assert told(merged) == (1, 1, 0, 0)
    assert decisions(folder)[FOURTH["candidate_id"]] == ("rejected", "")


def test_from_the_candidates_file_alone_what_they_accepted_is_told_and_left(folder, theirs, tmp_path):
    decide(theirs, "b", FIRST, repeats=True)
    alone = tmp_path / "sent" / "candidates.csv"
    alone.parent.mkdir()
    contents(theirs)
    shutil.copy(theirs / "candidates.csv", alone)

    merged = merge(folder, alone, day=DAY)

    assert told(merged) == (0, 0, 0, 0)
    assert [each.about for each in merged.conflicts] == [FIRST, REPEAT]
    assert "not in the tables beside their file" in merged.conflicts[0].theirs
    assert decisions(folder)[FIRST] == ("", "")


def test_a_statement_that_would_not_be_valid_here_is_told_and_left(folder, theirs, rewrite):
    decide(theirs, "b", FIRST)
    rewrite(theirs / "statements.csv", "O2-01,2,2030-05-14,during", "O2-01,2,2030-05-14,between")
    before = contents(folder)

    (conflict,) = merge(folder, theirs, day=DAY).conflicts

    assert "would not be valid here: statements.csv, phase" in conflict.theirs
    assert contents(folder) == before


def test_an_actor_whom_both_named_otherwise_is_told(folder, theirs, rewrite):
    decide(theirs, "b", FIRST)
    rewrite(theirs / "actors.csv", "bran-keel,Bran Keel,", "bran-keel,B. Keel,")

    merged = merge(folder, theirs, day=DAY)

    assert [(each.about, each.ours, each.theirs) for each in merged.conflicts] == [
        ("actors.csv, bran-keel", "Bran Keel", "B. Keel")
    ]
    assert merged.statements == 1


def test_what_was_taken_over_can_be_taken_back_but_is_not_the_own_last_step(folder, theirs):
    before = contents(folder)
    decide(theirs, "a", FIRST)
    merge(folder, theirs, day=DAY)
    desk = CandidateDesk(folder, coder="a")

    assert desk.do({"action": "undo"})["message"]["kind"] == "error"
    desk.do({"action": "show", "id": FIRST})
    assert desk.do({"action": "take back", "id": FIRST})["message"]["kind"] == "done"
    assert contents(folder) == before


def reading(folder, coder, stage=0, *, finish=True):
    desk = LadderDesk(folder, coder=coder, round=2, today=lambda: DAY)
    for dimension in desk.process.ladders:
        told = {"stage": stage, "movement": 0, "rationale": "Nothing was said.", "evidence": []}
        desk.do({"action": "reading", "dimension": dimension, "reading": told})
    return desk.do({"action": "finish"}) if finish else desk.view()


def test_their_readings_come_in_blind_and_are_out_when_both_have_finished(folder, theirs):
    reading(theirs, "b")

    merged = merge(folder, theirs, day=DAY)

    assert told(merged) == (0, 0, 0, 4)
    assert {row["round"] for row in rows(folder, "assessments.csv")} == {"1", "3"}
    assert reading(folder, "a")["state"] == "published"


def test_their_end_of_a_round_comes_in_after_its_readings(folder, theirs):
    reading(theirs, "b", finish=False)
    merge(folder, theirs, day=DAY)
    reading(theirs, "b")

    merged = merge(folder, theirs, day=DAY)

    assert merged.conflicts == []
    assert {row["finished_on"] for row in rows(folder, "desk/coding-b.csv")} == {"2030-06-01"}


def test_two_readings_of_one_coder_that_differ_are_told_without_what_they_say(folder, theirs):
    reading(folder, "b", finish=False)
    desk = LadderDesk(theirs, coder="b", round=2)
    secret = {"stage": 4, "movement": 1, "rationale": "Converging in secret.", "evidence": []}
    desk.do({"action": "reading", "dimension": "trust", "reading": secret})

    (conflict,) = merge(folder, theirs, day=DAY).conflicts

    assert conflict.about == "coder b, round 2, trust"
    assert "secret" not in (conflict.ours + conflict.theirs).replace("not shown", "")


@pytest.mark.parametrize(
    ("there", "match"), [("nowhere", "no such file"), ("tiny", "your own file"), ("tiny/candidates.csv", "your own")]
)
def test_what_is_not_there_or_is_our_own_is_refused(folder, there, match):
    with pytest.raises(ParameterError, match=match):
        merge(folder, folder.parent / there, day=DAY)


def test_a_damaged_file_of_theirs_changes_nothing(folder, theirs):
    (theirs / "candidates.csv").write_bytes(b"a,b\n1,2\n")
    before = contents(folder)

    with pytest.raises(DataError, match="columns are not those"):
        merge(folder, theirs, day=DAY)
    assert contents(folder) == before


def test_their_remarks_come_along_and_ours_stay(folder, theirs):
    ours, other = (
        CandidateDesk(each, coder=coder, today=lambda: DAY) for each, coder in ((folder, "a"), (theirs, "b"))
    )
    ours.do({"action": "remark", "id": FIRST, "text": "Who is this?"})
    other.do({"action": "remark", "id": FIRST, "text": "The chair, I think."})
    before = contents(folder)

    merge(folder, theirs, day=DAY)
    merge(folder, theirs, day=DAY)

    assert contents(folder) == before
    told = Candidates(folder).remarks[FIRST]
    assert {by: each["text"] for by, each in told.items()} == {"a": "Who is this?", "b": "The chair, I think."}
    assert (folder / "desk/history.jsonl").read_text().count("The chair") == 1


def test_a_document_of_theirs_brings_the_column_of_its_reference(folder, theirs):
    letter = {"source_kind": "document", "source_url": "", "source_reference": "note 12/2030"}
    decide(theirs, "b", FIRST, **letter)

    assert merge(folder, theirs, day=DAY).conflicts == []
    assert rows(folder, "sources.csv")[-1]["reference"] == "note 12/2030"
    assert rows(folder, "sources.csv")[-1]["url"] == ""
    assert check(folder) == []
