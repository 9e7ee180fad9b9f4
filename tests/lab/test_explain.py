"""Every effect and form of reading is explained in words."""

from communique.lab.explain import _EFFECTS, _FORMS, explanation
from communique.language import find_mentions
from communique.language.effects import EFFECTS


def test_every_effect_and_form_is_explained():
    assert set(EFFECTS) <= set(_EFFECTS)
    assert all(_EFFECTS.values())
    assert explanation(find_mentions("Was there a breakthrough?")[0]) == _FORMS["question"]
    assert explanation(find_mentions("There was a breakthrough.")[0]) == _FORMS[""]
