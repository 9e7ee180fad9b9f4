"""What a question asks about, and what it takes for granted."""

import pytest

from communique.language.english.questions import asked


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Was there a [breakthrough]?", "question"),
        ("Was there a [breakthrough].", ""),
        ("Is this the [breakthrough]?", "question"),
        ("Did the [breakthrough] help?", ""),
        ("What is the [breakthrough]?", "question-what"),
        ("What would a [breakthrough] take?", "question-what"),
        ("What led to the [breakthrough]?", ""),
        ("Who made [progress]?", ""),
        ("Why did [progress] end?", ""),
        ("Will they meet, given that the talks are [stalled]?", ""),
        ("There was [progress], you say?", "question-declarative"),
        ("Some [progress] then?", "question-fragment"),
    ],
)
def test_a_term_is_asked_about_or_taken_for_granted(parsed, sentence, rule):
    read = parsed(sentence)
    phrase = read.phrase

    assert (
        asked(
            read.line.words, read.walls, phrase.first, phrase.start, phrase.end, phrase.definite,
            read.grammar.lists.questions,
        )
        == rule
    )  # fmt: skip
