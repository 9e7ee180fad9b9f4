"""The pages of the processes in data/: small enough to send, and without fault by two checkers of PDF."""

from datetime import date
from io import BytesIO

import outloud
import pdfua
import pytest
from docx import Document
from docx.oxml.ns import qn

from communique.document.faces import docx, html, pdf

MOST = 700_000  # bytes of a page
MOST_OF_WORD = 1_600_000  # with 700,000 of fonts

FULLEST = [
    ("process", {"PROCESS": "geneva"}),
    ("process", {"PROCESS": "brexit"}),
    ("round", {"PROCESS": "geneva", "ROUND": 1}),
    ("round", {"PROCESS": "geneva", "ROUND": 7}),
]


@pytest.mark.parametrize(("notebook", "parameters"), FULLEST)
def test_a_page_is_small_enough_to_send(notebook, parameters, blocks_of):
    assert len(html.page(blocks_of(notebook, **parameters)).encode()) < MOST


@pytest.mark.parametrize(("notebook", "parameters"), FULLEST)
def test_a_pdf_is_accessible_by_both_checkers(notebook, parameters, blocks_of, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf.document(blocks_of(notebook, **parameters), date=date(2019, 9, 23)))

    assert [each for each in pdfua.validate(path).findings if each.severity >= pdfua.Severity.WARNING] == []
    assert [each for each in outloud.check(path).findings if each.severity == "error"] == []


@pytest.mark.parametrize(("notebook", "parameters"), [FULLEST[0], FULLEST[2], FULLEST[3]])
def test_a_word_file_is_small_enough_to_send_and_every_link_in_it_lands(notebook, parameters, blocks_of):
    content = docx.document(blocks_of(notebook, **parameters), date=date(2019, 9, 23))
    body = Document(BytesIO(content)).element.body
    told = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    wanted = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} - {None}

    assert len(content) < MOST_OF_WORD
    assert len(wanted) > 10
    assert wanted <= set(told)
    assert len({each.casefold() for each in told}) == len(told)
    assert all(each.get("descr") or len(each) for each in body.iter(qn("wp:docPr")))  # words, or the decorative mark
