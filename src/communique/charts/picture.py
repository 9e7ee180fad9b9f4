"""A drawn chart as a block of the document, with the words that stand for it."""

import logging
import sys
import warnings
from io import StringIO
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from communique.charts.style.house import house_style
from communique.charts.svg.tidy import tidy
from communique.document import blocks
from communique.errors import ParameterError


class ChartWords(NamedTuple):
    """What a chart says in words: `alt` stands for the picture, `caption` states its finding above it.

    `measure` says under the finding what is drawn, in which unit.
    """

    alt: str
    caption: str = ""
    measure: str = ""


def show(
    drawn: Figure | Axes,
    words: ChartWords | None = None,
    *,
    alt: str = "",
    caption: str = "",
    anchor: str = "",
    source: str = "",
    narrow: Figure | Axes | None = None,
    decorative: bool = False,
) -> blocks.Figure:
    """Chart as a block for a report: SVG, the same bytes for the same chart, light and dark in one.

    Parameters
    ----------
    drawn : Figure or Axes
        The chart, or its axes. It is closed: draw it again to change it.
    words : Words, optional
        What a ``describe_...`` function of this package gives; `alt` and `caption` go before it.
    source : str
        Where the data come from, for the line below the picture.
    narrow : Figure or Axes, optional
        The same chart drawn for a telephone.
    decorative : bool
        Only for a picture that repeats what the text beside it says; any other needs alt text.

    Raises
    ------
    ParameterError
        Where a figure that is not decorative has no alt text.
    """
    alt = alt or (words.alt if words else "")
    caption = caption or (words.caption if words else "")
    if not alt.strip() and not decorative:
        raise ParameterError('a figure without alt text; say what it shows: show(figure, alt="...", caption="...")')
    data, small = _drawn(drawn), "" if narrow is None else _drawn(narrow)
    measure = blocks.inlines(words.measure if words else "")
    above = (blocks.inlines(caption), decorative, anchor, measure)
    return blocks.Figure(data, "image/svg+xml", alt, *above, blocks.inlines(source), small)


def _drawn(drawn: Figure | Axes) -> str:
    """The chart as SVG; it is closed."""
    figure = drawn.get_figure(root=True) if isinstance(drawn, Axes) else drawn
    data = tidy(_svg(figure))
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(figure)
    return data


@house_style()
def _svg(figure: Figure) -> str:
    for text in figure.findobj(Text):
        text.set_parse_math(False)
    target = StringIO()
    fonts = logging.getLogger("matplotlib.font_manager")
    level = fonts.level
    try:
        # The fall-back faces have no semibold; matplotlib would say so on stderr, once per face.
        fonts.setLevel(logging.ERROR)
        with warnings.catch_warnings():
            # A character no bundled font has is drawn as an empty box: a visible mark, no reason to stop a report.
            warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
            figure.savefig(target, format="svg", metadata={"Date": None}, transparent=True)
    finally:
        fonts.setLevel(level)
    return target.getvalue()
