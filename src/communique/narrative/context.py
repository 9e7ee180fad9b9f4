"""Mentions in their context, keyword in the middle: the lines, and the table of a report or of the laboratory."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from communique.document.blocks import Block, Column, Inline, Paragraph, Table, Text, inlines
from communique.document.marking import marked
from communique.prose import capitalised, counted

Cell = tuple[Inline, ...]
_ELLIPSIS = "…"


def concordance_of(
    mentions: pd.DataFrame,
    tell: Callable[[Any], tuple[Cell, Cell]],
    *,
    whose: str,
    caption: str,
    lines: int,
    width: int,
    noun: str,
    setting: str,
) -> list[Block]:
    """A table of the first `lines` mentions in their context, and below it how many are left, if any.

    Parameters
    ----------
    mentions : DataFrame
        ``text``, ``start``, ``end``, ``cue_start`` and ``cue_end``, in the order to show them.
    tell
        From a row, how its mention is read and whose it is: the last two cells of its line.
    whose : str
        Heading of the last column.
    width : int
        Characters of context on either side.
    noun, setting : str
        What a mention is called where the rest is counted, and what is to be set higher to see it.
    """
    shown = mentions.head(lines)
    cells = tuple((*line, *tell(row)) for row, line in zip(shown.itertuples(), in_context(shown, width), strict=True))
    columns = (
        Column("Before", align="right", width=5),
        Column("Term", align="center", width=2),
        Column("After", width=5),
        Column("Read as", width=2),
        Column(whose, width=3),
    )
    blocks: list[Block] = [Table(inlines(caption), columns, cells, row_header=False, role="concordance")]
    if len(mentions) > len(shown):
        rest = capitalised(counted(len(mentions) - len(shown), f"further {noun}"))
        blocks.append(Paragraph(inlines(f"{rest} not shown; set {setting} higher to see them."), role="note"))
    return blocks


def in_context(mentions: pd.DataFrame, width: int) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Yield what stands before each mention, the term, and what stands after it: cut at words, the cue marked."""
    for row in mentions.itertuples():
        start, end = max(0, row.start - width), min(len(row.text), row.end + width)
        if start:
            start = row.text.find(" ", start, row.start) + 1 or start
        if end < len(row.text) and " " in row.text[row.end : end]:
            end = row.text.rfind(" ", row.end, end)
        yield (
            inlines([_ELLIPSIS if start else "", *_piece(row, start, row.start)]),
            inlines(Text(row.text[row.start : row.end], "term")),
            inlines([*_piece(row, row.end, end), _ELLIPSIS if end < len(row.text) else ""]),
        )


def _piece(row: Any, start: int, end: int) -> Cell:
    """A stretch of a text, with the part of the cue that lies in it marked."""
    cue = (max(start, row.cue_start) - start, min(end, row.cue_end) - start)
    return marked(row.text[start:end], [], [cue] if row.cue_start >= 0 else [])
