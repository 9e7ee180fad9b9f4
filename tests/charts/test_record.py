"""What became of expectations by side, drawn and in words."""

import numpy as np
import pandas as pd

from communique import charts

from .conftest import NAMES, shown

RECORD = pd.DataFrame(
    {
        "side": ["envoy", "north", "south"],
        "met": [6, 1, 0],
        "partly": [2, 1, 0],
        "missed": [2, 4, 0],
        "open": [1, 0, 0],
        "n": [11, 6, 0],
        "settled": [10, 6, 0],
        "met_share": [0.6, 1 / 6, np.nan],
    }
)


def test_record_draws_the_outcomes_of_each_side():
    ax = charts.record_chart(RECORD, names=NAMES)

    assert [label.get_text() for label in ax.get_yticklabels()] == ["Envoy", "North"]
    assert [(patch.get_x(), patch.get_width()) for patch in ax.patches] == [
        (0, 6), (6, 2), (8, 2), (10, 1), (0, 1), (1, 1), (2, 4),
    ]  # fmt: skip
    assert {"11", "6"} <= set(shown(ax))


def test_record_in_words():
    words = charts.describe_record(RECORD, names=NAMES)

    assert "Envoy: 6 met, 2 met in part, 2 missed and 1 still open. North: 1 met" in words.alt
    assert words.caption == ("Of 16 expectations whose fate is known, seven were met, three in part and six missed.")


def test_no_record_is_said_and_not_drawn():
    nothing = RECORD.iloc[:0]

    assert shown(charts.record_chart(nothing, names={})) == [charts.describe_record(nothing, names={}).alt]
