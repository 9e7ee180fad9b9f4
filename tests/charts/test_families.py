"""Mentions by family over the rounds, drawn and in words."""

import pandas as pd

from communique import charts, measures

from .conftest import THREE_ROUNDS, shown


def counts(*rows):
    table = pd.DataFrame(rows, columns=["round", "family", "status", "n"])
    return table.assign(polarity=table["family"].map(measures.FAMILIES))


def test_families_stack_statuses_in_a_panel_each():
    table = counts((1, "progress", "claimed", 3), (1, "progress", "open", 2), (3, "deadlock", "denied", 1))
    figure = charts.families_chart(table, rounds=THREE_ROUNDS)
    columns = [(patch.get_y(), patch.get_height()) for patch in figure.axes[0].patches]

    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Progress", "Deadlock"]
    assert columns == [(0, 3), (3, 2)]
    assert [shown(ax) for ax in figure.axes] == [["5"], ["1"]]


def test_families_in_words():
    table = counts((1, "progress", "claimed", 3), (1, "progress", "open", 2), (3, "deadlock", "denied", 1))
    words = charts.describe_families(table, rounds=THREE_ROUNDS)

    assert "progress: 3 claimed and 2 open, most in Geneva I (5). deadlock: 1 denied, most in Vienna (1)." in words.alt
    assert words.caption.startswith("Two of six mentions speak of what is not there yet.")


def test_no_families_are_said_and_not_drawn():
    drawn = charts.families_chart(counts(), rounds=THREE_ROUNDS).axes[0]

    assert shown(drawn) == [charts.describe_families(counts(), rounds=THREE_ROUNDS).alt]
