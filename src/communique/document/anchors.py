"""Ids for the parts of a document: one of its own for every heading and everything that has an anchor."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, count

from communique.document.blocks import Block, Heading, Listing, Quote, SmallPrint, flatten
from communique.document.legible import identifier
from communique.document.plain import plain_inlines

RESERVED = re.compile(r"content|contents|notes|(?:note|back|ref)-\d+")  # ids the faces give out themselves


def anchored(blocks: Iterable[Block]) -> tuple[list[Block], dict[str, str]]:
    """The blocks, their anchors made unique ids, and the id that each anchor, as written, leads to.

    Headings without an anchor get an id from their text. Of several blocks with the same anchor the first keeps it.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()

    def with_id(block: Block) -> Block:
        if isinstance(block, Listing):
            return replace(block, items=tuple(tuple(map(with_id, flatten(item))) for item in block.items))
        if isinstance(block, (Quote, SmallPrint)):
            return replace(block, blocks=tuple(map(with_id, flatten(block.blocks))))
        written = getattr(block, "anchor", "") or (plain_inlines(block.content) if isinstance(block, Heading) else "")
        if not written:
            return block
        own = _free(identifier(written if block.anchor else written.lower()), taken)
        taken.add(own)
        ids.setdefault(block.anchor or own, own)
        return replace(block, anchor=own)

    return [with_id(block) for block in flatten(blocks)], ids


def _free(base: str, taken: set[str]) -> str:
    """`base`, or where that is taken the first of ``base-2``, ``base-3`` ... that is not."""
    candidates = chain([base], (f"{base}-{place}" for place in count(2)))
    return next(each for each in candidates if each not in taken and not RESERVED.fullmatch(each))
