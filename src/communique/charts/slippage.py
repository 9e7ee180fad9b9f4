"""How far announced dates slipped: from the day named to the day it happened."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.lines import Line2D

from communique.charts.picture import ChartWords
from communique.charts.style.colours import BAD, GOOD, GRID, INK, MUTED, PAPER
from communique.charts.style.house import canvas, house_style
from communique.charts.style.labels import POINTS, day_axis, key, letters, lines_of, say_empty, wrapped
from communique.prose import capitalised, counted, day, delay, joined, number, window

EMPTY = "Nothing that was expected for a day has come yet."
_SIZE = 7.5
_LABEL = 2.75  # inches for what was expected
_WINDOW = {"color": MUTED, "alpha": 0.35, "linewidth": 6, "solid_capstyle": "butt"}
_ABSENT = {
    "never happened": "did not happen",
    "partly, no day known": "in part",
    "met, no day known": "met",
    "open": "still open",
}


@house_style()
def slippage_chart(slippage: pd.DataFrame, ax: Axes | None = None, *, most: int = 10) -> Axes:
    """Draw dated expectations as lines from the day named (hollow) to the day it happened (filled), one for a thing.

    A window of days that was named is a grey bar, and the hollow mark its last day.

    Parameters
    ----------
    slippage : DataFrame
        The table of `measures.slippage`.
    most : int
        How many to show: those furthest from their day. Of several that speak of the same thing only the furthest is
        shown; what has not happened, or on no day that is known, is not.
    """
    table = sharpest(slippage, most)
    labels = [wrapped(f"{_who(row)}: {row.expected}", letters(_LABEL, _SIZE), lines=2) for row in table.itertuples()]
    if ax is None:
        height = sum(5 + 9.5 * (label.count("\n") + 1) for label in labels) / POINTS
        ax = canvas(height + 0.75 if labels else 0.5).subplots()
    if table.empty:
        return say_empty(ax, EMPTY)
    middles = _middles(labels)
    days_shown = table[["due", "due_end", "happened_on"]].stack()
    first, last = days_shown.min(), days_shown.max()
    span = max((last - first).days, 45)
    ax.set_xlim(date2num(first) - 0.04 * span, date2num(last) + 0.42 * span)
    ax.set_ylim(middles[-1] + (lines_of(labels[-1:]) + 0.6) / 2, -0.1)
    for row, middle in zip(table.itertuples(), middles, strict=True):
        _dumbbell(ax, row, middle)
    ax.set_yticks(middles, labels)
    ax.tick_params(axis="y", labelsize=_SIZE)
    day_axis(ax)
    ax.grid(axis="x", color=GRID)
    ax.spines[["left", "bottom"]].set_visible(False)
    style = {"linestyle": "none", "marker": "o", "color": INK, "markersize": 5.5}
    named, happened = Line2D([], [], markerfacecolor=PAPER, **style), Line2D([], [], **style)
    entries = [(named, "day named"), (happened, "day it happened")]
    if table["due_end"].notna().any():
        entries.insert(1, (Line2D([], [], **_WINDOW), "window named, to its last day"))
    key(ax.figure, entries)
    return ax


def sharpest(slippage: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most `most` rows of a slippage table, by due day: of each thing the furthest from its day.

    ``others`` (int64) is how many more speak of the same thing.
    """
    happened = slippage.loc[slippage["days"].notna()]
    furthest = happened.loc[happened["days"].abs().sort_values(ascending=False, kind="stable").index]
    others = furthest.groupby("thing")["thing"].transform("size") - 1
    kept = furthest.assign(name_=furthest["name"], others=others).drop_duplicates("thing").head(most)
    return kept.sort_values(["due", "expectation_id"], kind="stable", ignore_index=True)


