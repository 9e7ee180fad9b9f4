"""The document as its faces need it: numbered, linked both ways, every string safe to show.

`arrange` turns blocks into plain dicts, the same for HTML and PDF, so that neither face decides anything about content:
footnotes have their numbers, headings and statements their ids, references know whether their target exists,
statements know which sections cite them, and addresses a report must not link to have become text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from communique.document.anchors import anchored
from communique.document.blocks import (
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
    Paragraph,
    Reference,
    SmallPrint,
    StatementEntry,
    Swatch,
    Table,
    Tag,
    Text,
    flatten,
)
from communique.document.condense import condensed
from communique.document.legible import identifier, legible, legible_lines, runs, web_address
from communique.document.plain import plain_inlines

_PERCENT = re.compile(r"(?<=\d) (?=%)")  # where a number must not part from its sign
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass
class Arranged:
    """A document ready for a face.

    `front` is the first `Front`, or None; `blocks` are the others. `contents` lists the sections (``label``,
    ``target``, their ``parts`` alike, and whether they are ``looked_up`` rather than read); `notes` the footnotes
    (``number``, ``id``, ``back``, ``content``); `colours` the colours of swatches in use; `unresolved` the targets of
    references that lead nowhere.
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
    return _Arranger(blocks, partial=partial).arranged


