"""Charts of a round report say what is later knowledge; too little for a chart is told."""

from pathlib import Path

import pytest

from communique import load
from communique.document.plain import plain_inlines, plain_text
from communique.facts.round import Briefing
from communique.narrative.round import figures

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.fixture
def tiny():
    return load(TINY)


def test_the_chart_of_slippage_says_which_days_lie_after_the_round(geneva):
    figure = figures.slippage(Briefing(geneva, 7))

    assert "Days after 14 July 2017 are later knowledge." in plain_inlines(figure.caption)


def test_a_day_too_few_for_a_chart_is_told_and_marked_where_it_lies_after_the_round(tiny):
    told = plain_text([figures.slippage(Briefing(tiny, 1))])

    assert told.startswith("One expectation named a day. Ida Marrow, for 6 March 2030 (hope): A breakthrough; it came")
    assert "six months late, on 13 September 2030. [known later] [" in told
