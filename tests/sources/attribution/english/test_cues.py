"""Verbs and phrases that introduce what is said, and words of the same form that do not."""

import pytest

from ..conftest import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He claims it is false.", "He"),
        ("It was said by the envoy that the truce held.", "the envoy"),
        ("The paper quoted an official as saying the truce held.", "an official"),
    ],
)
def test_a_verb_of_saying_has_its_speaker(text, speaker):
    assert [each for each, _, _ in said(text)] == [speaker]


@pytest.mark.parametrize("text", ["His claims were false.", "The paper quoted a price as fair."])
def test_a_noun_and_another_sense_introduce_nothing(text):
    assert said(text) == []
