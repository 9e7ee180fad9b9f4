"""How far a round's record can be relied on, each part with its verdict."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.facts.round import Briefing
from communique.narrative.round import points

from .conftest import DULL, NOTHING, TALK, round_of, words


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
