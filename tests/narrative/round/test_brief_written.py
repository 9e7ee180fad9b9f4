"""Points of a brief that an analyst wrote, in the place of those that would be composed."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from communique.document.blocks import Reference, Tag
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import in_brief
from communique.process.as_of import known_until


def brief(tiny, *points, number=3):
    """The points in brief of a round, with these written: place, text, and further evidence."""
    rows = [(number, place, text, tuple(evidence)) for place, text, *evidence in points]
    written = pd.DataFrame(rows, columns=["round", "place", "text", "evidence"])
    return in_brief(Briefing(replace(tiny, briefs=written), number))


def told(listing):
    return plain_text([listing]).splitlines()


def test_a_written_point_stands_in_its_place_and_the_others_are_composed(tiny):
    composed, written = told(brief(tiny)), told(brief(tiny, (3, "Nothing moved [O3-04].")))

    assert written[2] == "- What moved. Nothing moved [2]."
    assert composed[2] != written[2]
    assert written[0] == composed[0]


def test_a_point_may_be_written_where_none_would_be_composed(tiny):
    uncoded = replace(tiny, assessments=tiny.assessments.head(0))

    assert not any(line.startswith("- What moved") for line in told(brief(uncoded)))
    assert "- What moved. All of it [2]." in told(brief(uncoded, (3, "All of it [O3-04].")))


def test_a_point_of_another_round_is_not_told(tiny):
    other = pd.DataFrame([(1, 3, "Nothing moved.", ("O1-04",))], columns=["round", "place", "text", "evidence"])

    assert "Nothing moved." not in plain_text([in_brief(Briefing(replace(tiny, briefs=other), 3))])


def test_ids_in_brackets_become_references_and_further_evidence_follows_once(tiny):
    listing = brief(tiny, (1, "It closed [O3-04] [O3-05].", "O3-05", "O3-06"))
    (point,) = listing.items[0]
    targets = [part.target for part in point.content if isinstance(part, Reference)]

    assert targets == ["s-O3-04", "s-O3-05", "s-O3-06"]
    assert told(listing)[0].startswith("- At the close. It closed [2] [4]. [5]")


def test_what_was_known_only_later_bears_the_mark_and_no_brackets_of_its_own(tiny):
    (point,) = brief(tiny, (5, "A ferry was hoped for [O3-04]. [known later] It came.")).items[4]

    assert [part.text for part in point.content if isinstance(part, Tag)] == ["known later"]
    assert plain_text([point]).endswith(" hoped for [2]. [known later] It came.")


def test_as_of_a_day_no_written_point_is_told(tiny):
    rows = [(3, 1, "It closed.", ("O3-04",))]
    written = replace(tiny, briefs=pd.DataFrame(rows, columns=["round", "place", "text", "evidence"]))

    assert known_until(written, date(2031, 1, 1)).briefs.empty
    assert "It closed." in plain_text([in_brief(Briefing(written, 3))])
    assert "It closed." not in plain_text([in_brief(Briefing(known_until(written, date(2031, 1, 1)), 3))])


def test_of_a_round_without_statements_one_line_says_so(tiny):
    assert told(in_brief(Briefing(tiny, 2))) == ["- The record holds no statement for this round."]


@pytest.mark.parametrize(("day", "lead"), [(date(2030, 9, 12), "- So far. "), (date(2030, 9, 13), "- At the close. ")])
def test_a_round_under_way_has_not_closed(tiny, day, lead):
    assert told(in_brief(Briefing(known_until(tiny, day), 3)))[0].startswith(lead)


def test_no_statement_that_closes_the_round_is_told_again_as_a_refusal(tiny):
    refusal = "Keel refused to speak of nets."
    said = tiny.statements["text"].mask(tiny.statements["statement_id"] == "O3-05", refusal)
    lines = told(in_brief(Briefing(replace(tiny, statements=tiny.statements.assign(text=said)), 3)))

    assert sum(line.lower().count("refused to speak of nets") for line in lines) == 1


@pytest.mark.parametrize("between", [" ", ". ", ""])
def test_the_mark_stands_wherever_it_was_written(tiny, between):
    (point,) = brief(tiny, (5, f"A ferry was hoped for [O3-04] [O3-05]{between}[known later] It came [O3-06].")).items[
        4
    ]

    told = plain_text([point])
    assert re.search(r"hoped for \[2\] \[4\]\.? \[known later(, later)?\] It came \[5\]\.", told), told


def test_what_was_known_only_later_names_the_pages_that_tell_of_it():
    point = plain_text([in_brief(Briefing.open("geneva", 7))]).splitlines()[4]

    assert point.endswith("which the government declined. (swissinfo.ch; Trend / Sputnik (via xebersaati.com); TASS)")
