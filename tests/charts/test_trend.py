"""The chart of an archive over time, by its marks and its words."""

import pandas as pd

from communique.charts import describe_trend, trend_chart
from communique.charts.trend import EMPTY

TABLE = pd.DataFrame(
    {
        "period": ["2017", "2018", "2019"],
        "index": [0.5, None, -1.0],
        "good": [9, 1, 0],
        "bad": [3, 1, 6],
        "loose": [2, 5, 0],
    }
)


def test_an_index_that_is_undefined_is_a_gap_and_columns_stand_on_each_other():
    upper, lower = trend_chart(TABLE).axes

    assert [str(value) for value in upper.lines[1].get_ydata()] == ["0.5", "nan", "-1.0"]
    assert [patch.get_y() + patch.get_height() for patch in lower.patches[-3:]] == [14, 7, 6]
    assert [label.get_text() for label in lower.get_xticklabels()] == ["2017", "2018", "2019"]


def test_many_periods_are_named_now_and_then():
    months = pd.concat([TABLE] * 30, ignore_index=True).assign(period=[f"2017-{n:02}" for n in range(90)])
    labels = [label.get_text() for label in trend_chart(months).axes[1].get_xticklabels()]

    assert labels[0] == "2017-00"
    assert 5 < len(labels) < 15


def test_words_name_best_and_worst_and_what_is_not_there_yet():
    words = describe_trend(TABLE)

    assert words.caption == (
        "The best balance is +0.50 in 2017, the worst −1.00 in 2019. "
        "It rests on 27 mentions, of which 7 speak of what is not there yet."
    )
    assert "2 of 3 periods from 2017 to 2019" in words.alt
    assert describe_trend(TABLE.assign(index=float("nan"))).caption.startswith("No period has five claimed")
    assert describe_trend(TABLE.iloc[:0]).alt == EMPTY
    assert len(trend_chart(TABLE.iloc[:0]).axes) == 1
