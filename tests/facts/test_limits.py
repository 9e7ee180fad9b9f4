"""Values that a parameter takes, up to their edges."""

import pytest

from communique.errors import ParameterError
from communique.facts.limits import refuse_beyond


@pytest.mark.parametrize(
    ("name", "value"),
    [("INTERVAL_LEVEL", 0.01), ("INTERVAL_LEVEL", 0.99), ("SEED", 0), ("CONCORDANCE_LINES", 1), ("LINES", -5),
     ("SEED", "seven")],
)  # fmt: skip
def test_what_a_parameter_can_take_is_let_pass(name, value):
    refuse_beyond({name: value})


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("INTERVAL_LEVEL", 0, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 0"),
        ("INTERVAL_LEVEL", 1.0, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 1.0"),
        ("SEED", -1, "SEED takes a whole number from 0 up, not -1"),
        ("CONCORDANCE_LINES", 0, "CONCORDANCE_LINES takes a whole number from 1 up, not 0"),
    ],
)
def test_what_it_cannot_take_is_refused_in_one_line(name, value, words):
    with pytest.raises(ParameterError) as refused:
        refuse_beyond({"PROCESS": "geneva", name: value})

    assert str(refused.value) == words
