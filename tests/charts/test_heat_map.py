"""Stages of every dimension over the rounds, shaded and in words."""

import numpy as np
import pandas as pd

from communique import charts
from communique.charts.style import colours

from .conftest import STOOD, THREE_ROUNDS, TRUST, WATER, shown

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


def test_heat_map_of_nothing_says_so():
    ax = charts.heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=THREE_ROUNDS)

    assert shown(ax) == [charts.describe_heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=THREE_ROUNDS).alt]
