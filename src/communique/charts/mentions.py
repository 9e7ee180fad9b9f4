"""What was said of progress, round by round: good news to the right, bad news to the left."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from communique.charts.picture import ChartWords
from communique.charts.style.bars import COLOURS, MEANINGS, group, patch, segment
from communique.charts.style.colours import ACCENT, BAND, GRID, INK, MUTED
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import POINTS, key, letters, say_empty, wrapped
from communique.commitment import FAMILIES, STATUSES
from communique.prose import counted, joined

PARAPHRASES = "Counts read the coders' English paraphrases, not the speakers' own words."
EMPTY = "No term of the lexicon was found in the statements of these rounds."
_FIRM, _THIN = 0.46, 0.17  # heights of the bars of what is claimed or denied, and of what is not there yet


@house_style()
def mentions_chart(
    counts: pd.DataFrame,
    ax: Axes | None = None,
    *,
    rounds: pd.DataFrame,
    mark: int | None = None,
    statements: Mapping[int, int] | None = None,
) -> Axes:
    """Draw the mentions of each round: what is claimed or denied as a thick bar, what is open or doubted as a thin one.

    To the right stands good news: progress claimed, failure denied; beneath it progress hoped for, failure ruled out.
    To the left stands bad news: progress denied, failure claimed; beneath it progress doubted, failure feared.

    Parameters
    ----------
    counts : DataFrame
        The table of `measures.counts` by ``round``, ``family`` and ``status``.
    rounds : DataFrame
        ``round`` and ``short`` of the rounds to show, in order.
    mark : int, optional
        The round a report is about.
    statements : mapping of round to int, optional
        How many statements the record holds, to stand beside the number of mentions.
    """
    table = _grouped(counts, rounds)
    if ax is None:
        ax = canvas(1.35 + 0.4 * len(rounds) if len(table) else 0.5).subplots()
    if table.empty:
        return say_empty(ax, EMPTY)
    left, right = _reach(table)
    inches = WIDTH - 1.9
    room = 9 / POINTS / inches * (right - left)
    ax.axvline(0, color=INK, linewidth=0.8, zorder=3)
    for place, number in enumerate(rounds["round"]):
        here = table.loc[table["round"] == number]
        if number == mark:
            ax.axhspan(place - 0.5, place + 0.5, color=BAND, linewidth=0, zorder=0)
        for firm, middle, height in ((True, place - 0.1, _FIRM), (False, place + 0.3, _THIN)):
            for sign in (1, -1):
                end = 0.0
                for row in here.loc[(here["firm"] == firm) & (here["sign"] == sign)].itertuples():
                    style = {"colour": COLOURS[row.group], "status": row.status, "room": room if firm else 0}
                    end = segment(ax, end, sign * row.n, middle, height, **style)
        said = int(here["n"].sum())
        total = f"{said} in {statements.get(number, 0)}" if statements is not None else str(said)
        ax.text(1.015, place, total, transform=ax.get_yaxis_transform(), va="center", color=INK, size=8)
    _frame(ax, rounds, mark, left, right)
    heading = "mentions in\nstatements" if statements is not None else "mentions"
    ax.text(1.015, -0.62, heading, transform=ax.get_yaxis_transform(), va="bottom", color=MUTED, size=7.5)
    key(ax.figure, _colour_key(table), _status_key(table))
    return ax


def describe_mentions(counts: pd.DataFrame, *, rounds: pd.DataFrame, mark: int | None = None) -> ChartWords:
    """What `mentions_chart` shows in words: good and bad news of each round, and what outweighs in the round marked."""
    table = _grouped(counts, rounds)
    if table.empty:
        return ChartWords(EMPTY)
    parts = []
    for number, name in zip(rounds["round"], rounds["short"], strict=True):
        here = table.loc[table["round"] == number]
        good, bad, loose = _balance(here)
        told = f"{good} good news, {bad} bad, {loose} open or doubted" if len(here) else "none"
        parts.append(f"{name}: {told}{f' ({_detail(here)})' if number == mark and len(here) else ''}.")
    subject = f"Diverging bars of mentions of progress and its lack over {counted(len(rounds), 'round')}."
    alt = " ".join([subject, *parts])
    about = table.loc[table["round"] == mark] if mark is not None else table
    name = dict(zip(rounds["round"], rounds["short"], strict=True)).get(mark, "All rounds together")
    measure = "Mentions of progress and its lack, by round, family and status"
    return ChartWords(alt, f"{name}: {_finding(about)}", measure)


def _grouped(counts: pd.DataFrame, rounds: pd.DataFrame) -> pd.DataFrame:
    """Counts above 0 by round, group and status, with `sign` (+1 good, -1 bad) and `firm` (claimed or denied).

    Ordered so that bars stack from the middle outwards: breakthrough, progress, failure.
    """
    rows = counts.loc[(counts["n"] > 0) & counts["round"].isin(rounds["round"])]
    rows = rows.assign(group=rows["family"].map(group), firm=rows["status"].isin(["claimed", "denied"]))
    positive = rows["family"].map(FAMILIES).fillna("-") == "+"
    real = rows["status"].isin(["claimed", "open"])
    rows = rows.assign(sign=(positive == real).map({True: 1, False: -1}))
    rows = rows.assign(
        group=pd.Categorical(rows["group"], list(COLOURS), ordered=True),
        status=pd.Categorical(rows["status"], STATUSES, ordered=True),
    )
    keys = ["round", "firm", "sign", "group", "status"]
    return rows.groupby(keys, observed=True, as_index=False)["n"].sum()


def _reach(table: pd.DataFrame) -> tuple[float, float]:
    """How far the bars go to the left and to the right, with a little air."""
    ends = table.groupby(["round", "firm", "sign"])["n"].sum().reset_index()
    left = ends.loc[ends["sign"] < 0, "n"].max()
    right = ends.loc[ends["sign"] > 0, "n"].max()
    left, right = (0 if pd.isna(end) else end for end in (left, right))
    least = 0.28 * max(left, right)  # both headings must find room
    return -1.04 * max(left, least, 1), 1.04 * max(right, least, 1)


def _frame(ax: Axes, rounds: pd.DataFrame, mark: int | None, left: float, right: float) -> None:
    ax.set_xlim(left, right)
    ax.set_ylim(len(rounds) - 0.5, -0.5)
    ax.set_yticks(range(len(rounds)), [wrapped(name, letters(1.2), lines=2) for name in rounds["short"]])
    for number, label in zip(rounds["round"], ax.get_yticklabels(), strict=True):
        if number == mark:
            label.set(color=ACCENT, fontweight="semibold")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):g}"))
    ax.grid(axis="x", color=GRID)
    ax.spines[["left", "bottom"]].set_visible(False)
    style = {"va": "bottom", "color": MUTED, "size": 8}
    ax.annotate("bad news  ", (0, -0.58), ha="right", annotation_clip=False, **style)
    ax.annotate("  good news", (0, -0.58), ha="left", annotation_clip=False, **style)


def _colour_key(table: pd.DataFrame) -> list[tuple[object, str]]:
    found = set(table["group"])
    return [(patch(colour, "claimed"), name) for name, colour in COLOURS.items() if name in found]


def _status_key(table: pd.DataFrame) -> list[tuple[object, str]]:
    found = set(table["status"])
    return [(patch(MUTED, status), meaning) for status, meaning in MEANINGS.items() if status in found]


def _balance(here: pd.DataFrame) -> tuple[int, int, int]:
    """How many mentions are good news, bad news, and of what is not there yet."""
    good = here["firm"] & (here["sign"] > 0)
    bad = here["firm"] & (here["sign"] < 0)
    return tuple(int(here.loc[chosen, "n"].sum()) for chosen in (good, bad, ~here["firm"]))


def _detail(here: pd.DataFrame) -> str:
    return joined(f"{row.n} {row.group} {row.status}" for row in here.itertuples())


def _finding(here: pd.DataFrame) -> str:
    good, bad, loose = _balance(here)
    if not len(here):
        return "no term of the lexicon was found."
    ahead = (
        f"; {counted(loose, 'mention')} {'speaks' if loose == 1 else 'speak'} of what is not there yet" if loose else ""
    )
    if not good + bad:
        return f"nothing was claimed or denied{ahead}."
    verdict = (
        f"good and bad news balance at {good} each" if good == bad
        else f"good news outweighs bad by {good} to {bad}" if good > bad
        else f"bad news outweighs good by {bad} to {good}"
    )  # fmt: skip
    return f"{verdict}{ahead}."
