"""Whose expectations came about: met, met in part, missed, open."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from communique.charts.picture import ChartWords
from communique.charts.style.bars import patch, segment
from communique.charts.style.colours import BAD, GOOD, INK, MUTED, STRONG
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import POINTS, key, letters, say_empty, wrapped
from communique.measures.expectations import OUTCOMES
from communique.prose import alone, counted, joined, verb
from communique.wording import OUTCOME_WORDS

EMPTY = "No expectation is on record."
# Colour and filling of an outcome; met and missed stay apart without colour.
STYLES = {"met": (STRONG, "claimed"), "partly": (GOOD, "denied"), "missed": (BAD, "claimed"), "open": (MUTED, "open")}


@house_style()
def record_chart(
    record: pd.DataFrame, ax: Axes | None = None, *, names: Mapping[str, str], by: str = "side", most: int = 12
) -> Axes:
    """Draw a bar per side, or whatever `by` names, of its expectations by outcome, with their numbers.

    Parameters
    ----------
    record : DataFrame
        The table of `measures.record`.
    names : mapping of a value of the column `by` to what it is called
    most : int
        How many bars to show, those with most expectations.
    """
    table = record.loc[record["n"] > 0].head(most)
    if ax is None:
        ax = canvas(0.65 + 0.27 * len(table) if len(table) else 0.5).subplots()
    if table.empty:
        return say_empty(ax, EMPTY)
    widest = table["n"].max()
    room = 8 / POINTS / (WIDTH - 1.9) * widest * 1.1
    for place, row in enumerate(table.to_dict("records")):
        end = 0.0
        for outcome, (colour, status) in STYLES.items():
            end = segment(ax, end, row[outcome], place, 0.66, colour=colour, status=status, room=room)
        ax.annotate(str(row["n"]), (end, place), (4, 0), textcoords="offset points", va="center", size=8, color=INK)
    ax.set_xlim(0, 1.1 * widest)
    ax.set_ylim(len(table) - 0.5, -0.5)
    ax.set_yticks(range(len(table)), [wrapped(names.get(each, each), letters(1.6), lines=1) for each in table[by]])
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    found = [outcome for outcome in OUTCOMES if table[outcome].any()]
    key(ax.figure, [(patch(*STYLES[outcome]), OUTCOME_WORDS[outcome]) for outcome in found])
    return ax


def describe_record(record: pd.DataFrame, *, names: Mapping[str, str], by: str = "side", most: int = 12) -> ChartWords:
    """The chart of `record_chart` in words: each side's expectations by outcome, and how many came about in all."""
    table = record.loc[record["n"] > 0].head(most)
    if table.empty:
        return ChartWords(EMPTY)
    parts = []
    for row in table.to_dict("records"):
        counts = joined(f"{row[each]} {OUTCOME_WORDS[each]}" for each in OUTCOMES if row[each])
        parts.append(f"{names.get(row[by], row[by])}: {counts}.")
    settled, met, partly, missed = (int(record[each].sum()) for each in ("settled", "met", "partly", "missed"))
    caption = f"Of {counted(settled, 'expectation')} whose fate is known, {alone(met)} "
    caption += f"{verb(met, 'was', 'were')} met, {alone(partly)} in part and {alone(missed)} missed."
    return ChartWords(f"Bars of expectations by outcome. {' '.join(parts)}", caption)
