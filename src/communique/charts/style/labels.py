"""Words on charts: names wrapped to their place, axes of rounds, keys to marks."""

import textwrap
import warnings
from collections.abc import Iterable, Sequence

import matplotlib
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.textpath import text_to_path

from communique.charts.style.colours import ACCENT, BAND, MUTED
from communique.document.legible import legible

POINTS = 72  # in an inch
LETTER = 0.53  # the mean width of a letter, in sizes of the face


def wrapped(text: str, width: int, *, lines: int = 3) -> str:
    """Text in lines of at most `width` characters, at most `lines` of them, an ellipsis for what is left out."""
    shown = textwrap.wrap(legible(text), width, max_lines=lines, placeholder="…", break_on_hyphens=True)
    return "\n".join(shown)


def lines_of(labels: Iterable[str]) -> int:
    """Number of lines of the longest label."""
    return max((label.count("\n") + 1 for label in labels), default=1)


def letters(inches: float, size: float = 8) -> int:
    """How many letters of a face of `size` points stand side by side in so many inches, at least one."""
    return max(1, int(inches * POINTS / (size * LETTER)))


def width_of(text: str, size: float) -> float:
    """The width of a line of text in the face of the current style, in points."""
    face = FontProperties(family=matplotlib.rcParams["font.family"], size=size)
    return text_to_path.get_text_width_height_descent(text, face, ismath=False)[0]


def round_axis(ax: Axes, rounds: pd.DataFrame, *, inches: float, mark: int | None = None, labels: bool = True) -> None:
    """Give `ax` an x axis of rounds, one unit apart from 0, with this report's round set off by a band.

    Names stand in up to two lines where they fit into `inches`, the width of the axis; else the rounds' numbers do.

    Parameters
    ----------
    rounds : DataFrame
        ``round`` and ``short``, in order.
    mark : int, optional
        The round a report is about.
    """
    numbers = rounds["round"].tolist()
    room = letters(0.96 * inches / max(1, len(numbers)))
    names = [wrapped(name, room) for name in rounds["short"]]
    fit = all(len(word) <= room for name in rounds["short"] for word in name.split()) and lines_of(names) < 3
    ax.set_xlim(-0.5, max(1, len(numbers)) - 0.5)
    deepest = lines_of(names)
    # Labels of as many lines each stand on a common line; a space keeps an empty line open.
    names = [name + "\n " * (deepest - lines_of([name])) for name in names]
    ax.set_xticks(range(len(numbers)), names if fit else [str(number) for number in numbers])
    if not fit and labels:
        ax.set_xlabel("round")
    if mark in numbers:
        place = numbers.index(mark)
        ax.axvspan(place - 0.5, place + 0.5, color=BAND, linewidth=0, zorder=0)
        tick = ax.get_xticklabels()[place]
        tick.set(color=ACCENT, fontweight="semibold")
    if not labels:
        ax.tick_params(labelbottom=False)


def key(figure: Figure, *rows: Sequence[tuple[Artist, str]]) -> None:
    """Put a key to the marks of a chart under it, on the left, in one or more rows."""
    rows = [row for row in rows if row]
    if not rows:
        return
    longest = max(map(len, rows))
    blank = (Line2D([], [], linestyle="none"), "")
    # A legend is filled column by column.
    columns = zip(*([*row, *[blank] * (longest - len(row))] for row in rows), strict=True)
    handles, names = zip(*(mark for column in columns for mark in column), strict=True)
    figure.legend(handles, names, loc="outside lower left", ncols=longest, labelcolor=MUTED)


def day_axis(ax: Axes, *, most: int = 6) -> None:
    """Label an x axis of days with at most `most` dates, the year under the first of each year."""
    locator = AutoDateLocator(minticks=3, maxticks=most)
    low, high = map(num2date, ax.get_xlim())
    # Over many years the locator warns that it falls back on half years; they are thinned below.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        ticks = [tick for tick in map(num2date, locator.tick_values(low, high)) if low <= tick <= high]
    # The locator sets a tick on the last day of a month and one on the first of the next.
    ticks = [
        tick for place, tick in enumerate(ticks) if not place or tick - ticks[place - 1] > (high - low) / (most + 2)
    ]
    yearly = all((tick.month, tick.day) == (1, 1) for tick in ticks)
    monthly = all(tick.day == 1 for tick in ticks)
    labels, year = [], None
    for tick in ticks:
        name = f"{tick.year}" if yearly else f"{tick:%b}" if monthly else f"{tick.day} {tick:%b}"
        labels.append(name if yearly else f"{name}\n{tick.year if tick.year != year else ' '}")
        year = tick.year
    ax.set_xticks([date2num(tick) for tick in ticks], labels)


def say_empty(ax: Axes, words: str) -> Axes:
    """Show words in place of a chart that has nothing to show."""
    ax.set_axis_off()
    ax.text(0, 0.5, words, transform=ax.transAxes, color=MUTED, va="center", style="italic")
    return ax
