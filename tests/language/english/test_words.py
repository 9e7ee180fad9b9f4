"""The closed lists of English: each file is a dataclass, each key is asked for, and a copy of its own decides."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

import communique.language
from communique.errors import DataError
from communique.language import find_mentions
from communique.language.english.words import FOLDER, EnglishWords, english
from communique.language.reader import reader

LEXICON = reader().lexicon.folder
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(communique.language.__file__).parent.rglob("*.py"))


@pytest.fixture
def copy(tmp_path):
    """A whole copy of the lexicon."""
    return Path(shutil.copytree(LEXICON, tmp_path / "lexicon"))


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def statuses(text, folder):
    return [mention.status for mention in find_mentions(text, folder=folder)]


def test_every_file_of_the_folder_is_read():
    assert {path.stem for path in (LEXICON / FOLDER).iterdir()} == {field.name for field in fields(EnglishWords)}


@pytest.mark.parametrize("file", [field.name for field in fields(EnglishWords)])
def test_every_list_is_asked_for_by_a_rule(file):
    lists = getattr(english(LEXICON), file)
    unasked = {field.name for field in fields(lists) if not re.search(rf"\.{field.name}\b", CODE)}
    assert unasked <= {"honorifics", "ranks", "offices"} if file == "abbreviations" else not unasked


@pytest.mark.parametrize("file", [field.name for field in fields(EnglishWords)])
def test_a_misspelt_key_is_named_when_the_file_is_read(copy, file):
    path = copy / FOLDER / f"{file}.toml"
    key = fields(getattr(english(LEXICON), file))[0].name
    change(path, f"{key} =", f"{key}x =")
    with pytest.raises(DataError, match=rf"{file}\.toml: {key}: the key is missing(.|\n)*{file}\.toml:\d+: {key}x: "):
        find_mentions("There was progress.", folder=copy)


def test_a_list_changed_in_a_copy_changes_what_is_read(copy):
    change(copy / FOLDER / "answers.toml", '"tomorrow", ', "")
    asked = "A breakthrough tomorrow? No."
    assert (statuses(asked, None), statuses(asked, copy)) == (["doubted"], ["denied"])
    assert statuses("A breakthrough soon? No.", copy) == ["doubted"]


def test_a_list_edited_while_the_program_runs_is_seen(copy):
    asked = "A breakthrough tomorrow? No."
    assert statuses(asked, copy) == ["doubted"]
    change(copy / FOLDER / "answers.toml", '"tomorrow", ', "")
    assert statuses(asked, copy) == ["denied"]


def test_tables_alone_are_read_with_the_lists_of_the_project(copy):
    shutil.rmtree(copy / FOLDER)
    assert statuses("A breakthrough tomorrow? No.", copy) == ["doubted"]


@pytest.mark.parametrize("short", sorted(english(LEXICON).abbreviations.ending_nothing))
def test_a_full_stop_behind_an_abbreviation_ends_nothing(short):
    text = f"Even {short}. Smith did not make progress."
    assert [mention.status for mention in find_mentions(text)] == ["denied"]
