"""Which process a statement belongs to, who speaks, and which statement holds a mention."""

from datetime import date
from pathlib import Path

import pytest

from communique.scan.items import Item
from communique.scan.reading import holding, reading
from communique.sources.documents.readers import Document


def read(text, day, processes=("brexit", "geneva")):
    item = Item("a", "a.jsonl", 1, Document(Path("a.jsonl"), text, "table", published=day))
    return reading(processes).read(item)


@pytest.mark.parametrize(
    ("text", "day", "process", "speaker"),
    [
        ("Staffan de Mistura said in Geneva that talks went well.", date(2017, 7, 14), "geneva", "staffan-de-mistura"),
        ("Staffan de Mistura said that elections would come.", date(2017, 7, 14), "geneva", "staffan-de-mistura"),
        ("Staffan de Mistura said that lunch was good.", date(2017, 7, 14), "", "Staffan de Mistura"),
        ("Staffan de Mistura said in Geneva that talks went well.", date(2021, 7, 14), "", "Staffan de Mistura"),
        ("Staffan de Mistura said in Geneva that talks went well.", None, "", "Staffan de Mistura"),
        ("Wilma Hode said in Geneva that talks went well.", date(2017, 7, 14), "", "Wilma Hode"),
        ("Michel Barnier said in Brussels that talks went well.", date(2017, 7, 14), "brexit", "michel-barnier"),
        ("He said that talks went well.", date(2017, 7, 14), "", ""),
    ],
)
def test_a_statement_belongs_to_a_process_by_speaker_day_and_subject(text, day, process, speaker):
    (found,), _ = read(text, day)

    assert (found.process, found.speaker) == (process, speaker)


def test_progress_in_the_place_of_a_processs_own_talks_is_not_of_others():
    text = "Staffan de Mistura said that there was progress in Geneva and a breakthrough in Astana."
    _, mentions = read(text, date(2017, 7, 14))

    assert [(each.term, each.refers_to) for each in mentions] == [("progress", ""), ("breakthrough", "Astana")]


def test_the_questions_of_reporters_are_no_statements():
    text = "Q    Is there a breakthrough?\n\nMR. HODE:  There is none.\n\nQ    Thank you.\n\nMR. HODE:  Thank you."
    found, _ = read(text, None, ())

    assert {each.speaker for each in found} == {"MR. HODE"}


def test_a_mention_is_held_by_the_statement_around_it():
    text = "Progress was made. Wilma Hode said that there was no breakthrough. Talks collapsed."
    found, mentions = read(text, None, ())

    assert [(mention.term, each and each.speaker) for mention, each in holding(found, mentions)] == [
        ("progress", None), ("breakthrough", "Wilma Hode"), ("collapse", None),
    ]  # fmt: skip
