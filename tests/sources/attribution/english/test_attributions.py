"""Attributions of one sentence, cut apart and put together."""

from ..conftest import said


def test_two_attributions_in_one_sentence_are_cut_apart():
    text = "Lavrov said the truce held, but Kerry said it had failed."
    assert [(who, what) for who, _, what in said(text)] == [("Lavrov", "the truce held"), ("Kerry", "it had failed")]


def test_a_participle_shares_the_subject():
    text = "De Mistura stressed the importance of direct talks, adding that experts would stay."
    assert [(who, what) for who, _, what in said(text)] == [
        ("De Mistura", "the importance of direct talks"),
        ("De Mistura", "experts would stay"),
    ]


def test_de_mistura_said_he_hopes_is_one_statement():
    assert len(said("De Mistura said he hopes the sides will meet in May.")) == 1
