"""Members of a parliament are known by what stands on lines of their own, or in a row, above their words."""
# ruff: noqa: E501 - a table of cases reads best one to a line

import pytest

from .test_labels import turns

PELL = "The Secretary of State\nSir Amos Pell\nI am glad that we met.\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PELL + "Hilda Brock\nPort Selby\nLabour\n12:41 pm\nI thank him.", [("Sir Amos Pell", "I am glad that we met."), ("Hilda Brock", "I thank him.")]),
        (PELL + "Lord Corby\nLiberal Democrat\nMy Lords, I do not.\n\nMr Speaker\nOrder.\n\nAmos Pell\nI do.", [("Sir Amos Pell", "I am glad that we met."), ("Lord Corby", "My Lords, I do not."), ("Mr Speaker", "Order."), ("Amos Pell", "I do.")]),
        ("Hilda Brock (Port Selby) (Lab)\n12:41\nI thank him.\n\nAmos Pell\nThe Secretary of State\nI am obliged.", [("Hilda Brock", "I thank him."), ("Amos Pell", "I am obliged.")]),
        ("Hilda Brock Labour, Port Selby 12:41 pm, 5th September 2031\n\nI thank him.\n\nAmos Pell The Secretary of State 12:44 pm, 5th September 2031\n\nWe are obliged.", [("Hilda Brock", "I thank him."), ("Amos Pell", "We are obliged.")]),
        ("Photo of Hilda Brock Hilda Brock Shadow Minister (Trade)\nI thank him.\n\nRt Hon Amos Pell MP\nSecretary of State\nI am obliged.", [("Hilda Brock", "I thank him."), ("Amos Pell", "I am obliged.")]),
    ],
)  # fmt: skip
def test_members_are_known_by_what_stands_above_their_words(text, told):
    assert [(who, said) for who, said, _ in turns(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Key Points\nIndependent\nThe panel said I was right.\n\nNext Steps\n12:30 pm\nThe panel will meet.",
        "Hilda Brock\nPress Officer\nThe talks go on.\n\nAmos Pell\nChief Editor\nThe talks went on.",
        "Hilda Brock\nThe talks go on, I hear.\n\nAmos Pell\nI hear so too.",
    ],
)
def test_headings_and_lists_of_people_open_nothing(text):
    assert turns(text) == []
