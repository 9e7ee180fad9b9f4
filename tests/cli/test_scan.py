"""The command `scan`: what it refuses, what it tells, and how it ends."""

import json

import pytest

from communique.scan import run as running

from .conftest import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "no corpus given; name a file or folder of"),
        (["x.jsonl"], "no folder given for the tables; name one with --out"),
        (["x.jsonl", "--out=o", "--workers=2", "--scheduler=tcp://x:1"], "give one of them"),
        (["none.jsonl", "--out=o"], "the corpus none.jsonl cannot be opened"),
    ],
)
def test_what_cannot_be_scanned_is_refused_in_one_line(capsys, tmp_path, monkeypatch, root, arguments, told):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(root / "data"))
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, "scan", *arguments)

    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_was_found_and_what_could_not_be_read_is_told(capsys, tmp_path, monkeypatch):
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": "Wilma Hode said that talks collapsed."}) + "\n" + "[]\n" * 22)
    real = running.workers
    monkeypatch.setattr(running, "workers", lambda number, scheduler: real(0))
    code, out, err = run(capsys, "scan", str(path), "--out", str(tmp_path / "out"))

    assert code == 3
    assert out.endswith("out/: one mention and one statement in one document (one partition)\n")
    assert err.splitlines()[0] == "news.jsonl:2: a list, not an object with id and text; give one JSON object a line"
    assert err.splitlines()[20].startswith("and 2 more; all are in ")


@pytest.mark.parametrize("library", ["pyarrow", "distributed", "trafilatura"])
def test_a_missing_library_is_told_with_what_installs_it(capsys, tmp_path, monkeypatch, library):
    def missing(corpus):
        raise ModuleNotFoundError(f"No module named '{library}'", name=library)

    monkeypatch.setattr(running, "files_of", missing)
    code, out, err = run(capsys, "scan", "x.jsonl", "--out", str(tmp_path / "out"))

    assert (code, out) == (1, "")
    assert err == f"communique: reading archives needs {library}; `make scan CORPUS=...` installs it\n"
