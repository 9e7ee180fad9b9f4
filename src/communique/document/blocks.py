"""The document a report is made of: blocks of inlines, the one content behind its faces.

A block is a small frozen dataclass and knows no face. All strings are plain text: a face (HTML, PDF, plain text)
escapes them, so nothing in the data can act as markup.

Wherever a block takes inlines it also takes a plain string, or a mixed sequence of strings and inlines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import ClassVar, Literal

# --- inlines -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """Plain text; the styles "term" and "cue" mark a lexicon term and the word that decides on its status."""

    text: str
    style: Literal["", "strong", "emphasis", "code", "strike", "term", "cue"] = ""


@dataclass(frozen=True)
class Link:
    """A link to a web address (http, https or mailto; any other is shown as text)."""

    text: str
    url: str


@dataclass(frozen=True)
class Reference:
    """A link to an anchor of this document, shown as its label, e.g. ``[12]`` for statement 12.

    `description` is what a screen reader says instead of the label, e.g. "statement 12".
    """

    target: str
    label: str
    description: str = ""


@dataclass(frozen=True)
class Tag:
    """A word set apart as a label; the tone "later" is for what became known only afterwards."""

    text: str
    tone: Literal["neutral", "later", "disputed", "good", "bad"] = "neutral"


@dataclass(frozen=True)
class Swatch:
    """A small decorative square in a side's colour (``#rrggbb``), always followed by the side's name in words."""

    colour: str


@dataclass(frozen=True)
class Footnote:
    """A footnote: a number here, its text at the foot of the page or of the document."""

    content: tuple["Inline", ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "content", inlines(self.content))


@dataclass(frozen=True)
class Break:
    """A line break within a paragraph."""


Inline = Text | Link | Reference | Tag | Swatch | Footnote | Break
Content = str | Inline | Sequence["str | Inline"]


def inlines(content: Content) -> tuple[Inline, ...]:
    """A tuple of inlines from a string, one inline, or a mixed sequence of both."""
    if isinstance(content, str):
        return (Text(content),) if content else ()
    if is_dataclass(content):
        return (content,)
    return tuple(inline for part in content for inline in inlines(part))


# --- blocks ------------------------------------------------------------------------------------------------------


class Block:
    """What a cell displays; `communique.document.notebook.display` says how a notebook shows one."""

    kind: ClassVar[str]

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if each.type == tuple[Inline, ...]:
                object.__setattr__(self, each.name, inlines(value))
            elif each.type == tuple[tuple[tuple[Inline, ...], ...], ...]:
                object.__setattr__(self, each.name, tuple(tuple(inlines(cell) for cell in row) for row in value))


@dataclass(frozen=True)
class Front(Block):
    """The top of a report: what it is about, and its headline; gives the document its title."""

    kind: ClassVar[str] = "front"
    title: str
    subtitle: str = ""
    headline: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    notice: str = ""  # e.g. "As known on 31 July 2017"


@dataclass(frozen=True)
class Heading(Block):
    """A heading; level 2 is a section of the report, level 1 belongs to `Front`.

    `anchor` is its id; where it is empty one is made from the text.
    """

    kind: ClassVar[str] = "heading"
    level: int
    content: tuple[Inline, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph(Block):
    """A paragraph; "lead" is larger, "note" smaller (method, caveat), "empty" says that there is nothing to show."""

    kind: ClassVar[str] = "paragraph"
    content: tuple[Inline, ...]
    role: Literal["", "lead", "note", "empty"] = ""


@dataclass(frozen=True)
class Listing(Block):
    """A list of items, each one or more blocks.

    Of the roles, "findings" gives computed sentences room, "plain" drops bullets, "sources" is small print as well.
    """

    kind: ClassVar[str] = "listing"
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    role: Literal["", "findings", "plain", "sources"] = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, how its cells align, its share of the width (0: as much as it needs)."""

    label: str
    align: Literal["left", "right", "center"] = "left"
    width: float = 0


