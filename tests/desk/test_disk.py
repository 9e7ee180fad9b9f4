"""Where the disk is full the desk says what is kept, and that is so."""

import os

import pytest

from communique.desk.readings.ladderdesk import LadderDesk
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.files import atomic

from .conftest import DAY, FIRST, LEFT_TO_A_PERSON, contents, rows

FULL = OSError(28, "No space left on device")


@pytest.fixture
def desk(folder):
    return CandidateDesk(folder, coder="a", today=lambda: DAY)


def accept(desk):
    shown = desk.view()["candidate"]
    return desk.do({"action": "accept", "id": shown["id"], "form": shown["form"] | LEFT_TO_A_PERSON})["message"]


def tables(folder):
    return {name: content for name, content in contents(folder).items() if name.endswith(".csv")}


def test_a_change_that_was_not_decided_leaves_tables_and_form_and_can_be_made_again(desk, folder, monkeypatch):
    before = tables(folder)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(FULL))
        told = accept(desk)

    assert told["kind"] == "error"
    assert told["text"].endswith(
        ": No space left on device. Nothing has changed in the tables, and what you filled in stays as it is: "
        "free the disk, and do it again."
    )
    assert tables(folder) == before
    assert accept(desk)["kind"] == "done"
    assert len(rows(folder, "statements.csv")) == before["statements.csv"].count(b"\n")
    assert not list((folder / "desk").glob("*.part"))


def test_a_change_that_was_decided_is_kept_and_entered_with_the_next(desk, folder, monkeypatch):
    replace, number = os.replace, len(rows(folder, "statements.csv"))

    def full(source, target):
        if str(target).endswith("statements.csv"):
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        told = accept(desk)

    assert told["kind"] == "error"
    assert "statements.csv: No space left on device. Your change is kept and will be entered" in told["text"]
    again = CandidateDesk(folder, coder="a", today=lambda: DAY)
    assert len(rows(folder, "statements.csv")) == number + 1
    assert again.view()["candidate"]["id"] != FIRST


def test_the_desk_for_ladders_says_the_same(folder, monkeypatch):
    desk = LadderDesk(folder, coder="a", round=2, today=lambda: DAY)
    reading = {"stage": 0, "movement": 0, "rationale": "Nobody spoke of it.", "evidence": []}
    message = {"action": "reading", "dimension": "sluices", "reading": reading}
    with monkeypatch.context() as full:
        full.setattr(atomic, "write", lambda *_: (_ for _ in ()).throw(FULL))
        assert "Nothing has changed in the tables" in desk.do(message)["message"]["text"]
    assert desk.do(message)["message"]["kind"] != "error"
