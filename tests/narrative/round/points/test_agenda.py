"""What moved and what did not."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.facts.round import Briefing
from communique.narrative.round import points

from .conftest import DULL, HIGHLAND, LOWLAND, MEDIATOR, NOTHING, TALK, round_of, words


def baskets(*, before, now):
    """Readings of the sluices and of fishing at Orrin I, where they were read, and at Orrin III."""
    names = ("sluices", "fishing")
    first = [(1, name, stage, "As it was.") for name, stage in zip(names, before, strict=bool(before))]
    return first + [(3, name, stage, f"So it is with {name}.", "S1") for name, stage in zip(names, now, strict=True)]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ((), (1, 2), "Fishing rights came furthest, to “procedural”. So it is with fishing. [1]"),
        ((1, 1), (4, 2), "The sluices moved most, from “tabled” to “converging”. So it is with sluices. [1]"),
        ((4, 1), (1, 2), "The sluices fell back most, from “converging” to “tabled”. So it is with sluices. [1]"),
        (
            (1, 3),
            (1, 3),
            "No basket changed its stage; fishing rights stood highest, at “substantive”. So it is with fishing. [1]",
        ),
    ],
    ids=["a first reading", "a rise", "a fall", "none"],
)
def test_the_basket_that_moved_most_and_why(tiny, before, now, told):
    coded = baskets(before=before, now=now)
    process = round_of(tiny, TALK, readings=coded).process

    assert words(points.moved(Briefing(process, 3), NOTHING)) == told


def test_a_round_passed_over_is_named_with_the_course_against_it(tiny):
    rows = [(1, "sluices", 1, "As it was."), (3, "sluices", 4, "So it is.", "S1")]
    second = tiny.rounds.iloc[:1].assign(round=2, short="Orrin II", start=pd.Timestamp("2030-05-13"))
    rounds = pd.concat([tiny.rounds, second], ignore_index=True).sort_values("round", ignore_index=True)
    passed_over = words(points.moved(round_of(replace(tiny, rounds=rounds), TALK, readings=rows), NOTHING))
    next_to_it = words(points.moved(round_of(tiny, TALK, readings=rows), NOTHING))

    assert passed_over.startswith("The sluices moved most, from “tabled” to “converging” since Orrin I. ")
    assert next_to_it.startswith("The sluices moved most, from “tabled” to “converging”. ")


def test_of_a_round_that_was_not_coded_no_movement_is_told(tiny):
    assert points.moved(round_of(tiny, TALK, readings=[(1, "sluices", 1, "A paper.")]), NOTHING) is None


def stuck(tiny, *said, readings=(), used=NOTHING):
    return words(points.stuck(round_of(tiny, TALK, *said, readings=list(readings)), used))


# Both sides speak of both baskets, so that none is silent.
SPOKEN = [(who, 5, "during", DULL, "sluices", "fishing") for who in (HIGHLAND, LOWLAND)]
REFUSAL = (HIGHLAND, 6, "during", "Keel refused to speak of nets.", "fishing")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ((1, 2), (4, 2), "Fishing rights stayed at “procedural”. So it is with fishing. [1]"),
        ((1, 2), (4, 1), "Fishing rights fell back from “procedural” to “tabled”. So it is with fishing. [1]"),
        ((1, 1), (4, 2), "No other basket stood still or fell back."),
        ((), (1, 2), "The sluices stood at “tabled”. So it is with sluices. [1]"),
    ],
)
def test_the_basket_that_stayed_furthest_behind(tiny, before, now, told):
    assert stuck(tiny, *SPOKEN, readings=baskets(before=before, now=now)) == told


def test_what_a_side_refused_is_told_once(tiny):
    assert stuck(tiny, *SPOKEN, REFUSAL) == "Keel refused to speak of nets. [3]"
    assert stuck(tiny, *SPOKEN, REFUSAL, used=frozenset({"S4"})) is None


@pytest.mark.parametrize(
    "said",
    [
        (MEDIATOR, 6, "during", "Osgood refused to speak of nets.", "fishing"),
        (HIGHLAND, 1, "before", "Keel refused to speak of nets.", "fishing"),
        (HIGHLAND, 6, "during", "Keel refused to speak of the weather."),
    ],
    ids=["by no side of the talks", "before the round", "of no basket"],
)
def test_what_is_no_refusal_of_a_side_in_the_round(tiny, said):
    assert stuck(tiny, *SPOKEN, said) is None


def test_silence_is_told_by_side_and_basket_and_one_sentence_for_sides_silent_alike(tiny):
    on_sluices = [(who, 5, "during", DULL, "sluices") for who in (HIGHLAND, LOWLAND)]

    assert stuck(tiny) == "Nothing from the highlanders or the lowlanders is on record."
    assert stuck(tiny, *on_sluices) == (
        "Nothing from the highlanders or the lowlanders is on record about fishing rights."
    )
    assert stuck(tiny, SPOKEN[0], on_sluices[1]) == "Nothing from the lowlanders is on record about fishing rights."
