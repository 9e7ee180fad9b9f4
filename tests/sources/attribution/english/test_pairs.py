"""Whom "the former" and "the latter" are."""

import pytest

from communique.sources.attribution.english.pairs import of_pair

KNOWN = {"falk": "Sigrid Falk", "boe": "Henrik Boe", "lund": "Mia Lund"}


@pytest.mark.parametrize(
    ("before", "side", "name"),
    [
        ("Falk and Boe came in succession. ", "the latter", "Henrik Boe"),
        ("Falk and Boe came in succession. The hall was full. ", "The former", "Sigrid Falk"),
        ("Falk, Boe and Lund came. ", "the latter", ""),  # of three nobody is the latter
        ("Falk came. ", "the latter", ""),
        ("Falk and Boe came.\n\n", "the latter", ""),  # another paragraph
        ("Falk and Boe came. ", "the minister", ""),
    ],
)
def test_a_pair_is_the_last_sentence_that_names_two(before, side, name):
    assert of_pair(before + side, side, len(before), frozenset(), KNOWN) == name
