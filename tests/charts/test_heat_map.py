"""Stages of every dimension over the rounds, shaded and in words."""

import matplotlib
import numpy as np
import pandas as pd
import pytest

from communique import charts
from communique.charts.style import colours

from .conftest import STOOD, THREE_ROUNDS, TRUST, WATER, read_twice, shown

GROUPS = {"Baskets": {"water": WATER}, "Other": {"trust": TRUST}}


def test_heat_map_shades_each_cell_by_its_place_on_its_own_ladder():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS)
    cells = [patch.get_facecolor() for patch in ax.patches]
    steps = [colours.STEPS[place] for place in (0, 5, 2, 5, 0)]

    assert [f"#{''.join(f'{round(255 * part):02x}' for part in cell[:3])}" for cell in cells] == steps
    assert shown(ax) == ["absent", "agreed", "tabled", "growing", "–", "hostile"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Water", "Trust"]


def test_heat_map_rings_the_cells_on_which_the_coders_differ():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS)

    assert [round(line.get_xdata()[0]) for line in ax.lines] == [2]
    assert [text.get_text() for text in ax.figure.legends[0].get_texts()] == [
        "lowest stage",
        "highest",
        "coders differ",
    ]


def test_heat_map_sets_groups_apart():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS)

    assert np.diff(ax.get_yticks())[0] > 1


def test_heat_map_shows_numbers_where_names_do_not_fit():
    many = pd.DataFrame({"round": range(1, 40), "short": [str(number) for number in range(1, 40)]})

    assert shown(charts.heat_map(STOOD, groups=GROUPS, rounds=many))[:3] == ["0 of 3", "3 of 3", "1 of 3"]


def test_heat_map_in_words():
    words = charts.describe_heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS)

    assert (
        "Water: Geneva I absent, Geneva II agreed, Vienna tabled*. Trust: Geneva I growing, Vienna hostile."
        in words.alt
    )
    assert words.caption == (
        "The water ended higher than it began; trust lower. Highest on their ladders: trust (“growing”, Geneva I) "
        "and the water (“agreed”, Geneva II). The coders differ on one of five cells."
    )


def frames(ax):
    """The frames drawn over cells: from which round, over how many, and how many rows high."""
    edge = matplotlib.colors.to_rgba(colours.ACCENT)
    return [
        (round(patch.get_x() + 0.5), patch.get_width(), patch.get_height())
        for patch in ax.patches
        if patch.get_edgecolor() == edge
    ]


def test_heat_map_frames_the_round_that_is_marked_over_all_rows():
    rounds = {"groups": GROUPS, "rounds": THREE_ROUNDS}
    bottom = max(charts.heat_map(STOOD, **rounds).get_ylim())

    ((place, width, height),) = frames(charts.heat_map(STOOD, mark=2, **rounds))
    assert (place, width) == (1, 1)
    assert abs(height - bottom) < 0.1
    assert frames(charts.heat_map(STOOD, **rounds)) == []
    assert frames(charts.heat_map(STOOD, mark=9, **rounds)) == []


def test_heat_map_is_as_wide_as_it_is_asked_to_be():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS, width=3.4)

    assert ax.figure.get_size_inches()[0] == 3.4


@pytest.mark.parametrize(
    ("mark", "finding"),
    [
        (1, "Trust came furthest in this first round."),
        (2, "The water rose three stages."),
        (3, "The water fell two stages; trust fell one stage."),
    ],
)
def test_heat_map_finds_what_moved_in_the_round_that_is_marked(mark, finding):
    words = charts.describe_heat_map(STOOD, groups=GROUPS, rounds=THREE_ROUNDS, mark=mark)

    assert words.caption == finding


def test_heat_map_tells_what_rose_before_what_fell_and_what_stays_last():
    stood = read_twice((1, "water", 2, 2), (2, "water", 1, 1), (1, "trust", 0, 0), (2, "trust", 1, 1))
    held = read_twice((1, "water", 2, 2), (2, "water", 2, 2), (1, "trust", 0, 0), (2, "trust", 1, 1))
    asked = {"groups": GROUPS, "rounds": THREE_ROUNDS, "mark": 2}
    told = [charts.describe_heat_map(each, **asked).caption for each in (stood, held)]

    assert told == [
        "Trust rose one stage; the water fell one stage.",
        "Trust rose one stage; the water stays where it stood.",
    ]


def test_heat_map_of_nothing_says_so():
    ax = charts.heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=THREE_ROUNDS)

    assert shown(ax) == [charts.describe_heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=THREE_ROUNDS).alt]
