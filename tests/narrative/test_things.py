"""Expectations grouped by the thing spoken of, in the reports on rounds."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import carried_section, raised_section
from communique.narrative.things import called, in_order_of_things


def said(tiny, *rows, number=3):
    """A briefing on a round of the tiny process with these expectations: about, speaker, due, happened_on, outcome."""
    like = tiny.expectations.iloc[:1]
    told = [
        like.assign(
            expectation_id=f"X-{place}",
            round=3,
            date=pd.Timestamp("2030-09-07"),
            kind="plan",
            about=about,
            speaker=speaker,
            due=due,
            happened_on=pd.Timestamp(came),
            outcome=outcome,
            resolved_on=pd.Timestamp(came or "2030-09-13") if outcome != "open" else pd.NaT,
            expected=f"Ida Marrow would open the new Ferry {place}.",
            statement_id="O3-03",
        )
        for place, (about, speaker, due, came, outcome) in enumerate(rows)
    ]
    return Briefing(replace(tiny, expectations=pd.concat(told, ignore_index=True)), number)


FIVE = [
    ("new-ferry", "ida-marrow", "2030-10-01", "2030-12-01", "missed"),
    ("sluices", "bran-keel", "", None, "met"),
    ("new-ferry", "bran-keel", "2030-11-21", "2030-12-01", "missed"),
    ("", "bran-keel", "", None, "met"),
    ("", "bran-keel", "", None, "met"),
]


def test_a_line_for_each_thing_that_several_spoke_of(tiny):
    told = plain_text(raised_section(said(tiny, *FIVE)))

    assert (
        "- New Ferry: two expectations by Ida Marrow and Bran Keel, both of which were missed; it came on "
        "1 December 2030, ten to 61 days late. [known later]"
    ) in told
    assert told.count("Spoken of more than once:") == 1
    assert "Sluices" not in told


def test_more_than_two_speakers_are_counted_and_fates_told_apart(tiny):
    rows = [("ferry", who, "", None, what) for who, what in zip(
        ("ida-marrow", "bran-keel", "tam-osgood"), ("met", "open", "missed"), strict=True
    )]  # fmt: skip
    told = plain_text(raised_section(said(tiny, *rows)))

    assert "three expectations by three speakers, of which one was met, one was missed and one is still open." in told


def test_where_the_thing_came_on_several_days_no_day_is_told(tiny):
    rows = [("ferry", "ida-marrow", "", "2030-09-12", "met"), ("ferry", "bran-keel", "", "2030-09-13", "met")]
    told = plain_text(raised_section(said(tiny, *rows)))

    assert "both of which were met." in told
    assert "it came on" not in told.partition("Expectations raised")[0]


def test_one_day_late_for_all_is_told_once(tiny):
    rows = [("ferry", who, "2030-09-12", "2030-09-13", "missed") for who in ("ida-marrow", "bran-keel")]

    assert "; it came on 13 September 2030, one day late." in plain_text(raised_section(said(tiny, *rows)))


def test_nothing_spoken_of_twice_leaves_the_table_alone(tiny):
    assert "more than once" not in plain_text(raised_section(said(tiny, FIVE[0], FIVE[1])))


def test_the_table_sets_what_is_about_the_same_thing_side_by_side(tiny):
    rows = said(tiny, *FIVE).raised

    assert in_order_of_things(rows)["expectation_id"].tolist() == ["X-0", "X-2", "X-1", "X-3", "X-4"]


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("eighth-round", "Eighth round"),
        ("third-astana-meeting", "Third Astana meeting"),
        ("ghouta-ceasefire", "Ghouta ceasefire"),
        ("resolution-2254", "Resolution 2254"),
    ],
)
def test_a_thing_is_called_by_its_id_with_the_capitals_of_what_was_said(thing, name, geneva):
    assert called(Briefing(geneva, 7), thing) == name


def test_geneva_tells_of_the_eighth_round_in_one_line(geneva):
    """Five looked ahead to it in Geneva VII, and no one of them came to pass."""
    rows = geneva.expectations.query("round == 7 and about == 'eighth-round'")
    assert set(rows["outcome"]) == {"missed"}

    for told in (raised_section(Briefing(geneva, 7)), carried_section(Briefing(geneva, 8))):
        assert "- Eighth round: five expectations by Staffan de Mistura, all of which were missed; it came on" in (
            plain_text(told)
        )
