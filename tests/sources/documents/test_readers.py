"""Documents of every format are read with their particulars; what cannot be read says why."""
# ruff: noqa: E501 - a table of cases reads best one to a line

import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

from communique.sources.documents import readers
from communique.sources.documents.readers import Unreadable, documents, read
from communique.sources.documents.sandbox import Parser

PARAGRAPHS = [
    "Mr de Mistura said on Friday that there was no breakthrough in the talks, which ended after five days in Geneva.",
    "“We made progress,” he said. “But the parties have to be ready for it, and they have to come back in August.”",
    "The government delegation left the Palais des Nations without a word to the press that had waited for hours.",
]


@pytest.fixture(scope="module")
def parser():
    with Parser() as parser:
        yield parser


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Talks end</title>{head}</head><body>{body}</body></html>"


def test_plain_text_with_its_particulars(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Talks end\r\n\r\nGENEVA, July 15, 2017. /TASS/. He said it was over.\r\n", newline="")
    found = read(path)
    assert (found.kind, found.publisher, found.published) == ("text", "TASS", date(2017, 7, 15))
    assert "\r" not in found.text


def test_a_date_before_a_dash_opens_a_bulletin_and_one_within_a_sentence_does_not(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Talks\n\n14 July 2017 - Geneva, SANA - The head of the delegation said that the round had been long.\n"
    )
    (tmp_path / "b.txt").write_text("Talks\n\n14 July 2017 was a day the delegations in Geneva would long remember.\n")
    assert read(tmp_path / "a.txt").published == date(2017, 7, 14)
    assert read(tmp_path / "b.txt").published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "a.txt"
    text = "François Delattre a déclaré à Genève que la négociation était terminée.\n" * 4
    path.write_bytes(text.encode(encoding))
    assert read(path).text == text


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


def pdf_of(rows: list[str]) -> bytes:
    """A small PDF with one line of text per row."""
    stream = "BT /F1 12 Tf 14 TL 40 780 Td " + " ".join(f"({row}) Tj T*" for row in rows) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def test_pdf(tmp_path, parser):
    (tmp_path / "a.pdf").write_bytes(pdf_of(["Mr de Mistura said there was", "no breakthrough in the talks."]))
    assert "Mistura said there was" in read(tmp_path / "a.pdf", parser).text


def test_a_wrong_extension_does_not_matter(tmp_path, parser):
    (tmp_path / "a.pdf").write_text("He said it was over.")
    assert read(tmp_path / "a.pdf", parser).kind == "text"
    (tmp_path / "b.txt").write_bytes(pdf_of(["He said it was over."]))
    assert read(tmp_path / "b.txt", parser).kind == "pdf"


def bomb(path, size: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/document.xml", b"0" * size)


def entities(path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "lol">]><a>&b;</a>')


def many_pages(path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(2_100):
        writer.add_blank_page(100, 100)
    writer.write(path)


def looping(path) -> None:
    """A PDF whose tree of pages holds itself."""
    path.write_bytes(pdf_of(["He said it."]).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"))


@pytest.mark.parametrize(
    ("name", "make", "why"),
    [
        ("empty.txt", lambda p: p.write_bytes(b""), "empty"),
        ("blank.txt", lambda p: p.write_bytes(b" \n\t "), "empty"),
        ("noise.txt", lambda p: p.write_bytes(bytes(range(256)) * 40), "binary"),
        ("digits.txt", lambda p: p.write_bytes(b"12 34 56"), "no text"),
        ("bomb.docx", lambda p: bomb(p, 200 * 2**20), "unpacks to 200 MB"),
        ("entity.docx", entities, "entities"),
        ("cut.docx", lambda p: p.write_bytes(b"PK\x03\x04 word/ cut"), "damaged"),
        ("a.zip", lambda p: p.write_bytes(b"PK\x03\x04 other"), "ZIP"),
        ("old.doc", lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 100), ".docx"),
        ("deep.html", lambda p: p.write_text("<html>" + "<div>" * 50_000 + "x"), "nest"),
        ("pages.pdf", many_pages, "2,100 pages"),
        ("loop.pdf", looping, "damaged"),
        ("cut.pdf", lambda p: p.write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type"), "damaged"),
        ("folder.txt", lambda p: p.mkdir(), "no regular file"),
        ("script.html", lambda p: p.write_text(page("<script>document.write(1)</script>")), "script"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, parser, name, make, why):
    path = tmp_path / name
    make(path)
    with pytest.raises(Unreadable, match=why) as caught:
        read(path, parser)
    assert "\n" not in str(caught.value)


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(readers, "MOST_BYTES", 1_000)
    (tmp_path / "a.txt").write_text("word " * 400)
    with pytest.raises(Unreadable, match="split it"):
        read(tmp_path / "a.txt")


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path):
    (tmp_path / "a.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS * 4000)))
    (tmp_path / "b.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    with Parser(seconds={"html": 0.01}) as hasty, pytest.raises(Unreadable, match="more than"):
        read(tmp_path / "a.html", hasty)
    with Parser() as patient:
        patient.parse(tmp_path / "missing", "html")
        assert read(tmp_path / "b.html", patient).title == "Talks end"


def test_folders_are_walked_without_hidden_files_tables_and_links_out(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    for name in ("b.txt", "a\nb.txt", ".hidden.txt", "table.csv"):
        (inside / name).write_text("He said it.")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    assert [path.name for path in documents([inside])] == ["a\nb.txt", "b.txt"]