def every_block(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every block and every block within it."""
    for block in blocks:
        yield block
        inner = [block.get("blocks", [])] if block["kind"] != "listing" else block["items"]
        for each in inner:
            yield from every_block(each)


class _Arranger:
    """Walks through the blocks and keeps count: of sections, references, notes, colours."""

    def __init__(self, blocks: Iterable[Block], *, partial: bool):
        self.partial = partial
        self.arranged = Arranged()
        self.section, self.level = "", 1
        self.citations: dict[str, dict[str, str]] = {}  # id of a statement: section: id of the first reference there
        self.references = 0
        front, blocks = _with_one_front(flatten(blocks) if partial else condensed(blocks))
        blocks, self.ids = anchored(blocks)
        self.arranged.front = self._block(front) if front else None
        self.arranged.blocks = self._blocks(blocks)
        self._tell_statements(self.arranged.blocks)

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """The blocks as dicts; what leads to the next block keeps with it, and so does what a note belongs to."""
        arranged = [self._block(block) for block in blocks if _is_shown(block)]
        nothing = {"kind": "", "level": 0}
        for before, block, following in zip([nothing, *arranged], arranged, [*arranged[1:], nothing], strict=False):
            if block["kind"] == "paragraph":
                block["keep"] = _leads(before, block, following)
            elif block["kind"] == "listing":
                block["keep"] = _is_note(following)
        return arranged

    def _block(self, block: Block) -> dict[str, Any]:
        """One block as a dict: its kind, its id, its fields."""
        match block:
            case Heading():
                block = self._heading(block)
            case Table():
                block = _squared(block)
        shown = {"kind": block.kind, "id": getattr(block, "anchor", "")}
        named = {each.name: getattr(block, each.name) for each in fields(block) if each.name not in ("data", "narrow")}
        shown |= {name: self._value(block, value) for name, value in named.items()}
        match block:
            case Code():
                shown["text"] = legible_lines(block.text)
            case Figure():
                shown |= {"data": block.data, "narrow": block.narrow}
                shown |= {"undescribed": not (block.alt.strip() or block.decorative)}
            case StatementEntry():
                shown["cited"] = []
            case SmallPrint() if self.arranged.contents:
                self.arranged.contents[-1]["looked_up"] = True
        return shown

    def _heading(self, heading: Heading) -> Heading:
        """The heading at a level that skips none; those of level 2 and 3 are sections and enter the contents."""
        self.level = max(2, min(heading.level, self.level + 1, 6))
        if self.level <= 3:
            self.section = plain_inlines(heading.content)
            entry = {"label": legible(self.section), "target": heading.anchor, "parts": [], "looked_up": False}
            contents = self.arranged.contents
            (contents if self.level == 2 else contents[-1]["parts"]).append(entry)
        return replace(heading, level=self.level)

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
                return _bound([self._value(block, each) for each in value])
        return self._inline(value, block) if isinstance(value, Inline) else value

    def _card(self, card: Card) -> dict[str, Any]:
        """A card, with the number of steps on its ladder and its position in words."""
        steps = max(card.of - 1, 0)
        shown = {each.name: self._value(None, getattr(card, each.name)) for each in fields(card)}
        place = f"stage {card.position} of {steps}" if card.position >= 0 else ""
        return shown | {"steps": steps, "place": place, "target": self._target(card.target) if card.target else ""}

    # --- inlines --------------------------------------------------------------------------------------------------

    def _inline(self, inline: Inline, block: Block) -> dict[str, Any]:
        """One inline as a dict: its kind, its text as runs of one direction, where it leads."""
        match inline:
            case Text(text, style):
                return {"kind": "text", "style": style, "runs": runs(_PERCENT.sub("\u00a0", legible(text)))}
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
                sections = self.citations.get(block["id"], {})
                block["cited"] = [
                    {"label": legible(section), "target": own} for section, own in sections.items() if section
                ]
            for inner in block.get("items", []) if block["kind"] == "listing" else [block.get("blocks", [])]:
                self._tell_statements(inner)


def _bound(told: list[Any]) -> list[Any]:
    """The inlines with the first of several references bound to the word before it, lest it begin a line of its own."""
    for before, space, after in zip(told, told[1:], told[2:], strict=False):
        kinds = [each.get("kind") if isinstance(each, dict) else None for each in (before, space, after)]
        if kinds == ["text", "text", "reference"] and [run["text"] for run in space["runs"]] == [" "]:
            space["runs"][0]["text"] = "\u00a0"
    return told


def _with_one_front(blocks: Iterable[Block]) -> tuple[Front | None, list[Block]]:
    """The first front, and the other blocks; a further front becomes a section of its own."""
    first, others = None, []
    for block in blocks:
        if not isinstance(block, Front):
            others.append(block)
        elif first is None:
            first = block
        else:
            others += [Heading(2, block.title), Paragraph(block.headline)]
    return first, others


def _leads(before: Mapping[str, Any], paragraph: Mapping[str, Any], following: Mapping[str, Any]) -> bool:
    """Whether a paragraph must stand on the page of what follows.

    So does one that leads to a list, table or figure, or under a heading to a subsection; the first, if short, of a
    section; and one to which a note is added.
    """
    length = sum(len(run["text"]) for each in paragraph["content"] for run in each.get("runs", ()))
    opens = before["kind"] == "heading"
    match following["kind"]:
        case "figure" | "table" | "listing":
            return length < (320 if opens else 160)
        case "heading":
            return opens and following["level"] > before["level"] and length < 320
        case "paragraph":
            return length < 160 and (opens or _is_note(following))
    return False


def _is_note(block: Mapping[str, Any]) -> bool:
    return block["kind"] == "paragraph" and block["role"] == "note"


def _is_shown(block: Block) -> bool:
    """Whether there is anything to show of a block: not of an empty heading, nor of a table without cells."""
    if isinstance(block, Heading):
        return bool(plain_inlines(block.content).strip())
    return not isinstance(block, Table) or bool(block.columns or any(block.rows))


def _squared(table: Table) -> Table:
    """The table with as many cells in every row as it has columns; empty ones fill what is missing of either."""
    width = max(map(len, [table.columns, *table.rows]))
    columns = (*table.columns, *[Column("")] * (width - len(table.columns)))
    return replace(
        table, columns=columns, rows=[[*map(_trimmed, row), *[()] * (width - len(row))] for row in table.rows]
    )


def _trimmed(cell: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The cell without white space at its edges, which would shift its text against the cells above and below."""
    if cell and isinstance(cell[0], Text):
        cell = (replace(cell[0], text=cell[0].text.lstrip()), *cell[1:])
    if cell and isinstance(cell[-1], Text):
        cell = (*cell[:-1], replace(cell[-1], text=cell[-1].text.rstrip()))
    return cell
