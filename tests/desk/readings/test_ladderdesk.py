"""Every message of the desk for ladders: two coders at the silent second round, blind to each other until the end."""

import json

import pytest

from communique.desk.readings.ladderdesk import LadderDesk
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.errors import ParameterError
from communique.process.checks import check

from ..conftest import DAY, LEFT_TO_A_PERSON, contents, rows

DIMENSIONS = ("sluices", "fishing", "contact", "trust")
SECRET = "A reason only its coder has seen."


@pytest.fixture
def spoken(folder):
    """The folder with one statement of round 2, O2-01."""
    desk = CandidateDesk(folder, coder="a", today=lambda: DAY)
    shown = desk.view()["candidate"]
    desk.do({"action": "accept", "id": shown["id"], "form": shown["form"] | LEFT_TO_A_PERSON})
    return folder


def ladders(folder, coder, round=2):
    return LadderDesk(folder, coder=coder, round=round, today=lambda: DAY)


def act(desk, action, **more):
    return desk.do({"action": action, **more})


def read(desk, dimension, stage=0, movement=0, rationale="Nobody spoke of it.", evidence=()):
    reading = {"stage": stage, "movement": movement, "rationale": rationale, "evidence": list(evidence)}
    return act(desk, "reading", dimension=dimension, reading=reading)


def read_all(desk, **sluices):
    read(desk, "sluices", **{"stage": 3, "movement": 1, "evidence": ["O2-01"]} | sluices)
    for dimension in ("fishing", "contact", "trust"):
        read(desk, dimension)


def test_a_dimension_is_shown_with_its_ladder_its_statements_and_the_own_reading_before(spoken):
    view = act(ladders(spoken, "a"), "hello")

    assert view["state"] == "open"
    assert [(cell["id"], cell["stage"], cell["done"]) for cell in view["cells"]] == [
        ("sluices", "", False), ("fishing", "", False), ("contact", "", False), ("trust", "", False),
    ]  # fmt: skip
    cell = view["cell"]
    assert [step["name"] for step in cell["ladder"]][:2] == ["absent", "tabled"]
    assert cell["before"] == "Your reading of round 1: 1 tabled"
    (statement,) = cell["statements"]
    assert (statement["id"], statement["speaker"], statement["near"]) == ("O2-01", "Bran Keel", True)
    assert cell["lacking"] == ["Choose a stage.", "Choose a movement.", "Give the reason in a sentence."]


def test_statements_that_speak_of_the_dimension_come_first(tiny, folder):
    desk = ladders(folder, "a", 3)

    near = [(each["id"], each["near"]) for each in act(desk, "dimension", dimension="fishing")["cell"]["statements"]]

    assert near[:3] == [("O3-02", True), ("O3-05", True), ("O3-06", True)]
    assert not any(spoken for _, spoken in near[3:])


def test_a_reading_is_kept_as_it_is_typed_and_over_a_restart(spoken):
    answer = read(ladders(spoken, "a"), "sluices", 3, None, "Frank tal", ["O2-01"])
    assert answer["kept"] == {"dimension": "sluices", "lacking": ["Choose a movement."]}

    reading = ladders(spoken, "a").view()["cell"]["reading"]

    assert reading == {"stage": 3, "movement": None, "rationale": "Frank tal", "evidence": ["O2-01"]}


def test_a_round_that_lacks_something_is_not_finished_and_what_it_lacks_is_told(spoken):
    desk = ladders(spoken, "a")
    read(desk, "sluices", 3, 1, "Frank talks.")

    message = act(desk, "finish")["message"]

    assert message["kind"] == "error"
    assert "Sluices: Tick the statements it rests on." in message["text"]
    assert "Trust: Choose a stage." in message["text"]


def test_movement_in_the_first_round_is_nought(folder):
    heading, *_ = (folder / "assessments.csv").read_text().splitlines(keepends=True)
    (folder / "assessments.csv").write_text(heading)
    desk = ladders(folder, "a", 1)

    answer = read(desk, "trust", 1, 1, "Keel accuses.", ["O1-02"])

    assert answer["kept"]["lacking"] == ["In the first round of a process movement is 0."]


def test_nothing_of_the_others_reading_is_shown_before_both_have_finished(spoken):
    one, two = ladders(spoken, "a"), ladders(spoken, "b")
    before = contents(spoken)
    read_all(one, rationale=SECRET)
    assert "Finished." in act(one, "finish")["message"]["text"]

    shown = [two.view(), *(act(two, "dimension", dimension=each) for each in DIMENSIONS)]
    shown += [act(two, "round", round=2), act(two, "finish"), act(two, "hello")]

    assert SECRET not in json.dumps(shown)
    assert all(view["agreement"] is None for view in shown)
    assert all(cell["stage"] == "" for view in shown for cell in view["cells"])
    assert contents(spoken) == before  # nothing has entered the tables


