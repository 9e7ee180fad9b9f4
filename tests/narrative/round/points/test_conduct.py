"""How the talks were held, in the coders' words."""

from communique.narrative.round import points

from .conftest import NOTHING, TALK, round_of, words

CONTACT = [(1, "contact", 2, "They sat apart."), (3, "contact", 3, "They shared a room.", "S1")]


def test_how_the_sides_met_is_told_in_the_coders_words_and_what_stood_still_is_not(tiny):
    still = [(1, "trust", 1, "Keel accused."), (3, "trust", 1, "Keel accused again.", "S1")]

    assert words(points.held(round_of(tiny, TALK, readings=CONTACT + still), NOTHING)) == "They shared a room. [1]"


def test_what_changed_in_how_the_talks_were_held_follows_with_its_course(tiny):
    changed = [(1, "trust", 1, "Keel accused."), (3, "trust", 2, "Both told the same story", "S1")]

    assert words(points.held(round_of(tiny, TALK, readings=CONTACT + changed), NOTHING)) == (
        "They shared a room. [1] Trust went from “accusing” to “businesslike”. Both told the same story. [1]"
    )


def test_without_a_reading_nothing_is_told_of_how_the_talks_were_held(tiny):
    assert points.held(round_of(tiny, TALK, readings=[(3, "sluices", 1, "A paper.", "S1")]), NOTHING) is None
