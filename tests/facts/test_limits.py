"""Values that a parameter takes, up to their edges."""

import numpy as np
import pytest

from communique.errors import ParameterError
from communique.facts import comparison
from communique.facts.limits import refuse_beyond
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.narrative.round import tables


@pytest.mark.parametrize(
    ("name", "value"),
    [("INTERVAL_LEVEL", 0.01), ("INTERVAL_LEVEL", 0.99), ("SEED", 0), ("CONCORDANCE_LINES", 1), ("LINES", -5),
     ("AS_OF", None), ("AS_OF", "2017-07-31"), ("COMPARE_TO", ""), ("ROUND", np.int64(7)),
     ("INTERVAL_LEVEL", np.float64(0.9))],
)  # fmt: skip
def test_what_a_parameter_can_take_is_let_pass(name, value):
    refuse_beyond({name: value})


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("INTERVAL_LEVEL", 0, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 0"),
        ("INTERVAL_LEVEL", 1.0, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 1.0"),
        ("SEED", -1, "SEED takes a whole number from 0 up, not -1"),
        ("COMPARE_TO", 6, "COMPARE_TO takes text, not 6"),
        ("ROUND", "7", "ROUND takes a whole number, not '7'"),
        ("ROUND", 7.0, "ROUND takes a whole number, not 7.0"),
        ("ROUND", True, "ROUND takes a whole number, not True"),
        ("AS_OF", 2017, "AS_OF takes text or none, not 2017"),
        ("SEED", "seven", "SEED takes a whole number, not 'seven'"),
        ("CONCORDANCE_LINES", 0, "CONCORDANCE_LINES takes a whole number from 1 up, not 0"),
    ],
)
def test_what_it_cannot_take_is_refused_in_one_line(name, value, words):
    with pytest.raises(ParameterError) as refused:
        refuse_beyond({"PROCESS": "geneva", name: value})

    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (lambda: Briefing.open("tiny", "7"), "ROUND takes a whole number, not '7'"),
        (lambda: Briefing.open(["tiny"], 3), "PROCESS takes text, not ['tiny']"),
        (lambda: Survey.open("tiny", as_of=7), "AS_OF takes text or none, not 7"),
    ],
)
def test_a_notebook_is_told_the_same_and_shows_the_line_alone(run, words):
    with pytest.raises(ParameterError) as refused:
        run()

    assert refused.value._render_traceback_() == [f"ParameterError: {words}"]


def test_a_comparison_and_a_concordance_are_told_the_same(tiny):
    briefing = Briefing(tiny, 3)
    for run, words in (
        (lambda: comparison.compared(briefing, 2), "COMPARE_TO takes text, not 2"),
        (lambda: tables.concordance(briefing, lines="40"), "CONCORDANCE_LINES takes a whole number, not '40'"),
    ):
        with pytest.raises(ParameterError) as refused:
            run()
        assert str(refused.value) == words
