"""The net language index, round by round, with how sure it is."""

import pandas as pd
from matplotlib.axes import Axes

from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, GRID, INK, MUTED
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import round_axis, say_empty
from communique.measures.net_index import LEAST
from communique.prose import counted, joined, number, signed

EMPTY = f"No round has {number(LEAST)} claimed or denied mentions, so there is no index to show."
_SCALE = {1: "+1 all good news", 0.5: "+0.5", 0: "0 balance", -0.5: "−0.5", -1: "−1 all bad news"}
_COUNTS = -1.3  # where the numbers of mentions stand, under the axis of the index


@house_style()
def net_index_chart(
    index: pd.DataFrame, ax: Axes | None = None, *, rounds: pd.DataFrame, mark: int | None = None, inches: float = 5.2
) -> Axes:
    """Draw the net language index of each round with its interval; a gap where it is undefined, never a 0.

    Under each round stands the number of claimed and denied mentions the index rests on.

    Parameters
    ----------
    index : DataFrame
        The table of `measures.index_by_round`.
    rounds : DataFrame
        ``round`` and ``short`` of the rounds to show, in order.
    mark : int, optional
        The round a report is about.
    inches : float
        The width of the axes, for the choice of labels.
    """
    table = _of(index, rounds)
    if ax is None:
        ax = canvas(2.7 if table["index"].notna().any() else 0.5).subplots()
    if not table["index"].notna().any():
        return say_empty(ax, EMPTY)
    round_axis(ax, rounds, inches=min(inches, WIDTH), mark=mark)
    ax.set_ylim(-1.55, 1.1)
    ax.set_yticks([*_SCALE, _COUNTS], [*_SCALE.values(), "claimed or denied"])
    ax.hlines([1, 0.5, -0.5, -1], -0.5, len(rounds) - 0.5, color=GRID, linewidth=0.6, zorder=1)
    ax.axhline(0, color=MUTED, linewidth=0.8, zorder=1)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.plot(range(len(table)), table["index"], color=GRID, linewidth=1.6, zorder=2)
    for place, row in enumerate(table.itertuples()):
        here = row.round == mark
        style = {"ha": "center", "va": "center", "size": 8}
        ax.text(place, _COUNTS, str(row.decided), color=ACCENT if here else INK, **style)
        if pd.isna(row.index_):
            ax.text(place, 0.04, "too few\nto say", color=MUTED, style="italic", **style | {"va": "bottom"})
            continue
        colour = ACCENT if here else INK
        ax.plot([place, place], [row.low, row.high], color=colour, linewidth=1.6, zorder=3)
        ax.plot([place], [row.index_], marker="o", color=colour, markersize=7 if here else 5, zorder=4)
        beside = {"xytext": (5, 0), "textcoords": "offset points", "va": "center", "size": 7.5}
        ax.annotate(signed(row.index_), (place, row.index_), color=colour, **beside)
    return ax


def describe_net_index(
    index: pd.DataFrame, *, rounds: pd.DataFrame, mark: int | None = None, level: float = 0.9
) -> ChartWords:
    """The chart of `net_index_chart` in words: the index of each round with its interval and what it rests on."""
    table = _of(index, rounds)
    if not table["index"].notna().any():
        return ChartWords(EMPTY)
    names = rounds.set_index("round")["short"]
    parts = [
        f"{names[row.round]} undefined ({row.decided})"
        if pd.isna(row.index_)
        else f"{names[row.round]} {signed(row.index_)} ({signed(row.low)} to {signed(row.high)}; {row.decided})"
        for row in table.itertuples()
    ]
    alt = (
        f"Net language index by round, from −1 (all bad news) to +1 (all good news), with its {level * 100:g} % "
        f"interval and the number of claimed and denied mentions: {', '.join(parts)}."
    )
    measure = f"Net language index by round, from −1 (all bad news) to +1 (all good), with {level * 100:g} % intervals"
    return ChartWords(alt, _finding(table, names, mark), measure)


def _of(index: pd.DataFrame, rounds: pd.DataFrame) -> pd.DataFrame:
    """One row per round shown, those the index does not tell of with no mention; `index_` for use in tuples."""
    table = index.set_index("round").reindex(rounds["round"])
    table["decided"] = table["decided"].fillna(0).astype("int64")
    return table.assign(index_=table["index"]).rename_axis("round").reset_index()


def _finding(table: pd.DataFrame, names: pd.Series, mark: int | None) -> str:
    known = table.loc[table["index"].notna()]
    best, worst = known.loc[known["index"].idxmax()], known.loc[known["index"].idxmin()]
    span = f" The best balance is {signed(best['index'])} in {names[best['round']]}"
    span += f", the worst {signed(worst['index'])} in {names[worst['round']]}." if len(known) > 1 else "."
    here = table.loc[table["round"] == mark]
    if here.empty:
        clear = joined(names[each] for each in known.loc[(known["low"] > 0) | (known["high"] < 0), "round"])
        return f"{span[1:]} {f'The interval leaves 0 out in {clear}.' if clear else 'Every interval holds 0.'}"
    row = here.iloc[0]
    if pd.isna(row["index"]):
        count = counted(int(row["decided"]), "mention")
        return f"{names[mark]} has {count} claimed or denied, too few for an index.{span}"
    side = "above balance" if row["low"] > 0 else "below balance" if row["high"] < 0 else "though its interval holds 0"
    finding = f"{names[mark]} stands at {signed(row['index'])}, {side}"
    if len(known) < 2:
        return f"{finding}; no other round shown has an index."
    if mark not in (best["round"], worst["round"]):
        return f"{finding}.{span}"
    rank, other, end = ("best", "worst", worst) if mark == best["round"] else ("worst", "best", best)
    end = f"{signed(end['index'])} in {names[end['round']]}"
    return f"{finding}; of the rounds shown it has the {rank} balance, the {other} is {end}."
