"""German puts speaker, verb and quotation in its own orders."""

import pytest

from .test_abroad import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Es ist zu spät dafür“, sagte Ada Lind.", "Ada Lind"),
        ("Der Minister Ole Moor erklärte: „Nichts wird unterschrieben.“", "Der Minister Ole Moor"),
        ("„Nichts wird unterschrieben“, so Ada Lind.", "Ada Lind"),
        ("Ole Moor sagte, dass „nichts unterschrieben wird“.", "Ole Moor"),
    ],
)
def test_a_quotation_is_whose_the_verb_says(text, speaker):
    assert [who for who, _ in said(text, "de")] == [speaker]


def test_words_picked_out_are_nobodys():
    assert said("Ada Lind sprach von „Brot“ und „Fisch“.", "de") == []
