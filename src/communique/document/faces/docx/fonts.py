"""The bundled faces in the document itself, so that it looks the same where they are not installed.

Word wants a font it reads from a document disguised: its first 32 bytes are crossed with a key that stands beside it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from communique.document.faces.docx.markup import Element, made
from communique.document.faces.docx.styles import ARABIC, HEBREW, MONO, SANS, SERIF
from communique.document.faces.glyphs import FONTS

_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_DISGUISED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_MONO_STYLES = {"SourceText", "SourceWord"}


@dataclass(frozen=True)
class _Family:
    """A family: what stands for it in a program that reads no fonts from documents, its kind, and its files."""

    instead: str
    kind: str
    shape: str  # as fonts tell it (PANOSE)
    files: dict[str, str]  # by the weight or slant they are for


# The order is that of the schema: regular, bold, italic.
_FAMILIES = {
    SERIF: _Family(
        "Cambria, Georgia, Noto Serif, DejaVu Serif",
        "roman",
        "02060503050406000203",
        {"Regular": "Serif-Regular", "Bold": "Serif-SemiBold", "Italic": "Serif-Italic"},
    ),
    SANS: _Family(
        "Segoe UI, Calibri, Arial, Noto Sans",
        "swiss",
        "020B0503050203000203",
        {"Regular": "Sans-Regular", "Bold": "Sans-SemiBold", "Italic": "Sans-Italic"},
    ),
    MONO: _Family("Consolas, Menlo, Courier New", "modern", "020B0509050203000203", {"Regular": "Mono-Regular"}),
    ARABIC: _Family(
        "Segoe UI, Arial, Noto Naskh Arabic", "swiss", "020B0503050203000203", {"Regular": "SansArabic-Regular"}
    ),
    HEBREW: _Family(
        "Segoe UI, Arial, Noto Sans Hebrew", "swiss", "020B0503050203000203", {"Regular": "SansHebrew-Regular"}
    ),
}


def embed(document: Any, elements: Iterable[Element]) -> None:
    """Give the document its table of fonts, and the files of those that its text, in `elements`, is set in."""
    needed = {SERIF, SANS} | _asked_for(elements)
    package = document.part.package
    table = Part(PackURI("/word/fontTable.xml"), _FONT_TABLE, b"", package)
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    table._blob = serialize_part_xml(
        made("fonts", *(_font(name, family, table, needed) for name, family in _FAMILIES.items()))
    )


def _asked_for(elements: Iterable[Element]) -> set[str]:
    """The families that runs ask for by name or by style, beside those of every document."""
    found = set()
    for element in elements:
        found |= {each.get(qn("w:cs")) for each in element.iter(qn("w:rFonts"))}
        styles = {each.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for each in element.iter(qn(tag))}
        if styles & _MONO_STYLES:
            found.add(MONO)
    return found


def _font(name: str, family: _Family, table: Part, needed: Collection[str]) -> Element:
    """A family in the table of fonts, its files put beside it where they are needed."""
    told = made(
        "font",
        made("altName", val=family.instead),
        made("panose1", val=family.shape),
        made("family", val=family.kind),
        made("pitch", val="fixed" if name == MONO else "variable"),
        name=name,
    )
    for kind, file in family.files.items() if name in needed else ():
        key = uuid5(NAMESPACE_URL, file)
        content = _disguised((FONTS / f"IBMPlex{file}.ttf").read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/{file}.odttf"), _DISGUISED, content, table.package)
        embedded = made(f"embed{kind}", fontKey=f"{{{str(key).upper()}}}")
        embedded.set(qn("r:id"), table.relate_to(part, _FONT))
        told.append(embedded)
    return told


def _disguised(font: bytes, key: UUID) -> bytes:
    """The font with its first 32 bytes crossed twice with the key, last byte first."""
    crossed = bytes(one ^ other for one, other in zip(font[:32], key.bytes[::-1] * 2, strict=True))
    return crossed + font[32:]
