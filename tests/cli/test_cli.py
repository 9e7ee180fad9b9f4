"""Every way a command can end: its exit code, and what it says in one line."""

import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from communique.process import checks
from communique.prose import counted

from .conftest import FAULTS, run


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


def test_strict_checking_lists_doubts_and_ends_well(capsys):
    code, out, err = run(capsys, "check", "--process=brexit", "--strict")

    lines = out.splitlines()
    assert (code, err, lines[0]) == (0, "", "brexit: no fault found")
    assert lines[1].endswith("look whether it speaks of round 7")
    assert lines[-1] == f"brexit: {counted(len(lines) - 2, 'doubt')}, listed above; no report is stopped by them"
    assert run(capsys, "check", "--process=brexit") == (0, "brexit: no fault found\n", "")


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


def test_the_command_is_up_without_what_only_reports_need():
    heavy = "{'pandas', 'numpy', 'matplotlib', 'papermill', 'nbconvert', 'typst', 'rapidfuzz', 'tqdm'}"
    script = (
        "import sys; from communique import cli; from communique.cli import console; "
        f"console.run(cli.communique, ['--version']); print({heavy} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines()[-1] == "set()"


@pytest.fixture
def spoilt(folder_of, monkeypatch, root):
    """A data folder whose process `tiny` has its events with semicolons."""
    folder = folder_of()
    shutil.copytree(root / "data" / "lexicon", folder.parent / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(folder.parent))
    path = folder / "events.csv"
    path.write_text(path.read_text().replace(",", ";"))
    return path


def test_a_repair_is_shown_and_without_an_answer_nothing_is_written(capsys, spoilt, monkeypatch):
    before = spoilt.read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = run(capsys, "repair", "tiny")

    assert (code, spoilt.read_bytes()) == (0, before)
    assert "events.csv: commas in place of semicolons" in out
    assert "  +event_id,date,kind,label,source_id" in out
    assert out.endswith("nothing was written\n")


def test_a_repair_that_is_agreed_to_is_written(capsys, spoilt):
    assert run(capsys, "check", "--process=tiny")[0] == 3
    code, out, _ = run(capsys, "repair", "tiny", "--yes")

    assert code == 0
    assert out.splitlines()[-1].endswith("events.csv: mended; as it was in events.csv.before-repair")
    assert run(capsys, "check", "--process=tiny")[0] == 0
    assert "nothing to mend that is mechanical" in run(capsys, "repair", "tiny")[1]
    code, _, err = run(capsys, "repair")
    assert (code, err) == (2, "communique: no process given; name one: tiny\n")
