"""Word files as their author would see them: changes accepted, what is hidden left out, notes at the end."""

import io
import zipfile
from datetime import date

from communique.sources.documents.parsers import DocumentRefused, day

MOST_UNPACKED = 128 * 2**20
TEMPLATE = date(2013, 12, 23)  # what Word's own template says of every file made from it by a program
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = frozenset(W + name for name in ("del", "moveFrom", "delText", "instrText", "pict", "rPr", "pPr"))
NOTES = ("footnotes", "endnotes")


def docx(content: bytes) -> dict:
    """Paragraphs of a Word file in their order, cells of tables and content controls too, then its notes.

    Tracked changes are read as accepted, and a note tells that there were some; comments are left out.
    """
    _refuse_unfit(content)
    from docx import Document

    document = Document(io.BytesIO(content))
    rows = list(_paragraphs(document.element.body))
    for part in document.part.package.iter_parts():
        if any(part.partname.endswith(f"/{name}.xml") for name in NOTES):
            rows += _paragraphs(_tree(part.blob))
    told = document.core_properties
    made = "" if told.created and told.created.date() == TEMPLATE else day(told.created)
    changes = document.element.body.iter(*(W + name for name in ("ins", "del", "moveTo", "moveFrom")))
    return {
        "text": "\n\n".join(row for row in rows if row),
        "title": "" if told.title == "Word Document" else told.title or "",
        "author": "" if told.author == "python-docx" else told.author or "",
        "made": made,
        "notes": ["tracked changes were read as accepted"] if next(changes, None) is not None else [],
    }


def _refuse_unfit(content: bytes) -> None:
    """Refuse what is damaged, unpacks to too much, or defines entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > MOST_UNPACKED or len(archive.infolist()) > 10_000:
                raise DocumentRefused(
                    f"it unpacks to {unpacked / 2**20:,.0f} MB; at most {MOST_UNPACKED >> 20} MB are read"
                )
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        if b"<!DOCTYPE" in part.read(4096) or b"<!ENTITY" in part.read(4096):
                            raise DocumentRefused("it defines XML entities, which no Word file needs; save it anew")
    except zipfile.BadZipFile:
        raise DocumentRefused("damaged: not a complete Word file") from None


def _tree(content: bytes):
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _paragraphs(root):
    """Yield the text of each paragraph below an element; what was deleted or moved away has none."""
    for paragraph in root.iter(W + "p"):
        if not any(element.tag in GONE for element in paragraph.iterancestors()):
            yield "".join(_pieces(paragraph)).strip()


def _pieces(element):
    """Yield the visible text of a paragraph: runs, inserted and moved ones too, without what a text box holds."""
    for child in element:
        if child.tag in GONE or child.tag == W + "p" or (child.tag == W + "r" and _is_hidden(child)):
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in (W + "tab", W + "br", W + "cr"):
            yield "\n" if child.tag != W + "tab" else " "
        elif child.tag == W + "noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _is_hidden(run) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val", "true") not in ("0", "false")
