"""Inlines as runs, links and bookmarks: what stands within a paragraph."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from communique.document.faces.docx.markup import Element, made, text_run
from communique.document.faces.docx.notes import Notes
from communique.document.faces.docx.pictures import Pictures
from communique.document.faces.docx.styles import ARABIC, HEBREW
from communique.document.faces.layout import words

_LONGEST = 40  # characters of a bookmark's name
_LONGEST_HINT = 250  # characters of the words shown over a link
_LONGEST_TAG = 32  # characters
_STYLES = {"": "", "strong": "Strong", "emphasis": "Emphasis", "code": "SourceWord", "term": "Term", "cue": "Cue"}
_LANGUAGES = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL"}
Inlined = list[Mapping[str, Any]]


class Bookmarks:
    """The places of a document that links lead to, under names that Word takes."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.taken: set[str] = set()
        self.numbers = count(1)

    def name(self, own: str) -> str:
        """What Word calls the place with this id: a letter, then letters, digits and _, no two alike in any case."""
        if own not in self.names:
            base = re.sub(r"\W|^(?=[^A-Za-z])", "_", own, flags=re.ASCII)
            base = (f"p{base}" if base.startswith("_") else base)[:_LONGEST]
            name, number = base, 1
            while name.casefold() in self.taken:
                number += 1
                name = f"{base[: _LONGEST - 8]}_{number}"
            self.taken.add(name.casefold())
            self.names[own] = name
        return self.names[own]

    def around(self, own: str, content: Iterable[Element]) -> list[Element]:
        """The content as a place that links lead to; as it is where it has no id."""
        if not own:
            return list(content)
        number = next(self.numbers)
        return [made("bookmarkStart", id=number, name=self.name(own)), *content, made("bookmarkEnd", id=number)]


class Inlines:
    """Makes what stands in the paragraphs of one part of a document: its body, or its footnotes."""

    def __init__(self, part: Any, bookmarks: Bookmarks, pictures: Pictures, notes: Notes):
        self.part, self.bookmarks, self.pictures, self.notes = part, bookmarks, pictures, notes
        self.in_note = False

    def shown(self, content: Inlined) -> Iterator[Element]:
        """Yield the elements that inlines make."""
        for each in content:
            yield from self._one(each)

    def linked(self, target: str, content: Iterable[Element], *, hint: str = "") -> Element:
        """A link to a place of the document."""
        link = made("hyperlink", *content, anchor=self.bookmarks.name(target), history=1)
        if hint:
            link.set(qn("w:tooltip"), hint[:_LONGEST_HINT])
        return link

    def _one(self, each: Mapping[str, Any]) -> Iterator[Element]:
        match each["kind"]:
            case "text":
                struck = made("strike") if each["style"] == "strike" else None
                yield from runs(each["runs"], struck, style=_STYLES.get(each["style"], ""))
            case "link":
                key = self.part.relate_to(each["url"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = made("hyperlink", *runs(each["runs"], style="Hyperlink"), history=1)
                link.set(qn("r:id"), key)
                yield link
            case "reference" if each["target"]:
                link = self.linked(each["target"], runs(each["runs"], style="Reference"), hint=each["description"])
                yield from self.bookmarks.around(each["id"], [link])
            case "reference":
                yield from runs(each["runs"])
            case "tag":
                yield from runs(_whole(each["runs"]), style=f"Tag{each['tone']}")
            case "swatch" if each["colour"]:
                yield self.pictures.drawn(self.part, each["colour"])
                yield text_run("\u00a0")
            case "footnote":
                yield from self._noted(each["note"]["content"])
            case "break":
                yield made("r", made("br"))

    def _noted(self, content: Inlined) -> Iterator[Element]:
        """Yield the mark of a footnote; a note within a note, which Word does not have, stands there in brackets."""
        if self.in_note:
            yield text_run(f" ({words(list(content))})")
            return
        inner = Inlines(self.notes.part, self.bookmarks, self.pictures, self.notes)
        inner.in_note = True
        yield self.notes.add(list(inner.shown(content)))


def _whole(told: Inlined) -> Inlined:
    """The runs of a tag with room at its ends; one that fits into a column does not break."""
    room = {"text": "\u00a0", "lang": "", "dir": ""}
    if sum(len(run["text"]) for run in told) <= _LONGEST_TAG:
        told = [{**run, "text": run["text"].replace(" ", "\u00a0")} for run in told]
    return [room, *told, room]


def runs(told: Iterable[Mapping[str, str]], *properties: Element | None, style: str = "") -> Iterator[Element]:
    """Yield runs of text, each in the direction and language it is written in."""
    for run in told:
        if run["dir"] != "rtl":
            yield text_run(run["text"], *properties, style=style)
            continue
        face = made("rFonts", cs=HEBREW if run["lang"] == "he" else ARABIC)
        told_in = made("lang", bidi=_LANGUAGES[run["lang"]])
        yield text_run(run["text"], face, *properties, made("rtl"), told_in, style=style)
        yield text_run("\u200e")  # a left-to-right mark, lest figures that follow are drawn into the run
