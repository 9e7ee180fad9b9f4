"""Every entry of data/lexicon/attribution/ is found in its own example, with speaker and content as marked there."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

import communique.sources
from communique.errors import DataError
from communique.sources.attribution.english.quotations import statements
from communique.sources.attribution.english.words import (
    GrammarWords,
    LayoutWords,
    PeopleWords,
    SpeechWords,
    TaggingWords,
    attribution_folder,
    rows,
    words,
)

ENTRIES = [
    *((row["verb"], row["example"]) for row in rows("verbs.csv")),
    *((row["phrase"], row["example"]) for row in rows("phrases.csv")),
    *((row["cue"], row["example"]) for row in rows("sources.csv")),
]


def unmarked(example: str) -> tuple[str, str, str]:
    """The example without its marks, the speaker between [ ] and the content between { }."""
    speaker, content = (re.search(pattern, example).group(1) for pattern in (r"\[(.*?)\]", r"\{(.*?)\}"))
    return re.sub(r"[\[\]{}]", "", example), speaker, content


@pytest.mark.parametrize(("entry", "example"), ENTRIES, ids=[entry for entry, _ in ENTRIES])
def test_every_entry_finds_its_own_example(entry, example):
    text, speaker, content = unmarked(example)
    found = [(s.speaker.surface, text[s.start : s.end].strip(" .,")) for s in statements(text)]
    assert (speaker, content.strip(" .,")) in found


def test_no_form_belongs_to_two_verbs():
    forms = [form for row in rows("verbs.csv") for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))


FILES = {"grammar": GrammarWords, "people": PeopleWords, "layout": LayoutWords, "tagging": TaggingWords}


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The attribution folder of a copy of the lexicon, which is read from now on."""
    shutil.copytree(attribution_folder().parents[1], tmp_path / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path))
    return attribution_folder()


def test_every_list_is_asked_for_by_a_rule():
    folder = Path(communique.sources.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    names = [field.name for field in fields(SpeechWords)]
    unread = [name for name in names if not re.search(rf"\bw(?:ords\(\))?\.{name}\b", code)]
    assert unread == ["name_joins", "forms_of_address"]


def test_every_file_of_the_folder_is_read():
    assert {path.stem for path in attribution_folder().glob("*.toml")} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_a_misspelt_key_is_named_when_the_file_is_read(copy, file):
    key = fields(FILES[file])[0].name
    path = copy / f"{file}.toml"
    path.write_text(re.sub(rf"(?m)^{key} =", f"{key}x =", path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(DataError, match=rf"{file}\.toml: {key}: the key is missing(.|\n)*toml:\d+: {key}x: "):
        words()


def test_a_folder_without_the_words_of_attribution_is_told_of(copy):
    shutil.rmtree(copy)
    with pytest.raises(DataError, match=r"verbs\.csv: cannot be read"):
        words()


def test_abbreviations_and_days_come_from_the_lists_of_the_language():
    w = words()
    assert {"mr", "gen", "gov"} <= w.titles
    assert [{"mr"} & each for each in (w.male, w.female)] == [{"mr"}, set()]
    assert [{"mrs"} & each for each in (w.male, w.female)] == [set(), {"mrs"}]
    assert [{"st"} & each for each in (w.titles, w.titles_short)] == [set(), {"st"}]
    assert "inc" in w.bodies
    assert "friday" in w.days & w.openers & w.not_people
    assert "august" in w.not_people


def test_a_word_stands_in_one_list_of_abbreviations():
    """No list of attribution repeats what the abbreviations of the language hold, but for words with another sense."""
    short = words().short
    known = short.titles | short.names | short.others
    text = "\n".join((attribution_folder() / f"{file}.toml").read_text(encoding="utf-8") for file in FILES)
    assert known & set(re.findall(r'"([^"]*)"', text)) == {"no", "al", "sat"}
