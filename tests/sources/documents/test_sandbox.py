"""A process of its own for documents that are dangerous to parse."""

import shutil
import time

import pytest

from communique.sources.documents.readers import Unreadable, read
from communique.sources.documents.sandbox import STARTING, Parser

from .conftest import PARAGRAPHS, page


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path):
    (tmp_path / "a.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS * 4000)))
    (tmp_path / "b.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    with Parser(seconds={"html": 0.01}) as hasty, pytest.raises(Unreadable, match="more than"):
        read(tmp_path / "a.html", hasty)
    with Parser() as patient:
        patient.parse(tmp_path / "missing", "html")
        assert read(tmp_path / "b.html", patient).title == "Talks end"


def test_the_limit_is_of_reading_and_does_not_run_while_the_worker_starts(tmp_path, monkeypatch):
    (tmp_path / "b.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    allowed, answer = [], Parser._answer

    def noted(self, worker, deadline):
        allowed.append(round(deadline - time.monotonic()))
        return answer(self, worker, deadline)

    monkeypatch.setattr(Parser, "_answer", noted)
    with Parser(seconds={"html": 60}) as parser:
        for _ in range(2):
            assert read(tmp_path / "b.html", parser).title == "Talks end"

    assert allowed == [STARTING, 60, 60]


def test_a_worker_that_cannot_start_is_told_of_as_one_that_broke(tmp_path, monkeypatch):
    monkeypatch.setattr("communique.sources.documents.sandbox.sys.executable", shutil.which("false"))
    with Parser() as parser:
        assert "breaks the reader" in parser.parse(tmp_path / "a.html", "html")["error"]
