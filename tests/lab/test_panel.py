"""The panel offers what the data hold, sets what is chosen, and is not there where nobody is."""

import pytest

from communique.errors import ParameterError
from communique.lab import panel, sentence_box, widget
from communique.lab.panel import Panel


@pytest.fixture
def chosen(monkeypatch, root):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(root / "data"))
    return {"PROCESS": "geneva", "ROUND": 7, "AS_OF": None, "COMPARE_TO": "", "SEED": 2012, "x": object()}


def controls(told):
    return {each["name"]: each for each in told["controls"]}


def test_at_first_it_shows_what_the_notebook_holds_and_runs_nothing(chosen):
    told = Panel(chosen).do({})

    assert not told["run"]
    assert {name: each["value"] for name, each in controls(told).items()} == {
        "PROCESS": "geneva", "ROUND": "7", "AS_OF": "", "COMPARE_TO": "",
    }  # fmt: skip
    assert ("7", "Geneva VII") in controls(told)["ROUND"]["options"]
    compared = dict(controls(told)["COMPARE_TO"]["options"])
    assert compared[""] == "the round before"
    assert compared["brexit:5"] == "brexit: Round 5"
    assert "7" not in compared


def test_a_choice_sets_the_notebook_and_has_the_cells_run(chosen):
    told = Panel(chosen).do({"name": "ROUND", "value": "6"})

    assert (told["run"], chosen["ROUND"], chosen["PROCESS"]) == (True, 6, "geneva")
    assert Panel(chosen).do({"name": "COMPARE_TO", "value": "brexit:5"})["run"]
    assert chosen["COMPARE_TO"] == "brexit:5"


def test_what_no_longer_fits_a_choice_goes_with_it(chosen):
    own = Panel(chosen)
    own.do({"name": "COMPARE_TO", "value": "6"})
    own.do({"name": "ROUND", "value": "6"})  # which cannot be compared with itself
    assert chosen["COMPARE_TO"] == ""

    own.do({"name": "ROUND", "value": "8"})
    own.do({"name": "AS_OF", "value": "2017-07-31"})  # when there was no eighth
    assert (chosen["ROUND"], chosen["AS_OF"]) == (7, "2017-07-31")

    own.do({"name": "PROCESS", "value": "brexit"})
    assert (chosen["PROCESS"], chosen["AS_OF"], chosen["ROUND"] in range(1, 8)) == ("brexit", None, True)


def test_a_day_before_the_first_round_is_refused_and_nothing_set(chosen):
    with pytest.raises(ParameterError, match=r"geneva has no round yet on 1 January 2001; choose a later day"):
        Panel(chosen).do({"name": "AS_OF", "value": "2001-01-01"})
    assert chosen["AS_OF"] is None


def test_what_the_browser_may_not_set_is_not_set(chosen):
    before = dict(chosen)

    assert not Panel(chosen).do({"name": "SEED", "value": "1"})["run"]
    assert chosen == before


def test_what_the_sides_said_is_shown_without_running_a_cell(chosen):
    told = Panel(chosen).do({"name": "sides", "value": ["government", "opposition"]})

    assert not told["run"]
    assert "What the government and the opposition said: " in told["said"]
    assert [each["id"] for each in told["sides"] if each["on"]] == ["government", "opposition"]


def test_a_sentence_is_read_with_the_answer_to_its_number():
    told = sentence_box.SentenceBox("").do({"text": "There was no <b>breakthrough</b>.", "number": 4})

    assert told["number"] == 4
    assert "denied" in told["read"]
    assert "<b>" not in told["read"]
    assert sentence_box.SentenceBox("").do({})["read"] == ""


def test_nothing_is_shown_where_a_machine_runs_the_notebook(monkeypatch, chosen, tiny):
    shown = []
    monkeypatch.setattr(widget, "display", shown.append)
    panel.show(chosen)
    sentence_box.show("geneva", "No breakthrough.")

    assert shown == []
    monkeypatch.setattr(widget, "somebody_is_there", lambda: True)
    panel.show(chosen)
    assert len(shown) == 1
    assert set(shown[0].get_state()) & {"controls", "said"} == set()  # nothing that a saved notebook would hold
