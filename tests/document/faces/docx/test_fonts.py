"""The bundled faces come along in a Word file as Word wants them, and no more of them than it needs."""

import re
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn

from communique.document.blocks import Footnote, Front, Paragraph, Text
from communique.document.faces import docx

from .reading import DAY, part


def test_the_bundled_faces_come_along_and_have_what_stands_for_them(document, made):
    content = made(document)
    fonts = {each.get(qn("w:name")): each for each in part(content, "word/fontTable.xml")}
    named = {each.get(qn("w:ascii")) for each in part(content, "word/styles.xml").iter(qn("w:rFonts"))}

    assert named - {None} <= set(fonts)
    assert fonts["IBM Plex Serif"].find(qn("w:altName")).get(qn("w:val")).startswith("Cambria")
    assert [each.tag.rpartition("}")[2] for each in fonts["IBM Plex Sans"]][-3:] == [
        "embedRegular",
        "embedBold",
        "embedItalic",
    ]


def test_an_embedded_font_is_the_bundled_one_disguised_as_word_wants_it(document, made, root):
    content = made(document)
    font = next(each for each in part(content, "word/fontTable.xml") if each.get(qn("w:name")) == "IBM Plex Serif")
    key = bytes.fromhex(re.sub("[{}-]", "", font.find(qn("w:embedRegular")).get(qn("w:fontKey"))))[::-1] * 2
    with ZipFile(BytesIO(content)) as file:
        disguised = file.read("word/fonts/Serif-Regular.odttf")
    bundled = (root / "src/communique/document/faces/fonts/IBMPlexSerif-Regular.ttf").read_bytes()

    assert bytes(a ^ b for a, b in zip(disguised[:32], key, strict=True)) + disguised[32:] == bundled


def test_only_faces_that_are_needed_come_along():
    def files(*blocks):
        with ZipFile(BytesIO(docx.document([Front("T"), *blocks], date=DAY))) as file:
            return {each.partition("fonts/")[2] for each in file.namelist() if each.startswith("word/fonts/")}

    assert len(files()) == 6
    assert files(Paragraph("שלום")) - files() == {"SansHebrew-Regular.odttf"}
    assert files(Paragraph(Footnote("شكرا"))) - files() == {"SansArabic-Regular.odttf"}
    assert files(Paragraph(Text("x", "code"))) - files() == {"Mono-Regular.odttf"}
