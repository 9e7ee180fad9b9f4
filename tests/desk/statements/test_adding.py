"""Rounds, expectations and events made at the desk: checked like all else, taken back like a decision."""

import pytest

from communique.desk.statements.adding import _with_round
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.process.checks import check

from ..conftest import CONTEXT, FIRST, LEFT_TO_A_PERSON, SAID, SECOND, as_csv, candidate, contents, rows

LATE = candidate(7, SAID, CONTEXT, document="d7", file="late.txt", date="2031-05-06", round="", phase="")
ROUND = {
    "round": "4", "short": "Orrin IV", "label": "Orrin IV, at the mill", "start": "2031-05-05", "end": "2031-05-07",
    "sittings": "", "venue": "The mill", "headline": "", "source_ids": "S-radio-3",
}  # fmt: skip
EVENT = {"date": "2030-05-13", "kind": "politics", "label": "A bridge falls.", "weight": "2", "source_id": "S-radio-3"}


@pytest.fixture
def folder(folder):
    """The folder, with a candidate dated in no round that is known."""
    with open(folder / "candidates.csv", "ab") as file:
        file.write(as_csv([LATE]).partition(b"\n")[2])
    return folder


def act(desk, action, **more):
    return desk.do({"action": action, **more})


def add(desk, table, **row):
    return act(desk, "add row", table=table, row=row, form=desk.view()["candidate"]["form"])


def test_a_candidate_in_no_round_tells_which_there_are_and_finds_one_that_is_added(desk, folder):
    before = contents(folder)
    shown = act(desk, "show", id=LATE["candidate_id"])["candidate"]
    assert shown["form"]["round"] == ""
    told = shown["advice"]["nowhere"]
    assert told.startswith("6 May 2031 is in no round, nor near one. The rounds are 1 (")
    assert told.endswith("Choose one, or add the round it belongs to.")

    asked = act(desk, "new row", table="rounds", form=shown["form"])["row"]
    assert asked["called"] == "round"
    assert {"round": "4", "start": "2031-05-06"}.items() <= asked["values"].items()
    assert [each["id"] for each in asked["fields"]] == list(ROUND)

    view = add(desk, "rounds", **ROUND)

    assert view["message"]["text"] == "Added round 4 to rounds.csv."
    assert (view["candidate"]["form"]["round"], view["candidate"]["form"]["phase"]) == ("4", "during")
    assert view["candidate"]["advice"]["nowhere"] == ""
    assert view["candidate"]["advice"]["corrected"] == []
    assert {"id": "4", "label": "4: Orrin IV"} in view["options"]["rounds"]
    assert rows(folder, "rounds.csv")[-1]["sittings"] == "2031-05-05/2031-05-07"
    assert check(folder) == []

    form = view["candidate"]["form"] | LEFT_TO_A_PERSON | {"source": "S-radio-3", "speaker": "na"}
    assert act(desk, "accept", id=LATE["candidate_id"], form=form)["message"]["text"].endswith("as O4-01.")
    assert "O4-01" in act(desk, "undo")["message"]["text"]
    assert act(desk, "undo")["message"]["text"] == "Taken back: the row that was added."
    assert contents(folder) == before


def test_a_row_that_would_be_a_fault_is_refused_at_its_field(desk, folder):
    before = contents(folder)

    message = add(desk, "rounds", **ROUND | {"venue": "", "end": "2031-05-04"})["message"]

    assert message["kind"] == "error"
    assert {"row_venue", "row_sittings"} <= set(message["fields"])
    assert "Venue: The cell is empty" in message["text"]
    assert contents(folder) == before


def test_an_event_has_the_next_id_and_may_bring_its_source(desk, folder):
    form = desk.view()["candidate"]["form"] | {"source": "+", "source_kind": "newspaper"}
    view = act(desk, "add row", table="events", row=EVENT | {"source_id": "+"}, form=form)

    assert view["message"]["text"].startswith("Added event ")
    last, source = rows(folder, "events.csv")[-1], rows(folder, "sources.csv")[-1]
    assert last["source_id"] == source["source_id"] == view["candidate"]["form"]["source"]
    assert source["url"] == "https://example.org/post/frank"
    ids = [row["event_id"] for row in rows(folder, "events.csv")]
    assert len(set(ids)) == len(ids)
    assert check(folder) == []


