"""How a notebook shows blocks: what its cells call, and the forms in which an output keeps a block.

Whoever imports this module in a kernel teaches it to show any block, be it displayed or a cell's last value.
"""

from collections.abc import Iterable
from typing import Any

from IPython import get_ipython
from IPython.display import display

from communique.document.blocks import Block
from communique.document.faces.html import fragment
from communique.document.json import MIME_TYPE, to_json
from communique.document.plain import plain_text


def show(*content: Block | Iterable[Block]) -> None:
    """Display blocks, in order; lists of blocks may stand among them."""
    for part in content:
        for block in [part] if isinstance(part, Block) else part:
            display(block)


def bundle(block: Block, include: object = None, exclude: object = None) -> dict[str, Any]:
    """The forms of a displayed block: its JSON, which the exporters read back, and HTML and text, which people read."""
    return {MIME_TYPE: to_json(block), "text/html": fragment([block]), "text/plain": plain_text([block])}


if (_shell := get_ipython()) is not None:
    _shell.display_formatter.mimebundle_formatter.for_type(Block, bundle)
