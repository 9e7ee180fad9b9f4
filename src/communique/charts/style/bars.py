"""Bars whose filling tells the status of what was said, so that colour is never the only mark."""

from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from communique.charts.style.colours import BAD, GOOD, PAPER, STRONG
from communique.wording import SETBACK, STATUSES

# How a status fills a bar: what is so is solid, what is not so is struck through, what is not there yet is empty.
# Hatches are lines, never dots: a dot is a curve of four parts, and a bar holds a thousand.
# Where the panel of a chart tells the status, bars of failure are ruled instead.
HATCHES = {"claimed": "", "denied": "//////", "open": "", "doubted": "xxxxxx", "failure": "|||||"}
MEANINGS = {status: f"{status}: {words}" for status, words in STATUSES.items()}
MEANINGS["open"] = "open: hoped, feared, asked"  # as short as a key asks for
# What a family's terms name, as far as a chart tells them apart.
GROUPS = {"breakthrough": "breakthrough", "progress": "progress"}
COLOURS = {"breakthrough": STRONG, "progress": GOOD, SETBACK: BAD}


def group(family: str) -> str:
    """The group a family belongs to on a chart: breakthrough, progress, or setback, deadlock or collapse."""
    return GROUPS.get(family, SETBACK)


def filling(colour: str, status: str) -> dict[str, object]:
    """The properties of a bar in `colour` for a status."""
    solid = status == "claimed"
    return {
        "facecolor": colour if solid else PAPER,
        "edgecolor": colour,
        "hatch": HATCHES[status] or None,
        "linewidth": 0.8,
    }


def segment(
    ax: Axes, start: float, width: float, middle: float, height: float, *, colour: str, status: str, room: float = 0
) -> float:
    """Draw a horizontal bar from `start` over `width` (to the left where negative); return where it ends.

    Parameters
    ----------
    room : float
        The width from which on the count fits into the bar; 0 for no count.
    """
    if not width:
        return start
    ax.add_patch(Rectangle((start, middle - height / 2), width, height, **filling(colour, status)))
    if room and abs(width) >= room:
        solid = status == "claimed"
        # On a hatched bar the count stands on a patch of paper, or it could not be read.
        box = {} if solid else {"bbox": {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2}}
        ax.text(
            start + width / 2,
            middle,
            f"{abs(width):g}",
            color=PAPER if solid else colour,
            size=7.5,
            ha="center",
            va="center_baseline",
            **box,
        )
    return start + width


def patch(colour: str, status: str) -> Patch:
    """A patch for a key, filled as a bar."""
    return Patch(**filling(colour, status))
