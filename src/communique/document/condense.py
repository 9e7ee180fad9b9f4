"""Sections without content, which vanish from a document and are named in one line."""

from collections.abc import Iterable

from communique.document.blocks import Block, Heading, Paragraph, SmallPrint, flatten, inlines
from communique.document.plain import plain_inlines
from communique.prose import joined


def condensed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without sections that hold nothing but words saying so; one line names these, before any small print.

    A section reaches from its heading to the next of its level or above. What says that there is nothing is a
    paragraph with the role "empty"; a paragraph before it introduces the section, and goes with it.
    """
    told, empty = _without_empty(list(flatten(blocks)))
    if empty:
        note = Paragraph(inlines(f"Nothing to tell under: {joined(empty)}."), role="note")
        told.insert(_end_of_reading(told), note)
    return told


def _end_of_reading(blocks: list[Block]) -> int:
    """The place of the first section that is looked up rather than read; the end where there is none."""
    small = next((place for place, block in enumerate(blocks) if isinstance(block, SmallPrint)), len(blocks))
    sections = [place for place in range(small) if isinstance(blocks[place], Heading) and blocks[place].level <= 2]
    return sections[-1] if sections and small < len(blocks) else len(blocks)


def _without_empty(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """What is left of the blocks, and the names of the sections that are not."""
    kept: list[Block] = []
    empty: list[str] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if not isinstance(block, Heading) or block.level < 2:
            kept.append(block)
            place += 1
            continue
        end = next(
            (at for at in range(place + 1, len(blocks)) if _closes(blocks[at], block.level)),
            len(blocks),
        )
        section, within = _without_empty(blocks[place + 1 : end])
        if _says_nothing(section, bool(within)):
            empty.append(plain_inlines(block.content))
        else:
            kept += [block, *section]
            empty += within
        place = end
    return kept, empty


def _closes(block: Block, level: int) -> bool:
    return isinstance(block, Heading) and block.level <= level


def _says_nothing(section: list[Block], emptied: bool) -> bool:
    """Whether a section holds nothing, or only words that say so, behind paragraphs that introduce it."""
    if any(not isinstance(block, Paragraph) for block in section):
        return False
    return not section or section[-1].role == "empty" or (emptied and len(section) < 2)