def describe_slippage(slippage: pd.DataFrame, *, most: int = 10) -> ChartWords:
    """The chart of `slippage_chart` in words: each expectation shown, and how many kept to their day."""
    table = sharpest(slippage, most)
    if table.empty:
        return ChartWords(EMPTY)
    parts = [f"{_who(row)}, {row.expected.rstrip('.')}: due {_named(row)}, {_fate(row)}." for row in table.itertuples()]
    alt = f"Dated expectations, each with the day named and the day it happened: {' '.join(parts)}"
    things, shown = slippage.loc[slippage["days"].notna(), "thing"].nunique(), ""
    if len(table) < things:
        shown = f" Shown: the {number(len(table))} furthest from their day."
    elif things < len(slippage):
        shown = " Shown: of each thing that came the expectation furthest from its day."
    measure = "From the day or window named to the day it came; one line for each thing expected"
    return ChartWords(alt, _finding(slippage) + shown, measure)


def _who(row: tuple) -> str:
    """Whose expectation is shown for a thing, and of how many: "Staffan de Mistura, one of five"."""
    return f"{row.name_}, one of {number(row.others + 1)}" if row.others else row.name_


def _named(row: tuple) -> str:
    return day(row.due) if pd.isna(row.due_end) else window(row.due, row.due_end, row.date)


def _middles(labels: list[str]) -> list[float]:
    """Where the rows stand: each as high as its label has lines, and a little air."""
    middles, top = [], 0.0
    for label in labels:
        height = label.count("\n") + 1 + 0.55
        middles.append(top + height / 2)
        top += height
    return middles


def _dumbbell(ax: Axes, row: tuple, middle: float) -> None:
    due = end = row.due if pd.isna(row.due_end) else row.due_end
    if pd.notna(row.due_end):
        ax.plot([row.due, due], [middle, middle], zorder=1, **_WINDOW)
    if pd.notna(row.happened_on):
        colour = BAD if row.days > 0 else GOOD
        end = max(due, row.happened_on)
        if row.days:
            start = due if row.days > 0 else row.due
            ax.plot([start, row.happened_on], [middle, middle], color=colour, linewidth=2, zorder=2)
        ax.plot([row.happened_on], [middle], marker="o", color=colour, markersize=5.5, zorder=3)
    if not (pd.notna(row.days) and row.days == 0):
        ax.plot([due], [middle], marker="o", color=INK, markerfacecolor=PAPER, markersize=5.5, zorder=4)
    words = _fate(row)
    style = {"color": INK if pd.notna(row.days) else MUTED, "style": "normal" if pd.notna(row.days) else "italic"}
    ax.annotate(words, (end, middle), (7, 0), textcoords="offset points", va="center", size=_SIZE, **style)


def _fate(row: tuple) -> str:
    """What became of an expectation: "eleven weeks late", "on the day", "in time", "did not happen"."""
    if pd.isna(row.days):
        return _ABSENT[row.fate]
    if row.days == 0:
        return "on the day" if row.fate == "on the day" else "in time"
    count = abs(int(row.days))
    return f"{delay(count)} {'late' if row.days > 0 else 'early'}"


def _finding(slippage: pd.DataFrame) -> str:
    if len(slippage) == 1:
        return f"The one expectation that named a day: {_fate(next(slippage.itertuples()))}."
    fates = slippage["fate"]
    late = slippage.loc[fates == "late", "days"]
    parts = []
    if count := int(fates.isin(["early", "on the day", "within the window"]).sum()):
        parts.append(f"{number(count)} came in time or early")
    if len(late):
        typical = delay(float(late.median()))
        parts.append(f"{number(len(late))} came late, by {typical}" + (" at the median" if len(late) > 1 else ""))
    if count := int((fates == "never happened").sum()):
        parts.append(f"{number(count)} did not happen")
    if count := int((fates == "open").sum()):
        parts.append(f"{number(count)} {'is' if count == 1 else 'are'} still open")
    if count := int(fates.isin(["partly, no day known", "met, no day known"]).sum()):
        parts.append(f"for {number(count)} no day is on record")
    return capitalised(f"of {counted(len(slippage), 'expectation')} that named a day, {joined(parts)}.")
