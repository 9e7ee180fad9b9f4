"""Blocks as paragraphs, tables and pictures: the body of a document in Word, from the front to the colophon."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from communique.document.arrange import Arranged, every_block
from communique.document.faces.docx import tables
from communique.document.faces.docx.inlines import Bookmarks, Inlines
from communique.document.faces.docx.markup import Element, made, paragraph, text_run
from communique.document.faces.docx.notes import Notes
from communique.document.faces.docx.page import BULLETS, FINDINGS, counted_anew, goes_on, list_indent, section_of
from communique.document.faces.docx.pictures import TEXT_WIDTH, Pictures, pips, pips_width, swatch
from communique.document.faces.docx.styles import ACCENT, STRONG_RULE, STYLES
from communique.document.faces.layout import UNDESCRIBED, lay_out_cards, lay_out_statement, lay_out_table

_ROLES = {"": "Normal", "lead": "LeadParagraph", "note": "Note", "empty": "Empty"}
_UNDER_A_TABLE = 12  # points, which the paragraph after a table must bring along
_QUOTED = 12  # points by which a quotation is indented
_SWATCH = 6  # points
Told = Mapping[str, Any]


class Body:
    """The paragraphs and tables of a document, in the order they are read."""

    def __init__(self, document: Any, arranged: Arranged):
        self.document, self.arranged = document, arranged
        pictures = Pictures(dict(_drawings(arranged)))
        self.inlines = Inlines(document.part, Bookmarks(), pictures, Notes(document))
        self.elements: list[Element] = []
        self.indent = 0.0  # of quotations and lists that what is shown stands in
        self.quoted = False
        self.depth = 0  # of lists
        self.sections = 0  # of the sheet that have ended

    def made(self, title: str, colophon: str) -> list[Element]:
        """The elements of the whole body; `title` stands over a document that has no front."""
        self._front(self.arranged.front or {"title": title})
        self._blocks(self.arranged.blocks)
        self._add("Colophon", [text_run(colophon)])
        if self.sections:
            goes_on(self.document.element.body.sectPr)
        return self.elements

    def _add(self, style: str, content: Iterable[Element], **told: Any) -> None:
        """Add a paragraph; it keeps its distance from a table above."""
        if self._after_table() and (STYLES[style].before or 0) < _UNDER_A_TABLE:
            told.setdefault("before", _UNDER_A_TABLE)
        if self.indent:
            told.setdefault("indent", (self.indent + STYLES[style].left, STYLES[style].hanging))
        self.elements.append(paragraph(style, list(content), **told))

    def _add_table(self, table: Element) -> None:
        """Add a table; two without anything between them would be one."""
        if self._after_table():
            self.elements.append(paragraph("Spacer", []))
        self.elements.append(table)

    def _after_table(self) -> bool:
        return bool(self.elements) and self.elements[-1].tag.endswith("}tbl")

    # --- the first page -----------------------------------------------------------------------------------------------

    def _front(self, front: Told) -> None:
        if front.get("subtitle"):
            self._add("Subtitle", [text_run(front["subtitle"])])
        self._add("Title", [text_run(front["title"])])
        if front.get("headline"):
            self._add("Lead", [text_run(front["headline"])])
        for label, value in front.get("facts", ()):
            self._add(
                "Facts", [text_run(label, style="Label"), made("r", made("tab")), text_run(value, style="Strong")]
            )
        if front.get("notice"):
            self._add("Notice", [text_run(front["notice"])])
        sections = self.arranged.contents
        if len(sections) > 2:
            linked = [
                self.inlines.linked(each["target"], [text_run(each["label"], style="QuietLink")]) for each in sections
            ]
            self._add("Contents", _joined(linked, " · "))

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Told]) -> None:
        for block in blocks:
            getattr(self, f"_{block['kind']}")(block)

    def _heading(self, block: Told) -> None:
        content = self.inlines.bookmarks.around(block["id"], self.inlines.shown(block["content"]))
        self._add(f"Heading{min(block['level'] - 1, 5)}", content)

    def _paragraph(self, block: Told, **told: Any) -> None:
        content = list(self.inlines.shown(block["content"]))
        style = "Quote" if self.quoted and not block["role"] else _ROLES[block["role"]]
        if content:
            self._add(style, content, keep=block["keep"], **told)

    def _table(self, block: dict[str, Any]) -> None:
        lay_out_table(block)
        caption = list(self.inlines.shown(block["caption"]))
        if caption or block["id"]:
            self._add("Caption", self.inlines.bookmarks.around(block["id"], caption))
        self._add_table(tables.report_table(block, self.inlines))

    def _figure(self, block: Told) -> None:
        alt = "" if block["decorative"] else block["alt"].strip() or UNDESCRIBED
        pictures, part = self.inlines.pictures, self.inlines.part
        if block["media_type"] == "image/svg+xml":
            picture = pictures.drawn(part, block["data"], alt=alt)
        else:
            picture = pictures.given(part, block["data"], alt=alt)
        if block["caption"]:
            self._add("FigureCaption", self.inlines.shown(block["caption"]))
        if block["measure"]:
            self._add("FigureMeasure", self.inlines.shown(block["measure"]))
        follows = bool(block["source"]) or block["undescribed"]
        self._add("Figure" if follows else "FigureAlone", self.inlines.bookmarks.around(block["id"], [picture]))
        if block["undescribed"]:
            self._add("Empty", [text_run(alt)], keep=bool(block["source"]))
        if block["source"]:
            self._add("FigureSource", self.inlines.shown(block["source"]))

    def _cards(self, block: dict[str, Any]) -> None:
        lay_out_cards(block)
        self._add("Spacer", [])
        for table in tables.cards(block, self.inlines):
            self._add_table(table)
        if block["note"]:
            self._add("Note", self.inlines.shown(block["note"]))

    def _strip(self, block: Told) -> None:
        self._add("StripLabel", [text_run(block["label"])])
        for table in tables.strip(block):
            self._add_table(table)
        if block["note"]:
            self._add("Note", self.inlines.shown(block["note"]))

    def _statement(self, block: dict[str, Any]) -> None:
        lay_out_statement(block)
        number = [text_run(str(block["number"]), style="StatementNumber")]
        lines: list[tuple[str, Iterable[Element]]] = [
            ("Statement", [*self.inlines.bookmarks.around(block["id"], number), made("r", made("tab")),
                           *self.inlines.shown(block["content"])]),
        ]  # fmt: skip
        if block["details"]:
            lines.append(("StatementDetails", self.inlines.shown(block["details"])))
        if block["note"]:
            lines.append(("StatementNote", self.inlines.shown(block["note"])))
        if block["cited"]:
            linked = [
                self.inlines.linked(each["target"], [text_run(each["label"], style="Reference")])
                for each in block["cited"]
            ]
            lines.append(("StatementDetails", [text_run("Cited in "), *_joined(linked, ", ")]))
        for place, (style, content) in enumerate(lines, start=1):
            self._add(style, content, keep=place < len(lines) and not block["breakable"])

    def _quote(self, block: Told) -> None:
        before, self.quoted = self.quoted, True
        with self._indented(_QUOTED if before else 0):
            self._blocks(block["blocks"])
        self.quoted = before

    def _small_print(self, block: Told) -> None:
        self._end_section(columns=1)
        self._blocks(block["blocks"])
        self._end_section(columns=2)

    def _end_section(self, *, columns: int) -> None:
        """End a section of the sheet here, set in so many columns; what follows goes on upon the same page."""
        sheet = self.document.element.body.sectPr
        self.elements.append(paragraph("Spacer", []))
        self.elements[-1].get_or_add_pPr().append(section_of(sheet, columns, first=self.sections == 0))
        self.sections += 1

    def _code(self, block: Told) -> None:
        lines = [text_run(line) for line in block["text"].split("\n")]
        self._add("SourceText", [part for line in lines for part in (made("r", made("br")), line)][1:])

    def _rule(self, block: Told) -> None:
        self._add("Rule", [])

    # --- lists --------------------------------------------------------------------------------------------------------

    def _listing(self, block: Told) -> None:
        if block["role"] == "plain":
            for place, item in enumerate(block["items"], start=1):
                if block["keep"] and place == len(block["items"]) and item and item[-1]["kind"] == "paragraph":
                    item[-1]["keep"] = True
                self._blocks(item)
            return
        if block["role"] == "sources":
            for item in block["items"]:
                self._item(item, "ListSources", None)
            return
        style, kind = ("ListFindings", FINDINGS) if block["role"] == "findings" else ("ListBullet", BULLETS)
        if block["ordered"]:
            style, kind = "ListNumber", counted_anew(self.document, self.depth)
        for item in block["items"]:
            self._item(item, style, (kind, min(self.depth, 8)))

    def _item(self, item: Sequence[Told], style: str, number: tuple[int, int] | None) -> None:
        """Add an item: its first paragraph with its mark, what follows indented under it."""
        left, hanging = list_indent(number[1]) if number else (0, 0)
        first, *others = item if item and item[0]["kind"] == "paragraph" else [None, *item]
        content = self.inlines.shown(first["content"]) if first else []
        if first or number:
            keep = bool(first and first["keep"]) or bool(others)
            indent = (self.indent + left, hanging) if number and self.indent else None
            self._add(style, content, keep=keep, number=number, **({"indent": indent} if indent else {}))
        with self._indented(left, depth=1):
            self._blocks(others)

    @contextmanager
    def _indented(self, more: float, *, depth: int = 0) -> Iterator[None]:
        """A block in which what is shown is indented by so much more, within so many more lists."""
        before = self.indent, self.depth
        self.indent, self.depth = self.indent + more, self.depth + depth
        yield
        self.indent, self.depth = before


def _joined(parts: Sequence[Element], between: str) -> list[Element]:
    """The parts with a text between them."""
    return [each for part in parts for each in (text_run(between), part)][1:]


def _drawings(arranged: Arranged) -> Iterator[tuple[str, tuple[str, float]]]:
    """Yield every drawing of a document by name: its SVG, and its width in points."""
    for colour in arranged.colours:
        yield colour, (swatch(colour), _SWATCH)
    for block in every_block(arranged.blocks):
        if block["kind"] == "figure" and block["media_type"] == "image/svg+xml":
            yield block["data"], (block["data"], TEXT_WIDTH)
        for card in block["items"] if block["kind"] == "cards" else ():
            if card["steps"]:
                drawing = pips(card["position"], card["steps"], filled=f"#{ACCENT}", empty=f"#{STRONG_RULE}")
                yield tables.pips_name(card), (drawing, pips_width(card["steps"]))
