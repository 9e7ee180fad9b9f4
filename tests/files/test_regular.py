"""What is no regular file is refused at once, wherever the program reads: a pipe would be waited for without an end."""

import os
import socket

import pytest

from communique.errors import DataError, ParameterError
from communique.files.journal import recover
from communique.files.publishing import settle
from communique.files.regular import TooLarge, open_regular, read_regular
from communique.files.toml import read_words
from communique.language.lexicon import rows
from communique.report.many import jobs_of
from communique.report.parameters import declared
from communique.report.staleness import MANIFEST, Manifest, digest
from communique.sources.candidates import rows as candidates

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


@pytest.fixture
def pipe(tmp_path):
    """Makes a pipe that nobody writes into, and gives its path."""

    def make(*names):
        path = tmp_path.joinpath(*names)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
        return path

    return make


def test_bytes_of_a_regular_file_are_read_up_to_a_bound(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")

    assert read_regular(path) == read_regular(path, most=10) == b"0123456789"
    with pytest.raises(TooLarge, match="larger than 0 KB"):
        read_regular(path, most=9)


def test_whatever_else_has_the_name_is_refused(tmp_path, pipe):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (pipe("pipe"), tmp_path, "/dev/zero", tmp_path / "socket", tmp_path / "none"):
            with pytest.raises(OSError, match=r"no regular file|Is a directory|No such (file|device)"):
                open_regular(path)


def test_no_reader_waits_for_a_pipe(tmp_path, pipe):
    """Each that reads a file by a name that others can write to; a wait would end the test by its time."""
    assert digest(pipe("round-01.json")) == ""
    pipe(MANIFEST)
    assert Manifest.read(tmp_path).editions == {}
    with pytest.raises(ParameterError, match="cannot be read"):
        declared(pipe("round.ipynb"))
    pipe(".r-1-left", "journal.json")
    settle(tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        list(rows(pipe("en.csv"), {"term"}))
    with pytest.raises(DataError, match="cannot be read"):
        read_words(pipe("words.toml"), object)
    for read in (lambda: recover(pipe("desk", "journal.json").parents[1]), lambda: list(candidates(pipe("c.csv")))):
        with pytest.raises(OSError, match="no regular file"):
            read()


def test_a_pipe_for_the_rounds_leaves_the_overview_to_say_so(tmp_path, pipe, monkeypatch):
    (tmp_path / "lexicon").mkdir()
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path))
    pipe("tiny", "rounds.csv")
    monkeypatch.setattr("communique.report.many.fingerprint", lambda *inputs: "")

    assert [job.name for job in jobs_of("tiny", tmp_path / "reports")] == ["overview"]
