"""The sheet, its running head and page numbers, and the properties of a document in Word."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from communique.document import paper
from communique.document.blocks import Front

from .reading import opened


def test_no_property_is_longer_than_word_takes():
    assert len(opened(Front("long " * 100, headline="x" * 400)).core_properties.title) <= 255


def test_the_sheet_is_that_of_every_face_on_paper(document, made):
    section, *_ = Document(BytesIO(made(document))).sections

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (paper.WIDTH, paper.HEIGHT)
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == paper.MARGIN
    assert (round(section.top_margin.mm), round(section.bottom_margin.mm)) == (paper.TOP, paper.BOTTOM)


def test_every_page_but_the_first_has_the_running_head_and_all_have_numbers(document, made):
    section, *_ = Document(BytesIO(made(document))).sections

    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Talks · VII"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")).strip() for each in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
