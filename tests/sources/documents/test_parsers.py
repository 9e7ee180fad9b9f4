"""Pages, Word files, mail and PDF files as text; a page is given nothing that it asks for."""

import os
from datetime import date
from email.message import EmailMessage

import pytest

from communique.sources.documents.readers import read

from .conftest import PARAGRAPHS, page, pdf_of


def test_html_keeps_the_article_and_leaves_menus_and_scripts(tmp_path, parser):
    path = tmp_path / "a.html"
    body = (
        "<nav>Home Sport</nav><script>alert(1)</script><article><h1>Talks end</h1>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
        + "</article>"
    )
    path.write_text(page(body, '<meta name="date" content="2017-07-15">'))
    found = read(path, parser)
    assert found.title == "Talks end"
    assert found.published == date(2017, 7, 15)
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)
    assert "alert" not in found.text
    assert "Sport" not in found.text
    assert found.text[: found.headline] == "Talks end"


def test_a_page_that_asks_for_files_gets_none(tmp_path, parser):
    path = tmp_path / "a.html"
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret word is mistral")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    path.write_text(
        doctype
        + page("<p>" + PARAGRAPHS[0] + "&x;</p><img src='http://example.org/a.png'><p>" + PARAGRAPHS[1] + "</p>")
    )
    assert "mistral" not in read(path, parser).text


def test_word(tmp_path, parser):
    import docx

    document = docx.Document()
    document.core_properties.title = "Talks end"
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(tmp_path / "a.docx")
    found = read(tmp_path / "a.docx", parser)
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert found.title == "Talks end"


def test_mail(tmp_path, parser):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "Talks end",
        "Desk <desk@example.org>",
        "Sat, 15 Jul 2017 10:00:00 +0000",
    )
    mail.set_content("\n\n".join(PARAGRAPHS))
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="note.pdf")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    found = read(tmp_path / "a.eml", parser)
    assert (found.title, found.published) == ("Talks end", date(2017, 7, 15))
    assert "no breakthrough" in found.text
    assert "note.pdf" in found.notes[0]


def test_pdf(tmp_path, parser):
    (tmp_path / "a.pdf").write_bytes(pdf_of(["Mr de Mistura said there was", "no breakthrough in the talks."]))
    assert "Mistura said there was" in read(tmp_path / "a.pdf", parser).text


@pytest.mark.parametrize("event", ["socket.connect", "subprocess.Popen", "os.remove", "os.system", "open"])
def test_a_parser_may_reach_out_for_nothing(event):
    from communique.sources.documents.parsers import _guard

    writing = ("a.txt", "w", os.O_WRONLY | os.O_CREAT) if event == "open" else ()
    with pytest.raises(PermissionError, match="not allowed"):
        _guard(event, writing)
