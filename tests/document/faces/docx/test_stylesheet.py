"""Looks live in styles: every one that is used is there, and rests on others that are."""

from docx.oxml.ns import qn

from communique.document.faces.docx.styles import STYLES

from .reading import part


def test_every_style_that_is_used_is_there_and_is_of_the_house(document, made):
    content = made(document)
    known = {each.get(qn("w:styleId")) for each in part(content, "word/styles.xml").iter(qn("w:style"))}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            assert {each.get(qn("w:val")) for each in part(content, name).iter(qn(tag))} <= known

    assert set(STYLES) <= known


def test_styles_rest_on_styles_that_are_there():
    for style in STYLES.values():
        assert {style.based_on, style.following} - {""} <= set(STYLES), style.name
