"""Every kind of source document is one row of a table, which code, documents and packages follow."""

import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

import pytest
from click.testing import CliRunner

from communique.cli.ingest import ingest
from communique.sources.documents import kinds
from communique.sources.documents.kinds import KINDS, Kind, kind_of, named, read_kinds
from communique.sources.documents.readers import Unreadable, read
from communique.sources.documents.sandbox import Parser

HOUSE = Path(__file__).parents[3]
READER = '''
def memo(content):
    """A memo: its title behind a hash, then its text."""
    title, text = content.decode().removeprefix("#MEMO ").split("\\n", 1)
    return {"title": title, "text": text.strip(), "published": "2017-07-15", "notes": ["its seal was not read"]}


def endless(content):
    while True:
        pass
'''
MEMO = Kind(
    name="memo",
    words="memo",
    tells=lambda content, name: content.startswith(b"#MEMO "),
    reader="reader_of_memos:memo",
    seconds=20,
    packages={"memo-kit": "memo_kit"},
    title_first=True,
)


@pytest.fixture
def memo(tmp_path, monkeypatch) -> Path:
    """A file of a kind that is made up here: one row and one function."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "reader_of_memos.py").write_text(READER)
    monkeypatch.syspath_prepend(str(tmp_path / "code"))
    monkeypatch.setattr(kinds, "KINDS", (MEMO, *KINDS))
    path = tmp_path / "a.memo"
    path.write_text("#MEMO Talks end\nThe envoy said that it was over.")
    return path


def test_a_row_and_a_function_are_a_new_kind(memo):
    found = read(memo)
    assert (found.kind, found.title, str(found.published)) == ("memo", "Talks end", "2017-07-15")
    assert found.text == "Talks end\n\nThe envoy said that it was over."
    assert found.text[: found.headline] == "Talks end"
    assert found.notes == ("its seal was not read",)


def test_the_limit_of_a_new_kind_is_that_of_its_row(memo, monkeypatch):
    slow = Kind("memo", "memo", MEMO.tells, reader="reader_of_memos:endless", seconds=1)
    monkeypatch.setattr(kinds, "KINDS", (slow, *KINDS))
    with pytest.raises(Unreadable, match="more than 1 seconds; give a smaller or simpler MEMO file"):
        read(memo)


def test_the_command_names_a_new_kind_and_knows_its_package(memo):
    told = CliRunner().invoke(ingest, [], standalone_mode=False)
    named_ = "text, table, subtitles, HTML, PDF, Word, mail, RTF or memo documents"
    assert str(told.exception) == f"no document given; name files or folders of {named_}, e.g. make ingest SOURCE=inbox"
    assert "memo_kit" in kinds.modules()


def test_the_worker_is_told_where_its_reader_is_and_reads_the_known_kinds_too(memo, tmp_path):
    (tmp_path / "a.html").write_text(
        "<html><title>Talks</title><p>The envoy said that it was over, at last.</p></html>"
    )
    with Parser() as parser:
        assert read(memo, parser).kind == "memo"
        assert read(tmp_path / "a.html", parser).kind == "html"


def test_a_kind_is_read_or_refused_with_what_to_do():
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert not (kind.reader and kind.remedy), kind.name
        assert bool(kind.reader) == (kind.seconds > 0), kind.name
        if kind.reader:
            assert callable(resolve_name(kind.reader)), kind.name
    assert [kind.name for kind in read_kinds() if not kind.reader] == ["text"]
    assert kind_of(b"whatever", "") == KINDS[-1] == named("text")


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.4", "a.html", "pdf"),
        (b"\n\n%PDF-1.4", "a.txt", "pdf"),
        (b"PK\x03\x04 word/document.xml", "a.zip", "docx"),
        (b"PK\x03\x04 sheet.xml", "a.docx", "zip"),
        (b"From: a\nSubject: b\n\n<html>", "a.html", "eml"),
        (b"Subject: a headline\nHe said it.", "a.eml", "text"),
        (b"<p>He said it.", "a", "html"),
        (b"He said it.<br><p>", "a.htm", "html"),
        (b"He said it.<br><p>", "a.txt", "text"),
        (b"GIF89a<html>", "a.html", "image"),
        (b"{\\rtf1 He said it.}", "a.txt", "rtf"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHe said it.", "a.txt", "subtitles"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHe said it.", "a", "subtitles"),
        (b"text,date\nHe said it.,2017-07-14", "a.csv", "table"),
        (b"text,date\nHe said it.,2017-07-14", "a.txt", "text"),
        (b"\xd0\xcf\x11\xe0" + "__substg1.0_1000001F".encode("utf-16-le"), "a.doc", "msg"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "doc"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "a.doc", "xls"),
        (b"\xd0\xcf\x11\xe0" + "PowerPoint Document".encode("utf-16-le"), "a", "ppt"),
        (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "a.docx", "xlsx"),
        (b"PK\x03\x04 word/document.xml word/embeddings/PK\x03\x04 xl/workbook.xml", "a.docx", "docx"),
        (b"PK\x03\x04 [Content_Types].xml ppt/presentation.xml", "a", "pptx"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "a", "odt"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "a", "epub"),
        (b"ID3\x03 a song", "a.txt", "recording"),
        (b"\0\0\0\x20ftypisom", "a", "recording"),
        (b"\0\0\0\x20ftypheic", "a", "image"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "a", "recording"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a", "image"),
        (b'{"text": "He said it."}', "a.json", "json"),
    ],
)
def test_the_first_bytes_decide_and_the_name_only_in_doubt(content, name, expected):
    assert kind_of(content, name).name == expected


def test_the_table_of_the_document_has_a_row_for_each_kind_and_its_seconds():
    page = (HOUSE / "docs" / "ingest.md").read_text(encoding="utf-8")
    table = page.split("## What is read", 1)[1].split("\n\n")[1]
    cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    for kind in read_kinds():
        assert [cell for cell in cells if re.search(rf"\b{kind.words}\b", cell.replace("with text", ""))], kind.name
    assert len(cells) == len(read_kinds())
    time = re.search(r"^\| time \|(.*)\|$", page, re.M).group(1)
    told = {
        name: int(number)
        for number, names in re.findall(r"(\d+)(?: seconds)? for ([\w ]+)", time)
        for name in names.strip().split(" and ")
    }
    assert told == {kind.words: kind.seconds for kind in read_kinds() if kind.seconds}


def test_the_help_of_the_command_names_each_kind():
    told = CliRunner().invoke(ingest, ["--help"]).output
    assert [kind.words for kind in read_kinds() if kind.words not in told] == []


def test_the_group_of_packages_covers_what_readers_need_and_each_module_is_there():
    with open(HOUSE / "pyproject.toml", "rb") as file:
        group = {re.split(r"[<>=!~\[ ]", line)[0] for line in tomllib.load(file)["dependency-groups"]["ingest"]}
    needed = {distribution for kind in KINDS for distribution in kind.packages}
    assert needed | {"datasketch"} == group
    assert [module for module in kinds.modules() if find_spec(module) is None] == []


def test_the_table_imports_nothing_that_reads():
    code = "import sys, communique.cli.ingest; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert kinds.modules() & set(there) == set()
