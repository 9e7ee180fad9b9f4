"""Which misses are told one by one: one of each kind for a speaker."""

from dataclasses import replace

import pandas as pd

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import sharpest_misses

LATE, NEVER = "2030-10-01", None


def missed(tiny, *rows):
    """The tiny process with these plans: speaker, day named, day on which it came or None."""
    like = tiny.expectations.iloc[:1]
    plans = [
        like.assign(
            expectation_id=f"X-{place}",
            speaker=speaker,
            kind="plan",
            due=due,
            expected=f"Plan {place}.",
            happened_on=pd.Timestamp(came),
            outcome="missed",
        )
        for place, (speaker, due, came) in enumerate(rows)
    ]
    return Survey(replace(tiny, expectations=pd.concat(plans, ignore_index=True)))


def test_of_each_speaker_the_longest_delay_and_the_first_that_never_came_are_told(tiny):
    survey = missed(
        tiny,
        ("bran-keel", "2030-09-01", LATE),
        ("bran-keel", "2030-08-01", LATE),
        ("tam-osgood", "2030-09-20", LATE),
        ("bran-keel", "2030-07-01", NEVER),
        ("bran-keel", "2030-06-01", NEVER),
    )
    told = plain_text(sharpest_misses(survey))

    assert [place for place in range(5) if f"Plan {place}" in told] == [1, 2, 4]
    assert told.index("Plan 1") < told.index("Plan 2") < told.index("Plan 4")
