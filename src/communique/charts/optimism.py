"""How much better the mediators' account of the talks sounds than the parties'."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from communique.charts.mentions import PARAPHRASES
from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, BAD, GRID, INK, MUTED
from communique.charts.style.house import canvas, house_style
from communique.charts.style.labels import key, letters, say_empty, wrapped
from communique.measures.gaps import WHOLE
from communique.prose import capitalised, joined, signed, sounding

EMPTY = "There is no gap to show: the process has no mediator, or mediators and parties claimed and denied too little."


@house_style()
def optimism_chart(
    gap: pd.DataFrame, ax: Axes | None = None, *, mediating: str, negotiating: str, level: float = 0.9
) -> Axes:
    """Draw, for each period, the index of the mediating and of the negotiating sides, and the gap between them.

    Parameters
    ----------
    gap : DataFrame
        One or more tables of `measures.optimism_gap`, one under the other; `period` is shown as it stands.
    mediating, negotiating : str
        What the two voices are called, e.g. "UN mediator" and "government and opposition".
    level : float
        The coverage of the gap's interval, to be told beside it.
    """
    if ax is None:
        ax = canvas(1.1 + 0.27 * len(gap) if gap["gap"].notna().any() else 0.5).subplots()
    if not gap["gap"].notna().any():
        return say_empty(ax, EMPTY)
    ax.axvline(0, color=MUTED, linewidth=0.8, zorder=1)
    for place, row in enumerate(gap.itertuples()):
        ax.plot([row.negotiating, row.mediating], [place, place], color=MUTED, linewidth=2.2, zorder=2)
        ax.plot([row.negotiating], [place], marker="s", color=BAD, markersize=5.5, zorder=3)
        ax.plot([row.mediating], [place], marker="o", color=ACCENT, markersize=6.5, zorder=4)
        defined = pd.notna(row.gap)
        words = f"{signed(row.gap)} ({signed(row.low)} to {signed(row.high)})" if defined else _too_few(row)
        style = {"color": INK if defined else MUTED, "style": "normal" if defined else "italic", "size": 7.5}
        ax.text(1.03, place, words, transform=ax.get_yaxis_transform(), va="center", **style)
    ax.set_ylim(len(gap) - 0.4, -0.9)
    ax.set_xlim(-1.05, 1.05)
    ax.set_xticks([-1, 0, 1], ["−1 all\nbad news", "0 balance\n ", "+1 all\ngood news"])
    ax.set_yticks(range(len(gap)), [wrapped(str(period), letters(1.3), lines=1) for period in gap["period"]])
    ax.grid(axis="y", color=GRID)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.text(
        1.03,
        -0.75,
        f"gap ({level * 100:g} % interval)",
        transform=ax.get_yaxis_transform(),
        color=MUTED,
        size=7.5,
        va="center",
    )
    style = {"linestyle": "none", "markersize": 6}
    voices = [(Line2D([], [], marker="o", color=ACCENT, **style), mediating)]
    voices.append((Line2D([], [], marker="s", color=BAD, **style), negotiating))
    key(ax.figure, voices)
    return ax


def describe_optimism(gap: pd.DataFrame, *, mediating: str, negotiating: str) -> ChartWords:
    """The chart of `optimism_chart` in words: both indices and their gap in each period."""
    if not gap["gap"].notna().any():
        return ChartWords(EMPTY)
    parts = [
        f"{row.period}: {_value(row.mediating)} against {_value(row.negotiating)}"
        + (f", gap {signed(row.gap)} ({signed(row.low)} to {signed(row.high)})" if pd.notna(row.gap) else ", no gap")
        for row in gap.itertuples()
    ]
    alt = f"Net language index of {mediating} against {negotiating}. {'; '.join(parts)}."
    sure = gap.loc[(gap["low"] > 0) | (gap["high"] < 0)]
    best = gap.iloc[0] if pd.notna(gap["gap"].iloc[0]) else gap.loc[gap["gap"].notna()].iloc[0]
    when = capitalised(_during(best["period"]))
    finding = f"{when} the talks sound {sounding(best['gap'], mediating, negotiating)} ({signed(best['gap'])})."
    clear = f"The gap is clear of 0 {joined(map(_during, sure['period']))}." if len(sure) else "No gap is clear of 0."
    return ChartWords(alt, f"{finding} {clear} {PARAPHRASES}")


def _during(period: object) -> str:
    return f"over the {WHOLE}" if period == WHOLE else f"in {period}"


def _value(index: float) -> str:
    return "undefined" if pd.isna(index) else signed(index)


def _too_few(row: tuple) -> str:
    return f"too few to say ({row.mediating_n} and {row.negotiating_n})"
