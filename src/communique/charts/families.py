"""The language of the talks, family by family and round by round, stacked by status."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from communique.charts.mentions import EMPTY, PARAPHRASES
from communique.charts.picture import ChartWords
from communique.charts.style.bars import COLOURS, MEANINGS, filling, group, patch
from communique.charts.style.colours import GRID, INK, MUTED
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import key, round_axis, say_empty
from communique.commitment import FAMILIES, STATUSES
from communique.prose import capitalised, counted, joined, number

_LEFT = 0.5  # inches for the axis of counts


@house_style()
def families_chart(counts: pd.DataFrame, *, rounds: pd.DataFrame, mark: int | None = None) -> Figure:
    """A figure with a panel per family: a column per round, stacked by status, on one scale.

    Parameters
    ----------
    counts : DataFrame
        The table of `measures.counts` by ``round``, ``family`` and ``status``. Families never mentioned are left out.
    rounds : DataFrame
        ``round`` and ``short`` of the rounds to show, in order.
    """
    found = _found(counts, rounds)
    shown = [
        family
        for family in [*FAMILIES, *sorted(set(found["family"]) - set(FAMILIES))]
        if family in set(found["family"])
    ]
    figure = canvas(0.85 + 0.53 * len(shown) if shown else 0.5)
    if not shown:
        say_empty(figure.subplots(), EMPTY)
        return figure
    panels = figure.subplots(len(shown), 1, sharey=True, squeeze=False)[:, 0]
    n = found.set_index(["round", "family", "status"])["n"]
    highest = n.groupby(["round", "family"]).sum().max()
    for ax, family in zip(panels, shown, strict=True):
        round_axis(ax, rounds, inches=WIDTH - _LEFT, mark=mark, labels=ax is panels[-1])
        for place, value in enumerate(rounds["round"]):
            top = 0
            for status in STATUSES:
                height = int(n.get((value, family, status), 0))
                if height:
                    style = filling(COLOURS[group(family)], status)
                    ax.add_patch(Rectangle((place - 0.31, top), 0.62, height, **style))
                top += height
            if top:
                ax.annotate(
                    str(top), (place, top), (0, 2), textcoords="offset points", ha="center", size=7.5, color=INK
                )
        ax.set_title(capitalised(family), pad=2)
        ax.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=3))
        ax.grid(axis="y", color=GRID)
        ax.spines["left"].set_visible(False)
    panels[0].set_ylim(0, 1.4 * highest)
    occurring = set(found["status"])
    key(figure, [(patch(MUTED, status), words) for status, words in MEANINGS.items() if status in occurring])
    return figure


def describe_families(counts: pd.DataFrame, *, rounds: pd.DataFrame) -> ChartWords:
    """The chart of `families_chart` in words: each family's statuses over all rounds, and how much is not there yet."""
    found = _found(counts, rounds)
    if found.empty:
        return ChartWords(EMPTY)
    names = rounds.set_index("round")["short"]
    parts = []
    for family, rows in found.groupby("family", sort=False):
        statuses = rows.groupby("status")["n"].sum().reindex(list(STATUSES), fill_value=0)
        peak = rows.groupby("round")["n"].sum()
        told = joined(f"{count} {status}" for status, count in statuses.items() if count)
        parts.append(f"{family}: {told}, most in {names[peak.idxmax()]} ({peak.max()}).")
    total = int(found["n"].sum())
    loose = int(found.loc[found["status"].isin(["open", "doubted"]), "n"].sum())
    alt = f"Columns of mentions by round for each family, stacked by status. {' '.join(parts)}"
    caption = (
        f"{capitalised(number(loose))} of {counted(total, 'mention')} speak of what is not there yet. {PARAPHRASES}"
    )
    return ChartWords(alt, caption)


def _found(counts: pd.DataFrame, rounds: pd.DataFrame) -> pd.DataFrame:
    return counts.loc[(counts["n"] > 0) & counts["round"].isin(rounds["round"])]
