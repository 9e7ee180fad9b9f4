"""A process of two dimensions, and what is read off axes, for the tests of the charts."""

import matplotlib
import pandas as pd
from matplotlib.patches import Rectangle

from communique import charts, measures
from communique.charts.style import colours
from communique.charts.style.house import house_style
from communique.process.description import Dimension

WATER = Dimension("water", "the water", (), ("absent", "tabled", "discussed", "agreed"))
TRUST = Dimension("trust", "trust", (), ("hostile", "growing"))
ROUNDS = pd.DataFrame({"round": [1, 2, 3, 4], "short": ["Geneva I", "Geneva II", "Geneva III", "Vienna"]})
LEVELS = {"round": ROUNDS["round"]}


def counts(*rows, by=("round", "family", "status"), levels=LEVELS):
    """Counts of mentions given as (round, family, status, how many)."""
    polarity = measures.FAMILIES
    mentions = pd.DataFrame(
        [
            (number, family, polarity[family], status, "", side)
            for number, family, status, n, *side in rows
            for _ in range(n)
        ],
        columns=["round", "family", "polarity", "status", "refers_to", "side"],
    )
    mentions["side"] = [side[0] if side else "" for side in mentions["side"]]
    return measures.counts(mentions, by=by, levels=levels)


def shown(ax):
    """Every text of the axes."""
    return [text.get_text() for text in ax.texts]


def marks(ax):
    """Markers of the axes: shape, place, stage, whether filled."""
    return [
        (line.get_marker(), *line.get_xydata()[0], line.get_markerfacecolor() == line.get_color())
        for line in ax.lines
        if line.get_marker() not in ("None", "_")
    ]


def bars(ax):
    """Bars of the axes: where they start, how far they go, how thick they are, colour and hatch."""
    return [
        (
            patch.get_x(),
            patch.get_width(),
            round(patch.get_height(), 2),
            matplotlib.colors.to_hex(patch.get_edgecolor()),
            patch.get_hatch(),
        )
        for patch in ax.patches
        if isinstance(patch, Rectangle) and patch.get_linewidth()
    ]


def keeps_to_its_axes(draw):
    """Whether a chart draws on the axes it is given and leaves the settings of matplotlib alone."""
    before = dict(matplotlib.rcParams)
    ax = charts.canvas(3).subplots()
    return draw(ax) is ax and dict(matplotlib.rcParams) == before


THREE_ROUNDS = pd.DataFrame({"round": [1, 2, 3], "short": ["Geneva I", "Geneva II", "Vienna"]})


def read_twice(*rows):
    """Readings from (round, dimension, stage of the first coder, stage of the second)."""
    coded = [
        (number, dimension, coder, stage, 0, "", ())
        for number, dimension, *stages in rows
        for coder, stage in zip("ab", stages, strict=True)
    ]
    names = ["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"]
    return measures.agreed(pd.DataFrame(coded, columns=names), {"water": WATER, "trust": TRUST})


STOOD = read_twice((1, "water", 0, 0), (2, "water", 3, 3), (3, "water", 1, 2), (1, "trust", 1, 1), (3, "trust", 0, 0))
NAMES = {"envoy": "Envoy", "north": "North"}


def figure(title="A title", colour=colours.INK):
    """A small chart with a title, a line and a bar."""
    with house_style():
        drawn = charts.canvas(1.5, width=3)
        ax = drawn.subplots()
        ax.plot([1, 2], [3, 4], color=colour)
        ax.bar([1], [2], hatch="//", facecolor=colours.PAPER, edgecolor=colours.BAD)
        ax.set_title(title)
    return drawn
