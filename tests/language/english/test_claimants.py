"""Whose words a mention is, and who passes them on: only where a verb of reporting shows it."""

import pytest

from communique.language.english.claimants import voices


@pytest.mark.parametrize(
    ("sentence", "claimant", "reporter"),
    [
        ("Lavrov said that Damascus had claimed [progress].", "Damascus", "Lavrov"),
        ("The envoy said there was [progress].", "The envoy", ""),
        ("There was [progress], Lavrov said.", "Lavrov", ""),
        ("There was [progress], said Lavrov.", "Lavrov", ""),
        ("Lavrov spoke; there was [progress].", "", ""),
        ("There was [progress]; Lavrov said nothing.", "", ""),
        ("Reports of [progress] came.", "", ""),
    ],
)
def test_a_verb_of_reporting_shows_whose_words_they_are(parsed, sentence, claimant, reporter):
    read = parsed(sentence)

    assert voices(read.line, read.walls, read.grammar, read.phrase.start) == (claimant, reporter)
