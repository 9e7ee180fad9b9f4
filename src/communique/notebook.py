"""What a notebook's cells call to put content on the page."""

from collections.abc import Iterable

from IPython.display import display

from communique.document import Block


def show(*content: Block | Iterable[Block]) -> None:
    """Display blocks, in order; lists of blocks may stand among them."""
    for part in content:
        for block in [part] if isinstance(part, Block) else part:
            display(block)
