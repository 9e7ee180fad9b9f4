"""Footnotes, which python-docx does not make: Word's own, so that they renumber as somebody edits."""

from collections.abc import Iterable
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.story import StoryPart

from communique.document.faces.docx.markup import Element, made, paragraph, text_run

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}  # the lines between text and notes, by number


class Notes:
    """The footnotes of one document. Their part is there without any: the settings name the lines that it holds."""

    def __init__(self, document: Any):
        lines = [
            made("footnote", made("p", made("r", made(kind))), type=kind, id=number)
            for number, kind in SEPARATORS.items()
        ]
        place, element = PackURI("/word/footnotes.xml"), made("footnotes", *lines)
        self.part = StoryPart(place, CONTENT_TYPE.WML_FOOTNOTES, element, document.part.package)
        document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
        self.number = 0

    def add(self, content: Iterable[Element]) -> Element:
        """Put a note at the foot of the page; the run that stands for it in the text."""
        self.number += 1
        note = paragraph("FootnoteText", [_mark(made("footnoteRef")), text_run(" "), *content])
        self.part.element.append(made("footnote", note, id=self.number))
        return _mark(made("footnoteReference", id=self.number))


def _mark(number: Element) -> Element:
    """The run that shows the number of a note."""
    return made("r", made("rPr", made("rStyle", val="FootnoteReference")), number)
