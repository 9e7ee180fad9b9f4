"""Sittings and events in time: what is drawn where, which labels are chosen, and the words beside."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from communique import charts
from communique.charts.events import choose
from communique.charts.timeline import _moments, _scale, spread

from .conftest import THREE_ROUNDS, shown


def day(text):
    return pd.Timestamp(text)


SAT = THREE_ROUNDS.assign(
    sittings=[
        ((day("2016-02-01"), day("2016-02-03")), (day("2016-03-01"), day("2016-03-10"))),
        ((day("2017-02-01"), day("2017-02-08")),),
        ((day("2017-03-01"), day("2017-03-02")),),
    ]
)
EVENTS = pd.DataFrame(
    {
        "event_id": [f"E{n}" for n in range(6)],
        "date": pd.to_datetime(["2016-01-15", "2016-01-16", "2016-02-20", "2017-01-20", "2017-02-20", "2017-03-15"]),
        "label": [f"Event number {n}" for n in range(6)],
    }
)


def test_timeline_draws_a_bar_per_sitting_and_names_every_round():
    ax = charts.timeline(SAT, EVENTS)
    sittings = [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_width() > 50]

    assert len(sittings) == 4
    assert {"Geneva I", "Geneva II", "Vienna"} <= set(shown(ax))
    assert [patch.get_y() for patch in sittings] == sorted(patch.get_y() for patch in sittings)


def test_timeline_cuts_long_gaps_short_and_tells_their_length():
    scale = _scale(_moments(SAT, EVENTS))

    assert scale(day("2017-01-20")) - scale(day("2016-03-10")) == pytest.approx(62 * 0.38)
    assert scale(day("2016-02-20")) - scale(day("2016-02-03")) == pytest.approx(17 * 0.38)
    assert "ten months" in shown(charts.timeline(SAT, EVENTS))


def test_timeline_labels_the_events_that_stand_furthest_apart():
    scale = _scale(_moments(SAT, EVENTS))

    def chosen(most):
        return choose(EVENTS, SAT, scale, most)["event_id"].tolist()

    assert chosen(2) == ["E0", "E5"]
    assert chosen(4) == ["E0", "E2", "E3", "E5"]
    assert chosen(9) == EVENTS["event_id"].tolist()


def test_timeline_labels_the_events_it_is_asked_to():
    labels = [text for text in shown(charts.timeline(SAT, EVENTS, chosen=["E1"])) if "Event" in text]

    assert labels == ["16 Jan 2016: Event number 1"]


@pytest.mark.parametrize(
    ("wanted", "heights", "expected"),
    [
        ([10, 50], [4, 4], [10, 50]),  # nothing to move
        ([10, 10], [4, 4], [8, 12]),  # apart, equally far
        ([0, 1], [4, 4], [2, 6]),  # not above the top
        ([99, 100], [4, 4], [94, 98]),  # not below the bottom
        ([10, 11, 12], [6, 2, 6], [7, 11, 15]),
    ],
)
def test_spread_moves_labels_as_little_as_can_be(wanted, heights, expected):
    assert spread(wanted, heights, 100) == pytest.approx(expected)


def test_timeline_in_words_tells_the_pauses():
    words = charts.describe_timeline(SAT, EVENTS)

    assert "Geneva I 1–3 February 2016 and 1–10 March 2016; Geneva II 1–8 February 2017" in words.alt
    assert words.caption.startswith(
        "The longest pause between rounds, eleven months, lay between Geneva I and Geneva II; "
        "the shortest, 21 days, between Geneva II and Vienna."
    )


def test_timeline_of_nothing_says_so():
    ax = charts.timeline(SAT.iloc[:0], EVENTS.iloc[:0])

    assert shown(ax) == [charts.describe_timeline(SAT.iloc[:0], EVENTS.iloc[:0]).alt]
