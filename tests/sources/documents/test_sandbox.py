"""A process of its own for documents that are dangerous to parse."""

import os
import shutil
import subprocess
import sys
import time

import psutil
import pytest

from communique.sources.documents.readers import Unreadable, read
from communique.sources.documents.sandbox import STARTING, Parser

from ...conftest import PATIENCE, is_gone, until
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


KILLED = """
import json, sys, time
from communique.sources.documents.sandbox import Parser

parser = Parser()
worker = parser._start()
asked = {"path": sys.argv[1], "kind": "html", "reader": "builtins:exec"}
worker.stdin.write(json.dumps(asked).encode() + b"\\n")
worker.stdin.flush()
print(worker.pid, flush=True)
time.sleep(1000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends when the library lets the interpreter go")
def test_a_library_that_holds_the_interpreter_ends_with_one_who_was_killed(tmp_path):
    (tmp_path / "long").write_text("import re; re.match('(a+)+$', 'a' * 60 + 'b')")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", KILLED, tmp_path / "long"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as reading:
        worker = psutil.Process(int(reading.stdout.readline()))
        until(lambda: worker.cpu_times().user > 1.5 and worker.status() == psutil.STATUS_RUNNING)
        reading.kill()
        reading.wait(PATIENCE)
    until(lambda: is_gone(worker))
