"""Blocks as plain text: what a reader reads, without how it looks. Golden tests and terminals read this face."""

from collections.abc import Callable, Iterable
from functools import partial
from textwrap import indent

from communique.document.blocks import (
    Block,
    Break,
    Cards,
    Code,
    Figure,
    Footnote,
    Front,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    SmallPrint,
    StatementEntry,
    Strip,
    Swatch,
    Table,
    Tag,
    flatten,
)


def plain_text(blocks: Iterable[Block], *, tones: bool = False) -> str:
    """The blocks as lines of text, one empty line between blocks; figures stand as ``[figure: alt text]``.

    References show their label, footnotes stand in brackets where they are set, tags in square brackets: ``[met]``, or
    ``[met, bad]`` where ``tones`` are asked for, as colours tell them in the other faces.
    """
    return "\n\n".join(filter(None, (_plain_block(block, tones) for block in flatten(blocks))))


def plain_inlines(content: Iterable[Inline], *, tones: bool = False) -> str:
    """The text of inlines, as `plain_text` shows it."""
    return "".join(_plain_inline(inline, tones) for inline in content)


def _plain_inline(inline: Inline, tones: bool) -> str:
    match inline:
        case Break():
            return "\n"
        case Swatch():
            return ""
        case Footnote(content):
            return f" (note: {plain_inlines(content, tones=tones)})"
        case Tag(text, tone):
            return f"[{text}, {tone}]" if tones and tone != "neutral" else f"[{text}]"
    return inline.label if hasattr(inline, "label") else inline.text


def _plain_block(block: Block, tones: bool) -> str:
    read, read_inlines = partial(plain_text, tones=tones), partial(plain_inlines, tones=tones)
    match block:
        case Front():
            facts = [f"{label}: {value}" for label, value in block.facts]
            return "\n".join(filter(None, [f"# {block.title}", block.subtitle, block.headline, *facts, block.notice]))
        case Heading(level, content):
            return f"{'#' * level} {read_inlines(content)}"
        case Paragraph(content):
            return read_inlines(content)
        case Listing(items, ordered):
            marks = [f"{place}. " if ordered else "- " for place in range(1, len(items) + 1)]
            return "\n".join(_hung(mark, read(item)) for mark, item in zip(marks, items, strict=True))
        case Table():
            return _plain_table(block, read_inlines)
        case Figure():
            described = "[figure]" if block.decorative else f"[figure: {block.alt}]"
            above = map(read_inlines, (block.caption, block.measure))
            return "\n".join(filter(None, [*above, described, read_inlines(block.source)]))
        case Cards(label, items, note):
            cards = [_hung("- ", _plain_card(card)) for card in items]
            return "\n".join(filter(None, [f"{label}:", *cards, read_inlines(note)]))
        case Strip(label, items, note):
            counts = [f"- {count.value} {count.label}" + (f": {count.note}" if count.note else "") for count in items]
            return "\n".join(filter(None, [f"{label}:", *counts, read_inlines(note)]))
        case StatementEntry():
            lines = [block.content, block.details, block.note]
            return _hung(f"[{block.number}] ", "\n".join(filter(None, map(read_inlines, lines))))
        case Quote(blocks):
            return indent(read(blocks), "> ", lambda line: True)
        case SmallPrint(blocks):
            return read(blocks)
        case Code(text):
            return indent(text, "    ")
        case Rule():
            return "---"
    raise TypeError(f"no plain text for {block!r}")


def _plain_card(card) -> str:
    place = f", stage {card.position} of {card.of - 1}" if card.position >= 0 else ""
    return f"{card.title}: {card.stage}{place}{' [coders differ]' if card.disputed else ''}; {card.movement}"


def _plain_table(table: Table, read: Callable[[Iterable[Inline]], str]) -> str:
    """The caption, the head and the rows, cells divided by bars; a bar within a cell is escaped."""
    lines = [[column.label for column in table.columns], *[[read(cell) for cell in row] for row in table.rows]]
    shown = [" | ".join(cell.replace("|", "\\|").replace("\n", " / ") for cell in line) for line in lines]
    return "\n".join([read(table.caption), *shown])


def _hung(mark: str, text: str) -> str:
    """The text with `mark` before its first line and the others indented as far."""
    return mark + indent(text, " " * len(mark)).lstrip(" ")
