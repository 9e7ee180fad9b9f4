"""Documents of every format are read with their particulars; what cannot be read says why."""

import zipfile

import pytest

from communique.sources.documents import readers
from communique.sources.documents.readers import Unreadable, documents, read

from .conftest import page, pdf_of


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


def test_folders_are_walked_without_hidden_files_tables_and_links_out(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    for name in ("b.txt", "a\nb.txt", ".hidden.txt", "table.csv"):
        (inside / name).write_text("He said it.")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    assert [path.name for path in documents([inside])] == ["a\nb.txt", "b.txt"]
