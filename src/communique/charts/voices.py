"""Who claims, denies, hopes for or fears, and doubts: mentions by side."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from communique.charts.picture import ChartWords
from communique.charts.style.bars import patch, segment
from communique.charts.style.colours import INK, MUTED
from communique.charts.style.house import canvas, house_style
from communique.charts.style.labels import key, letters, say_empty, wrapped
from communique.commitment import STATUSES
from communique.measures.subjects import ColouredSide
from communique.prose import joined

EMPTY = "No side is on record with a term of the lexicon."
_TITLES = {"claimed": "claimed", "denied": "denied", "open": "open: hoped for,\nfeared, asked", "doubted": "doubted"}


@house_style()
def voices_chart(counts: pd.DataFrame, *, sides: Mapping[str, ColouredSide]) -> Figure:
    """A figure with a panel per status: a bar per side in its colour, hatched where failure and not progress is meant.

    Parameters
    ----------
    counts : DataFrame
        The table of `measures.counts` by ``side``, ``polarity`` and ``status``.
    sides : mapping of id to ColouredSide
        In the order to show them; sides without a mention are left out.
    """
    shown = _speaking(counts, sides)
    figure = canvas(0.95 + 0.3 * len(shown) if shown else 0.5)
    if not shown:
        say_empty(figure.subplots(), EMPTY)
        return figure
    panels = figure.subplots(1, len(STATUSES), sharey=True, sharex=True)
    n = counts.groupby(["side", "polarity", "status"])["n"].sum()
    for ax, status in zip(panels, STATUSES, strict=True):
        for place, side in enumerate(shown):
            good, bad = (int(n.get((side, polarity, status), 0)) for polarity in "+-")
            colour = sides[side].colour
            end = segment(ax, 0, good, place, 0.62, colour=colour, status="claimed")
            segment(ax, end, bad, place, 0.62, colour=colour, status="failure")
            label = str(good + bad) if good + bad else "–"
            ax.annotate(
                label, (good + bad, place), (3, 0), textcoords="offset points", va="center", size=7.5, color=INK
            )
        ax.set_title(_TITLES[status], fontweight="normal", size=8)
        ax.set_yticks(range(len(shown)), [wrapped(sides[side].label, letters(1.2), lines=2) for side in shown])
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=3))
        ax.tick_params(labelbottom=False)
        ax.spines["bottom"].set_visible(False)
    panels[0].set_ylim(len(shown) - 0.5, -0.5)
    panels[0].set_xlim(0, 1.25 * max(1, n.groupby(["side", "status"]).sum().max()))
    terms = ["breakthrough or progress", "setback, deadlock or collapse"]
    key(figure, [(patch(MUTED, status), term) for status, term in zip(("claimed", "failure"), terms, strict=True)])
    return figure


def describe_voices(counts: pd.DataFrame, *, sides: Mapping[str, ColouredSide]) -> ChartWords:
    """What `voices_chart` shows in words: what each side claims, denies, hopes for and doubts, and who claims most."""
    shown = _speaking(counts, sides)
    if not shown:
        return ChartWords(EMPTY)
    n = counts.groupby(["side", "status"])["n"].sum()
    parts = [
        f"{sides[side].label}: {joined(f'{n[side, status]} {status}' for status in STATUSES if n.get((side, status)))}."
        for side in shown
    ]
    silent = [sides[side].name for side in sides if side not in shown]
    nobody = f" None from {joined(silent, 'or')}." if silent else ""
    alt = f"Mentions by side and status. {' '.join(parts)}{nobody}"
    return ChartWords(alt, _finding(counts, sides, shown), "Mentions of progress and its lack, by side and status")


def _finding(counts: pd.DataFrame, sides: Mapping[str, ColouredSide], shown: list[str]) -> str:
    """Who claims progress most often and who denies it most often, as a sentence; empty for nobody."""
    by = {
        f"{status} most often by": joined(sides[side].name for side in _leading(counts, status, shown))
        for status in ("claimed", "denied")
    }
    claims, denies = by.values()
    if claims and claims == denies:
        return f"Progress is claimed and denied most often by {claims}."
    told = joined(f"{words} {who}" for words, who in by.items() if who)
    return f"Progress is {told}." if told else ""


def _speaking(counts: pd.DataFrame, sides: Mapping[str, ColouredSide]) -> list[str]:
    total = counts.groupby("side")["n"].sum()
    return [side for side in sides if total.get(side, 0)]


def _leading(counts: pd.DataFrame, status: str, shown: list[str]) -> list[str]:
    """The sides with the most mentions of progress under a status; none where nobody has any."""
    rows = counts.loc[(counts["status"] == status) & (counts["polarity"] == "+") & counts["side"].isin(shown)]
    total = rows.groupby("side")["n"].sum()
    return [side for side in shown if total.get(side, 0) and total[side] == total.max()]
