"""Ladders: what is drawn where, and what the words beside it say."""

import pandas as pd

from communique import charts, measures
from communique.charts.style import colours

from .conftest import ROUNDS, TRUST, WATER, keeps_to_its_axes, marks, shown


def readings(*rows):
    """Readings from (round, dimension, (stage, movement) of the first coder, and of the second where they differ)."""
    coded = [
        (number, dimension, coder, *reading, "", ())
        for number, dimension, *both in rows
        for coder, reading in zip("ab", both * (3 - len(both)), strict=True)
    ]
    names = ["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"]
    return measures.agreed(pd.DataFrame(coded, columns=names), {"water": WATER, "trust": TRUST})


WAY = readings(
    (1, "water", (1, 0)),
    (2, "water", (2, 1), (3, 1)),
    (3, "water", (1, 1)),
    (4, "water", (1, 0)),
    (4, "trust", (0, 0)),
)


def test_ladder_marks_each_reading_by_its_arrow_and_hollow_where_disputed():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS)

    assert marks(ax) == [("s", 0, 1, True), ("^", 1, 2, False), ("D", 2, 1, True), ("o", 3, 1, True)]
    assert [label.get_text() for label in ax.get_yticklabels()] == list(WATER.ladder)
    assert ax.get_title(loc="left") == "Water"


def test_ladder_leads_from_the_stage_shown_to_the_higher_reading():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS)

    assert [[1, 2], [1, 3]] in [line.get_xydata().tolist() for line in ax.lines]


def test_ladder_sets_this_round_off_by_band_label_and_size():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS, mark=3)

    assert [patch.get_x() for patch in ax.patches] == [1.5]
    assert [label.get_fontweight() for label in ax.get_xticklabels()] == ["normal", "normal", "semibold", "normal"]
    assert [label.get_text() for label in ax.get_yticklabels() if label.get_fontweight() == "semibold"] == ["tabled"]
    assert max(line.get_markersize() for line in ax.lines) == 7


def test_ladder_breaks_its_line_where_a_round_was_not_coded():
    rows = readings((1, "water", (1, 0)), (2, "water", (2, 1)), (4, "water", (2, 0)))
    ax = charts.ladder(rows, dimension=WATER, rounds=ROUNDS, mark=3)

    assert [line.get_xdata().tolist() for line in ax.lines if line.get_color() == colours.MUTED] == [[0, 1], [3]]
    assert shown(ax) == ["no\nreading"]


def test_ladder_of_an_uncoded_dimension_says_so():
    assert shown(charts.ladder(WAY.iloc[:0], dimension=WATER, rounds=ROUNDS)) == ["no reading"]


def test_ladders_put_a_panel_per_dimension_and_a_key_to_the_marks_that_occur():
    figure = charts.ladders(WAY, dimensions={"water": WATER, "trust": TRUST}, rounds=ROUNDS)

    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Water", "Trust"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == [
        "advanced",
        "held",
        "mixed",
        "first reading",
        "coders differ: lower stage, line up to the higher",
    ]


def test_ladders_of_no_dimension_say_so():
    figure = charts.ladders(WAY, dimensions={}, rounds=ROUNDS)

    assert shown(figure.axes[0]) == ["This process codes no such dimension."]


def test_ladders_in_words_tell_each_way_and_what_moved():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER, "trust": TRUST}, rounds=ROUNDS, mark=3)

    assert words.alt == (
        "Ladder chart of two dimensions over four rounds. "
        "Water: tabled in Geneva I, discussed in Geneva II, tabled from Geneva III to Vienna; the coders differ on "
        "Geneva II. Trust: hostile in Vienna."
    )
    assert words.caption == "Geneva III: the water sent mixed signals."


def test_ladders_of_the_first_round_compare_with_nothing():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER}, rounds=ROUNDS, mark=1)

    assert words.caption == "Geneva I is the first reading: the water at “tabled”."


def test_ladders_without_a_round_of_their_own_tell_the_whole_way():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER}, rounds=ROUNDS)

    assert words.caption == "The water ended as it began, at “tabled” (at best “discussed”, Geneva II)."


def test_rounds_give_way_to_their_numbers_where_names_do_not_fit():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS, inches=0.8)

    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "2", "3", "4"]
    assert ax.get_xlabel() == "round"


def test_ladder_draws_on_the_axes_it_is_given_and_leaves_settings_alone():
    assert keeps_to_its_axes(lambda ax: charts.ladder(WAY, ax, dimension=WATER, rounds=ROUNDS))
