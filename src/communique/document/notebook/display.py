"""How a notebook shows blocks: what its cells call, and the forms in which an output keeps a block.

Whoever imports this module in a kernel teaches it to show any block, be it displayed or a cell's last value.
"""

from collections.abc import Iterable
from pkgutil import resolve_name
from typing import Any

from IPython import get_ipython
from IPython.display import display
from pandas import DataFrame, RangeIndex

from communique.document.blocks import Block
from communique.document.faces.html import fragment
from communique.document.json import MIME_TYPE, to_json
from communique.document.notebook.outputs import read_html
from communique.document.plain import plain_text


def show(*content: Any, alt: str = "", caption: str = "") -> None:
    """Display blocks, in order; lists of blocks may stand among them, and charts and tables of one's own.

    Parameters
    ----------
    content
        Blocks, iterables of blocks, a figure or axes of matplotlib's, a data frame of pandas'.
    alt
        Words that stand for a figure of one's own: what one would say of it on the telephone.
    caption
        What a figure of one's own finds, or what a table of one's own holds.

    Raises
    ------
    ParameterError
        A figure of one's own has no `alt`.
    """
    for part in content:
        for block in _blocks(part, alt, caption):
            display(block)


def _blocks(part: Any, alt: str, caption: str) -> Iterable[Block]:
    """What is shown as blocks."""
    if isinstance(part, Block):
        return [part]
    if isinstance(part, DataFrame):
        numbered = isinstance(part.index, RangeIndex)
        return read_html(part.to_html(index=not numbered, escape=True), {}, {"caption": caption})
    if hasattr(part, "savefig") or hasattr(part, "get_figure"):
        return [resolve_name("communique.charts.picture:show")(part, alt=alt, caption=caption)]
    return part


def bundle(block: Block, include: object = None, exclude: object = None) -> dict[str, Any]:
    """The forms of a displayed block: its JSON, which the exporters read back, and HTML and text, which people read."""
    return {MIME_TYPE: to_json(block), "text/html": fragment([block]), "text/plain": plain_text([block])}


if (_shell := get_ipython()) is not None:
    _shell.display_formatter.mimebundle_formatter.for_type(Block, bundle)
