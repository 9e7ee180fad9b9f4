"""Every message of the desk for candidates, from what a person does to what stands in the files."""

import pytest

from communique.desk.statements.candidatedesk import CandidateDesk
from communique.process.checks import check

from ..conftest import DAY, FIRST, LEFT_TO_A_PERSON, OWN_WORDS, REPEAT, SECOND, THIRD, contents, rows


def act(desk, action, **more):
    return desk.do({"action": action, **more})


def accept(desk, form=LEFT_TO_A_PERSON, **more):
    """Accept the candidate shown, its form as suggested with `form` over it."""
    shown = desk.view()["candidate"]
    return act(desk, "accept", id=shown["id"], form=shown["form"] | form, **more)


def decisions(folder):
    return {row["candidate_id"]: row["decision"] for row in rows(folder, "candidates.csv")}


# --- shown -----------------------------------------------------------------------------------------------------------


def test_at_first_the_first_candidate_is_shown_with_all_that_is_known(desk):
    view = act(desk, "hello")

    assert view["message"] == {"kind": "", "text": ""}
    assert view["tally"] == "3 waiting, and one repeat · 0 accepted · 0 corrected · 0 rejected · you decide as a"
    assert view["counts"] | {"place": 1, "of": 3} == view["counts"]
    shown = view["candidate"]
    assert "".join(piece["text"] for piece in shown["pieces"] if piece["said"]) == (
        "the talks on the sluices had been frank and had brought no breakthrough"
    )
    assert {piece["text"]: piece["led_to"] for piece in shown["pieces"] if piece["led_to"]} == {
        "Bran Keel": "speaker",
        "told": "said",
        "sluices": "sluices",
        "breakthrough": "progress",
    }
    assert shown["form"]["speaker"] == "bran-keel"
    assert shown["form"]["text"] == ""
    assert [each["publisher"] for each in shown["repeats"]] == ["Lowland Gazette"]
    assert [each["field"] for each in shown["advice"]["problems"]] == ["text", "occasion", "source_kind"]
    assert shown["advice"]["phases"] == ["during", "after"]
    assert [each["label"] for each in view["options"]["rounds"]] == ["1: Orrin I", "2: Orrin II", "3: Orrin III"]


def test_without_candidates_the_way_to_some_is_told(folder):
    (folder / "candidates.csv").unlink()

    view = act(CandidateDesk(folder, coder="a"), "hello")

    assert view["candidate"] is None
    assert "make ingest SOURCE=path" in view["message"]["text"]


def test_faults_that_the_tables_have_already_are_told_at_once(folder, rewrite):
    rewrite(folder / "statements.csv", "O3-01,3,2030-09-01,before", "O3-01,3,2030-09-01,after")

    assert "one fault already; `make check` lists" in act(CandidateDesk(folder, coder="a"), "hello")["message"]["text"]


def test_next_and_previous_walk_through_the_queue_and_stop_at_its_ends(desk):
    assert act(desk, "previous")["message"]["text"] == "This is the first of them."
    assert [act(desk, "next")["candidate"]["id"] for _ in range(2)] == [SECOND, THIRD]
    assert act(desk, "next")["message"]["text"] == "This is the last of them."
    assert act(desk, "previous")["candidate"]["id"] == SECOND
    assert act(desk, "show", id=REPEAT)["candidate"]["id"] == REPEAT
    assert act(desk, "show", id="nobody")["candidate"]["id"] == REPEAT


def test_a_filter_narrows_what_is_looked_at(desk):
    assert act(desk, "filter", document="d2")["candidate"] is None
    assert act(desk, "filter", repeats=True)["candidate"]["id"] == REPEAT
    assert act(desk, "filter", document="", speaker="?")["candidate"]["id"] == THIRD
    assert act(desk, "filter", speaker="", repeats=False, shown="rejected")["counts"]["of"] == 0
    assert act(desk, "filter", shown="nonsense")["filter"]["shown"] == "rejected"


def test_an_action_there_is_not_is_named(desk):
    assert act(desk, "dance")["message"] == {"kind": "error", "text": "There is no action 'dance'."}


