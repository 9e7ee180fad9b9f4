"""Statements with their exact edges, whole over paragraphs."""

from communique.sources.attribution.english.quotations import statements

from .conftest import said


def test_a_quotation_over_paragraphs_is_one_statement():
    text = "De Mistura told reporters: “We have seen progress.\n\n“But no breakthrough.”"
    assert len(said(text)) == 1
    assert said(text)[0][2].endswith("breakthrough.”")


def test_offsets_hold_for_every_statement():
    text = "Talks end\r\n\r\nÉmile said “ça va”.\n\n“It is 🕊 over,” he said.\n"
    for statement in statements(text):
        assert text[statement.start : statement.end].strip()
        assert 0 <= statement.start < statement.end <= len(text)
