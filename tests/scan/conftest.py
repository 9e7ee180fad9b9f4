"""A small archive, and how it is scanned in this process."""

import json

import pytest

from communique.scan.run import scan

SAID = [
    "Staffan de Mistura said in Geneva that there was no breakthrough.",
    "Talks on the constitution made progress, Wilma Hode said on Friday. She hoped for a breakthrough.",
    "The ferry left on time. Nobody spoke of the talks.",
    "Wilma Hode said that the talks had collapsed.",
]


def article(number):
    """A row of the archive: two years, four kinds of text, one day in three not told."""
    row = {"id": f"a{number:02}", "text": SAID[number % len(SAID)], "title": f"News {number}"}
    if number % 3:
        row["date"] = f"{2017 + number // 8}-07-{10 + number:02}"
    return row


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """A file of twelve texts, and a line that is none."""
    path = tmp_path_factory.mktemp("archive") / "news.jsonl"
    lines = [json.dumps(article(number)) for number in range(12)]
    lines.insert(5, '{"text": ')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def scanned(archive, tmp_path_factory):
    """The archive scanned in this process, in partitions of two or three texts."""
    folder = tmp_path_factory.mktemp("scanned") / "out"
    scan(str(archive), folder, number=0, size=SIZE)
    return folder


SIZE = 400


def content(folder):
    """The bytes of every file a scan has written, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
