import pytest

from communique.errors import DataError
from communique.lab import evaluation
from communique.lab.gold import Item
from communique.language import find_mentions, mention_table
from communique.language.reader import Reader, reader

_CLINIC = "Doctors gave vaccines to patients in the hospitals, and public health is better."


def statuses(text, **options):
    return [mention.status for mention in find_mentions(text, all_senses=True, **options)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The troops made progress along the river.", "off"),
        ("The delegations made progress along the way.", "claimed"),
        ("We made progress on cancer and inflation.", "off"),
        ("The negotiators made progress on prices and inflation.", "claimed"),
        ("An engine failure delayed the envoys.", "off"),
        ("The failure of the talks delayed the envoys.", "claimed"),
        ("Congress failed to fund cancer research.", "off"),
        ("The trade deal failed to raise farm prices.", "claimed"),
        ("They advanced the peace process.", "claimed"),
        ("They advanced the science of fusion.", "off"),
        ("A collapse would send prices soaring.", "open"),
    ],
)
def test_words_near_a_term_tell_more_than_words_far_from_it(text, status):
    assert status in statuses(text)


def test_the_text_before_counts_least():
    before = "The offensive began; troops and tanks moved, and the war reached the port."
    assert statuses("It has stalled.", before=before) == ["off"]
    assert statuses("The talks have stalled.", before=before) == ["claimed"]


def test_the_sentence_before_and_what_was_said_before_are_read_together():
    assert statuses("He thanked them. There is progress.") == ["claimed"]
    assert statuses("He thanked them. There is progress.", before=_CLINIC) == ["off"]


def test_the_evaluation_reads_what_stands_before():
    item = Item("x", "There is progress.", 9, 17, "", "off", "progress")
    assert evaluation.read_status(item) == "claimed"
    assert evaluation.read_status(item._replace(before=_CLINIC)) == "off"


def test_a_text_known_to_be_about_talks_needs_no_word_of_them():
    text = "He had failed, he said."
    assert statuses(text) == ["off"]
    assert statuses(text, about_talks=True) == ["claimed"]
    assert statuses("The army made progress towards the capital.", about_talks=True) == ["off"]


def test_the_statements_of_a_process_are_known_to_be_about_talks():
    import pandas as pd

    table = mention_table(pd.DataFrame({"statement_id": ["S1"], "text": ["He had failed, he said."]}))
    assert list(table["status"]) == ["claimed"]


@pytest.mark.parametrize(
    ("row", "what"), [("nobody,1,x", "name, lean"), ("fail,much,x", "name, lean"), (None, "lacks progress")]
)
def test_a_lean_that_cannot_be_read_is_named(tmp_path, row, what):
    for file in reader().lexicon.folder.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    path = tmp_path / "leans.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    if row is None:
        lines = [line for line in lines if not line.startswith("progress,")]
    else:
        lines.append(row)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"leans.csv.*{what}"):
        Reader(tmp_path)


def test_what_a_document_said_earlier_tells_that_it_speaks_of_talks(texts):
    talks = "The delegates met. The negotiators spoke of the treaty. "
    filler = "It rained all day, and the hall was cold. " * 8
    said = "They made progress on emissions, cattle and loans."
    assert [m.status for m in texts.read(filler + said, all_senses=True)] == ["off"]
    assert [m.status for m in texts.read(talks + filler + said, all_senses=True)] == ["claimed"]
