"""Charts of a round report say what is later knowledge; too little for a chart is told."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from communique import charts, load
from communique.document.blocks import Figure
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


def test_slippage_is_drawn_from_three_days_on_that_came(geneva):
    few = replace(geneva, expectations=came_late(geneva, 2))
    enough = replace(geneva, expectations=came_late(geneva, 3))

    assert plain_text([figures.slippage(Briefing(few, 7))]) == (
        "Of the expectations carried in or raised here fewer than three that named a day have come."
    )
    assert isinstance(figures.slippage(Briefing(enough, 7)), Figure)


def came_late(process, count):
    """Expectations of Geneva VII, so many of which named a day and came a month after it, and one that did not come."""
    row = process.expectations.loc[process.expectations["round"] == 7].iloc[:1]
    like = row.assign(due="2017-09-01", due_end=pd.NaT, outcome="missed", resolved_on=pd.Timestamp("2017-10-01"))
    days = [pd.Timestamp("2017-10-01")] * count + [pd.NaT]
    rows = [like.assign(expectation_id=f"X{place}", about="", happened_on=day) for place, day in enumerate(days)]
    return pd.concat(rows, ignore_index=True)


def test_the_strip_draws_the_last_four_rounds_again_for_a_telephone(geneva, monkeypatch):
    drawn, draw = [], charts.heat_map

    def heat_map(*given, rounds, mark, **asked):
        drawn.append((rounds["round"].tolist(), mark))
        return draw(*given, rounds=rounds, mark=mark, **asked)

    monkeypatch.setattr(charts, "heat_map", heat_map)
    strip = figures.heat_strip(Briefing(geneva, 7))

    assert drawn == [(list(range(1, 10)), 7), ([4, 5, 6, 7], 7)]
    assert "width='244.8pt'" in strip.narrow
    assert "width='244.8pt'" not in strip.data


def test_the_strip_says_what_became_known_only_after_the_round(geneva):
    later = "What stands to the right of Geneva VII became known only after it."

    assert plain_inlines(figures.heat_strip(Briefing(geneva, 7)).source).endswith(later)
    assert "became known" not in plain_inlines(figures.heat_strip(Briefing(geneva, 9)).source)


def test_bars_show_what_was_claimed_or_denied_and_nothing_that_was_hoped_for(tiny):
    hopes = tiny.statements.assign(text="She hoped for progress.")
    told = plain_text([figures.mentions_by_round(Briefing(replace(tiny, statements=hopes), 3))])

    assert told == "Nothing was claimed or denied in this round or in earlier ones."
    assert "1 open" not in figures.mentions_by_round(Briefing(tiny, 1)).alt
