"""Russian puts speaker, verb and quotation in its own orders."""

import pytest

from .test_abroad import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Уже слишком поздно», — заявила Ада Линд.", "Ада Линд"),
        ("Министр Оле Моор сказал, что «ничего не будет подписано».", "Министр Оле Моор"),
    ],
)
def test_a_quotation_is_whose_the_verb_says(text, speaker):
    assert [who for who, _ in said(text, "ru")] == [speaker]


def test_words_picked_out_are_nobodys():
    assert said("Ада Линд говорила о «хлебе» и «рыбе».", "ru") == []
