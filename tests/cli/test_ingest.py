"""The commands that read documents: what they refuse, and what they print."""

import io
import json
import shutil
import subprocess
import sys

from .conftest import run


def test_no_document_at_all_is_refused_with_the_kinds_there_are(capsys):
    code, out, err = run(capsys, "ingest")

    assert (code, out) == (2, "")
    assert "no document given; name files or folders of" in err
    assert "PDF" in err


def test_an_empty_name_does_not_read_the_folder_one_is_in(capsys):
    code, out, err = run(capsys, "ingest", "--", "")

    assert (code, out) == (2, "")
    assert err == "communique: no document given; name a file or a folder, e.g. make ingest SOURCE=inbox\n"


def test_a_document_that_is_not_there_is_named(capsys, tmp_path):
    code, out, err = run(capsys, "statements", str(tmp_path / "none.txt"))

    assert (code, out) == (2, "")
    assert err == f"communique: {tmp_path / 'none.txt'}: there is no such file or folder\n"


def test_statements_are_printed_and_not_kept(capsys, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text("Talks go on\n\nWilma Hode said that the ferry would leave on Friday.\n")
    code, out, err = run(capsys, "statements", str(path))

    (line,) = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert (line["speaker_surface"], line["kind"]) == ("Wilma Hode", "indirect")
    assert [each.name for each in tmp_path.iterdir()] == ["news.txt"]


def test_a_table_may_call_its_columns_otherwise(capsys, tmp_path):
    path = tmp_path / "news.csv"
    path.write_text("Body,Day\nWilma Hode said that the ferry would leave on Friday.,2031-07-08\n")
    code, out, err = run(capsys, "statements", str(path), "--columns", "text=body,date=day")

    (line,) = map(json.loads, out.splitlines())
    assert (code, err, line["speaker_surface"], line["date"]) == (0, "", "Wilma Hode", "2031-07-08")

    code, out, err = run(capsys, "statements", str(path), "--columns", "body=text")
    assert (code, out) == (2, "")
    assert err.startswith("communique: --columns: 'body=text' names no column; give each as text, date, title,")


def ingested(path):
    """Exit code and output of reading a file in: a program of its own, whose readers are not as large as a test run."""
    command = [sys.executable, "-m", "communique", "ingest", "--process=tiny", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    return ran.returncode, ran.stdout


def test_what_was_ingested_is_told_with_those_that_nobody_knows(capsys, folder_of, monkeypatch, root):
    folder = folder_of()
    shutil.copytree(root / "data" / "lexicon", folder.parent / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(folder.parent))
    path = folder.parent / "news.txt"
    path.write_text("Talks go on\n\nWilma Hode said that the ferry would leave on Friday.\n")
    code, out = ingested(path)

    assert code == 0
    assert out.splitlines()[0] == "not in actors.csv: Wilma Hode (one statement)"
    assert out.splitlines()[-1].endswith("candidates.csv: one new candidate from one document")


def test_what_was_read_by_mistake_is_forgotten_after_a_question(capsys, folder_of, monkeypatch, root):
    folder = folder_of()
    shutil.copytree(root / "data" / "lexicon", folder.parent / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(folder.parent))
    path = folder.parent / "news.txt"
    path.write_text("Talks go on\n\nWilma Hode said that the ferry would leave on Friday.\n")
    ingested(path)
    read = (folder / "candidates.csv").read_bytes()

    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    code, out, _ = run(capsys, "ingest", "--process=tiny", "--forget", str(path))
    assert (code, (folder / "candidates.csv").read_bytes()) == (0, read)
    assert out.startswith("news.txt: one candidate\n")
    assert out.endswith("nothing was forgotten\n")

    code, out, _ = run(capsys, "ingest", "--process=tiny", "--forget", "news.txt", "--yes")
    assert out.endswith("one candidate forgotten, of one document\n")
    code, _, err = run(capsys, "ingest", "--process=tiny", "--forget", "news.txt")
    assert (code, err) == (2, "communique: --forget news.txt: no document of that name was read into tiny\n")
    assert run(capsys, "ingest", "--process=tiny", str(path))[1].endswith("one new candidate from one document\n")
