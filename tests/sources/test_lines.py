"""A suggestion as a line of the candidates file: its key, and whom it offers as a new actor."""

import csv
import io

import pytest

from communique.sources.candidates import ingest, rows
from communique.sources.lines import COLUMNS, DECISIONS, candidate_id


def test_the_key_of_a_candidate_hangs_on_its_words_and_their_place_alone():
    key = candidate_id("d1", 10, 20, "Keel")

    assert key == candidate_id("d1", 10, 20, "Keel")
    assert len({key, candidate_id("d2", 10, 20, "Keel"), candidate_id("d1", 11, 20, "Keel"),
                candidate_id("d1", 10, 21, "Keel"), candidate_id("d1", 10, 20, "Hode")}) == 5  # fmt: skip
    assert key.startswith("c")
    assert len(key) == 16


def test_decisions_come_behind_the_key_and_are_empty_in_a_new_line(articles, process):
    made = ingest([articles], process, workers=1, mentions=False).path
    text = made.read_text(encoding="utf-8")

    assert tuple(next(csv.reader(io.StringIO(text)))) == COLUMNS
    assert COLUMNS[1:5] == DECISIONS
    assert {row[column] for row in rows(made) for column in DECISIONS} == {""}


@pytest.mark.parametrize(
    ("speaker", "offered"),
    [
        ("Wilma Hode", "Wilma Hode"),
        ("Anna Alpha", ""),
        ("The official", ""),
        ("A Western diplomat", "A Western diplomat"),
    ],
)
def test_only_a_stranger_with_a_name_is_offered_as_a_new_actor(tmp_path, process, speaker, offered):
    path = tmp_path / "news.txt"
    path.write_text(f"Talks go on\n\n{speaker} told reporters that the ferry would leave on Friday.\n")
    made = ingest([path], process, workers=1, mentions=False).path

    assert [row["new_actor"] for row in rows(made)] == [offered]
