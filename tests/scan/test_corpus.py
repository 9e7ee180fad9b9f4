"""Which files of a corpus are read, as what, and that one that changes is seen."""

import bz2
import gzip
import lzma
import os

import fsspec
import pyarrow
import pytest

from communique.errors import CommuniqueError, ParameterError
from communique.scan.corpus import files_of, opened, refuse_changed


def test_files_are_told_by_their_endings_in_order_of_name(tmp_path):
    for name in (
        "b.jsonl.gz",
        "a.csv",
        "c/d.parquet",
        "c/talk.txt",
        "c/x.parquet.gz",
        ".hidden.csv",
        ".git/e.csv",
        "run.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert [(file.name, file.kind, file.compression) for file in files_of(str(tmp_path))] == [
        ("a.csv", "csv", ""),
        ("b.jsonl.gz", "jsonl", ".gz"),
        ("c/d.parquet", "parquet", ""),
        ("c/talk.txt", "document", ""),
        ("c/x.parquet.gz", "document", ""),
    ]


def test_a_single_file_and_one_at_a_url():
    with fsspec.open("memory://archive/2017.jsonl", "wb") as file:
        file.write(b"{}\n")
    (file,) = files_of("memory://archive/2017.jsonl")

    assert (file.name, file.kind, file.size) == ("2017.jsonl", "jsonl", 3)
    with opened(file) as stream:
        assert stream.read() == b"{}\n"


@pytest.mark.parametrize(
    ("ending", "pack"),
    [
        ("", bytes),
        (".gz", gzip.compress),
        (".bz2", bz2.compress),
        (".xz", lzma.compress),
        (".zst", lambda content: pyarrow.compress(content, codec="zstd", asbytes=True)),
    ],
)
def test_bytes_are_read_from_an_offset_on_whatever_packs_them(tmp_path, ending, pack):
    (tmp_path / f"a.jsonl{ending}").write_bytes(pack(b"0123456789\n" * 100_000))
    (file,) = files_of(str(tmp_path))

    with opened(file, 1_099_996) as stream:
        assert stream.read() == b"789\n" if ending else True


@pytest.mark.parametrize("what", ["none", "empty", "gibberish://x"])
def test_a_corpus_that_is_none_is_refused(tmp_path, what):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ParameterError, match=r"cannot be opened|no file to read"):
        files_of(what if ":" in what else str(tmp_path / what))


def test_a_file_that_has_changed_is_refused(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n")
    (file,) = files_of(str(path))
    refuse_changed(file)
    os.utime(path, (1, 1))

    with pytest.raises(CommuniqueError, match="has changed since the scan began"):
        refuse_changed(file)
