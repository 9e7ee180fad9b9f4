"""What the record rests on, drawn and in words."""

import pandas as pd

from communique import charts

from .conftest import NAMES, shown

COVERAGE = pd.DataFrame(
    {
        "aspect": ["side"] * 3 + ["language"] * 2,
        "value": ["envoy", "north", "south", "en", "ar"],
        "statements": [5, 3, 2, 9, 1],
        "sources": 1,
        "share": [0.5, 0.3, 0.2, 0.9, 0.1],
    }
)


def test_coverage_adds_up_what_it_does_not_show():
    figure = charts.coverage_chart(COVERAGE, names={"side": NAMES}, most=2)
    side = figure.axes[0]

    assert [label.get_text() for label in side.get_yticklabels()] == ["Envoy", "2 others"]
    assert [bar.get_width() for bar in side.patches] == [5, 5]
    assert shown(side) == ["5 (50 %)", "5 (50 %)"]


def test_coverage_in_words():
    words = charts.describe_coverage(COVERAGE, names={"side": NAMES, "language": {"en": "English"}})

    assert words.alt == (
        "Bars of the number of statements by aspect. Side: Envoy 5, North 3, South 2. "
        "Language of source: English 9, Ar 1."
    )
    assert words.caption == (
        "Of ten statements, the largest shares: by side, Envoy (50 %); by language of source, English (90 %)."
    )


def test_no_coverage_is_said_and_not_drawn():
    nothing = COVERAGE.iloc[:0]

    assert shown(charts.coverage_chart(nothing).axes[0]) == [charts.describe_coverage(nothing).alt]
