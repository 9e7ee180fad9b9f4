"""The document as its faces need it: numbered, linked both ways, every string safe to show.

`arrange` turns blocks into plain dicts, the same for HTML and PDF, so that neither face decides anything about content:
footnotes have their numbers, headings and statements their ids, references know whether their target exists,
statements know which sections cite them, and addresses a report must not link to have become text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from itertools import count as count_from
from typing import Any

from communique.document import (
    Block,
    Card,
    Code,
    Column,
    Count,
    Figure,
    Footnote,
    Front,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Quote,
    Reference,
    StatementEntry,
    Swatch,
    Tag,
    Text,
    flatten,
)
from communique.report.legible import identifier, legible, legible_lines, runs, web_address
from communique.report.plain import plain_inlines

RESERVED = ("content", "contents", "notes")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass
class Arranged:
    """A document ready for a face.

    `front` is the first `Front`, or None; `blocks` are the others. `contents` lists the sections
    (``label``, ``target``, and their ``parts`` alike); `notes` the footnotes in order (``number``, ``id``, ``back``, ``content``);
    `colours` the colours of swatches in use; `unresolved` the targets of references that lead nowhere.
    """

    front: dict[str, Any] | None = None
    blocks: list[dict[str, Any]] = field(default_factory=list)
    contents: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


def arrange(blocks: Iterable[Block], *, partial: bool = False) -> Arranged:
    """The document that `blocks` make.

    `partial` is for one cell's blocks on their own: references may lead out of them, and nothing but what has an
    anchor gets an id, so that the ids of several cells on one page do not clash.
    """
    return _Arranger(list(flatten(blocks)), partial=partial).arranged


class _Arranger:
    """Walks the blocks once to give out ids and once to arrange them."""

    def __init__(self, blocks: list[Block], *, partial: bool):
        self.partial = partial
        self.arranged = Arranged()
        self.ids: dict[str, str] = {}  # anchor as written -> id in the document
        self.taken: set[str] = set(RESERVED)
        self.own_ids: dict[int, str] = {}  # id() of a block -> its id in the document
        self.section = ""
        self.level = 1
        self.citations: dict[
            str, dict[str, str]
        ] = {}  # id of a statement -> section -> id of its first reference there
        self.references = 0
        self._give_ids(blocks)
        for block in blocks:
            self._add(block)
        self._tell_statements(self.arranged.blocks)

    # --- ids ------------------------------------------------------------------------------------------------------

    def _give_ids(self, blocks: Iterable[Block]) -> None:
        """Give every block with an anchor, and every heading, an id of its own."""
        for block in blocks:
            anchor = getattr(block, "anchor", "")
            if anchor or isinstance(block, Heading):
                own = self._free_id(anchor or plain_inlines(block.content).lower())
                self.own_ids[id(block)] = own
                self.ids.setdefault(anchor or own, own)
            for inner in _inner(block):
                self._give_ids(inner)

    def _free_id(self, wanted: str) -> str:
        """`wanted` as an id that nothing else has; the second of a kind ends in "-2"."""
        base = identifier(wanted)
        endings = chain([""], (f"-{count}" for count in count_from(2)))
        own = next(each for each in (base + ending for ending in endings) if each not in self.taken)
        self.taken.add(own)
        return own

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _add(self, block: Block) -> None:
        """Add a block of the top level: the first front opens the document, a further one is a section."""
        if isinstance(block, Front) and self.arranged.front is None:
            self.arranged.front = self._block(block)
        elif isinstance(block, Front):
            for part in (Heading(2, block.title), Paragraph(block.headline)):
                self._give_ids([part])
                self.arranged.blocks.append(self._block(part))
        else:
            self.arranged.blocks.append(self._block(block))

    def _blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [self._block(block) for block in flatten(blocks)]

    def _block(self, block: Block) -> dict[str, Any]:
        """One block as a dict: its kind, its id, its fields."""
        if isinstance(block, Heading):
            block = self._heading(block)
        told = {"kind": block.kind, "id": self.own_ids.get(id(block), "")}
        told |= {
            each.name: self._value(block, getattr(block, each.name)) for each in fields(block) if each.name != "anchor"
        }
        match block:
            case Code():
                told["text"] = legible_lines(block.text)
            case Figure():
                told |= {"data": block.data, "undescribed": not (block.alt.strip() or block.decorative)}
            case StatementEntry():
                told["cited"] = []
        return told

    def _heading(self, heading: Heading) -> Heading:
        """The heading at a level that skips none; those of level 2 and 3 are sections and enter the contents."""
        own = self.own_ids[id(heading)]
        self.level = max(2, min(heading.level, self.level + 1, 6))
        if self.level <= 3:
            self.section = plain_inlines(heading.content)
            entry = {"label": legible(self.section), "target": own, "parts": []}
            contents = self.arranged.contents
            (contents if self.level == 2 else contents[-1]["parts"]).append(entry)
        levelled = replace(heading, level=self.level)
        self.own_ids[id(levelled)] = own
        return levelled

    def _value(self, block: Block, value: Any) -> Any:
        """The value of a field, made ready for a face."""
        match value:
            case str():
                return legible(value)
            case Card():
                return self._card(value)
            case Column() | Count():
                return {each.name: self._value(block, getattr(value, each.name)) for each in fields(value)}
            case Block():
                return self._block(value)
            case tuple() | list() if value and all(isinstance(each, Block) for each in value):
                return self._blocks(value)
            case tuple() | list():
                return [self._value(block, each) for each in value]
        return self._inline(value, block) if isinstance(value, Inline) else value

    def _card(self, card: Card) -> dict[str, Any]:
        """A card, with the number of steps on its ladder and its position in words."""
        steps = max(card.of - 1, 0)
        told = {each.name: self._value(None, getattr(card, each.name)) for each in fields(card)}
        place = f"stage {card.position} of {steps}" if card.position >= 0 else ""
        return told | {"steps": steps, "place": place, "target": self._target(card.target) if card.target else ""}

    # --- inlines --------------------------------------------------------------------------------------------------

    def _inline(self, inline: Inline, block: Block) -> dict[str, Any]:
        """One inline as a dict: its kind, its text as runs of one direction, where it leads."""
        match inline:
            case Text(text, style):
                return {"kind": "text", "style": style, "runs": runs(legible(text))}
            case Link(text, url):
                return self._link(legible(text), url)
            case Reference():
                return self._reference(inline, cites=not isinstance(block, StatementEntry))
            case Tag(text, tone):
                return {"kind": "tag", "tone": tone, "runs": runs(legible(text))}
            case Swatch(colour):
                return self._swatch(colour.lower())
            case Footnote(content):
                return self._footnote(content, block)
        return {"kind": "break"}

    def _link(self, text: str, url: str) -> dict[str, Any]:
        """A link to a web address; an address a report must not link to is shown behind its text instead."""
        address = web_address(url)
        if address:
            return {"kind": "link", "runs": runs(text or legible(url)), "url": address}
        shown = text if legible(url) in ("", text) else f"{text} ({legible(url)})"
        return {"kind": "text", "style": "", "runs": runs(shown)}

    def _reference(self, reference: Reference, *, cites: bool) -> dict[str, Any]:
        """A reference; the first one of a section to a statement gets an id, for the statement to lead back to."""
        target, own = self._target(reference.target), ""
        if target and cites and not self.partial:
            sections = self.citations.setdefault(target, {})
            if self.section not in sections:
                self.references += 1
                own = sections[self.section] = f"ref-{self.references}"
        label, description = legible(reference.label), legible(reference.description)
        return {"kind": "reference", "runs": runs(label), "description": description, "target": target, "id": own}

    def _target(self, anchor: str) -> str:
        """The id that an anchor leads to, "" where there is none."""
        if self.partial:
            return identifier(anchor)
        if anchor not in self.ids:
            self.arranged.unresolved.append(anchor)
        return self.ids.get(anchor, "")

    def _swatch(self, colour: str) -> dict[str, Any]:
        if not _COLOUR.fullmatch(colour):
            return {"kind": "swatch", "colour": ""}
        if colour not in self.arranged.colours:
            self.arranged.colours.append(colour)
        return {"kind": "swatch", "colour": colour}

    def _footnote(self, content: tuple[Inline, ...], block: Block) -> dict[str, Any]:
        """A footnote's number here; its text goes to the notes."""
        number = len(self.arranged.notes) + 1
        note = {"number": number, "id": f"note-{number}", "back": f"back-{number}", "content": []}
        self.arranged.notes.append(note)
        note["content"] = [self._inline(each, block) for each in content]
        return {"kind": "footnote", "note": note}

    # --- afterwards -----------------------------------------------------------------------------------------------

    def _tell_statements(self, blocks: list[Mapping[str, Any]]) -> None:
        """Tell every statement which sections cite it."""
        for block in blocks:
            if block["kind"] == "statement":
                found = self.citations.get(block["id"], {})
                block["cited"] = [
                    {"label": legible(section), "target": own} for section, own in found.items() if section
                ]
            for inner in block.get("items", []) if block["kind"] == "listing" else [block.get("blocks", [])]:
                self._tell_statements(inner)


def _inner(block: Block) -> Iterable[Iterable[Block]]:
    """The lists of blocks within a block."""
    if isinstance(block, Listing):
        return [list(flatten(item)) for item in block.items]
    return [list(flatten(block.blocks))] if isinstance(block, Quote) else []
