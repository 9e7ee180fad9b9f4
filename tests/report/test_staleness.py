"""A report is stale when anything it depends on, or any of its files, is another; else it is not."""

import pytest

from communique.report import staleness
from communique.report.staleness import MANIFEST, Edition, Manifest, fingerprint


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    """A data folder with one process, a lexicon and a notebook, and how to take their fingerprint."""
    for name in ("data/lake/process.yml", "data/lake/rounds.csv", "data/lexicon/en.csv", "round.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "data"))

    def take(**parameters):
        return fingerprint(tmp_path / "round.ipynb", {"ROUND": 1} | parameters, [tmp_path / "data" / "lake"])

    return take


def test_the_same_inputs_have_the_same_fingerprint(inputs):
    assert inputs() == inputs()


@pytest.mark.parametrize(
    "file", [f"data/{name}" for name in ("lake/process.yml", "lake/rounds.csv", "lake/new.csv", "lexicon/en.csv")]
)
def test_every_file_a_report_depends_on_counts(inputs, tmp_path, file):
    before = inputs()
    with open(tmp_path / file, "a") as opened:
        opened.write(" ")

    assert inputs() != before


def test_parameters_code_and_libraries_count(inputs, monkeypatch):
    before = inputs()
    assert inputs(SEED=3) != before
    with monkeypatch.context() as patch:
        patch.setattr(staleness, "code_fingerprint", lambda: "another")
        assert inputs() != before
    with monkeypatch.context() as patch:
        patch.setattr(staleness, "_versions", lambda: {"python": "4.0"})
        assert inputs() != before
    assert inputs() == before


def test_the_notebook_counts(inputs, tmp_path):
    before = inputs()
    (tmp_path / "round.ipynb").write_text("another")

    assert inputs() != before


def test_candidates_and_other_files_do_not_count(inputs, tmp_path):
    before = inputs()
    (tmp_path / "data/lake/candidates.csv").write_text("waiting")
    (tmp_path / "data/lake/notes.txt").write_text("a note")

    assert inputs() == before


def test_a_report_is_fresh_while_inputs_and_files_are_the_same(tmp_path):
    paths = [tmp_path / "r.html", tmp_path / "r.pdf"]
    for path in paths:
        path.write_text("good")
    made = Edition.made("abc", paths, "2030-09-14")

    assert made.is_fresh("abc", tmp_path)
    assert not made.is_fresh("abd", tmp_path)
    paths[0].write_text("gone bad")
    assert not made.is_fresh("abc", tmp_path)
    paths[0].write_text("good")
    paths[1].unlink()
    assert not made.is_fresh("abc", tmp_path)
    assert not Edition("abc").is_fresh("abc", tmp_path)


def test_the_manifest_remembers_and_forgets(tmp_path):
    manifest = Manifest(tmp_path)
    manifest.editions = {name: Edition("abc", {"r.html": "d"}, "2030-09-14") for name in ("lake/a", "lake/b", "pond/a")}
    manifest.failed("lake/b", "the kernel died")
    manifest.failed("lake/c", "the kernel died")
    manifest.forget("lake", but=["lake/b", "lake/c"])
    manifest.write()

    again = Manifest.read(tmp_path)
    assert again.editions == manifest.editions
    assert sorted(again.editions) == ["lake/b", "lake/c", "pond/a"]
    assert again.editions["lake/b"] == Edition("abc", {"r.html": "d"}, "2030-09-14", "the kernel died")
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"form": 99}', '{"form": 1, "reports": {"a": {"b": 1}}, "index": {}}']
)
def test_a_manifest_that_cannot_be_read_is_as_none(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)

    assert Manifest.read(tmp_path).editions == {}
