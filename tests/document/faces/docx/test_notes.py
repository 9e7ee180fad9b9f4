"""Footnotes are Word's own."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn

from communique.document.blocks import Footnote, Front, Paragraph
from communique.document.faces import docx

from .reading import DAY, part, text_of


def test_footnotes_are_those_of_word(document, made):
    content = made(document)
    notes = part(content, "word/footnotes.xml")
    marks = [each.get(qn("w:id")) for each in part(content, "word/document.xml").iter(qn("w:footnoteReference"))]

    assert [each.get(qn("w:id")) for each in notes] == ["-1", "0", "1", "2"]
    assert marks == ["1", "2"]
    assert text_of(notes[2]) == " A note with a link"
    with ZipFile(BytesIO(content)) as file:
        assert b"https://example.org/" in file.read("word/_rels/footnotes.xml.rels")


def test_a_note_within_a_note_stands_in_brackets():
    made = docx.document([Front("T"), Paragraph(Footnote(["Outer", Footnote("inner")]))], date=DAY)
    (note,) = list(part(made, "word/footnotes.xml"))[2:]

    assert text_of(note) == " Outer (inner)"
