"""YAML as nodes with their lines: texts stay texts, and what could grow or hide is refused."""

import pytest

from communique.files.yaml import MappingNode, entries, line_of, read_yaml


def faults(text):
    return list(map(str, read_yaml(text, shown="p.yml")[1]))


def test_every_scalar_stays_the_text_it_was_written_as():
    root, found = read_yaml("a: no\nb: NA\nc: 007\nd: 2017-07-10\ne: null\nf: 'yes'\n", shown="p.yml")

    assert isinstance(root, MappingNode)
    assert {name: value.value for name, (_, value) in entries(root).items()} == {
        "a": "no", "b": "NA", "c": "007", "d": "2017-07-10", "e": "null", "f": "yes",
    }  # fmt: skip
    assert [line_of(key) for key, _ in entries(root).values()] == [1, 2, 3, 4, 5, 6]
    assert found == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x 1\nb: *x\n", "p.yml:2: the alias *x is not read; write its content out"),
        (
            "a: !!python/object:os.system x\n",
            "p.yml:1: the tag tag:yaml.org,2002:python/object:os.system is not read",
        ),
        ("a: 1\n---\nb: 2\n", "p.yml:2: a second document starts here; a process has one"),
        ("a: " + "[" * 13 + "]" * 13, "p.yml:1: lists are nested more than 12 deep; a quotation mark may be missing"),
        ("a: 'b\n", "p.yml:"),
        ("a: \x07\n", "p.yml:1: a character that YAML does not allow; remove it"),
        ('a: 1\nb: "\\U00110000"\n', "p.yml:2: an escape names no character, or a version no version; write the cha"),
        ('a: "\\UFFFFFFFF"\n', "p.yml:1: an escape names no character"),
        ("%YAML 1." + "9" * 5000 + "\n---\na: 1\n", "p.yml:1: an escape names no character, or a version no version"),
        ("# nothing\n", "p.yml: the file is empty; it needs id, title, sides and baskets"),
    ],
)
def test_what_is_not_read_is_told_with_its_line(text, fault):
    (told,) = faults(text)

    assert told.startswith(fault)


def test_lists_as_deep_as_may_be_are_read():
    assert faults("a: " + "[" * 11 + "]" * 11) == []


def test_a_key_that_is_there_twice_is_told_and_the_first_kept():
    root, found = read_yaml("a: 1\nb: 2\na: 3\n", shown="p.yml")

    assert entries(root)["a"][1].value == "1"
    assert len(found) == 1
    assert str(found[0]).startswith("p.yml:3: ")