@dataclass(frozen=True)
class Table(Block):
    """A table with a caption and a heading over each column; the first column heads its row where `row_header`.

    The role "concordance" sets a keyword in its context. A table may run over pages; its head repeats.
    """

    kind: ClassVar[str] = "table"
    caption: tuple[Inline, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    row_header: bool = True
    role: Literal["", "concordance"] = ""
    anchor: str = ""


@dataclass(frozen=True)
class Figure(Block):
    """A picture with the words that stand for it (`alt`; empty only where `decorative`).

    Above it stand its finding (`caption`) and what it measures, below it where the data come from. `narrow` is the
    same picture drawn for a telephone, of the same media type; empty where there is none.
    """

    kind: ClassVar[str] = "figure"
    data: str  # SVG source, or base64 of a PNG or JPEG
    media_type: Literal["image/svg+xml", "image/png", "image/jpeg"]
    alt: str
    caption: tuple[Inline, ...] = ()
    decorative: bool = False
    anchor: str = ""
    measure: tuple[Inline, ...] = ()
    source: tuple[Inline, ...] = ()
    narrow: str = ""


@dataclass(frozen=True)
class Card:
    """Where one basket stands: stage word, place on its ladder, arrow and word of movement."""

    title: str
    stage: str  # the stage's name; "not coded" or "no reading" where there is none
    position: int  # 0 .. of - 1, -1 where there is none
    of: int  # number of stages on the ladder
    arrow: Literal["up", "level", "down", "mixed", "none"]
    movement: str  # e.g. "advanced from tabled", "held", "first reading"
    disputed: bool = False
    target: str = ""  # anchor of the basket's own section


@dataclass(frozen=True)
class Cards(Block):
    """One card per basket, side by side, with a note that tells how to read them."""

    kind: ClassVar[str] = "cards"
    label: str
    items: tuple[Card, ...]
    note: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class Count:
    """A number, what it counts, and a word on what that means."""

    value: int
    label: str
    note: str = ""
    tone: Literal["claimed", "denied", "open", "doubted", "neutral"] = "neutral"


@dataclass(frozen=True)
class Strip(Block):
    """A row of counts that belong together, e.g. mentions of a breakthrough by status."""

    kind: ClassVar[str] = "strip"
    label: str
    items: tuple[Count, ...]
    note: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class StatementEntry(Block):
    """One statement in the list of what was said; `anchor` is what references lead to."""

    kind: ClassVar[str] = "statement"
    anchor: str
    number: int
    content: tuple[Inline, ...]
    details: tuple[Inline, ...] = ()  # date, occasion, baskets, source link
    note: tuple[Inline, ...] = ()  # the coder's note


@dataclass(frozen=True)
class Quote(Block):
    """Blocks set apart as quoted or indented."""

    kind: ClassVar[str] = "quote"
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class SmallPrint(Block):
    """Blocks that are looked up rather than read: set small, on paper in two columns."""

    kind: ClassVar[str] = "small_print"
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Code(Block):
    """Text shown as typed, in a fixed-width face."""

    kind: ClassVar[str] = "code"
    text: str


@dataclass(frozen=True)
class Rule(Block):
    """A dividing line."""

    kind: ClassVar[str] = "rule"


@dataclass(frozen=True)
class Passage(Block):
    """Blocks that one cell displays together, e.g. all statements of a round; a reader sees only what it holds."""

    kind: ClassVar[str] = "passage"
    blocks: tuple[Block, ...]


def flatten(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks in order, each passage replaced by what it holds."""
    for block in blocks:
        if isinstance(block, Passage):
            yield from flatten(block.blocks)
        else:
            yield block


def walk(part: object) -> Iterator[object]:
    """Yield a part of a document and all that it holds, in the order of reading: blocks, inlines, cards, columns."""
    if is_dataclass(part):
        yield part
        part = [getattr(part, each.name) for each in fields(part)]
    if isinstance(part, (tuple, list)):
        for each in part:
            yield from walk(each)
