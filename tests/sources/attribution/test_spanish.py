"""Spanish puts speaker, verb and quotation in its own orders."""

import pytest

from .test_abroad import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Es demasiado tarde», dijo Ada Lind a la prensa.", "Ada Lind"),
        ("El ministro Ole Moor afirmó que «nada será firmado».", "El ministro Ole Moor"),
        ("Según Ada Lind, «nada será firmado».", "Ada Lind"),
    ],
)
def test_a_quotation_is_whose_the_verb_says(text, speaker):
    assert [who for who, _ in said(text, "es")] == [speaker]


def test_words_picked_out_are_nobodys():
    assert said("Ada Lind habló de «pan» y de «pescado».", "es") == []
