"""Texts of rows and documents, with where they stand, and faults for those that cannot be read."""

import gzip
import json

import fsspec
import pytest

from communique.scan.corpus import files_of
from communique.scan.cutting import Partition, cut
from communique.scan.items import items, parts


def told(corpus):
    for file in files_of(str(corpus)):
        partitions = [Partition(0, (file,))] if file.kind == "document" else cut(file, 10**9)[0]
        for each in partitions:
            yield from items(each)


def test_a_row_is_a_document_whose_own_day_counts(tmp_path):
    row = {
        "id": 7,
        "text": "GENEVA, July 14 (Reuters) - Talks go on.\r\nSo they say.",
        "date": "2017-07-15",
        "url": "http://x",
    }
    (tmp_path / "2016-01-01.jsonl").write_text(json.dumps(row))
    (item,) = told(tmp_path)

    assert (item.key, item.file, item.line) == ("7", "2016-01-01.jsonl", 1)
    assert item.document.text == "GENEVA, July 14 (Reuters) - Talks go on.\nSo they say."
    assert (item.document.published.isoformat(), item.document.url) == ("2017-07-15", "http://x")


@pytest.mark.parametrize(
    ("row", "problem"),
    [({"id": "x"}, "has no text"), ({"text": 3}, "its text is no string"), ({"text": "123"}, "no text in it")],
)
def test_a_row_without_a_text_is_a_fault(tmp_path, row, problem):
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (fault,) = told(tmp_path)

    assert (fault.path, fault.line, fault.column, fault.problem) == ("a.jsonl", 1, "text", problem)


def test_a_broken_archive_is_read_as_far_as_it_goes(tmp_path):
    rows = b"".join(b'{"text": "Talks number %d went on, the envoy said."}\n' % number for number in range(3_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(rows)[:-2_000])
    *read, fault = told(tmp_path)

    assert 100 < len(read) < 3_000
    assert (fault.path, fault.line) == ("a.jsonl.gz", len(read) + 1)
    assert fault.problem.startswith("the file is damaged from here on")


def test_documents_are_read_by_their_readers_wherever_they_are(tmp_path):
    (tmp_path / "tass-2017-07-15.txt").write_text("Talks go on, the envoy said.")
    (tmp_path / "x.pdf").write_text("%PDF-1.4 nonsense")
    with fsspec.open("memory://far/reuters-2017-07-16.txt", "wb") as file:
        file.write(b"Talks go on, the envoy said.")
    here, fault = told(tmp_path)
    (far,) = told("memory://far")

    assert (here.key, here.document.published.isoformat()) == ("tass-2017-07-15.txt", "2017-07-15")
    assert (far.key, far.document.published.isoformat()) == ("reuters-2017-07-16.txt", "2017-07-16")
    assert (fault.path, fault.line) == ("x.pdf", 0)


def test_a_long_text_is_cut_between_paragraphs_lines_sentences_or_words():
    text = "One two. Three four.\n\nFive six seven. Eight nine\nten eleven twelve thirteen fourteen fifteen."
    cut_up = list(parts(text, 30))

    assert [part for _, part in cut_up] == [
        "One two. Three four.\n\n", "Five six seven. Eight nine\n", "ten eleven twelve thirteen ", "fourteen fifteen.",
    ]  # fmt: skip
    assert [text[offset : offset + len(part)] for offset, part in cut_up] == [part for _, part in cut_up]
    assert list(parts("x" * 70, 30)) == [(0, "x" * 30), (30, "x" * 30), (60, "x" * 10)]
