"""French puts speaker, verb and quotation in its own orders."""

import pytest

from .test_abroad import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Il est trop tard », a déclaré Ada Lind à la presse.", "Ada Lind"),
        ("Le ministre Ole Moor a affirmé que « rien ne sera signé ».", "Le ministre Ole Moor"),
        ("Selon Ada Lind, « rien ne sera signé ».", "Ada Lind"),
        ("L’émissaire, Ada Lind, a répondu hier : « Rien ne sera signé. »", "L’émissaire, Ada Lind"),
    ],
)
def test_a_quotation_is_whose_the_verb_says(text, speaker):
    assert [who for who, _ in said(text, "fr")] == [speaker]


def test_words_picked_out_are_nobodys():
    assert said("Ada Lind a parlé de « pain » et de « poisson ».", "fr") == []
