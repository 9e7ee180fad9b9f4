"""The plain face reads as a reader would read the report aloud."""

import pytest

from communique.document.blocks import (
    Block,
    Code,
    Column,
    Figure,
    Footnote,
    Listing,
    Paragraph,
    Passage,
    Quote,
    Reference,
    SmallPrint,
    Swatch,
    Table,
    Tag,
    walk,
)
from communique.document.plain import plain_text

READ = """\
# Talks: Round VII
Round report
No breakthrough
Dates: 10–14 July 2017
As known then.

Where the baskets stand:
- Governance: procedural, stage 2 of 5 [coders differ]; advanced
- Elections: not coded; first reading

Mentions:
- 1 claimed: it is so
- 0 doubted
Open is not yet.

## In brief

- Progress was claimed [1].

## Basket by basket

### Governance

strong plain emphasiscodestruckbreakthroughno[later]Government
TASS (note: A note with a link)[1]

Governance rose.
Stages, by round
[figure: A line that rises and falls.]
Source: readings of the coders.

[figure]

Mentions by family
Family | Claimed
Progress | 12
Deadlock | 3 (note: Of 14.)
"""


def test_a_document_reads_from_top_to_bottom(document):
    assert plain_text(document).startswith(READ)


@pytest.mark.parametrize(
    ("block", "read"),
    [
        (Paragraph([Swatch("#000000"), "Side ", Tag("later"), " ", Reference("s-1", "[1]")]), "Side [later] [1]"),
        (Paragraph(["a", Footnote("b")]), "a (note: b)"),
        (Quote((Paragraph("a"), Paragraph("b"))), "> a\n> \n> b"),
        (Code("a\n  b"), "    a\n      b"),
        (Listing(((Paragraph("a"), Paragraph("b")), (Paragraph("c"),)), ordered=True), "1. a\n\n   b\n2. c"),
        (Table("T", (Column("A"),), [["x | y"]]), "T\nA\nx \\| y"),
        (
            Figure("", "image/png", "What it shows.", "Finding", measure="In days", source="Source: data"),
            "Finding\nIn days\n[figure: What it shows.]\nSource: data",
        ),
        (SmallPrint((Paragraph("a"), Paragraph("b"))), "a\n\nb"),
        (Passage((Paragraph("a"), Paragraph("b"))), "a\n\nb"),
    ],
)
def test_each_block_reads(block, read):
    assert plain_text([block]) == read


def test_tones_are_told_where_they_are_asked_for_and_however_deep():
    told = [Tag("met", "bad"), " ", Tag("open")]
    blocks = [
        Paragraph(told),
        Listing(((Paragraph(["a", Footnote(told)]),),)),
        Quote((Paragraph(told),)),
        Table(told, (Column("A"),), [[told]]),
    ]
    plain, toned = plain_text(blocks), plain_text(blocks, tones=True)

    assert plain.count("[met] [open]") == 5
    assert toned == plain.replace("[met]", "[met, bad]")


def test_every_kind_of_block_can_be_read(document):
    kinds = {cls.kind for cls in Block.__subclasses__()}

    assert {part.kind for part in walk(document) if isinstance(part, Block)} == kinds
    assert plain_text(document)
