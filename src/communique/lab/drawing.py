"""A fresh sample drawn to be coded by hand, shown and written into a file of the analyst's."""

import pandas as pd

from communique.document import Block, Column, Paragraph, Table, Text, inlines
from communique.lab import sample
from communique.marking import marked
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
    told = (
        [Text("Written to "), Text(str(sample.write(drawn, path)), "code"), ". Fill in the column status "]
        if path
        else [Text("Not written. Set DRAW_TO to a file of your own, run again, fill in the column status ")]
    )
    how = "(claimed, denied, open, doubted or off), change nothing else, and name the file as SAMPLE."
    return [Table(caption, columns, rows), Paragraph([*told, how])]