# --- accepted, corrected, rejected -----------------------------------------------------------------------------------


def test_accepting_enters_statement_and_source_and_goes_on(desk, folder):
    view = accept(desk)

    assert view["message"] == {"kind": "done", "text": "Entered as O2-01."}
    assert view["candidate"]["id"] == SECOND
    assert rows(folder, "statements.csv")[-1] == {
        "statement_id": "O2-01",
        "round": "2",
        "date": "2030-05-14",
        "phase": "during",
        "speaker": "bran-keel",
        "occasion": "press_remarks",
        "baskets": "sluices",
        "text": OWN_WORDS,
        "source_id": "S-orrinpost-20300514a",
        "note": "",
    }
    assert rows(folder, "sources.csv")[-1]["title"] == "A frank day, and no more"
    row = rows(folder, "candidates.csv")[0]
    assert [row[name] for name in ("decision", "decided_by", "decided_on", "statement_id")] == [
        "accepted", "a", "2030-06-01", "O2-01",
    ]  # fmt: skip
    assert decisions(folder)[REPEAT] == ""
    assert check(folder) == []


def test_the_next_of_the_same_document_takes_over_source_and_occasion(desk):
    view = accept(desk)

    assert view["candidate"]["form"]["source"] == "S-orrinpost-20300514a"
    assert view["candidate"]["form"]["occasion"] == "press_remarks"


def test_what_differs_from_the_suggestion_is_a_correction(desk, folder):
    view = accept(desk, LEFT_TO_A_PERSON | {"baskets": ["fishing", "sluices"], "speaker": "na"})

    assert view["message"]["text"] == "Entered with corrections as O2-01."
    assert decisions(folder)[FIRST] == "corrected"
    assert rows(folder, "statements.csv")[-1]["baskets"] == "sluices|fishing"  # in the order of the process


def test_a_repeat_is_decided_with_its_twin_and_taken_back_with_it(desk, folder):
    before = contents(folder)

    assert accept(desk, repeats=True)["message"]["text"] == "Entered as O2-01, and 1 repeat with it."
    assert rows(folder, "candidates.csv")[3]["statement_id"] == "O2-01"
    assert decisions(folder)[REPEAT] == "repeat"
    act(desk, "undo")
    assert contents(folder) == before


def test_a_new_actor_and_a_new_source_enter_with_the_statement_and_go_with_it(desk, folder):
    before = contents(folder)
    act(desk, "show", id=THIRD)
    form = desk.view()["candidate"]["form"]
    assert (form["speaker"], form["actor_name"], form["source"]) == ("+", "Wilma Hode", "+")

    filled = LEFT_TO_A_PERSON | {
        "text": "Hode of the ferry guild would welcome calm on the lake.",
        "actor_side": "press",
        "actor_role": "Ferries",
        "actor_aliases": "Hode | the ferry woman",
        "phase": "after",
        "note": "Heard\n twice",
    }
    assert accept(desk, filled)["message"]["kind"] == "done"
    assert rows(folder, "actors.csv")[-1] == {
        "actor_id": "wilma-hode", "name": "Wilma Hode", "role": "Ferries", "side": "press",
        "aliases": "Hode|the ferry woman", "active_from": "", "active_to": "",
    }  # fmt: skip
    assert rows(folder, "statements.csv")[-1]["speaker"] == "wilma-hode"
    assert rows(folder, "statements.csv")[-1]["note"] == "Heard twice"
    assert check(folder) == []
    assert act(desk, "undo")["candidate"]["form"]["actor_role"] == "Ferries"
    assert contents(folder) == before


def test_a_source_that_others_have_come_to_need_stays_when_its_statement_goes(desk, folder):
    accept(desk)
    text = "The Council kept its nets back until the warm months."
    accept(desk, {"text": text, "phase": "during"})
    act(desk, "show", id=FIRST)

    view = act(desk, "take back", id=FIRST)

    assert view["message"]["text"] == "Taken back: accepted; O2-01 is out of statements.csv."
    assert [row["statement_id"] for row in rows(folder, "statements.csv")][-1] == "O2-02"
    assert rows(folder, "sources.csv")[-1]["source_id"] == "S-orrinpost-20300514a"
    assert check(folder) == []


