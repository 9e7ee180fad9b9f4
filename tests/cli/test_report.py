"""The command that builds one report: what it refuses, what it says, and how it is ended."""

import json
import signal
import subprocess
from pathlib import Path

import psutil
import pytest

from communique.report import build

from ..conftest import PATIENCE, until
from .conftest import program, run

NOTEBOOKS = Path(__file__).parents[1] / "specimens" / "notebooks"


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
        (["report", "--round=7", "--format=html,dcox"], "FORMAT=dcox: there is no such format; did you mean docx?"),
        (["overview", "--format=Word"], "FORMAT=Word: there is no such format; did you mean docx?"),
        (["reports", "--format=,"], "FORMAT=, names no format; write html, pdf or docx"),
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


def test_the_help_of_report_lists_the_parameters_of_the_notebook(capsys):
    _, out, _ = run(capsys, "report", "--help")

    assert "SEED" in out
    assert "[2012]" in out


def test_a_report_that_was_built_is_told_in_one_line(capsys, monkeypatch, tmp_path):
    def made(plan, *, timeout, progress):
        assert (plan.folder, plan.parameters["SEED"], timeout, progress) == (tmp_path, 3, 9, None)
        return build.Report([plan.folder / file for file in plan.files], 5.04)

    monkeypatch.setattr(build, "build", made)
    monkeypatch.chdir(tmp_path)

    assert run(capsys, "report", "--round=7", "--timeout=9", "-P", "SEED=3", f"--output={tmp_path}") == (
        0,
        "round-07-seed-3.html  round-07-seed-3.pdf  round-07-seed-3.ipynb  (5.0 s)\n",
        "",
    )


@pytest.mark.kernel
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_ended_leaves_nothing_behind(tmp_path, number, code):
    begun, notebook = tmp_path / "begun", json.loads((NOTEBOOKS / "loops.ipynb").read_text())
    notebook["cells"][-1]["source"].insert(0, f"open({str(begun)!r}, 'w').close()\n")
    (tmp_path / "loops.ipynb").write_text(json.dumps(notebook))
    options = [f"--notebook={tmp_path / 'loops.ipynb'}", f"--output={tmp_path / 'reports'}"]
    ran = program("report", "--round=7", *options, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until(begun.exists, ran)
    kernels = psutil.Process(ran.pid).children(recursive=True)
    ran.send_signal(number)
    out, err = ran.communicate(timeout=PATIENCE)

    assert (ran.returncode, out, err) == (code, b"", b"")
    assert len(kernels) == 1
    assert not psutil.wait_procs(kernels, timeout=PATIENCE)[1]
    assert {each.name for each in tmp_path.iterdir()} == {"begun", "loops.ipynb"}
