"""A folder full of hostile files: each ends in one clear line or is read for what it is, and all else is ingested."""

import os
import subprocess
import sys
import zipfile
import zlib
from email.message import EmailMessage

import pytest

from communique.sources.candidates import ingest, rows
from communique.sources.documents.readers import Unreadable, documents, read
from communique.sources.documents.sandbox import Parser

SAID = "Anna Alpha said that the talks on {} had been of use to all who took part in them.\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAUGHS = '<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))


def page(words: str, head: str = "") -> str:
    return f"{head}<html><body><article>{''.join(f'<p>{words}</p>' for _ in range(4))}</article></body></html>"


def word(path, body: str, *, links: str = "", head: str = "", extra: dict | None = None) -> None:
    """A Word file by hand, with what no word processor would put into one."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kinds = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        for name, inner in (("_rels/.rels", root), ("word/_rels/document.xml.rels", links)):
            archive.writestr(name, f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>')
        text = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>'
        archive.writestr("word/document.xml", '<?xml version="1.0"?>' + head + text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)


def pdf(path, stream: bytes, *, kids: bytes = b"3 0 R") -> None:
    """A PDF of one page with a compressed stream."""
    packed = zlib.compress(stream, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 1 >>" % kids,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    path.write_bytes(out + end % (table, len(out)))


def locked_pdf(path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("a password")
    writer.write(path)


def mail(path) -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Talks", "a@example.org"
    letter.set_content(SAID.format("mail"))
    letter.add_attachment(b"x", maintype="application", subtype="zip", filename="../../up\x1b[31m.zip")
    path.write_bytes(bytes(letter))


READABLE = {
    "a.txt": lambda p: p.write_text(SAID.format("prisoners")),
    "utf-16.txt": lambda p: p.write_bytes(SAID.format("borders and bridges").encode("utf-16")),
    "utf-32.txt": lambda p: p.write_bytes(SAID.format("water and wells").encode("utf-32")),
    "bell\x07\x1b]0;x\x07.txt": lambda p: p.write_text(SAID.format("bells and whistles")),
    "-rf.txt": lambda p: p.write_text(SAID.format("options and dashes")),
    "page.pdf": lambda p: p.write_text(page(SAID.format("a page that calls itself something else"))),
    "text.docx": lambda p: p.write_text(SAID.format("plain text that calls itself something else")),
    "laughs.html": lambda p: p.write_text(page(SAID.format("laughter") + "&j;", f"<!DOCTYPE html [{LAUGHS}]>")),
    "outside.html": lambda p: p.write_text(
        page(SAID.format("files") + "&x;", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    ),
    "template.docx": lambda p: word(
        p,
        SAID.format("templates"),
        links=f'<Relationship Id="r9" Type="{OFFICE}/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" '
        'TargetMode="External"/>',
    ),
    "slip.docx": lambda p: word(p, SAID.format("ladders and slides"), extra={"../../../slipped.txt": "x"}),
    "mail.eml": mail,
    "zlast.txt": lambda p: p.write_text(SAID.format("the very last item on the list of items")),
}
UNREADABLE = {
    "attribute.html": (lambda p: p.write_text(f"<html><p title='{'A' * 11_000_000}'>x</p></html>"), "no text|seconds"),
    "siblings.html": (lambda p: p.write_text("<html><body>" + "<b>x" * 100_000), "nest"),
    "large.txt": (lambda p: p.touch() or os.truncate(p, 50 * 2**20), "50 MB; at most 32 MB"),
    "noise.bin": (lambda p: p.write_bytes(bytes(range(256)) * 400), "binary"),
    "zeros.txt": (lambda p: p.write_bytes(b"\0" * 100_000), "binary"),
    "mark.txt": (lambda p: p.write_bytes(b"\xef\xbb\xbf"), "no text"),
    "locked.pdf": (locked_pdf, "password"),
    "bomb.pdf": (lambda p: pdf(p, b"q " * 20_000_000), "no text|memory|seconds"),
    "circle.pdf": (lambda p: pdf(p, b"q", kids=b"2 0 R"), "damaged"),
    "bomb.docx": (lambda p: word(p, "0" * 130 * 2**20), "unpacks to"),
    "many.docx": (lambda p: word(p, "x", extra={f"x/{n}.xml": "a" for n in range(10_001)}), "unpacks to"),
    "laughs.docx": (lambda p: word(p, "&j;", head=f"<!DOCTYPE a [{LAUGHS}]>"), "XML entities"),
    "nested.eml": (
        lambda p: p.write_bytes(
            b"From: a@b.c\nTo: a@b.c\nMIME-Version: 1.0\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900))
        ),
        "nested|no text|seconds",
    ),
    "pipe.txt": (os.mkfifo, "no regular file"),
}  # fmt: skip
LINKS = {"circle": "circle", "up": "..", "zero.txt": "/dev/zero", "nowhere.txt": "missing", "out.txt": "../out.txt"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The folder, with links that lead nowhere, out of it and round in a circle."""
    folder = tmp_path_factory.mktemp("hostile") / "in"
    folder.mkdir()
    (folder.parent / "out.txt").write_text(SAID.format("what lies outside"))
    for name, make in READABLE.items():
        make(folder / name)
    for name, (make, _) in UNREADABLE.items():
        make(folder / name)
    for name, target in LINKS.items():
        (folder / name).symlink_to(target)
    return folder


