"""Which misses are told one by one: one of each thing, with what others said of it."""

from dataclasses import replace

import pandas as pd

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import sharpest_misses

LATE, NEVER = "2030-10-01", None


def missed(tiny, *rows):
    """The tiny process with these plans: what each is about, day named, day on which it came or None."""
    like = tiny.expectations.iloc[:1]
    plans = [
        like.assign(
            expectation_id=f"X-{place}",
            kind="plan",
            about=about,
            due=due,
            expected=f"Plan {place}.",
            happened_on=pd.Timestamp(came),
            outcome="missed",
        )
        for place, (about, due, came) in enumerate(rows)
    ]
    return Survey(replace(tiny, expectations=pd.concat(plans, ignore_index=True)))


def test_of_each_thing_the_longest_delay_or_the_first_that_never_came_is_told(tiny):
    survey = missed(
        tiny,
        ("ferry", "2030-09-01", LATE),
        ("ferry", "2030-08-01", LATE),
        ("sluices", "2030-09-20", LATE),
        ("dam", "2030-07-01", NEVER),
        ("dam", "2030-06-01", NEVER),
        ("ferry", "2030-05-01", NEVER),
        ("", "2030-09-25", NEVER),
        ("", "2030-09-26", NEVER),
    )
    told = plain_text(sharpest_misses(survey))

    assert [place for place in range(8) if f"Plan {place}." in told] == [1, 2, 4, 6, 7]
    assert told.index("Plan 1") < told.index("Plan 2") < told.index("Plan 4")
    assert "Two other plans and predictions spoke of it, both of which were missed." in told
    assert "One other plan or prediction spoke of it, and was missed." in told


def test_a_thing_takes_one_line_and_leaves_room_for_others(tiny):
    rows = [("ferry", f"2030-0{month}-01", LATE) for month in (5, 6, 7, 8)] + [("dam", "2030-09-01", LATE)]
    told = plain_text(sharpest_misses(missed(tiny, *rows)))

    assert told.count(" late]") == 2
    assert "Three other plans and predictions spoke of it, all of which were missed." in told
