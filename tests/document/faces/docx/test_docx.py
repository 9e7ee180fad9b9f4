"""What the Word face is as a whole: it says what it is, is the same bytes twice, and hostile text stays text."""

import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pypdf import PdfReader

from communique.document import paper
from communique.document.blocks import Column, Front, Paragraph, Table
from communique.document.faces import docx

from .reading import DAY, opened, style_of, text_of

SOFFICE = shutil.which("soffice")


def test_the_document_says_what_it_is(document, made):
    told = Document(BytesIO(made(document))).core_properties

    assert (told.title, told.author, told.last_modified_by) == ("Talks: Round VII", "Communiqué", "Communiqué")
    assert (told.subject, told.language, told.revision) == ("No breakthrough", "en-GB", 1)
    assert told.created.date() == told.modified.date() == DAY


@pytest.mark.parametrize(("language", "told"), [("en", "en-GB"), ("en-US", "en-US"), ("ar", "ar")])
def test_the_language_of_the_text_is_told_to_what_checks_spelling(language, told):
    made = opened(Front("T"), language=language)

    assert made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == told


def test_the_same_blocks_make_the_same_bytes(document, made):
    assert made(document) == docx.document(document, date=DAY, running_head="Talks · VII")


def test_hostile_text_shows_as_its_characters_and_does_nothing(hostile_document, hostile):
    content = docx.document(hostile_document, date=DAY, title=hostile, running_head=hostile, colophon=hostile)
    with ZipFile(BytesIO(content)) as file:
        names = [each for each in file.namelist() if each.endswith((".xml", ".rels"))]
        xml = {each: parse_xml(file.read(each)) for each in names if each.startswith("word/")}
    shown = text_of(xml["word/document.xml"])

    assert shown.count("<script>alert(1)</script>") > 10
    assert "root:" not in shown
    fields = {each.get(qn("w:instr")) for told in xml.values() for each in told.iter(qn("w:fldSimple"))}
    assert fields == {" PAGE ", " NUMPAGES "}
    assert not [
        each for told in xml.values() for each in told.iter(qn("w:instrText"), qn("w:object"), qn("w:altChunk"))
    ]
    outside = [
        each.get("Target")
        for name, told in xml.items()
        if name.endswith(".rels")
        for each in told
        if each.get("TargetMode") == "External"
    ]
    assert outside
    assert all(each.startswith("https://example.org/") for each in outside)
    Document(BytesIO(content))


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\u202e", "\ue000", "\U0010ffff", "\x85"]
)
def test_characters_that_xml_has_no_place_for_never_stop_the_report(character):
    text = f"a{character}b"
    made = opened(
        Front(text, text, text, ((text, text),), text),
        Table(text, (Column(text),), [[text]]),
        title=text, description=text, running_head=text, colophon=text, language=text,
    )  # fmt: skip

    assert re.fullmatch("a[\ufffd ]b", made.paragraphs[1].text)
    assert re.fullmatch("a[\ufffd ]b", made.core_properties.title)


def test_a_document_without_a_front_has_its_title():
    assert [style_of(each) for each in opened(Paragraph("a"), title="Notes").paragraphs][:1] == ["Title"]


@pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice (soffice)")
def test_libreoffice_opens_it_and_finds_all_there(document, made, tmp_path):
    (tmp_path / "report.docx").write_bytes(made(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "report.pdf").pages
    shown = " ".join(" ".join(page.extract_text() for page in pages).split())

    for words in ("Talks: Round VII", "Mentions by family", "She saw progress.", "A note with a link", "Page 1 of"):
        assert words in shown
    fonts = {str(each.get_object()["/BaseFont"]) for page in pages for each in page["/Resources"]["/Font"].values()}
    assert any("IBMPlexSerif" in each for each in fonts)
    boxes = [float(page.mediabox.width) for page in pages]
    assert boxes == pytest.approx([paper.WIDTH / 25.4 * 72] * len(boxes), abs=1)