def test_all_that_can_be_read_is_ingested_and_the_rest_is_named(hostile, process):
    before = sorted(os.listdir(hostile.parent))
    result = ingest([hostile], process, workers=1, mentions=False)
    told = [str(fault) for fault in result.unreadable]
    assert result.exit_code == 3
    assert sorted(os.path.basename(line.partition(": ")[0]) for line in told) == sorted(UNREADABLE)
    assert all(line.isprintable() for line in told)
    assert result.documents == len(READABLE)
    found = list(rows(result.path))
    assert len({row["document"] for row in found}) == len(READABLE)
    assert {row["speaker"] for row in found} == {"anna-alpha"}
    assert not any("root:" in row["context"] or "lollol" in row["context"] for row in found)
    assert sorted(os.listdir(hostile.parent)) == before


@pytest.mark.parametrize("name", UNREADABLE)
def test_each_says_why_in_one_line(hostile, name):
    with Parser() as parser, pytest.raises(Unreadable, match=UNREADABLE[name][1]) as caught:
        read(hostile / name, parser)
    assert str(caught.value).isprintable()


def test_links_are_followed_only_within_the_folder(hostile, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("x")
    (tmp_path / "b" / "same.txt").symlink_to("a.txt")
    assert [path.name for path in documents([tmp_path / "b"])] == ["a.txt", "same.txt"]
    assert not set(LINKS) & {path.name for path in documents([hostile])}


def test_what_may_not_be_opened_is_named(tmp_path, process, monkeypatch):
    (tmp_path / "in" / "closed").mkdir(parents=True)
    (tmp_path / "in" / "closed.txt").write_text("x")
    (tmp_path / "in" / "open.txt").write_text(SAID.format("keys"))
    real_scan, real_list, real_open = os.scandir, os.listdir, os.open

    def refusing(real):
        def call(path, *rest):
            if "closed" in os.path.basename(path):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest)

        return call

    monkeypatch.setattr(os, "scandir", refusing(real_scan))
    monkeypatch.setattr(os, "listdir", refusing(real_list))
    monkeypatch.setattr(os, "open", refusing(real_open))
    result = ingest([tmp_path / "in"], process, workers=1, mentions=False)
    assert result.added == 1
    assert len(result.unreadable) == 2
    assert all("cannot be opened (Permission denied)" in str(fault) for fault in result.unreadable)


def test_no_connection_is_opened(hostile, process, tmp_path):
    """A whole run in a process that would end on the first socket; the parsers' own process forbids them itself."""
    code = f"""
import os, sys
sys.path[:0] = {[os.path.dirname(__file__), *sys.path]!r}
def hook(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"opened: {{event}}\\n".encode()); os._exit(9)
from pathlib import Path
from conftest import tiny
from communique.sources.candidates import ingest
sys.addaudithook(hook)
names = ["outside.html", "template.docx", "mail.eml", "a.txt", "circle.pdf"]
result = ingest([Path({str(hostile)!r}, name) for name in names], tiny(Path({str(process.folder)!r})), mentions=False)
print(result.documents, len(result.unreadable))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "4 1\n", "")