def test_rejecting_sets_aside_and_goes_on(desk, folder):
    before = contents(folder)

    view = act(desk, "reject", id=FIRST, repeats=True)

    assert view["message"]["text"] == "Rejected, and 1 repeat with it."
    assert view["candidate"]["id"] == SECOND
    assert decisions(folder) == {FIRST: "rejected", SECOND: "", THIRD: "", REPEAT: "rejected"}
    assert view["undo"] == "the last rejection"
    act(desk, "undo")
    assert contents(folder) == before


def test_what_was_taken_back_has_its_id_again_when_it_is_accepted_anew(desk, folder):
    accept(desk)
    accept(desk, {"text": "The Council kept its nets back until the warm months."})
    act(desk, "show", id=FIRST)
    act(desk, "take back", id=FIRST)

    assert accept(desk)["message"]["text"] == "Entered as O2-01."
    assert [row["statement_id"] for row in rows(folder, "statements.csv")][-2:] == ["O2-02", "O2-01"]


def test_undo_goes_back_step_by_step_to_the_very_bytes(desk, folder):
    states = [contents(folder)]
    accept(desk)
    states.append(contents(folder))
    act(desk, "reject", id=SECOND)
    act(desk, "reject", id=THIRD)

    for state in (None, states[1], states[0]):
        view = act(desk, "undo")
        assert view["message"]["kind"] == "done"
        if state:
            assert contents(folder) == state
    assert act(desk, "undo")["message"]["text"] == "Nothing of yours is left to take back."


def test_undo_leaves_what_others_decided_alone(desk, folder):
    act(desk, "reject", id=FIRST)
    other = CandidateDesk(folder, coder="b", today=lambda: DAY)
    act(other, "reject", id=SECOND)

    act(desk, "undo")

    assert decisions(folder) == {FIRST: "", SECOND: "rejected", THIRD: "", REPEAT: ""}


# --- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        ({"text": ""}, "text", "Write in your own words what was said."),
        (
            {"text": "The talks on the sluices had been frank and had brought no breakthrough."},
            "text",
            "This is the source's own wording. Say it in your own words.",
        ),
        ({"speaker": ""}, "speaker", "Choose who said it."),
        ({"speaker": "wilma"}, "speaker", "wilma"),
        ({"speaker": "+"}, "actor_name", "Name the new actor."),
        ({"date": "14 May"}, "date", "14 May"),
        ({"date": "2030-05-20", "phase": "during"}, "phase", "2030-05-20"),
        ({"round": "9"}, "round", "9"),
        ({"occasion": "dinner"}, "occasion", "dinner"),
        ({"baskets": ["weather"]}, "baskets", "weather"),
        ({"source": "S-none"}, "source", "S-none"),
        ({"source_url": "javascript:alert(1)"}, "source_url", "javascript"),
        ({"source_kind": ""}, "source_kind", "Choose what kind of publisher it is."),
        ({"source_published": "soon"}, "source_published", "soon"),
        ({"source_language": ""}, "source_language", "Give the language of the page."),
    ],
)
def test_what_would_not_be_valid_is_refused_at_its_field_and_nothing_is_written(desk, folder, form, field, words):
    before = contents(folder)

    view = accept(desk, LEFT_TO_A_PERSON | form)

    assert view["message"]["kind"] == "error"
    assert field in view["message"]["fields"]
    assert words in view["message"]["text"]
    assert contents(folder) == before
    assert view["candidate"]["id"] == FIRST
    assert view["candidate"]["form"]["note"] == ""  # the form comes back as it was sent
    assert view["candidate"]["form"]["occasion"] == form.get("occasion", "press_remarks")


def test_what_is_wrong_is_told_in_the_order_of_the_form(desk):
    view = accept(desk, {"text": "The talks on the sluices had been frank and had brought no breakthrough."})

    assert view["message"]["fields"] == ["text", "occasion", "source_kind"]


