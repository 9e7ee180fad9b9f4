"""The net language index by round: gaps, intervals, and how sure its words are."""

import pandas as pd
import pytest

from communique import charts

from .conftest import ROUNDS, keeps_to_its_axes, marks, shown

INDEX = pd.DataFrame(
    {
        "round": [1, 2, 3],
        "index": [None, 0.5, -0.25],
        "low": [None, 0.1, -0.75],
        "high": [None, 0.9, 0.25],
        "decided": [3, 20, 8],
    }
)


def test_index_leaves_a_gap_where_it_is_undefined_and_tells_what_it_rests_on():
    ax = charts.net_index_chart(INDEX, rounds=ROUNDS, mark=2)

    assert marks(ax) == [("o", 1, 0.5, True), ("o", 2, -0.25, True)]
    assert shown(ax) == ["3", "too few\nto say", "20", "+0.50", "8", "−0.25", "0", "too few\nto say"]
    assert [[1, 0.1], [1, 0.9]] in [line.get_xydata().tolist() for line in ax.lines]


def test_index_in_words():
    words = charts.describe_net_index(INDEX, rounds=ROUNDS, mark=2)

    assert (
        "Geneva I undefined (3), Geneva II +0.50 (+0.10 to +0.90; 20), Geneva III −0.25 (−0.75 to +0.25; 8)"
        in words.alt
    )
    assert words.caption == (
        "Geneva II stands at +0.50, above balance; of the rounds shown it has the best balance, the worst is −0.25 in "
        "Geneva III."
    )
    assert words.measure.endswith("with 90 % intervals")


@pytest.mark.parametrize(
    ("mark", "finding"),
    [
        (1, "Geneva I has three mentions claimed or denied, too few for an index."),
        (3, "Geneva III stands at −0.25, though its interval holds 0; of the rounds shown it has the worst balance"),
        (None, "The interval leaves 0 out in Geneva II."),
    ],
)
def test_index_finds_how_sure_it_is(mark, finding):
    assert finding in charts.describe_net_index(INDEX, rounds=ROUNDS, mark=mark).caption


def test_a_round_alone_with_an_index_is_compared_with_none():
    alone = INDEX.assign(index=[None, 0.5, None])

    assert charts.describe_net_index(alone, rounds=ROUNDS, mark=2).caption == (
        "Geneva II stands at +0.50, above balance; no other round shown has an index."
    )


def test_an_index_of_no_round_is_said_and_not_drawn():
    nothing = INDEX.assign(index=float("nan"))

    assert shown(charts.net_index_chart(nothing, rounds=ROUNDS)) == [
        charts.describe_net_index(nothing, rounds=ROUNDS).alt
    ]


def test_index_draws_on_the_axes_it_is_given_and_leaves_settings_alone():
    assert keeps_to_its_axes(lambda ax: charts.net_index_chart(INDEX, ax, rounds=ROUNDS))
