"""Dated expectations: from the day named to the day it happened, and the words beside."""

import pandas as pd

from communique import charts, measures
from communique.charts.slippage import sharpest
from communique.charts.style import colours

from .conftest import keeps_to_its_axes, shown


def slippage(*rows, **more):
    """A slippage table from (due, happened_on, outcome), and columns `about` and `due_end` where given."""
    table = pd.DataFrame(
        [(f"X{n}", *row) for n, row in enumerate(rows)], columns=["expectation_id", "due", "happened_on", "outcome"]
    )
    fixed = {
        "round": 1,
        "speaker": "envoy",
        "name": "The Envoy",
        "kind": "plan",
        "expected": "A round.",
        "statement_id": "S1",
    }
    if "about" in more:
        fixed["about"] = more["about"]
    if "due_end" in more:
        fixed["due_end"] = pd.to_datetime(more["due_end"])
    return measures.slippage(
        table.assign(happened_on=pd.to_datetime(table["happened_on"]).astype("datetime64[ns]"), **fixed)
    )


DATED = slippage(
    ("2017-05-31", "2017-07-10", "missed"),
    ("2017-06-15", "2017-06-14", "met"),
    ("2017-06-20", "2017-06-20", "met"),
    ("2017-06-30", None, "missed"),
    ("2017-07-05", None, "partly"),
)


def test_slippage_tells_in_words_how_late_what_came_came_and_leaves_out_what_did_not():
    ax = charts.slippage_chart(DATED)

    assert shown(ax) == ["six weeks late", "one day early", "on the day"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["The Envoy: A round."] * 3


def test_slippage_draws_from_the_day_named_to_the_day_it_happened():
    ax = charts.slippage_chart(DATED.head(1))
    named, happened = pd.Timestamp("2017-05-31"), pd.Timestamp("2017-07-10")

    assert [list(line.get_xdata(orig=True)) for line in ax.lines] == [[named, happened], [happened], [named]]
    assert [line.get_markerfacecolor() for line in ax.lines if line.get_marker() == "o"] == [colours.BAD, colours.PAPER]


def test_slippage_shows_the_sharpest_in_the_order_they_fell_due():
    assert sharpest(DATED, 3)["fate"].tolist() == ["late", "early", "on the day"]


def test_slippage_in_words():
    words = charts.describe_slippage(DATED, most=2)

    assert words.alt.endswith(
        "The Envoy, A round: due 31 May 2017, six weeks late. The Envoy, A round: due 15 June 2017, one day early."
    )
    assert words.caption == (
        "Of five expectations that named a day, two came in time or early, one came late, by six weeks, "
        "one did not happen and for one no day is on record. Shown: the two furthest from their day."
    )


def test_a_window_is_drawn_as_a_bar_to_its_last_day_from_which_lateness_counts():
    """Within it nothing is late; the mark of the day named stands at its end."""
    table = slippage(("2017-05-01", "2017-06-10", "missed"), due_end=["2017-05-31"])
    ax = charts.slippage_chart(table)
    first, last, came = (pd.Timestamp(each) for each in ("2017-05-01", "2017-05-31", "2017-06-10"))

    assert [list(line.get_xdata(orig=True)) for line in ax.lines] == [[first, last], [last, came], [came], [last]]
    assert shown(ax) == ["ten days late"]
    assert "window named, to its last day" in [text.get_text() for text in ax.figure.legends[0].texts]

    kept = slippage(("2017-05-01", "2017-05-16", "met"), due_end=["2017-05-31"])
    assert shown(charts.slippage_chart(kept)) == ["in time"]
    assert "due May 2017, in time." in charts.describe_slippage(kept).alt


def test_of_what_several_spoke_of_the_furthest_is_shown():
    table = slippage(
        ("2017-05-01", "2017-06-10", "missed"),
        ("2017-06-01", "2017-06-10", "missed"),
        ("2017-06-03", "2017-06-10", "missed"),
        ("2017-06-30", None, "missed"),
        about=["round", "round", "round", ""],
    )
    ax = charts.slippage_chart(table)

    assert shown(ax) == ["six weeks late"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["The Envoy, one of three: A round."]
    assert charts.describe_slippage(table).caption == (
        "Of four expectations that named a day, three came late, by nine days at the median and one did not happen. "
        "Shown: of each thing that came the expectation furthest from its day."
    )


def test_where_more_things_came_than_are_shown_the_furthest_are():
    assert charts.describe_slippage(DATED, most=2).caption.endswith(" Shown: the two furthest from their day.")
    assert "Shown" not in charts.describe_slippage(DATED.head(2)).caption


def test_where_nothing_that_was_expected_came_that_is_said_and_not_drawn():
    never = DATED.iloc[3:]

    assert shown(charts.slippage_chart(never)) == ["Nothing that was expected for a day has come yet."]
    assert charts.describe_slippage(never).alt == "Nothing that was expected for a day has come yet."


def test_the_median_delay_is_a_median():
    """Of delays of 7 and of 36 days it is 21.5, three weeks: not one, and not five."""
    late = slippage(("2017-05-01", "2017-05-08", "missed"), ("2017-05-01", "2017-06-06", "missed"))

    assert "two came late, by three weeks at the median" in charts.describe_slippage(late).caption.lower()


def test_a_single_dated_expectation_is_told_as_one():
    words = charts.describe_slippage(DATED.head(1))

    assert words.caption == "The one expectation that named a day: six weeks late."


def test_no_dated_expectation_is_said_and_not_drawn():
    assert shown(charts.slippage_chart(DATED.iloc[:0])) == [charts.describe_slippage(DATED.iloc[:0]).alt]


def test_slippage_draws_on_the_axes_it_is_given_and_leaves_settings_alone():
    assert keeps_to_its_axes(lambda ax: charts.slippage_chart(DATED, ax))
