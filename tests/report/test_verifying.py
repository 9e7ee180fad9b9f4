"""A report tells what it was made from, in every file of it, and what of that is not as it was."""

import json
import shutil
from datetime import date

import pytest

from communique.cli import communique, console
from communique.document.blocks import Front, Paragraph
from communique.document.faces import html, pdf
from communique.errors import ParameterError
from communique.report import verifying
from communique.report.results import MIME_TYPE, of_process
from communique.report.staleness import MANIFEST, Edition, Manifest
from communique.report.verifying import keyword, made_from, verify

from .conftest import ROOT, TINY, survey_of


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with the tiny process, as the program finds it."""
    shutil.copytree(TINY, tmp_path / "data" / "tiny")
    (tmp_path / "data" / "lexicon").symlink_to(ROOT / "data" / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "tiny"


@pytest.fixture
def files(tmp_path, data):
    """The files of a report, with what it was made from."""
    texts = of_process(survey_of("tiny"), {"PROCESS": "tiny"}).texts()
    blocks = [Front(title="T", headline="H"), Paragraph("P")]
    told = keyword(texts[".json"])
    cell = {"outputs": [{"output_type": "display_data", "data": {MIME_TYPE: texts}}]}
    folder = tmp_path / "reports" / "tiny"
    folder.mkdir(parents=True)
    written = {
        ".json": texts[".json"].encode(),
        ".ipynb": json.dumps({"cells": [cell]}).encode(),
        ".html": html.page(blocks, keywords=told).encode(),
        ".pdf": pdf.document(blocks, date=date(2030, 1, 1), keywords=told),
    }
    for suffix, content in written.items():
        (folder / f"overview{suffix}").write_bytes(content)
    return {suffix: folder / f"overview{suffix}" for suffix in written}


def test_every_file_tells_the_same_and_agrees(files):
    first, *others = (made_from(path) for path in files.values())

    assert first["data"]["process"] == "tiny"
    assert others == [first] * 3
    for path in files.values():
        found = verify(path)
        assert found.differing == []
        assert found.agreeing[0] == f"data of tiny: {first['data']['fingerprint'][:12]}"


def test_what_differs_is_named(files, data, monkeypatch):
    with open(data / "sources.csv", "a") as file:
        file.write("\n")
    monkeypatch.setattr(verifying, "version", lambda name: "0.0")
    monkeypatch.setattr(verifying, "code_fingerprint", lambda: "f" * 64)
    differing = verify(files[".pdf"]).differing

    assert [line.partition(":")[0] for line in differing][:3] == ["data of tiny", "code and lexicon", "pandas"]
    assert differing[1].endswith("here is ffffffffffff")
    shutil.rmtree(data)
    assert verify(files[".pdf"]).differing[0].endswith("here is none")


def test_a_file_changed_since_it_was_built_is_told_by_the_manifest(files, tmp_path):
    manifest = Manifest(tmp_path / "reports")
    manifest.editions["tiny/overview"] = Edition.made("", files.values(), "")
    manifest.write()
    assert (tmp_path / "reports" / MANIFEST).exists()
    assert verify(files[".html"]).agreeing[-1] == "the file: as it was built"

    files[".html"].write_bytes(files[".html"].read_bytes().replace(b"<p>P</p>", b"<p>Q</p>"))
    assert verify(files[".html"]).differing == ["the file: changed since it was built"]


def test_the_command_ends_with_what_it_found(files, data, capsys):
    assert console.run(communique, ["verify", str(files[".pdf"])]) == 0
    assert capsys.readouterr().out.endswith("overview.pdf: made from what is here\n")
    with open(data / "sources.csv", "a") as file:
        file.write("\n")
    assert console.run(communique, ["verify", str(files[".pdf"])]) == 3
    assert "does not agree" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"{}", b'{"provenance": []}', b"communique made-from {} ."])
@pytest.mark.parametrize("suffix", [".pdf", ".json", ".ipynb", ".html"])
def test_a_file_that_tells_nothing_is_refused(tmp_path, suffix, content):
    (tmp_path / f"x{suffix}").write_bytes(content)

    with pytest.raises(ParameterError, match="nothing in it tells what it was made from"):
        made_from(tmp_path / f"x{suffix}")
    with pytest.raises(ParameterError, match="cannot be read"):
        made_from(tmp_path)
