"""The way of one dimension, small: drawn and in words."""

from communique import charts

from .conftest import STOOD, THREE_ROUNDS, TRUST, WATER


def test_sparkline_marks_the_last_reading_without_a_word():
    figure = charts.sparkline(STOOD, dimension=WATER, rounds=THREE_ROUNDS)
    way, last = figure.axes[0].lines

    assert way.get_ydata().tolist() == [0, 3, 1]
    assert (last.get_xdata()[0], last.get_ydata()[0]) == (2, 1)
    assert not figure.axes[0].texts
    assert len(charts.show(figure, alt="x").data) < 2500


def test_sparkline_in_words():
    words = charts.describe_sparkline(STOOD, dimension=WATER, rounds=THREE_ROUNDS)

    assert words == "Water: absent in Geneva I, tabled in Vienna (stage 1 of 3)"
    assert charts.describe_sparkline(STOOD.iloc[:0], dimension=TRUST, rounds=THREE_ROUNDS) == "Trust: no reading"
