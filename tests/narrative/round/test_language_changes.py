"""How the language of a round is set beside that of the round before, and who is named for what was said."""

from dataclasses import replace

import pytest

from communique.document.plain import plain_inlines
from communique.facts.round import Briefing
from communique.narrative.round.language import breakthrough_finding, language_finding

GOOD, BAD = "There was progress. ", "There was no progress. "


def third_round(tiny, texts):
    """The third round of the tiny process, right behind the first, with these texts; other statements say nothing."""
    said = [texts.get(each, "Nothing was said of it.") for each in tiny.statements["statement_id"]]
    rounds = tiny.rounds.loc[tiny.rounds["round"] != 2].reset_index(drop=True)
    return Briefing(replace(tiny, statements=tiny.statements.assign(text=said), rounds=rounds), 3)


def balance(tiny, texts):
    return plain_inlines(language_finding(third_round(tiny, texts)))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        (11, 9, "stands at +0.10 (90 % interval +0.10 to +0.10), up from 0.00 in Orrin I"),
        (12, 10, "stands at +0.09 (90 % interval +0.09 to +0.09), little changed from 0.00 in Orrin I"),
        (10, 10, "stands at 0.00 (90 % interval 0.00 to 0.00), little changed from 0.00 in Orrin I."),
        (10, 12, "stands at −0.09 (90 % interval −0.09 to −0.09), little changed from 0.00 in Orrin I"),
        (9, 11, "stands at −0.10 (90 % interval −0.10 to −0.10), down from 0.00 in Orrin I"),
    ],
)
def test_an_index_is_little_changed_by_less_than_a_tenth(tiny, good, bad, told):
    assert told in balance(tiny, {"O1-01": GOOD * 5 + BAD * 5, "O3-01": GOOD * good + BAD * bad})


@pytest.mark.parametrize(
    ("here", "before", "told"),
    [
        ((GOOD * 5, GOOD * 5), (BAD * 5, BAD * 5), "up from −1.00 in Orrin I; the intervals do not overlap."),
        ((BAD * 5, BAD * 5), (GOOD * 5, GOOD * 5), "down from +1.00 in Orrin I; the intervals do not overlap."),
        ((GOOD * 5, BAD * 5), (BAD * 5, BAD * 5), "up from −1.00 in Orrin I, but the intervals overlap."),
        ((GOOD * 5, BAD * 5), (GOOD * 5, GOOD * 5), "down from +1.00 in Orrin I, but the intervals overlap."),
        ((GOOD * 5, BAD * 5), (GOOD * 6, BAD * 5), "little changed from +0.09 in Orrin I."),
    ],
)
def test_intervals_are_apart_upward_and_downward_alike(tiny, here, before, told):
    texts = dict(zip(["O3-01", "O3-02", "O1-01", "O1-02"], [*here, *before], strict=True))
    assert told in balance(tiny, texts)


CLAIM = "There was a breakthrough. "


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            {"O3-03": CLAIM * 3, "O3-04": CLAIM * 2, "O3-02": CLAIM},
            "claimed six times (Bran Keel, Tam Osgood and NA).",
        ),
        (
            {"O3-03": CLAIM * 3, "O3-04": CLAIM * 2, "O3-02": CLAIM, "O3-06": CLAIM},
            "claimed seven times (Bran Keel, Tam Osgood and two others).",
        ),
    ],
    ids=["three are named", "of four two are named"],
)
def test_three_speakers_are_named_and_of_four_the_two_who_say_it_most(tiny, texts, told):
    assert told in plain_inlines(breakthrough_finding(third_round(tiny, texts)))
