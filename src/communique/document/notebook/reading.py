"""An executed notebook read into the blocks of its report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

from communique.document.blocks import Block, Front, Heading, Paragraph, flatten
from communique.document.notebook.markdown import read_markdown
from communique.document.notebook.outputs import read_output
from communique.document.plain import plain_inlines
from communique.errors import RenderingError

_ADDED = "injected-parameters"  # tag of the cell that papermill adds, which the analyst's notebook does not count
LEFT_OUT = {"parameters", _ADDED, "notebook-only"}  # tags of cells that no report shows


@dataclass(frozen=True)
class Placed:
    """A block and the cell it comes from, e.g. ``cell 12 (ladder_chart(briefing))``."""

    place: str
    block: Block


def read(notebook: Mapping[str, Any], *, strict: bool = False) -> list[Placed]:
    """The blocks of a notebook in order: its Markdown and what its cells displayed; never their code.

    Cells tagged ``parameters``, ``injected-parameters`` or ``notebook-only`` are left out. A notebook without a `Front`
    gets one from its first heading of level 1. What cannot be shown (a failed cell, a block that is not sound) is a
    `RenderingError` naming the cell where `strict`, and otherwise a note in the place of what is missing.
    """
    cells = [cell for cell in notebook["cells"] if _ADDED not in cell.get("metadata", {}).get("tags", ())]
    placed = [
        Placed(place, block)
        for number, cell in enumerate(cells, start=1)
        if not LEFT_OUT & set(cell.get("metadata", {}).get("tags", ()))
        for place in [f"cell {number} ({_first_line(cell)})"]
        for block in flatten(_read_cell(cell, place, strict=strict))
    ]
    return _with_front(placed)


def _read_cell(cell: Mapping[str, Any], place: str, *, strict: bool) -> Iterator[Block]:
    """Yield the blocks of one cell."""
    if cell["cell_type"] == "markdown":
        yield from read_markdown(_source(cell), attachments=cell.get("attachments", {}))
    elif cell["cell_type"] == "code":
        for output in cell.get("outputs", ()):
            try:
                if output["output_type"] == "error":
                    raise RenderingError(f"the cell failed: {output['ename']}: {output['evalue']}")
                yield from read_output(output, cell.get("metadata", {}))
            except RenderingError as error:
                if strict:
                    raise RenderingError(f"{place}: {error}") from error
                yield Paragraph(f"Not shown, from {place}: {error}", role="empty")


def _with_front(placed: list[Placed]) -> list[Placed]:
    """The blocks, the first heading of level 1 made the front of a document that has none, others sections."""
    has_front = any(isinstance(each.block, Front) for each in placed)
    blocks = []
    for each in placed:
        block = each.block
        if isinstance(block, Heading) and block.level == 1:
            block = replace(block, level=2) if has_front else Front(plain_inlines(block.content))
            has_front = True
        blocks.append(Placed(each.place, block))
    return blocks


def _first_line(cell: Mapping[str, Any]) -> str:
    """The first line of a cell that says something, cut to a length for a message."""
    lines = filter(None, map(str.strip, _source(cell).splitlines()))
    return shorten(next(lines, cell["cell_type"]), 48, placeholder="…")


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)
