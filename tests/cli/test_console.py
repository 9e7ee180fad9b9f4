"""Every way a command can end: its exit code, and what it says in one line."""

import os
import subprocess
from pathlib import Path

import pytest

from communique.errors import (
    CellFailed,
    CommuniqueError,
    DataError,
    KernelDied,
    ParameterError,
    PublishError,
    RenderingError,
)
from communique.report import build

from .conftest import FAULTS, program, run


class OutOfFiles(Exception):
    """As libraries of their own kinds of errors say it, ZeroMQ for one."""

    errno = 24


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (CommuniqueError("odd"), 1, "odd"),
        (ZeroDivisionError("by zero\n\x07"), 1, "internal error: ZeroDivisionError: by zero\\n\\x07; with --debug"),
        (MemoryError(), 5, "there is not enough memory; close other programs, or build fewer at a time"),
        (OutOfFiles(), 5, "too many files are open; allow more (ulimit -n 1024)"),
        (ParameterError("bad"), 2, "bad"),
        (CellFailed("cell 3: E: x"), 4, "cell 3: E: x"),
        (KernelDied("cell 3: gone"), 5, "cell 3: gone"),
        (RenderingError("PDF: no alt"), 6, "PDF: no alt"),
        (PublishError("cannot write"), 7, "cannot write"),
        (PermissionError(13, "Permission denied", "/a\nb"), 7, "cannot read or write /a\\nb: Permission denied"),
    ],
)
def test_every_error_has_its_exit_code_and_one_line(capsys, monkeypatch, error, code, message):
    def fail(*arguments, **options):
        raise error

    monkeypatch.setattr(build, "build", fail)

    assert run(capsys, "report", "--round=7")[:2] == (code, "")
    _, _, err = run(capsys, "report", "--round=7")
    assert err.startswith(f"communique: {message}")
    assert err.count("\n") == 1
    _, _, err = run(capsys, "report", "--round=7", "--debug")
    assert err.startswith("Traceback")


def test_modules_of_the_current_folder_are_none_of_the_program_s(tmp_path):
    for name in ("click", "json", "pandas", "typing", "yaml"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)\n")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with program("check", "--process=brexit", cwd=tmp_path, **pipes) as done:
        assert done.communicate() == ("brexit: no fault found\n", "")


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (SystemExit(143), 143)])
def test_an_interruption_is_quiet(capsys, monkeypatch, error, code):
    def fail(*arguments, **options):
        raise error

    monkeypatch.setattr(build, "build", fail)

    assert run(capsys, "report", "--round=7", "--debug") == (code, "", "")


def test_data_with_faults_are_listed(capsys, monkeypatch):
    def fail(*arguments, **options):
        raise DataError(FAULTS)

    monkeypatch.setattr(build, "build", fail)
    code, out, err = run(capsys, "report", "--round=7")

    assert (code, out) == (3, "")
    assert err == (
        "data/x/rounds.csv:2: start: no date: \\x1b[2J; write 2017-07-10\n"
        "data/x/rounds.csv:3: start: no date: \\x1b[2J; write 2017-07-10\n"
        "communique: the data have 2 faults; nothing was run\n"
    )


def test_a_terminal_that_cannot_show_a_character_shows_its_number():
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    ran = program("report", "--round=“7”", stderr=subprocess.PIPE, env=environment)

    assert ran.communicate()[1] == b"communique: ROUND takes a whole number, not '\\u201c7\\u201d'\n"
    assert ran.returncode == 2


def test_a_reader_who_stops_reading_is_no_error():
    read, write = os.pipe()
    os.close(read)
    ran = program("--help", stdout=write, stderr=subprocess.PIPE)
    os.close(write)

    assert (ran.communicate()[1], ran.returncode) == (b"", 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full:
        ran = program("--help", stdout=full, stderr=subprocess.PIPE)

    assert ran.communicate()[1] == b"communique: cannot read or write: No space left on device\n"
    assert ran.returncode == 7