def test_when_both_have_finished_the_readings_enter_together_and_agreement_is_shown(spoken):
    one, two = ladders(spoken, "a"), ladders(spoken, "b")
    read_all(one, rationale=SECRET)
    act(one, "finish")
    read_all(two, stage=2, rationale="Only how to go on.")

    view = act(two, "finish")

    assert view["message"]["text"] == "Round 2 is read by all coders; the readings are in assessments.csv."
    assert view["state"] == "published"
    assert (view["agreement"]["same"], view["agreement"]["cells"]) == (3, 4)
    (differs,) = view["agreement"]["differ"]
    assert differs["label"] == "Sluices"
    assert [(each["coder"], each["name"], each["rationale"]) for each in differs["readings"]] == [
        ("a", "substantive", SECRET), ("b", "procedural", "Only how to go on."),
    ]  # fmt: skip
    entered = [row for row in rows(spoken, "assessments.csv") if row["round"] == "2"]
    assert [(row["coder"], row["dimension"]) for row in entered] == [
        (coder, dimension) for coder in "ab" for dimension in DIMENSIONS
    ]
    assert check(spoken) == []
    assert act(one, "hello")["agreement"] == view["agreement"]


def test_one_coder_alone_can_enter_a_round_and_the_other_still_reads_it_blind(spoken):
    one, two = ladders(spoken, "a"), ladders(spoken, "b")
    assert act(one, "alone")["message"]["text"] == "Finish round 2 first."
    read_all(one, rationale=SECRET)
    act(one, "finish")

    view = act(one, "alone")

    assert view["message"]["text"] == "Round 2 is in assessments.csv as read by one coder; reports say so."
    assert (view["state"], view["agreement"]) == ("alone", None)
    assert {row["coder"] for row in rows(spoken, "assessments.csv") if row["round"] == "2"} == {"a"}
    assert check(spoken) == []
    assert "they stand" in act(one, "reopen")["message"]["text"]
    shown = act(two, "hello")
    assert (shown["state"], shown["agreement"]) == ("open", None)
    assert SECRET not in json.dumps(shown)

    read_all(two)

    assert act(two, "finish")["state"] == "published"
    assert {row["coder"] for row in rows(spoken, "assessments.csv") if row["round"] == "2"} == {"a", "b"}


def test_a_finished_round_can_be_opened_again_until_it_is_published(spoken):
    one, two = ladders(spoken, "a"), ladders(spoken, "b")
    read_all(one)
    act(one, "finish")
    assert "its readings stand" in read(one, "trust", 1)["message"]["text"]
    assert act(one, "reopen")["state"] == "open"
    read(one, "trust", 1, 0, "Bitter words.", ["O2-01"])
    act(one, "finish")
    read_all(two)
    act(two, "finish")

    assert "they stand" in act(one, "reopen")["message"]["text"]
    assert [row["stage"] for row in rows(spoken, "assessments.csv") if row["dimension"] == "trust"][-2:] == ["1", "0"]


def test_readings_that_came_in_finished_are_published_when_the_round_is_looked_at(spoken):
    one, two = ladders(spoken, "a"), ladders(spoken, "b")
    read_all(two)
    act(two, "finish")
    theirs = (spoken / "desk/coding-b.csv").read_bytes()
    (spoken / "desk/coding-b.csv").unlink()
    read_all(one)
    act(one, "finish")
    (spoken / "desk/coding-b.csv").write_bytes(theirs)  # as a merge brings it

    assert act(one, "hello")["state"] == "published"


def test_evidence_taken_back_since_is_told_before_anything_is_published(spoken):
    one = ladders(spoken, "a")
    read_all(one)
    CandidateDesk(spoken, coder="a").do({"action": "undo"})

    message = act(one, "finish")["message"]

    assert "O2-01 is no statement of this round (any more)." in message["text"]


@pytest.mark.parametrize(
    "reading", [{"stage": 9}, {"stage": "3"}, {"stage": True}, {"evidence": "O2-01"}, {"movement": 7}]
)
def test_a_reading_that_cannot_be_is_never_complete(spoken, reading):
    desk = ladders(spoken, "a")
    whole = {"stage": 3, "movement": 1, "rationale": "Frank talks.", "evidence": ["O2-01"]}
    assert act(desk, "reading", dimension="sluices", reading=whole)["kept"]["lacking"] == []

    assert act(desk, "reading", dimension="sluices", reading=whole | reading)["kept"]["lacking"] != []


def test_a_reading_belongs_to_the_round_it_was_made_in_though_another_window_has_gone_on(spoken):
    desk = ladders(spoken, "a")
    act(desk, "round", round=3)

    act(desk, "reading", round=2, dimension="trust", reading={"stage": 1})

    assert [(row["round"], row["stage"]) for row in rows(spoken, "desk/coding-a.csv")] == [("2", "1")]


def test_a_dimension_there_is_not_is_refused(spoken):
    assert "There is no weather" in read(ladders(spoken, "a"), "weather")["message"]["text"]


@pytest.mark.parametrize(
    ("named", "match"), [({"coder": "c"}, "coder a or b"), ({"round": 9}, "ROUND=9: there are 1, 2 and 3")]
)
def test_who_is_no_coder_and_what_is_no_round_is_refused(folder, named, match):
    with pytest.raises(ParameterError, match=match):
        LadderDesk(folder, **{"coder": "a"} | named)