def test_an_expectation_has_round_day_and_speaker_of_its_statement(desk, folder):
    row = {"statement_id": "O3-04", "kind": "hope", "expected": "That the nets open.", "outcome": "open"}
    view = add(desk, "expectations", **row)

    assert view["message"]["text"].startswith("Added expectation ")
    made = rows(folder, "expectations.csv")[-1]
    (raised,) = (each for each in rows(folder, "statements.csv") if each["statement_id"] == "O3-04")
    assert [made[name] for name in ("round", "date", "speaker")] == [
        raised[name] for name in ("round", "date", "speaker")
    ]
    assert check(folder) == []
    nobody = add(desk, "expectations", **row | {"statement_id": "O9-99"})["message"]
    assert "row_statement_id" in nobody["fields"]


def test_a_round_stands_in_the_place_of_its_number():
    content = b"round,short\r\n1,One\r\n3,Three\r\n"

    assert _with_round(content, {"round": "2", "short": "Two"}) == b"round,short\r\n1,One\r\n2,Two\r\n3,Three\r\n"
    assert _with_round(content, {"round": "4", "short": "Four"}).endswith(b"3,Three\r\n4,Four\r\n")


def test_a_table_that_is_not_added_to_is_refused(desk):
    assert "no table 'statements'" in add(desk, "statements")["message"]["text"]
    assert "no table 'actors'" in act(desk, "new row", table="actors")["message"]["text"]


def test_a_document_is_put_away_as_one_and_taken_back_as_one(desk, folder):
    act(desk, "show", id=FIRST)
    told = act(desk, "put away", of="document", **{"as": "rejected"})

    assert told["message"]["text"].startswith("Rejected: three candidates of “A frank day, and no more, Orrin Post")
    decided = {row["candidate_id"]: row["decision"] for row in rows(folder, "candidates.csv")}
    assert list(decided.values()) == ["rejected", "rejected", "rejected", "", ""]
    assert told["undo"] == "the last rejection of 3"
    # What the rejected paper told first is told by another, which now comes up.
    assert told["candidate"]["document"]["title"] == "Frank talks"

    assert act(desk, "undo")["message"]["text"] == "Taken back: rejected, 3 candidates."
    assert {row["decision"] for row in rows(folder, "candidates.csv")} == {""}


def test_all_of_a_filter_is_set_aside_with_its_repeats_and_looked_at_again(desk, folder):
    act(desk, "filter", speaker="bran-keel")
    act(desk, "put away", of="filter", repeats=True, **{"as": "set_aside"})

    assert [row["decision"] for row in rows(folder, "candidates.csv")] == ["set_aside", "", "", "set_aside", ""]
    view = act(desk, "filter", speaker="", shown="aside")
    assert view["counts"]["of"] == 1
    assert "2 set aside" in view["tally"]
    assert view["candidate"]["decision"]["decision"] == "set_aside"
    act(desk, "take back", id=FIRST)
    assert {row["decision"] for row in rows(folder, "candidates.csv")} == {""}
    assert act(desk, "put away", of="filter", **{"as": "accepted"})["message"]["kind"] == "error"


def test_one_is_set_aside(desk, folder):
    act(desk, "show", id=SECOND)

    assert act(desk, "set aside", id=SECOND)["message"]["text"] == "Set aside."
    assert [row["decision"] for row in rows(folder, "candidates.csv")][1] == "set_aside"


def test_a_remark_is_shown_to_the_other_coder_and_enters_nothing_else(desk, folder):
    before = contents(folder)
    act(desk, "show", id=FIRST)
    act(desk, "remark", id=FIRST, text=" Is this the chair? ")

    assert contents(folder) == before
    assert desk.view()["candidate"]["remark"] == "Is this the chair?"
    other = CandidateDesk(folder, coder="b")
    (told,) = act(other, "show", id=FIRST)["candidate"]["remarks"]
    assert told == {"by": "a", "text": "Is this the chair?", "on": "2030-06-01"}
    assert act(other, "filter", shown="remarked")["counts"]["of"] == 1
    assert act(desk, "undo")["message"]["kind"] == "error"  # a remark is no decision
    act(desk, "remark", id=FIRST, text="")
    assert act(other, "show", id=FIRST)["candidate"]["remarks"] == []
