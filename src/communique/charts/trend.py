"""The language of an archive over time: the net language index, and the mentions it rests on."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from communique.charts.picture import ChartWords
from communique.charts.style.bars import patch
from communique.charts.style.colours import ACCENT, BAD, GOOD, GRID, INK, MUTED
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import key, letters, say_empty
from communique.measures.net_index import LEAST
from communique.prose import counted, number, signed

EMPTY = "No term of the lexicon was found in these texts on a day that is known."
_PARTS = {
    "good": ("claimed", GOOD, "good news, claimed or denied"),
    "bad": ("claimed", BAD, "bad news"),
    "loose": ("open", MUTED, "open or doubted"),
}
_LEFT = 0.9  # inches for what stands on the axes


@house_style()
def trend_chart(table: pd.DataFrame) -> Figure:
    """A figure with the index of each period, a gap where it is undefined, over columns of the mentions of the period.

    Parameters
    ----------
    table : DataFrame
        ``period`` (as shown, in order), ``index`` (NaN where undefined), and numbers of mentions: ``good``, ``bad``
        and ``loose``, what is open or doubted.
    """
    if not _total(table):
        figure = canvas(0.5)
        say_empty(figure.subplots(), EMPTY)
        return figure
    figure = canvas(3.4)
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[3, 2])
    places = range(len(table))
    upper.axhline(0, color=MUTED, linewidth=0.8, zorder=1)
    upper.plot(places, table["index"], color=ACCENT, linewidth=1.4, marker="o", markersize=3.5, zorder=3)
    upper.set_ylim(-1.1, 1.1)
    upper.set_yticks([-1, 0, 1], ["−1 all bad news", "0 balance", "+1 all good news"])
    bottom = pd.Series(0, index=table.index)
    for name, (status, colour, _) in _PARTS.items():
        faces = (
            {"color": colour} if status == "claimed" else {"facecolor": "none", "edgecolor": colour, "linewidth": 0.8}
        )
        lower.bar(places, table[name], bottom=bottom, width=0.72, **faces)
        bottom = bottom + table[name]
    lower.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=3))
    lower.set_ylabel("mentions", color=INK)
    apart = -(-len(table) * (max(table["period"].str.len()) + 2) // letters(WIDTH - _LEFT))
    shown = table["period"].iloc[::apart]
    lower.set_xticks(list(places)[::apart], list(shown))
    lower.set_xlim(-0.6, len(table) - 0.4)
    for ax in (upper, lower):
        ax.grid(axis="y", color=GRID)
        ax.spines["left"].set_visible(False)
    key(figure, [(patch(colour, status), words) for status, colour, words in _PARTS.values()])
    return figure


def describe_trend(table: pd.DataFrame) -> ChartWords:
    """The chart of `trend_chart` in words: best and worst period, and how much is not there yet."""
    total = _total(table)
    if not total:
        return ChartWords(EMPTY)
    loose = int(table["loose"].sum())
    mentions = f"{counted(total, 'mention')}, of which {loose:,} speak of what is not there yet"
    known = table.loc[table["index"].notna()]
    span = f"from {table['period'].iloc[0]} to {table['period'].iloc[-1]}"
    if known.empty:
        finding = f"No period has {number(LEAST)} claimed or denied mentions, so there is no index to show."
    else:
        best, worst = known.loc[known["index"].idxmax()], known.loc[known["index"].idxmin()]
        finding = f"The best balance is {signed(best['index'])} in {best['period']}"
        finding += f", the worst {signed(worst['index'])} in {worst['period']}." if len(known) > 1 else "."
    measure = "Net language index, and mentions that count; a dot is missing where too little was claimed or denied."
    alt = f"Net language index of {len(known)} of {len(table)} periods {span}, and {mentions}. {finding}"
    return ChartWords(alt, f"{finding} It rests on {mentions}.", measure)


def _total(table: pd.DataFrame) -> int:
    return int(table[list(_PARTS)].sum().sum())
