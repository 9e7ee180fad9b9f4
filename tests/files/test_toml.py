"""Closed lists read as dataclasses: what a file lacks or adds is named with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from communique.errors import DataError
from communique.files.toml import read_words


@dataclass(frozen=True)
class Lists:
    """One field of each type."""

    ordered: tuple[str, ...]
    asked: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    meaning: Mapping[str, str]


WHOLE = """# Some lists.
ordered = ["b", "a"]
asked = ["b",
  "a"]
phrases = ["at the", "by"]
[meaning]
"n't" = "not"
"""


def read(folder, text):
    path = folder / "lists.toml"
    path.write_text(text, encoding="utf-8")
    return read_words(path, Lists)


def faults(folder, text):
    with pytest.raises(DataError) as told:
        read(folder, text)
    return [str(fault).replace(f"{folder}/", "") for fault in told.value.faults]


def test_each_key_is_a_field_of_its_type(tmp_path):
    assert read(tmp_path, WHOLE) == Lists(
        ("b", "a"), frozenset(("a", "b")), frozenset((("at", "the"), ("by",))), {"n't": "not"}
    )


def test_a_misspelt_key_is_named_with_its_line_and_the_one_that_is_missing(tmp_path):
    assert faults(tmp_path, WHOLE.replace("asked", "askd")) == [
        "lists.toml: asked: the key is missing; add it, with its words",
        "lists.toml:3: askd: there is no key 'askd'; did you mean asked?",
    ]


def test_a_key_too_many_is_named(tmp_path):
    assert faults(tmp_path, f'more = ["x"]\n{WHOLE}') == ["lists.toml:1: more: there is no key 'more'; remove it"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["b", "a"]', '"b"', "lists.toml:2: ordered: this is not a list of words, in order; write one"),
        ('["b", "a"]', '["b", 1]', "lists.toml:2: ordered: this is not a list of words, in order; write one"),
        ('["b", "a"]', '["b", "b"]', "lists.toml:2: ordered: 'b' is in the list twice; name it once"),
        ('"not"', "1", "lists.toml:6: meaning: this is not a table of words for words; write one"),
    ],
)
def test_a_value_of_another_type_is_named(tmp_path, old, new, told):
    assert faults(tmp_path, WHOLE.replace(old, new)) == [told]


def test_what_is_no_toml_is_named_with_its_line(tmp_path):
    [told] = faults(tmp_path, 'ordered = ["a"\nasked')
    assert told.startswith("lists.toml:2: no TOML")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DataError, match=r"none\.toml: cannot be read .*; a data folder has"):
        read_words(tmp_path / "none.toml", Lists)
