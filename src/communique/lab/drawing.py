"""A fresh sample drawn to be coded by hand, shown and written into a file of the analyst's."""

import pandas as pd

from communique.document.blocks import Block, Column, Paragraph, Table, Text, inlines
from communique.document.marking import marked
from communique.errors import ParameterError
from communique.lab import sample
from communique.prose import counted

_SHOWN = 5


def drawn_section(found: pd.DataFrame, *, size: int, seed: int, path: str = "") -> list[Block]:
    """The first rows of a random sample of mentions, and where the whole of it was written: nowhere without a `path`.

    `found` is the table of `texts.mentions_in`; see `sample.draw` and `sample.write`.
    """
    drawn = sample.draw(found, size=size, seed=seed)
    if drawn.empty:
        return [Paragraph("There is no mention to draw from.", role="empty")]
    rows = tuple(
        (inlines(row.id), marked(row.text, [(row.start, row.end)]), inlines("to be coded"))
        for row in drawn.head(_SHOWN).itertuples()
    )
    columns = (Column("Id", width=1.5), Column("Text, with the term marked", width=8), Column("Status", width=2))
    caption = f"The first of {counted(len(drawn), 'mention')} drawn at random from {len(found)} (seed {seed})"
    return [Table(caption, columns, rows), _written(drawn, path)]


def _written(drawn: pd.DataFrame, path: str) -> Paragraph:
    """Where the sample was written, or why it was not: a second run must not stop at the file of the first."""
    how = "Fill in the column status (claimed, denied, open, doubted or off), change nothing else, name it as SAMPLE."
    if not path:
        return Paragraph(f"Not written: set DRAW_TO to a file of your own and run again. {how}")
    try:
        return Paragraph([Text("Written to "), Text(str(sample.write(drawn, path)), "code"), f". {how}"])
    except ParameterError as error:
        return Paragraph(["Not written. ", Text(f"DRAW_TO={error}.", "strong")])
