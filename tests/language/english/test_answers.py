"""What the next sentence makes of a term that is asked about."""

import pytest

from communique.errors import DataError
from communique.lab.explain import explanation
from communique.language import find_mentions
from communique.language.reader import Reader, reader

ANSWERS = reader().answers.answers


def status(text):
    return find_mentions(text)[0].status


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.answer)
def test_an_answer_reads_its_example_and_its_near_miss(answer):
    [mention] = find_mentions(answer.example)
    assert (mention.status, mention.rule) == (answer.example_status, f"answer-{answer.answer}")
    [other] = find_mentions(answer.near_miss)
    assert (other.status, other.rule.startswith("answer")) == (answer.near_miss_status, False)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Any breakthrough? No.", "denied"),
        ("Do you expect a breakthrough? No.", "doubted"),
        ("A breakthrough tomorrow? No.", "doubted"),
        ("Do you want a breakthrough? No.", "open"),
        ("Would you leave if there is a breakthrough? No.", "open"),
        ("Is a breakthrough impossible? No.", "open"),
        ("What would a breakthrough look like? No.", "open"),
        ("Why was there a breakthrough? Unlikely.", "claimed"),
        ("Was there no breakthrough? Yes.", "open"),
        ("There was a breakthrough. No.", "claimed"),
    ],
)
def test_what_an_answer_does_hangs_on_what_was_asked(text, read):
    assert status(text) == read


@pytest.mark.parametrize("between", ["\n", "\n\n", '" "', "” “"])
def test_someone_elses_answer_leaves_the_question_open(between):
    assert status(f"Was there a breakthrough?{between}No.") == "open"


def test_an_answer_is_told_in_words():
    assert explanation(find_mentions("Any breakthrough? None.")[0]) == "the speaker's next sentence says no"


def test_an_effect_that_is_none_is_named(tmp_path):
    for file in reader().lexicon.folder.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    path = tmp_path / "answers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",affirm,", ",agree,"), encoding="utf-8")
    with pytest.raises(DataError, match=r"answers\.csv.*agree"):
        Reader(tmp_path)