def test_old_faults_of_the_tables_are_not_laid_at_a_new_row(desk, folder, rewrite):
    rewrite(folder / "statements.csv", "O3-01,3,2030-09-01,before", "O3-01,3,2030-09-01,after")

    assert accept(desk)["message"]["kind"] == "done"


def test_what_somebody_else_has_decided_is_not_decided_again(desk, folder):
    act(CandidateDesk(folder, coder="b", today=lambda: DAY), "reject", id=FIRST)

    message = act(desk, "accept", id=FIRST, form=LEFT_TO_A_PERSON)["message"]

    assert message["text"] == "This candidate is decided already: rejected by b on 2030-06-01."


def test_a_message_about_another_candidate_than_the_one_shown_decides_nothing_and_loses_no_typing(desk, folder):
    before = contents(folder)
    act(desk, "next")

    for action in ("accept", "reject", "draft"):
        message = act(desk, action, id=FIRST, form={"text": "half a thought"})["message"]
        assert "moved on" in message["text"]
    assert contents(folder) == before
    assert act(desk, "show", id=FIRST)["candidate"]["form"]["text"] == "half a thought"


def test_what_was_changed_by_hand_since_is_not_taken_back(desk, folder, rewrite):
    accept(desk)
    rewrite(folder / "statements.csv", OWN_WORDS, "Mended by hand.")
    before = contents(folder)

    message = act(desk, "undo")["message"]

    assert message["text"] == "O2-01 was changed since it was entered; take it out of statements.csv by hand."
    assert contents(folder) == before


def test_a_statement_that_a_reading_rests_on_is_not_taken_back(desk, folder):
    accept(desk)
    with open(folder / "assessments.csv", "a", encoding="utf-8") as file:
        file.write("2,sluices,3,1,Frank talks.,O2-01,a\n")
    before = contents(folder)

    message = act(desk, "undo")["message"]

    assert message["kind"] == "error"
    assert "assessments.csv, evidence" in message["text"]
    assert contents(folder) == before


def test_a_disk_that_does_not_write_is_told_of(desk, folder, monkeypatch):
    from communique.files import atomic

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write", full)

    told = act(desk, "reject", id=FIRST)["message"]
    assert (told["kind"], "No space left on device" in told["text"]) == ("error", True)
    assert "Nothing has changed in the tables, and what you filled in stays as it is" in told["text"]
    assert decisions(folder)[FIRST] == ""


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_typing_outlasts_a_crash(desk, folder):
    form = desk.view()["candidate"]["form"] | {"text": "Keel was", "note": "unsure"}
    act(desk, "draft", id=FIRST, form=form)

    again = CandidateDesk(folder, coder="a").view()["candidate"]["form"]

    assert again == form
    assert CandidateDesk(folder, coder="b").view()["candidate"]["form"]["text"] == ""


def test_a_day_typed_anew_places_the_statement_anew(desk):
    form = desk.view()["candidate"]["form"]

    answer = act(desk, "draft", id=FIRST, changed="date", form=form | {"date": "2030-09-07"})

    assert (answer["form"]["round"], answer["form"]["phase"]) == ("3", "between")
    assert answer["advice"]["corrected"] == ["date", "round", "phase"]
    assert answer["advice"]["phases"] == ["between"]


def test_a_draft_ends_with_the_decision_and_is_back_when_that_is_taken_back(desk, folder):
    act(desk, "draft", id=FIRST, form=desk.view()["candidate"]["form"] | LEFT_TO_A_PERSON)
    accept(desk)
    assert (folder / "desk/drafts-a.json").read_text() == "{}"

    assert act(desk, "undo")["candidate"]["form"]["text"] == OWN_WORDS


def test_a_decided_candidate_is_shown_as_it_was_entered(desk):
    accept(desk)

    shown = act(desk, "show", id=FIRST)["candidate"]

    assert shown["decision"]["statement_id"] == "O2-01"
    assert shown["form"]["text"] == OWN_WORDS
