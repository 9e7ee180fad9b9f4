"""A last name alone is that of whom the text has last named in full."""

from datetime import date

from communique.sources.actors import Identifier
from communique.sources.attribution.english.words import words
from communique.sources.namesakes import Namesakes

from .test_actors import REGISTER

TEXT = "Omran al-Zoubi came. Zoubi said so. Then Samir Zoubi, a baker, came. Zoubi agreed. Minister Zoubi left."


def test_the_last_full_name_before_a_place():
    known = Namesakes(TEXT, words())
    assert known.last_named("Zoubi", 25) == "Omran al-Zoubi"
    assert known.last_named("Zoubi", len(TEXT)) == "Samir Zoubi"
    assert known.last_named("Zoubi", 0) == ""
    assert known.last_named("Hale", len(TEXT)) == ""


def test_a_stranger_of_the_same_name_is_no_actor():
    reading = Identifier(REGISTER, date(2014, 2, 1), text=TEXT)
    assert reading.identify("Zoubi", TEXT.index("Zoubi said")).actor == "omran-al-zoubi"
    assert reading.identify("Zoubi", TEXT.index("Zoubi agreed")).actor == ""
