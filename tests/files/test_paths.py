import pytest

from communique.errors import ParameterError
from communique.files.paths import data_folder, process_names
from communique.language import find_mentions


def test_the_environment_decides(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path))
    assert data_folder() == tmp_path


def test_a_path_from_the_current_folder_holds_from_any_other(tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_DATA", "mine")
    assert data_folder() == tmp_path / "mine"


def test_a_folder_that_is_none_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(ParameterError, match="nowhere"):
        data_folder()


def test_the_checkout_serves_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.delenv("COMMUNIQUE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert (data_folder() / "lexicon" / "en.csv").is_file()
    assert [m.status for m in find_mentions("There was progress.")] == ["claimed"]


def test_the_project_one_stands_in_comes_first(tmp_path, monkeypatch):
    monkeypatch.delenv("COMMUNIQUE_DATA", raising=False)
    (tmp_path / "data" / "lexicon").mkdir(parents=True)
    (tmp_path / "data" / "lexicon" / "en.csv").touch()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert data_folder() == tmp_path / "data"


def test_processes_are_the_folders_with_a_description(tmp_path):
    for name in ("b", "a", "no name", "lexicon"):
        (tmp_path / name).mkdir()
        if name != "lexicon":
            (tmp_path / name / "process.yml").touch()

    assert process_names(tmp_path) == ["a", "b"]


def test_a_folder_of_other_data_is_no_process(root):
    assert (root / "data" / "lexicon").is_dir()
    assert process_names(data=root / "data") == ["brexit", "geneva"]
