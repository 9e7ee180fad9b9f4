import csv

import pytest

from communique.desk.statements.paraphrase import copied

SAID = "that their third day at the mill had brought neither a breakthrough nor a flop"
LONG = (
    "the standing group of harbour pilots had been uncommonly useful to both councils when it came to marking out a "
    "line for the ferries"
)


@pytest.mark.parametrize(
    ("text", "original"),
    [
        (SAID, SAID),
        ("That their third day at the mill had brought neither a breakthrough nor a flop.", SAID),
        ("That the third day at the mill brought neither a breakthrough nor a flop", SAID),
        ("He said that their third day at the mill had brought neither a breakthrough nor a flop", SAID),
        ("Brook held that harbour pilots had been uncommonly useful to both councils of the sound", LONG),
        ("“No breakthrough”", "no breakthrough"),
        ("THE STANDING GROUP OF HARBOUR PILOTS HAD BEEN UNCOMMONLY USEFUL", LONG),
        ("没有突破。谈判还在继续", "没有突破，谈判还在继续"),
    ],
)
def test_a_copy_is_refused_with_a_reason(text, original):
    why = copied(text, original)
    assert why.endswith("own words.")


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("In his words the day had ended as neither a breakthrough nor a flop.", SAID),
        ("Brook told of no breakthrough.", "no breakthrough"),
        ("Pilots of the harbour helped either side to agree where ferries may pass, Brook held.", LONG),
        ("", SAID),
        ("Brook judged the round a middling one.", ""),
        ("Il n'y a pas eu de percée, a dit l'envoyé.", SAID),
    ],
)
def test_own_words_pass_though_they_keep_diplomatic_ones(text, original):
    assert copied(text, original) == ""


def test_words_around_the_statement_are_the_sources_too():
    context = f"After a long day of meetings at the lake {SAID}."
    assert "After a long day of meetings at the lake" in copied(
        "After a long day of meetings at the lake he saw little.", SAID, context
    )


@pytest.mark.shared
def test_every_paraphrase_of_the_press_report_in_the_data_passes(root, shared):
    (report,) = (shared / "seeds").glob("*.txt")
    said = report.read_text(encoding="utf-8")
    with open(root / "data/geneva/statements.csv", encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["source_id"] == "S-tass-20170715a"]
    assert len(texts) == 12
    refused = [copied(text, paragraph) for text in texts for paragraph in said.split("\n\n")]
    assert list(filter(None, refused)) == []
