"""The points of a brief as the record gives them, each told of a small invented round."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_inlines
from communique.facts.round import Briefing
from communique.narrative.round import points

MEDIATOR, HIGHLAND, LOWLAND, OTHER_LOWLAND = "tam-osgood", "bran-keel", "lowland-council", "na"
NOTHING = frozenset()


@pytest.fixture(scope="module")
def tiny(tiny):
    """The tiny process without its second round, so that the third follows on the first."""
    return replace(tiny, rounds=tiny.rounds.loc[tiny.rounds["round"] != 2].reset_index(drop=True))


def round_of(tiny, *said, readings=None, raised=(), number=3):
    """The tiny process, a round of which holds these statements: speaker, day of September, phase, text, baskets."""
    like = tiny.statements.loc[tiny.statements["round"] == 3].iloc[:1]
    statements = [
        like.assign(
            statement_id=f"S{place}",
            round=number,
            speaker=speaker,
            date=pd.Timestamp(2030, 9, day),
            phase=phase,
            text=text,
            baskets=pd.Series([tuple(baskets)], index=like.index, dtype=object),
        )
        for place, (speaker, day, phase, text, *baskets) in enumerate(said, start=1)
    ]
    changed = {
        "statements": pd.concat(statements, ignore_index=True).astype(tiny.statements.dtypes.to_dict()),
        "expectations": told(tiny, raised, number),
        "assessments": tiny.assessments if readings is None else read(tiny, readings),
    }
    return Briefing(replace(tiny, **changed), number)


def told(tiny, raised, number):
    """Expectations: speaker, kind, day of September, what about, outcome, day of the outcome, and the note on it."""
    like = tiny.expectations.iloc[:1]
    rows = [
        like.assign(
            expectation_id=f"X{place}",
            round=number,
            speaker=speaker,
            kind=kind,
            date=pd.Timestamp(2030, 9, day),
            about=about,
            expected=f"The {about} would come.",
            due="",
            happened_on=pd.NaT,
            outcome=outcome,
            resolved_on=pd.Timestamp(resolved) if resolved else pd.NaT,
            outcome_note=note,
            statement_id="S1",
        )
        for place, (speaker, kind, day, about, outcome, resolved, note) in enumerate(raised, start=1)
    ]
    return pd.concat([tiny.expectations.head(0), *rows], ignore_index=True) if rows else tiny.expectations.head(0)


def read(tiny, readings):
    """Readings of one coder: round, dimension, stage, rationale, and the statements it rests on."""
    like = tiny.assessments.iloc[:1]
    rows = [
        like.assign(
            round=number,
            dimension=dimension,
            stage=stage,
            movement=0,
            rationale=rationale,
            evidence=pd.Series([tuple(evidence)], index=like.index, dtype=object),
        )
        for number, dimension, stage, rationale, *evidence in readings
    ]
    return pd.concat([tiny.assessments.head(0), *rows], ignore_index=True)


def words(point):
    return None if point is None else plain_inlines(point.content)


DULL, WEIGHTY = "Tables, the Council said, were green.", "Progress, the Council said, there was."


# --- the close -------------------------------------------------------------------------------------------------------


def close(tiny, *said):
    return words(points.close(round_of(tiny, *said), NOTHING))


def test_the_mediator_closes_first_and_each_side_is_named_before_its_own_words(tiny):
    told = close(
        tiny,
        (LOWLAND, 13, "after", "Little had come of it, the Council found."),
        (HIGHLAND, 13, "after", "Keel called it useful."),
        (MEDIATOR, 13, "after", "Osgood saw some progress."),
    )

    mediator, highland, lowland = told.split("] ")
    assert mediator.startswith("For the lake commission, Osgood saw some progress.")
    assert highland.startswith("For the highlanders, Keel called it useful.")
    assert lowland.startswith("For the lowlanders, little had come of it, the Council found.")


def test_words_of_progress_go_before_others_at_the_close(tiny):
    assert WEIGHTY[1:] in close(tiny, (MEDIATOR, 13, "after", DULL), (MEDIATOR, 13, "after", WEIGHTY))


def test_a_dull_close_goes_before_words_of_progress_during_the_round(tiny):
    assert DULL[1:] in close(tiny, (MEDIATOR, 5, "during", WEIGHTY), (MEDIATOR, 13, "after", DULL))


def test_without_a_close_a_side_is_heard_during_the_round_but_not_before_it(tiny):
    assert DULL[1:] in close(tiny, (MEDIATOR, 1, "before", WEIGHTY), (MEDIATOR, 5, "during", DULL))
    assert close(tiny, (MEDIATOR, 1, "before", WEIGHTY)) is None


def test_a_week_after_the_close_is_too_late_where_something_was_said_by_then(tiny):
    late = (MEDIATOR, 21, "after", WEIGHTY)

    assert DULL[1:] in close(tiny, (MEDIATOR, 20, "after", DULL), late)
    assert WEIGHTY[1:] in close(tiny, late)


def test_who_speaks_for_a_side_most_closes_for_it_and_who_is_heard_half_as_often_may(tiny):
    council = [(LOWLAND, 13, "after", DULL)] * 3

    assert WEIGHTY[1:] not in close(tiny, *council, (OTHER_LOWLAND, 13, "after", WEIGHTY))
    two = [(OTHER_LOWLAND, 13, "after", WEIGHTY)] * 2
    assert WEIGHTY[1:] in close(tiny, *council, *two)


def test_what_leans_on_a_statement_that_is_not_shown_comes_last(tiny):
    leaning = (MEDIATOR, 13, "after", "On fishing, by contrast, Osgood saw progress.")

    assert DULL[1:] in close(tiny, (MEDIATOR, 13, "after", DULL), leaning)
    assert "by contrast" in close(tiny, leaning)


# --- how the talks were held -----------------------------------------------------------------------------------------

TALK = (MEDIATOR, 13, "after", WEIGHTY)
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


# --- the baskets -----------------------------------------------------------------------------------------------------


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


# --- what comes next -------------------------------------------------------------------------------------------------


def ahead(tiny, *raised):
    return words(points.ahead(round_of(tiny, TALK, raised=raised), NOTHING))


def test_the_plan_goes_before_the_hope_and_of_a_thing_told_no_hope_is_told(tiny):
    plan = (MEDIATOR, "plan", 13, "ferry", "open", "", "")
    hope = (MEDIATOR, "hope", 13, "bridge", "open", "", "")

    assert ahead(tiny, hope, plan) == (
        "Tam Osgood’s plan: the ferry would come [1]. It is still open. "
        "Tam Osgood’s hope: the bridge would come [1]. It is still open."
    )
    assert "hope" not in ahead(tiny, plan, (MEDIATOR, "hope", 13, "ferry", "open", "", ""))


def test_what_became_of_it_after_the_round_is_marked_as_later_knowledge(tiny):
    late = (MEDIATOR, "plan", 13, "ferry", "missed", "2030-10-01", "No ferry came")
    in_time = (MEDIATOR, "plan", 5, "ferry", "met", "2030-09-13", "It came.")

    assert ahead(tiny, late).endswith("[1]. [known later] Missed: no ferry came. (Orrin Post)")
    assert ahead(tiny, in_time).endswith("[1]. Met: it came. (Orrin Post)")
    assert ahead(tiny, (MEDIATOR, "plan", 5, "ferry", "met", "2030-09-13", "")).endswith("[1]. Met.")


def test_what_is_voiced_at_the_close_goes_before_what_was_voiced_earlier_or_much_later(tiny):
    days = {5: "ferry", 13: "bridge", 28: "tunnel"}
    raised = [(MEDIATOR, "plan", day, about, "open", "", "") for day, about in days.items()]

    assert ahead(tiny, *raised).startswith("Tam Osgood’s plan: the bridge")


def test_fears_and_what_others_than_the_sides_expect_are_not_told_of(tiny):
    fear = (MEDIATOR, "fear", 13, "flood", "open", "", "")

    assert ahead(tiny, fear, ("orrin-post", "plan", 13, "fair", "open", "", "")) == (
        "No plan, hope, demand or prediction voiced at the table is on record."
    )


# --- how far to rely on this -----------------------------------------------------------------------------------------


def test_reliance_names_sides_state_media_disputes_and_comparison(tiny):
    told = words(points.reliance(Briefing(tiny, 3), NOTHING))

    assert told == (
        "Who said what rests on one reader's word: no statement was compared with the page it comes from. The sides "
        "are heard in rough balance: of six statements the lake commission made two, the highlanders two and the "
        "lowlanders two; none came through state media. How far baskets and conduct moved is a judgement: the coders "
        "differ on two of four readings."
    )


def test_reliance_says_where_one_coder_alone_read_the_round(tiny):
    alone = replace(tiny, assessments=tiny.assessments.loc[tiny.assessments["coder"] == "a"])

    assert words(points.reliance(Briefing(alone, 3), NOTHING)).endswith(
        "How far baskets and conduct moved is the judgement of one coder alone."
    )


def test_reliance_tells_of_others_only_where_they_speak_and_of_the_share_of_state_media(tiny):
    state = tiny.sources.assign(kind="state_media")
    talk = round_of(tiny, TALK, ("orrin-post", 13, "after", DULL), readings=[])
    told = words(points.reliance(Briefing(replace(talk.process, sources=state), 3), NOTHING))

    assert told.partition(". ")[2] == (
        "The sides are heard unequally: of two statements the lake commission made one, the highlanders none, the "
        "lowlanders none and others one; all came through state media."
    )


@pytest.mark.parametrize(
    ("compared", "told"),
    [
        (0, "rests on one reader's word: no statement was compared"),
        (1, "is only partly checked: one of 6 statements was compared with the page it comes"),
        (5, "is only partly checked: five of 6 statements were compared with the pages they come"),
        (6, "is well checked: every statement was"),
    ],
)
def test_reliance_tells_how_many_statements_were_compared(tiny, compared, told):
    days = [pd.Timestamp("2030-10-01") if place >= 10 - compared else pd.NaT for place in range(10)]
    process = replace(tiny, statements=tiny.statements.assign(compared=days))

    assert told in words(points.reliance(Briefing(process, 3), NOTHING))
