"""COMMUNIQUE_DATA names the folder that everything is read from: words, tables and processes."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique.cli import communique as command
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.lab.sentences import read_sentences
from communique.lab.texts import mentions_in, texts_of
from communique.report.provenance import code_fingerprint
from communique.sources.candidates import rows

ROOT = Path(__file__).parents[2]
SAID = "GENEVA, July 15. The envoy yodelled that a milestone was near.\n"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of the data with a term, a verb of saying, an answer and a place more than the project's own."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "data" / "lexicon", folder / "lexicon")
    shutil.copytree(ROOT / "tests" / "specimens" / "tiny", folder / "tiny")
    _append(folder / "lexicon" / "en.csv", "milestone,milestone,progress,+,noun,milestone,free,x,claimed,x,")
    _append(folder / "lexicon" / "attribution" / "en" / "verbs.csv", "yodel,yodel|yodels|yodelled,saying,that|clause,x")
    _append(folder / "tiny" / "process.yml", "places: [Port Ellis]")
    answers = folder / "lexicon" / "en" / "answers.toml"
    answers.write_text(answers.read_text(encoding="utf-8").replace('"tomorrow"', '"someday"'), encoding="utf-8")
    statements = folder / "tiny" / "statements.csv"
    lines = statements.read_text(encoding="utf-8").splitlines()
    named = lines[0].split(",").index("text")
    statements.write_text("\n".join([lines[0], _told(lines[1], named), *lines[2:]]) + "\n", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def _append(path, line):
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n{line}\n", encoding="utf-8")


def _told(line, named):
    """A row of statements.csv with a text that the changed words alone can read."""
    (cells,) = csv.reader([line])
    cells[named] = "A milestone was reached, after the milestone in Port Ellis."
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def ran(*arguments, given=None):
    done = CliRunner().invoke(command, list(arguments), input=given, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_the_command_mentions_reads_from_there(data):
    text = json.dumps({"id": 1, "text": "A milestone tomorrow? No. Since the milestone of Port Ellis little moved."})
    assert [(found["status"], found["refers_to"]) for found in ran("mentions", given=text)] == [
        ("denied", ""),
        ("claimed", ""),
    ]
    [_, found] = ran("mentions", "--process", "tiny", given=text)
    assert found["refers_to"] == "Port Ellis"


def test_the_command_statements_reads_from_there(data, tmp_path):
    (tmp_path / "news.txt").write_text(SAID, encoding="utf-8")
    [found] = ran("statements", "news.txt", "--process", "tiny")
    assert found["text"].strip(" .\n") == "a milestone was near"


def test_the_command_ingest_reads_from_there(data, tmp_path):
    (tmp_path / "news.txt").write_text(SAID, encoding="utf-8")
    ran("ingest", "news.txt", "--process", "tiny")
    [row] = rows(data / "tiny" / "candidates.csv")
    assert row["mentions"] == "milestone:open"


def test_reports_read_from_there(data, monkeypatch):
    survey = Survey.open("tiny")
    first = survey.spoken["statement_id"].iloc[0]
    found = survey.all_mentions.loc[survey.all_mentions["statement_id"] == first]
    assert list(zip(found["term"], found["refers_to"], strict=True)) == [("milestone", ""), ("milestone", "Port Ellis")]
    assert "milestone" in set(Briefing.open("tiny", 1).all_mentions["term"])
    here = code_fingerprint()
    monkeypatch.delenv("COMMUNIQUE_DATA")
    monkeypatch.chdir(ROOT)
    assert code_fingerprint() != here


def test_the_laboratory_reads_from_there(data):
    assert "milestone" in str(read_sentences(["A milestone was reached."]))
    found = mentions_in(texts_of("tiny"), "tiny")
    assert list(found["refers_to"][found["term"] == "milestone"]) == ["", "Port Ellis"]


def test_no_module_finds_data_by_where_it_lies_itself():
    """`files.paths` alone may look for the data folder beside the code."""
    package = Path(communique.__file__).parent
    guilty = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r'parents?\b.*/\s*"data"', path.read_text(encoding="utf-8"))
    ]
    assert guilty == ["files/paths.py"]
