"""What a round was set in: which events are told of."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import around_section

# The third round lasted from 2 to 13 September 2030.


def around(tiny, day, weight=1):
    """What is told around the third round, with one event on a day and of a weight."""
    event = tiny.events.iloc[:1].assign(date=pd.Timestamp(day), weight=weight, label="The locks open.")
    return plain_text(around_section(Briefing(replace(tiny, events=event), 3)))


@pytest.mark.parametrize(
    ("day", "weight"), [("2030-08-02", 1), ("2030-09-05", 2), ("2030-09-13", 1)], ids=["opens", "within", "closes"]
)
def test_what_weighs_is_told_from_a_month_before_the_round_to_its_close(tiny, day, weight):
    date = pd.Timestamp(day)

    assert f"- {date.day} {date:%B %Y}: The locks open (" in around(tiny, day, weight)


@pytest.mark.parametrize(
    ("day", "weight"),
    [("2030-08-01", 1), ("2030-09-14", 1), ("2030-09-05", 3)],
    ids=["a day too early", "a day too late", "too light"],
)
def test_what_is_too_early_too_late_or_too_light_is_not(tiny, day, weight):
    told = around(tiny, day, weight)

    assert "The locks open" not in told
    assert told.startswith("No event of weight is on record from a month before the round to its close.")


def test_events_follow_one_another_by_day(tiny):
    events = pd.concat([tiny.events.iloc[:1]] * 2, ignore_index=True)
    events = events.assign(date=pd.to_datetime(["2030-09-05", "2030-09-03"]), weight=1, label=["Second", "First"])
    told = plain_text(around_section(Briefing(replace(tiny, events=events), 3)))

    assert told.index("3 September 2030: First") < told.index("5 September 2030: Second")
