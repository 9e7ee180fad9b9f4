"""The pages of the processes in data/: small enough to send, and without fault by two checkers of PDF."""

from datetime import date

import outloud
import pdfua
import pytest

from communique.document.faces import html, pdf

MOST = 600_000  # bytes of a page

FULLEST = [
    ("process", {"PROCESS": "geneva"}),
    ("process", {"PROCESS": "brexit"}),
    ("round", {"PROCESS": "geneva", "ROUND": 1}),
    ("round", {"PROCESS": "geneva", "ROUND": 7}),
    ("round", {"PROCESS": "geneva", "ROUND": 8}),
    ("round", {"PROCESS": "brexit", "ROUND": 7}),
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
