"""Spellings of one name are led together, and names that only sound alike are kept apart."""

import pytest

from communique.sources.attribution.english.words import words
from communique.sources.names import alike, folded, keyed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrentiev", "Lavrentyev"),
        ("al-Jaffari", "Ja’afari"),
        ("Muslit", "Muslet"),
        ("Çavuşoğlu", "Cavusoglu"),
        ("Лавров", "Lavrov"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert alike(folded(one), folded(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Jeffrey", "Jaafari"), ("Lavrov", "Levitin"), ("Hale", "Hill"), ("Sabra", "Sobri")]
)
def test_other_names(one, other):
    assert not alike(folded(one), folded(other))


def test_a_country_is_one_word_however_it_is_called():
    keys = [[key for _, key in keyed(surface, words())] for surface in ("Russia's envoy", "Russian envoy")]
    assert keys[0] == keys[1] == ["russia", "envoy"]
    assert [key for _, key in keyed("The United Nations envoy Nasr al Hariri", words())] == [
        "the",
        "un",
        "envoy",
        "nasr",
        "hariri",
    ]
    assert [key for _, key in keyed("G77+China", words())] == ["g77", "china"]
