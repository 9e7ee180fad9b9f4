"""A Word file as tests read it: its parts as XML, its text, its places, its pictures."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from communique.document.faces import docx

DAY = date(2017, 7, 14)


def opened(*blocks, **settings):
    """A document made of blocks, as python-docx reads it."""
    return Document(BytesIO(docx.document(blocks, date=DAY, **settings)))


def part(content, name):
    """A part of a file, as XML."""
    with ZipFile(BytesIO(content)) as file:
        return parse_xml(file.read(name))


def text_of(element):
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def style_of(paragraph):
    return paragraph.style.name


def places(content):
    """Names of bookmarks, and those that links lead to, over body and notes."""
    told, wanted = [], []
    for name in ("word/document.xml", "word/footnotes.xml"):
        xml = part(content, name)
        told += [each.get(qn("w:name")) for each in xml.iter(qn("w:bookmarkStart"))]
        wanted += [each.get(qn("w:anchor")) for each in xml.iter(qn("w:hyperlink"))]
    return told, [each for each in wanted if each]


def pictures(document):
    return list(document.element.body.iter(qn("wp:docPr")))


def is_decorative(picture):
    return any(each.tag.endswith("}decorative") and each.get("val") == "1" for each in picture.iter())
