"""What is typed after `make report ROUND=` reaches the command as typed, and nothing of it runs.

The real Makefile is run in an empty folder whose "Python" writes down what it was called with.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import PATIENCE

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")


@pytest.fixture
def house(tmp_path):
    """A folder with a blank in its name that holds the Makefile, a setup that does nothing, and a Python that notes."""
    house = tmp_path / "a house"
    for name, program in {
        "requirements/setup": "#!/bin/sh\n",
        ".venv/bin/python": f"#!{sys.executable}\nimport json, sys\njson.dump(sys.argv, open('called.json', 'w'))\n",
    }.items():
        path = house / name
        path.parent.mkdir(parents=True)
        path.write_text(program)
        path.chmod(0o755)
    shutil.copy(ROOT / "Makefile", house)
    (house / "reports").mkdir()
    return house


def make(house, *arguments, **variables):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=house, env=environment | variables, capture_output=True, text=True, timeout=PATIENCE
    )


def called(house):
    """What the command was called with."""
    return json.loads((house / "called.json").read_text())[1:]


HOSTILE = [
    "7; touch x",
    "$(shell touch x)",
    "$$(touch x)",
    "$(touch x)",
    "`touch x`",
    '7" ; touch x ; "',
    "7' ; touch x ; '",
    "7\ntouch x",
    "7 || touch x",
    "7 # \\",
    "$(ROUND)",
    "${HOME}",
    "--debug",
    "*",
    "é '\"\\ \t",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("ROUND", "--round"),
        ("PROCESS", "--process"),
        ("AS_OF", "--as-of"),
        ("COMPARE_TO", "--compare-to"),
        ("FORMAT", "--format"),
    ],
)
def test_a_value_reaches_the_command_as_typed_and_runs_nothing(house, value, name, option):
    ran = make(house, "report", f"{name}={value}")

    assert ran.returncode == 0, ran.stderr
    assert called(house) == ["-m", "communique", "report", f"{option}={value}"]
    assert not (house / "x").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_so_does_a_value_of_the_environment(house, value):
    ran = make(house, "report", ROUND=value)

    assert ran.returncode == 0, ran.stderr
    assert called(house) == ["-m", "communique", "report", f"--round={value}"]
    assert not (house / "x").exists()


def test_values_go_together(house):
    given = {"PROCESS": "geneva", "ROUND": "7", "AS_OF": "2017-07-31", "COMPARE_TO": "brexit:5", "FORMAT": "html,docx"}
    make(house, "report", *(f"{name}={value}" for name, value in given.items()))

    assert called(house)[3:] == [f"--{name.lower().replace('_', '-')}={value}" for name, value in given.items()]


def test_overview_and_reports_take_what_they_need(house):
    make(house, "overview", "PROCESS=brexit", "AS_OF=2017-07-31", "FORMAT=docx")
    assert called(house) == ["-m", "communique", "overview", "--process=brexit", "--as-of=2017-07-31", "--format=docx"]
    make(house, "reports", "PROCESS=$(shell touch x)", "FORMAT=docx")
    assert called(house) == ["-m", "communique", "reports", "--process=$(shell touch x)", "--format=docx"]
    assert not (house / "x").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_the_folder_of_older_data_reaches_the_command_as_typed(house, value):
    ran = make(house, "data-changes", "PROCESS=brexit", f"BEFORE={value}")

    assert ran.returncode == 0, ran.stderr
    assert called(house) == ["-m", "communique", "data-changes", "--process=brexit", "--", value]
    assert not (house / "x").exists()


def test_ingest_without_a_source_reads_nothing(house):
    make(house, "ingest", "SOURCE=", "PROCESS=brexit")
    assert called(house) == ["-m", "communique", "ingest", "--process=brexit"]
    make(house, "ingest", "SOURCE=--in box")
    assert called(house) == ["-m", "communique", "ingest", "--", "--in box"]


@pytest.mark.parametrize("value", HOSTILE[:4])
def test_a_corpus_reaches_the_command_as_typed_and_names_its_folder(house, value):
    ran = make(house, "scan", f"CORPUS={value}", "SCHEDULER=tcp://10.0.0.5:8786", "OUT=o")
    assert ran.returncode == 0, ran.stderr
    command = ["-m", "communique", "scan", "--out=o", "--scheduler=tcp://10.0.0.5:8786", "--", value]
    assert called(house) == command
    make(house, "scan", "CORPUS=../in/white-house.jsonl.gz", "PROCESS=brexit")
    assert called(house)[3:] == ["--out=scans/white-house", "--process=brexit", "--", "../in/white-house.jsonl.gz"]
    assert not (house / "x").exists()


def test_without_values_the_command_uses_its_own(house):
    make(house, "report", "ROUND=", "PROCESS=")

    assert called(house) == ["-m", "communique", "report"]


def test_a_misspelt_name_is_refused(house):
    ran = make(house, "report", "ROUND=7", "PROCES=brexit")

    assert ran.returncode == 2
    assert "Nothing here is called PROCES; what can be set is: ROUND PROCESS AS_OF COMPARE_TO" in ran.stderr
    assert not (house / "called.json").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("overview", "COMPARE_TO=6"), "make overview does not take COMPARE_TO; it takes: PROCESS AS_OF FORMAT"),
        (("reports", "PROCESS=all", "AS_OF=2017-07-31"), "make reports does not take AS_OF; it takes: PROCESS FORMAT"),
        (("test", "ROUND=7"), "make test does not take ROUND; it takes: nothing"),
    ],
)
def test_a_name_that_would_be_passed_over_is_refused(house, given, told):
    ran = make(house, *given)

    assert ran.returncode == 2
    assert f"{told}.  Stop." in ran.stderr
    assert not (house / "called.json").exists()


def test_make_alone_prints_the_targets_and_does_nothing(house):
    ran = make(house)

    assert ran.returncode == 0
    assert "make report ROUND=7" in ran.stdout.splitlines()[0]
    for target in "report overview reports check repair lab setup test lint evaluate golden bench clean help".split():
        assert f"\n  make {target} " in ran.stdout
    assert not (house / "called.json").exists()


def test_clean_removes_what_the_build_made_and_nothing_else(house):
    (house / "reports" / ".gitkeep").touch()
    (house / "reports" / "geneva").mkdir()
    for name in ("reports/index.html", "reports/geneva/round-07.html", "reports/geneva/.hidden", "data.csv"):
        (house / name).touch()

    assert make(house, "clean").returncode == 0

    assert [path.name for path in (house / "reports").iterdir()] == [".gitkeep"]
    assert (house / "data.csv").exists()
    assert (house / ".venv").exists()
