"""Every way a command can end: its exit code, and what it says in one line."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from communique.cli import communique, console
from communique.errors import (
    CellFailed,
    CommuniqueError,
    DataError,
    Fault,
    KernelDied,
    ParameterError,
    PublishError,
    RenderingError,
)
from communique.process import checks
from communique.report import build

NOTEBOOKS = Path(__file__).parents[1] / "specimens" / "notebooks"
FAULTS = [Fault("data/x/rounds.csv", line, "start", "no date: \x1b[2J", "write 2017-07-10") for line in (3, 2)]


def run(capsys, *arguments):
    """Exit code, standard output and standard error of the command."""
    code = console.run(communique, arguments)
    told = capsys.readouterr()
    return code, told.out, told.err


# --- what is typed ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reprot"], "there is no command 'reprot'; did you mean report?"),
        (["report", "--ronud=7"], "no such option '--ronud'. Did you mean '--round'?"),
        (["report", "7"], "got unexpected extra argument (7)"),
        (["report", "--round"], "option '--round' requires an argument"),
        (["report", "--round=7", "--timeout=0"], "invalid value for '--timeout': 0 is not in the range x>=1"),
        (["report", "--round=7", "-P", "SEED"], "-P takes NAME=VALUE, not 'SEED'"),
        (["report", "--round=7", "-P", "a b=1"], "-P takes NAME=VALUE, not 'a b=1'"),
        (["report", "--round=7", "-P", "ROUND=8"], "ROUND is given twice, by an option and by -P"),
        (["report", "-P", "SEED=1", "-P", "SEED=2"], "SEED is given twice"),
        (["report", "--round=7", "-P", "SEDE=1"], "round.ipynb has no parameter SEDE; did you mean SEED?"),
        (["report", "--round=7; touch x"], "ROUND takes a whole number, not '7; touch x'"),
        (["report", "--round=\x1b[2J\n"], "ROUND takes a whole number, not '\\x1b[2J\\n'"),
        (["report", "--round=77"], "ROUND=77 is not in the data; geneva has rounds 1, 2, 3, 4, 5, 6, 7, 8, 9"),
        (["report", "--round=7", "--process=genvea"], "PROCESS=genvea: there is no such process; there are"),
        (["report", "--round=7", "--process=../geneva"], "PROCESS=../geneva: a name is made of letters, digits"),
        (["overview", "-P", "ROUND=7"], "process.ipynb has no parameter ROUND; it takes PROCESS"),
        (["reports", "--process=nowhere"], "PROCESS=nowhere: there is no such process"),
        (["reports", "--jobs=0"], "invalid value for '--jobs': 0 is not in the range x>=1"),
        (["check", "--process=nowhere"], "PROCESS=nowhere: there is no such process"),
        (["mentions", "nowhere.jsonl"], "invalid value for '[FILE]': 'nowhere.jsonl': No such file or directory"),
    ],
)
def test_a_bad_parameter_is_told_in_one_line(capsys, arguments, message):
    code, out, err = run(capsys, *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(f"communique: {message}")
    assert err.endswith("\n")
    assert err[:-1].isprintable()


def test_no_command_at_all_shows_what_there_are(capsys):
    code, out, err = run(capsys)

    assert (code, out) == (2, "")
    assert re.search(r"\breport +Build the report on one round", err)
    assert re.search(r"\breports +Build all reports", err)


@pytest.mark.parametrize("arguments", ["--version", "--help", "report --help", "reports --help", "check -h"])
def test_what_is_asked_for_is_no_error(capsys, arguments):
    code, out, err = run(capsys, *arguments.split())

    assert (code, err) == (0, "")
    assert "communique" in out


def test_the_help_of_report_lists_the_parameters_of_the_notebook(capsys):
    _, out, _ = run(capsys, "report", "--help")

    assert "SEED" in out
    assert "[2012]" in out


# --- how a report ends ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (CommuniqueError("odd"), 1, "odd"),
        (ZeroDivisionError("by zero\n\x07"), 1, "internal error: ZeroDivisionError: by zero\\n\\x07; with --debug"),
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


def test_a_report_that_was_built_is_told_in_one_line(capsys, monkeypatch, tmp_path):
    def made(plan, *, timeout, progress):
        assert (plan.folder, plan.parameters["SEED"], timeout, progress) == (tmp_path, 3, 9, None)
        return build.Report([plan.folder / file for file in plan.files], 5.04)

    monkeypatch.setattr(build, "build", made)
    monkeypatch.chdir(tmp_path)

    assert run(capsys, "report", "--round=7", "--timeout=9", "-P", "SEED=3", f"--output={tmp_path}") == (
        0,
        "round-07.html  round-07.pdf  round-07.ipynb  (5.0 s)\n",
        "",
    )


# --- check ------------------------------------------------------------------------------------------------------------


def test_check_lists_the_faults_of_every_process_and_counts_them(capsys, monkeypatch):
    monkeypatch.setattr(checks, "check", lambda folder: FAULTS if folder.name == "geneva" else [])
    code, out, err = run(capsys, "check")

    assert code == 3
    assert "brexit: no fault found\n" in out
    assert out.index("rounds.csv:2:") < out.index("rounds.csv:3:")
    assert err == "communique: 2 faults in the data, listed above\n"


def test_check_of_one_process_leaves_the_others_alone(capsys, monkeypatch):
    monkeypatch.setattr(checks, "check", lambda folder: [])

    assert run(capsys, "check", "--process=geneva") == (0, "geneva: no fault found\n", "")


# --- mentions --------------------------------------------------------------------------------------------------------


def test_mentions_come_out_as_json_lines_whatever_the_terminal(tmp_path):
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"id": "é", "text": "It was no breakthrough — “nothing”."}\nnot JSON\n', encoding="utf-8")
    command = [sys.executable, "-m", "communique", "mentions", str(texts)]
    ran = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "latin-1"})
    (line,) = ran.stdout.decode("utf-8").splitlines()

    found = json.loads(line)
    assert (found["id"], found["surface"], found["status"]) == ("é", "breakthrough", "denied")
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"line 2: ")


def test_mentions_are_read_from_standard_input(tmp_path):
    command = [sys.executable, "-m", "communique", "mentions"]
    text = b'{"id": 1, "text": "A breakthrough was reached."}\n\n{"id": 2, "text": "Nothing."}'
    ran = subprocess.run(command, capture_output=True, input=text, check=True)

    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == [1]
    assert ran.stderr == b""


# --- as a program -----------------------------------------------------------------------------------------------------


def program(*arguments, **options):
    return subprocess.Popen([sys.executable, "-m", "communique", *map(str, arguments)], **options)


def test_the_command_is_up_without_what_only_reports_need():
    heavy = "{'pandas', 'numpy', 'matplotlib', 'papermill', 'nbconvert', 'typst', 'rapidfuzz', 'tqdm'}"
    script = (
        "import sys; from communique import cli; from communique.cli import console; "
        f"console.run(cli.communique, ['--version']); print({heavy} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines()[-1] == "set()"


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


@pytest.mark.kernel
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_ended_leaves_nothing_behind(tmp_path, number, code):
    options = [f"--notebook={NOTEBOOKS / 'loops.ipynb'}", f"--output={tmp_path / 'reports'}"]
    ran = program("report", "--round=7", *options, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("reports/.round-07-*/ipython/*")) and time.monotonic() < deadline:
        time.sleep(0.1)  # until the kernel is up
    kernels = psutil.Process(ran.pid).children(recursive=True)
    time.sleep(1.5)
    ran.send_signal(number)
    out, err = ran.communicate(timeout=60)

    assert (ran.returncode, out, err) == (code, b"", b"")
    assert len(kernels) == 1
    assert not psutil.wait_procs(kernels, timeout=10)[1]
    assert list(tmp_path.iterdir()) == []
