"""Baskets by their words and context, round and phase by date."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from communique.sources.tagging import Baskets, Calendar

BASKETS = Baskets(
    {
        "elections": SimpleNamespace(name="elections", aliases=("election", "ballot")),
        "counter_terrorism": SimpleNamespace(name="counter-terrorism", aliases=("terrorism",)),
        "constitution": SimpleNamespace(name="the constitution", aliases=("constitutional",)),
    }
)
ROUNDS = pd.DataFrame(
    {
        "round": [7, 8],
        "start": pd.to_datetime(["2017-07-10", "2017-11-28"]),
        "end": pd.to_datetime(["2017-07-14", "2017-12-14"]),
        "sittings": [
            ((pd.Timestamp("2017-07-10"), pd.Timestamp("2017-07-14")),),
            (
                (pd.Timestamp("2017-11-28"), pd.Timestamp("2017-12-01")),
                (pd.Timestamp("2017-12-05"), pd.Timestamp("2017-12-14")),
            ),
        ],
    }
)
CALENDAR = Calendar.of(ROUNDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("free elections", ["elections"]),
        ("The Constitution and the ballot's date", ["constitution", "elections"]),
        ("counterterrorism", ["counter_terrorism"]),
        ("the three 'baskets'", ["elections", "counter_terrorism", "constitution"]),
        ("all baskets", ["elections", "counter_terrorism", "constitution"]),
        ("two baskets", []),
        ("selections and reelected", []),
    ],
)
def test_words_lead_to_baskets(text, expected):
    assert list(BASKETS.find(text)) == expected


def test_the_attribution_is_asked_only_where_the_statement_itself_says_nothing():
    own = BASKETS.tag("the ballot", "Asked about the constitution, he said")
    assert [(tag.value, tag.where, tag.words) for tag in own] == [("elections", "statement", "ballot")]
    near = BASKETS.tag("it went well", "Asked about the constitution, he said")
    assert [(tag.value, tag.where) for tag in near] == [("constitution", "attribution")]
    assert own[0].confidence > near[0].confidence
    assert BASKETS.tag("it went well", "he said") == []


def test_a_process_without_baskets_tags_none():
    assert Baskets({}).tag("elections", "") == []


@pytest.mark.parametrize(
    ("day", "context", "expected"),
    [
        (date(2017, 7, 12), "", ("7", "during")),
        (date(2017, 7, 14), "", ("7", "during")),
        (date(2017, 7, 14), "told the final news conference", ("7", "after")),
        (date(2017, 7, 15), "", ("7", "after")),
        (date(2017, 7, 1), "", ("7", "before")),
        (date(2017, 11, 20), "", ("8", "before")),
        (date(2017, 12, 3), "", ("8", "between")),
        (date(2016, 1, 1), "", None),
        (None, "", None),
    ],
)
def test_round_and_phase_by_date(day, context, expected):
    place = CALENDAR.place(day, context)
    assert (place and (place[0].value, place[1].value)) == expected


def test_a_day_without_a_year_takes_it_from_the_nearest_round():
    assert CALENDAR.year_of(7, 15) == date(2017, 7, 15)
    assert CALENDAR.year_of(3, 1) is None
    assert CALENDAR.year_of(2, 30) is None
