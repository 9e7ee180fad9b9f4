"""Texts of a process or of a file, and a term looked up in them."""

import pytest

from communique.errors import DataError, ParameterError
from communique.lab.lookup import concordance
from communique.lab.texts import mentions_in, texts_of


@pytest.fixture
def written(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


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


@pytest.fixture
def found(written):
    return mentions_in(
        texts_of(
            file=written(
                "notes.txt",
                "Progress was made.\n\nThey hope for progress.\n\nNo headway was made.\n\nThe talks are in progress.",
            )
        )
    )


def test_a_term_is_counted_by_status_and_shown_in_its_context(found, cells):
    counts, lines = concordance(found, "progress")

    assert cells(counts)[1:] == [
        ["headway", "0", "1", "0", "0", "0", "1"],
        ["progress", "1", "0", "1", "0", "1", "3"],
    ]
    assert [row[1:4:2] for row in cells(lines)[1:]] == [
        ["Progress", "claimed"],
        ["headway", "denied"],
        ["progress", "open"],
        ["progress", "off"],
    ]
    assert [part.text for part in lines.rows[1][0] if part.style == "cue"] == ["No"]


def test_what_is_not_shown_is_told(found, text):
    assert "Three further places not shown" in text(concordance(found, "progress", lines=1))


def test_a_term_that_is_nowhere_and_one_that_there_is_not(found, text):
    assert "stands nowhere" in text(concordance(found, "impasse"))
    with pytest.raises(ParameterError, match=r"TERM=brakethrough.*breakthrough"):
        concordance(found, "brakethrough")


def test_a_long_text_is_cut_at_words(written, cells):
    long = "word " * 100 + "progress " + "behind " * 100
    _, lines = concordance(mentions_in(texts_of(file=written("a.txt", f"Talks: {long}"))), "progress")
    before, _, after, *_ = cells(lines)[1]

    assert before.startswith("…word ")
    assert after.endswith(" behind…")
    assert len(before) < 80
