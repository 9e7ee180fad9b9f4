"""Attributions of one sentence, cut apart and put together."""

# ruff: noqa: E501 - a table of cases reads best one to a line
import pytest

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


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Imre Bako spoke. They would be let through, he added, as soon as they were translated.", "Imre Bako", "They would be let through, he added, as soon as they were translated"),
        ("Imre Bako spoke. He would resign, he said, unless the bill passed.", "Imre Bako", "He would resign, he said, unless the bill passed"),
        ("The deal was hailed by the firm's chief, Frank Odell, as “good for all”.", "Frank Odell", "“good for all”"),
        ("It was described by Mr Odell as a first step, and shares rose.", "Mr Odell", "a first step"),
        ("“We counted,” said their lawyer, Bettina Ruhl.", "Bettina Ruhl", "“We counted,”"),
        ("A diplomat, who asked not to be named, said the clause concerned the inspection of ships.", "A diplomat", "the clause concerned the inspection of ships"),
        ("Roy Tranter said that was unfair.", "Roy Tranter", "that was unfair"),
        ("Holm promised that the talks would go on and left for the airport.", "Holm", "the talks would go on"),
        ("Holm said the north must first pay, a demand that nobody heard.", "Holm", "the north must first pay"),
        ("Holm said it was useful, with few in the room saying they agreed.", "Holm", "it was useful"),
        ("SWITZERLAND, opposed by BRAZIL, suggested a workshop.", "SWITZERLAND", "a workshop"),
        ("The EU, supported by NORWAY, preferred the second option.", "The EU", "the second option"),
        ("IRAN objected to markets.", "IRAN", "markets"),
        ("The US cautioned against duplicating work, and, with JAPAN, called for streamlining.", "The US", "duplicating work"),
        ("TURKEY asked for its circumstances to be recognised.", "TURKEY", "its circumstances to be recognised"),
        ("“We will see,” was all Ida Holm would say.", "Ida Holm", "“We will see,”"),
        ("It was late, according to Ida Holm, who said the doors were shut.", "Ida Holm", "the doors were shut"),
    ],
)  # fmt: skip
def test_edges_of_what_is_said(text, who, what):
    assert (who, what) in [(speaker, words) for speaker, _, words in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It is a strange negotiation in which nobody says what everybody knows.",
        "No one said that it was over.",
        "Neither Ida Holm nor Ola Berg would say whether the talks would go on.",
        "Ida Holm did not say when.",
        "Ida Holm will propose a pause in the talks.",
    ],
)
def test_what_nobody_said_is_nobodys(text):
    assert said(text) == []


def test_de_mistura_said_he_hopes_is_one_statement():
    assert len(said("De Mistura said he hopes the sides will meet in May.")) == 1
