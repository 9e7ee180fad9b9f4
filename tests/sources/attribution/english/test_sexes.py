"""Men and women told apart by what a document says of them, and last by their given names."""

import pytest

from communique.sources.attribution.english.sexes import told_sexes
from communique.sources.attribution.english.words import words


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("Arta Leka, a fisherwoman, laughed.", {}, {"leka": "she"}),
        ("Tom Ash, 44, a former spokesman for the union, left.", {}, {"ash": "he"}),
        ("His wife, Irina, came, and the actress Mona Reed.", {}, {"irina": "she", "reed": "she"}),
        ("Before he boarded his plane, Kessian envoy Ruslan Tiede said little.", {}, {"tiede": "he"}),
        ("In her briefing, Marland's envoy Corinne Vaal said the gap was wide.", {}, {"vaal": "she"}),
        ("In a letter to her, minister O. Berg said it was over.", {}, {}),
        ("President T. Vance said on her way in that it was late.", {}, {"vance": "she"}),
        ("Ida Holm met Ola Roe.", {"holm": "Ida Holm", "roe": "Ola Roe"}, {"holm": "she"}),
        ("Sean Roe, the actress, left.", {"roe": "Sean Roe"}, {"roe": "she"}),
    ],
)  # fmt: skip
def test_a_document_says_who_is_she(text, names, told):
    assert told_sexes(text, names, words()) == told
