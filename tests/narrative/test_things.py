"""Expectations grouped by the thing spoken of, in the reports on rounds."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import carried_section, raised_section
from communique.narrative.things import became, by_thing, called, came


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


def row_of(text, thing):
    """The line of a table in which a thing is told of."""
    (line,) = (each for each in text.splitlines() if thing in each)
    return line


def test_a_row_for_each_thing_with_what_each_said_of_it(tiny):
    told = plain_text(raised_section(said(tiny, *FIVE)))

    assert row_of(told, "New Ferry /") == (
        "New Ferry / Ida Marrow (plan, for 1 October 2030): Ida Marrow would open the new Ferry 0. [3] / "
        "Bran Keel (plan, for 21 November 2030): Ida Marrow would open the new Ferry 2. [3] | "
        "[missed] [known later] It came on 1 December 2030, ten days to nine weeks late. "
        "On the sluices alone, six months later. (Orrin Post)"
    )
    assert "Sluices /" not in told


def test_fates_of_one_thing_are_told_apart_and_counted(tiny):
    rows = [("ferry", who, "", None, what) for who, what in zip(
        ("ida-marrow", "bran-keel", "tam-osgood"), ("met", "missed", "missed"), strict=True
    )]  # fmt: skip

    assert "[met (one)] [missed (two)]" in row_of(plain_text(raised_section(said(tiny, *rows))), "Ferry /")


def test_where_the_thing_came_on_several_days_no_day_is_told(tiny):
    rows = [("ferry", "ida-marrow", "", "2030-09-12", "met"), ("ferry", "bran-keel", "", "2030-09-13", "met")]
    told = plain_text(raised_section(said(tiny, *rows)))

    assert "| [met] On the sluices" in row_of(told, "Ferry /")
    assert came(said(tiny, *rows).raised) == ""


@pytest.mark.parametrize(
    ("dues", "told"),
    [
        (("2030-09-12", "2030-09-12"), "It came on 13 September 2030, one day late."),
        (("2030-09-12", "2030-09-10"), "It came on 13 September 2030, one to three days late."),
        (("2030-09-12", "2030-08-01"), "It came on 13 September 2030, one day to six weeks late."),
        (("2030-09-13", "2030-09-20"), "It came on 13 September 2030."),
    ],
)
def test_when_a_thing_came_and_how_late_at_least_and_at_most(tiny, dues, told):
    assert came(said(tiny, *(("ferry", "bran-keel", due, "2030-09-13", "met") for due in dues)).raised) == told


def test_things_come_in_the_order_in_which_they_are_spoken_of_and_what_is_about_nothing_alone(tiny):
    found = [about["expectation_id"].tolist() for _, about in by_thing(said(tiny, *FIVE).raised)]

    assert found == [["X-0", "X-2"], ["X-1"], ["X-3"], ["X-4"]]


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        (["met"], "and was met"),
        (["missed", "missed"], "both of which were missed"),
        (["met", "open", "missed"], "of which one was met, one was missed and one is still open"),
    ],
)
def test_what_became_of_several_in_words(tiny, outcomes, told):
    assert became(said(tiny, *(("", "bran-keel", "", None, each) for each in outcomes)).raised) == told


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


def test_geneva_tells_of_the_eighth_round_in_one_row(geneva):
    """Five times it was looked ahead to in Geneva VII, and nothing of it came to pass."""
    rows = geneva.expectations.query("round == 7 and about == 'eighth-round'")
    assert set(rows["outcome"]) == {"missed"}

    for told in (raised_section(Briefing(geneva, 7)), carried_section(Briefing(geneva, 8))):
        row = row_of(plain_text(told), "Eighth round /")
        assert all(expected in row for expected in rows["expected"])
        assert "It came on 28 November 2017" in row
