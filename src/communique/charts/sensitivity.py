"""How far the net language index hangs on single terms: what it is without each, beside what is published."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, BAD, GRID, INK, MUTED
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import key, round_axis
from communique.prose import joined, signed

_SCALE = {1: "+1 all good news", 0.5: "+0.5", 0: "0 balance", -0.5: "−0.5", -1: "−1 all bad news"}
_BESIDE = 0.24  # how far beside the published index the others stand


@house_style()
def sensitivity_chart(
    index: pd.DataFrame,
    without: pd.DataFrame,
    *,
    rounds: pd.DataFrame,
    changed: Mapping[object, float] | None = None,
) -> Axes:
    """Draw the published index of each round with its interval and, beside it, a dash for every term left out.

    Parameters
    ----------
    index : DataFrame
        The table of `measures.index_by_round`.
    without : DataFrame
        The table of `lab.sensitivity.leave_one_out`: ``term`` and a column for every round.
    changed : mapping of round to index, optional
        The index with other weights, drawn as a diamond.
    """
    figure = canvas(3.3)
    ax = figure.subplots()
    round_axis(ax, rounds, inches=WIDTH - 1.2)
    ax.set_ylim(-1.1, 1.1)
    ax.set_yticks(list(_SCALE), list(_SCALE.values()))
    ax.hlines([1, 0.5, -0.5, -1], -0.5, len(rounds) - 0.5, color=GRID, linewidth=0.6, zorder=1)
    ax.axhline(0, color=MUTED, linewidth=0.8, zorder=1)
    ax.spines[["left", "bottom"]].set_visible(False)
    known = index.set_index("round")
    for place, number in enumerate(rounds["round"]):
        if number not in known.index or pd.isna(known.at[number, "index"]):
            ax.text(place, 0.04, "too few\nto say", color=MUTED, style="italic", ha="center", va="bottom", size=8)
            continue
        row = known.loc[number]
        ax.plot([place, place], [row["low"], row["high"]], color=INK, linewidth=1.6, zorder=3)
        ax.plot([place], [row["index"]], marker="o", color=INK, markersize=5, zorder=4)
        held = without[number].dropna()
        ax.hlines(held, place + _BESIDE - 0.07, place + _BESIDE + 0.07, color=BAD, linewidth=1.2, zorder=3)
        if changed is not None and pd.notna(changed[number]):
            style = {"marker": "D", "color": ACCENT, "markersize": 5, "markerfacecolor": "none"}
            ax.plot([place - _BESIDE], [changed[number]], linestyle="none", zorder=4, **style)
    marks = [
        (Line2D([], [], color=INK, marker="o", markersize=5, linewidth=1.6), "as published, with its interval"),
        (Line2D([], [], color=BAD, marker="_", markersize=8, linestyle="none"), "without one term, each in turn"),
    ]
    if changed is not None:
        hollow = {"markerfacecolor": "none", "linestyle": "none"}
        marks.append((Line2D([], [], color=ACCENT, marker="D", markersize=5, **hollow), "with the weights given"))
    key(figure, marks)
    return ax


def describe_sensitivity(
    index: pd.DataFrame,
    without: pd.DataFrame,
    *,
    rounds: pd.DataFrame,
    changed: Mapping[object, float] | None = None,
    level: float = 0.9,
) -> ChartWords:
    """The chart of `sensitivity_chart` in words: for each round the index, and the span it covers without a term."""
    names = rounds.set_index("round")["short"]
    known = index.loc[index["index"].notna()].set_index("round")
    parts, outside, widest = [], [], ("", "", 0.0, 0.0, 0.0)
    for number in (each for each in rounds["round"] if each in known.index):
        row = known.loc[number]
        held = without.set_index("term")[number].dropna()
        told = f"{names[number]} {signed(row['index'])}"
        if len(held):
            told += f", without one term {signed(held.min())} to {signed(held.max())}"
            far = (held - row["index"]).abs()
            if far.max() > widest[4]:
                widest = (names[number], far.idxmax(), row["index"], held[far.idxmax()], far.max())
            if held.min() < row["low"] or held.max() > row["high"]:
                outside.append(names[number])
        if changed is not None and pd.notna(changed[number]):
            told += f", with the weights given {signed(changed[number])}"
        parts.append(told)
    alt = f"Net language index by round, as published and with terms left out one by one: {'; '.join(parts)}."
    caption = ""
    if widest[1]:
        name, term, before, after, _ = widest
        moved = f"from {signed(before)} to {signed(after)} without “{term}”"
        caption = f"A single term moves the index most in {name}: {moved}. "
    caption += (
        f"In {joined(outside)} a single term takes it out of its {level * 100:g} % interval."
        if outside
        else f"No single term takes it out of its {level * 100:g} % interval in any round."
    )
    return ChartWords(alt, caption)
