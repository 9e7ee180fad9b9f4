"""Verbs in all their forms."""

import pytest

from communique.language.english.inflection import inflect

IRREGULAR = {"break": ("broke", "broken", "breaking")}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("hope", "hope hopes hoped hoping"),
        ("try", "try tries tried trying"),
        ("press", "press presses pressed pressing"),
        ("break", "break breaks broke broken breaking"),
        ("break down", "break down,breaks down,broke down,broken down,breaking down"),
    ],
)
def test_verbs_are_inflected(verb, forms):
    expected = tuple(forms.split(",")) if "," in forms else tuple(forms.split())
    assert inflect(verb, IRREGULAR) == expected
