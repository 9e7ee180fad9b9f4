"""A ladder small enough to stand in a line of text."""

import pandas as pd
from matplotlib.figure import Figure

from communique.charts.style.colours import ACCENT, GRID, MUTED
from communique.charts.style.house import house_style
from communique.measures.subjects import LadderedDimension


@house_style()
def sparkline(
    readings: pd.DataFrame,
    *,
    dimension: LadderedDimension,
    rounds: pd.DataFrame,
    width: float = 1.3,
    height: float = 0.26,
) -> Figure:
    """A tiny figure of one dimension's stages over the rounds, its last reading marked; no words.

    Parameters
    ----------
    readings : DataFrame
        The table of `measures.agreed`.
    width, height : float
        In inches.
    """
    figure = Figure(figsize=(width, height))
    ax = figure.add_axes((0.03, 0.1, 0.94, 0.8))
    ax.set_axis_off()
    highest = len(dimension.ladder) - 1
    ax.set_xlim(-0.3, max(1, len(rounds) - 1) + 0.3)
    ax.set_ylim(-0.4, max(1, highest) + 0.4)
    ax.hlines([0, highest], 0, max(1, len(rounds) - 1), color=GRID, linewidth=0.6)
    stages = _stages(readings, dimension, rounds)
    ax.plot(range(len(stages)), stages, color=MUTED, linewidth=1.2)
    coded = stages.dropna()
    if len(coded):
        last = stages.index.get_loc(coded.index[-1])
        ax.plot([last], [coded.iloc[-1]], marker="o", color=ACCENT, markersize=4)
    return figure


def describe_sparkline(readings: pd.DataFrame, *, dimension: LadderedDimension, rounds: pd.DataFrame) -> str:
    """The sparkline in words: "Elections: tabled in Geneva I, now procedural (stage 2 of 5)"."""
    coded = _stages(readings, dimension, rounds).dropna().astype(int)
    if coded.empty:
        return f"{dimension.label}: no reading"
    names = rounds.set_index("round")["short"]
    first, last = coded.iloc[0], coded.iloc[-1]
    now = f"{dimension.ladder[last]} in {names[coded.index[-1]]} (stage {last} of {len(dimension.ladder) - 1})"
    start = f"{dimension.ladder[first]} in {names[coded.index[0]]}, " if len(coded) > 1 else ""
    return f"{dimension.label}: {start}{now}"


def _stages(readings: pd.DataFrame, dimension: LadderedDimension, rounds: pd.DataFrame) -> pd.Series:
    """The stage of each round shown, NaN where it was not coded, indexed by round."""
    rows = readings.loc[readings["dimension"] == dimension.id].set_index("round")["stage"]
    return rows.reindex(rounds["round"]).astype(float)
