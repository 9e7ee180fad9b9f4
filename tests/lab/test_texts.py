"""Texts of a process or of a file."""

import pytest

from communique.errors import DataError, ParameterError
from communique.lab.texts import mentions_in, texts_of


def test_statements_of_a_process_are_told_with_speaker_and_round():
    table = texts_of("brexit").set_index("statement_id")

    assert len(table) == 99
    assert table.at["B7-010", "who"] == "Jean-Claude Juncker, Round 7"


def test_a_text_file_is_read_by_paragraphs(written):
    table = texts_of(file=written("notes.txt", "\ufeffNo breakthrough\nwas made.\r\n\r\n\r\nTalks stalled.\n"))

    assert table["text"].tolist() == ["No breakthrough was made.", "Talks stalled."]
    assert table["statement_id"].tolist() == ["paragraph 1", "paragraph 2"]


def test_json_lines_are_read_with_their_ids(written):
    lines = '{"id": 7, "text": "No breakthrough."}\n\n{"id": "b", "text": "Line\\u2028break, progress."}\n'
    table = texts_of(file=written("notes.jsonl", lines))

    assert table["statement_id"].tolist() == ["7", "b"]
    assert mentions_in(table)["status"].tolist() == ["denied", "claimed"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.jsonl", '{"id": 1}\n', "a.jsonl:1: no object with id and text"),
        ("a.jsonl", '{"id": 1, "text": "x"}\n[1]\n', "a.jsonl:2: no object"),
        ("a.jsonl", '{"id": 1, "text": 3}\n', "a.jsonl:1: text: is no string"),
        ("a.jsonl", '{"id": 1, "text": "x"}\n{"id": "1", "text": "y"}\n', "a.jsonl:2: id: '1' is there twice"),
        ("a.txt", "\n \n", "a.txt: holds no text"),
        ("a.txt", b"caf\xe9", "a.txt: not UTF-8"),
    ],
)
def test_faults_of_a_file_are_named_by_line(written, name, content, fault):
    with pytest.raises(DataError, match=fault):
        texts_of(file=written(name, content))


@pytest.mark.parametrize("name", ["absent.txt", "absent.jsonl", "talks.docx"])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(tmp_path, name):
    with pytest.raises(ParameterError, match=name) as refused:
        texts_of(file=str(tmp_path / name))

    assert "\n" not in str(refused.value)
