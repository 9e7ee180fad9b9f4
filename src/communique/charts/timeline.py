"""The rounds in time, with what happened around them to the left and to the right; time runs down the page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from communique.charts.events import choose, weighty
from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, GRID, INK, MUTED, PAPER
from communique.charts.style.house import WIDTH, house_style
from communique.charts.style.labels import POINTS, lines_of, say_empty, wrapped
from communique.prose import capitalised, counted, days, joined, period

EMPTY = "No round and no event is on record."
_SIZE, _LINE = 7.5, 9.2  # of labels, and of a line of them, in points
_BAND = 58.0  # the width of the band of time in the middle
_ARM = 16.0  # from the band to the labels
_PER_DAY = 0.38  # points for a day
_LONGEST = 62  # days without an event or round that are drawn at length; longer gaps are cut to this and told in words
_LETTERS = 47  # in a line of a label


@dataclass(frozen=True)
class _Scale:
    """Where a moment stands on the band, in points from the top."""

    moments: np.ndarray  # days since 1970, ascending
    places: np.ndarray

    def __call__(self, moment: pd.Timestamp) -> float:
        return float(np.interp(_days(moment), self.moments, self.places))


@house_style()
def timeline(
    rounds: pd.DataFrame,
    events: pd.DataFrame,
    ax: Axes | None = None,
    *,
    most: int = 16,
    chosen: Collection[str] | None = None,
) -> Axes:
    """Draw the sittings of each round on a band of time, a tick per event, and labels for as many events as `most`.

    Stretches in which nothing is on record are cut short and their length is told. Background is left to the table.

    Parameters
    ----------
    rounds : DataFrame
        ``short`` and ``sittings`` (tuples of first and last day).
    events : DataFrame
        ``event_id``, ``date``, ``label`` and, where they were weighed, ``weight``: 1 turning point, 2 important,
        3 background.
    most : int
        How many events to label: turning points first, then important events near a round, then others (see `choose`).
    chosen : collection of event ids, optional
        The events to label instead.
    """
    events = weighty(events) if chosen is None else events
    moments = _moments(rounds, events)
    if not len(moments):
        return say_empty(ax or Figure(figsize=(WIDTH, 0.5)).add_axes((0, 0, 1, 1)), EMPTY)
    scale = _scale(moments)
    labelled = (
        choose(events, rounds, scale, most) if chosen is None else events.loc[events["event_id"].isin(list(chosen))]
    )
    labels = [wrapped(f"{_date(row.date)}: {row.label}", _LETTERS, lines=3) for row in labelled.itertuples()]
    wanted = [scale(moment) for moment in labelled["date"]]
    sides = _split(wanted, labels)
    # The band grows until the labels of either side find room beside it.
    fullest = max(sum(_height(labels[place]) for place in side) for side in sides)
    stretch = max(1.0, fullest / scale.places[-1])
    scale = _Scale(scale.moments, scale.places * stretch)
    height = scale.places[-1] + 2 * _LINE
    if ax is None:
        ax = Figure(figsize=(WIDTH, (height + 14) / POINTS)).add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(0, WIDTH * POINTS)
    ax.set_ylim(height + 5, -9)
    left = (WIDTH * POINTS - _BAND) / 2
    right = left + _BAND
    ax.vlines([left, right], -4, scale.places[-1] + _LINE, color=GRID, linewidth=0.8)
    _draw_ticks(ax, [scale(moment) for moment in events.drop(labelled.index)["date"]], left, right)
    _draw_gaps(ax, scale, left)
    _draw_rounds(ax, rounds, scale, left)
    for side, edge, sign in zip(sides, (left, right), (-1, 1), strict=True):
        own = [labels[place] for place in side]
        middles = spread([wanted[place] * stretch for place in side], [_height(each) for each in own], height)
        for place, label, middle in zip(side, own, middles, strict=True):
            _draw_event(ax, label, wanted[place] * stretch, middle, edge, sign)
    return ax


def describe_timeline(rounds: pd.DataFrame, events: pd.DataFrame, *, most: int = 16) -> ChartWords:
    """The chart of `timeline` in words: when each round sat, how many events lie between, and the longest silence."""
    if rounds.empty and events.empty:
        return ChartWords(EMPTY)
    sat = [f"{row.short} {joined(period(*sitting) for sitting in row.sittings)}" for row in rounds.itertuples()]
    all_of_them, events = len(events), weighty(events)
    told = ""
    if all_of_them:
        told = f" {capitalised(counted(all_of_them, 'event'))} on record around them, "
        told += f"{len(events)} of them marked, " if len(events) < all_of_them else ""
        told += f"{min(most, len(events))} of them labelled."
    alt = f"Timeline of {counted(len(rounds), 'round')}: {'; '.join(sat)}.{told}"
    ends = [(row.short, row.sittings[0][0], row.sittings[-1][1]) for row in rounds.itertuples()]
    waits = [((later[1] - earlier[2]).days, earlier, later) for earlier, later in pairwise(ends)]
    if not waits:
        return ChartWords(alt)
    longest, shortest = max(waits, key=lambda each: each[0]), min(waits, key=lambda each: each[0])
    caption = f"The longest pause between rounds, {days(longest[0])}, lay between {longest[1][0]} and {longest[2][0]}"
    caption += (
        f"; the shortest, {days(shortest[0])}, between {shortest[1][0]} and {shortest[2][0]}."
        if len(waits) > 1
        else "."
    )
    cut = (np.diff(_moments(rounds, events)) > _LONGEST).any()
    return ChartWords(alt, f"{caption} The band is drawn to scale{' but for the gaps named in it' if cut else ''}.")


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Middles as near as can be to those wanted, in order and without overlap, within 0 and `room` where they fit.

    Least squares under the order: what is left of each middle after the heights before it must not fall, which the
    pool-adjacent-violators algorithm solves (Barlow et al., Statistical Inference under Order Restrictions, 1972).
    """
    offsets = np.cumsum(heights) - np.asarray(heights) / 2
    pools: list[list[float]] = []  # sum, number
    for value in np.asarray(wanted) - offsets:
        pools.append([value, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            value, count = pools.pop()
            pools[-1][0] += value
            pools[-1][1] += count
    level = [value / count for value, count in pools for _ in range(int(count))]
    return list(np.clip(level, 0, max(0.0, room - sum(heights))) + offsets)


def _moments(rounds: pd.DataFrame, events: pd.DataFrame) -> np.ndarray:
    """Every day on which something is on record, as days since 1970."""
    sat = [moment for sittings in rounds["sittings"] for sitting in sittings for moment in sitting]
    return np.unique([_days(moment) for moment in [*sat, *events["date"]]])


def _scale(moments: np.ndarray) -> _Scale:
    steps = np.minimum(np.diff(moments), _LONGEST) * _PER_DAY
    return _Scale(moments, np.concatenate([[0.0], np.cumsum(steps)]) + 2)


def _days(moment: pd.Timestamp) -> float:
    return moment.value / 86_400e9


def _date(moment: pd.Timestamp) -> str:
    return f"{moment.day} {moment:%b} {moment.year}"


def _height(label: str) -> float:
    return lines_of([label]) * _LINE + 4


def _split(wanted: Sequence[float], labels: Sequence[str]) -> tuple[list[int], list[int]]:
    """Which labels stand on the left and which on the right: each where the one before it ends higher up."""
    sides: tuple[list[int], list[int]] = ([], [])
    ends = [-np.inf, -np.inf]
    for place, (middle, label) in enumerate(zip(wanted, labels, strict=True)):
        side = int(ends[1] < ends[0])
        sides[side].append(place)
        ends[side] = max(ends[side], middle - _height(label) / 2) + _height(label)
    return sides


def _draw_ticks(ax: Axes, places: Sequence[float], left: float, right: float) -> None:
    """A tick on either edge of the band for each event without a label, all in one line with gaps."""
    for edge in (left, right):
        across = np.tile([edge - 2, edge + 2, np.nan], len(places))
        ax.plot(across, np.repeat(places, 3), color=MUTED, linewidth=0.7, solid_capstyle="butt")


def _draw_event(ax: Axes, label: str, place: float, middle: float, edge: float, sign: int) -> None:
    """A label beside the band, with an arm to its day."""
    ax.plot(
        [edge - 2.5 * sign, edge + 6 * sign, edge + (_ARM - 3) * sign],
        [place, place, middle],
        color=MUTED,
        linewidth=0.6,
    )
    style = {"ha": "left" if sign > 0 else "right", "va": "center", "size": _SIZE, "color": INK, "linespacing": 1.15}
    ax.text(edge + _ARM * sign, middle, label, **style)


def _draw_rounds(ax: Axes, rounds: pd.DataFrame, scale: _Scale, left: float) -> None:
    """The sittings as bars across the band, and the name of each round where it first sat."""
    names = [wrapped(name, 12, lines=2) for name in rounds["short"]]
    tops = [scale(sittings[0][0]) for sittings in rounds["sittings"]]
    for sittings in rounds["sittings"]:
        for first, last in sittings:
            top, bottom = scale(first), scale(last)
            ax.add_patch(
                Rectangle((left, top - 0.9), _BAND, bottom - top + 1.8, facecolor=ACCENT, linewidth=0, zorder=2)
            )
    heights = [lines_of([name]) * _LINE + 1.5 for name in names]
    middles = spread(
        [top + height / 2 + 2 for top, height in zip(tops, heights, strict=True)], heights, ax.get_ylim()[0]
    )
    for name, middle in zip(names, middles, strict=True):
        box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        style = {"ha": "center", "va": "center", "size": 8, "fontweight": "semibold", "color": ACCENT, "zorder": 3}
        ax.text(left + _BAND / 2, middle, name, bbox=box, **style)


def _draw_gaps(ax: Axes, scale: _Scale, left: float) -> None:
    """A break in the band where time is cut short, with the length of what is left out."""
    for place, length in enumerate(np.diff(scale.moments)):
        if length <= _LONGEST:
            continue
        middle = scale.places[place : place + 2].mean()
        words = days(int(length))
        gap = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.5}
        ax.text(
            left + _BAND / 2,
            middle,
            words,
            ha="center",
            va="center",
            size=7,
            style="italic",
            color=MUTED,
            bbox=gap,
            zorder=1,
        )
        for edge in (left, left + _BAND):
            ax.add_patch(Rectangle((edge - 2, middle - 2), 4, 4, facecolor=PAPER, linewidth=0, zorder=2))
            for shift in (-2, 2):
                ax.plot(
                    [edge - 3, edge + 3], [middle + shift + 1, middle + shift - 1], color=MUTED, linewidth=0.7, zorder=3
                )
