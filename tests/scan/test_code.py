"""The fingerprint tells code, lexicon and processes apart."""

import shutil

from communique.scan.code import fingerprint


def test_lexicon_and_processes_make_another_fingerprint(root, tmp_path, monkeypatch):
    told = {fingerprint()}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copytree(root / "data" / "lexicon", tmp_path / name / "lexicon")
        shutil.copytree(root / "data" / "brexit", tmp_path / name / "brexit")
        with open(tmp_path / name / {"one": "lexicon/en.csv", "two": "brexit/actors.csv"}[name], "a") as file:
            file.write("\n")
        monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / name))
        told.add(fingerprint())

    assert len(told) == 3
    assert {len(each) for each in told} == {64}
