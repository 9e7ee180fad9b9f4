"""What became of expectations is told with the day in mind: what was known only after the round is marked as such."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from communique import load
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import carried_section, comparison_section, expectation_paragraph, raised_section
from communique.process.as_of import known_until

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.fixture
def tiny():
    return load(TINY)


def finding(briefing):
    """What is told of the expectations of a round, without its links."""
    return plain_text([expectation_paragraph(briefing)]).partition(" [1]")[0]


def with_cells(process, expectation, **cells):
    """The process with other cells in the row of one expectation."""
    rows = process.expectations.copy()
    for column, content in cells.items():
        rows.loc[rows["expectation_id"] == expectation, column] = content
    return replace(process, expectations=rows)


# The first round ended on 6 March 2030; both its expectations were settled in May and September.
def test_fates_settled_after_the_round_are_later_knowledge(tiny):
    assert finding(Briefing(tiny, 1)) == (
        "No expectation was carried in; two were raised, of which one was met and one was met in part, as is known "
        "now. The longest delay was six months. Ida Marrow’s hope, for 6 March 2030: a "
        "breakthrough. It came on 13 September 2030. [known later]"
    )


def test_later_fates_of_what_was_carried_in_are_marked_before_what_was_raised(tiny):
    assert ", of which one was met and one was met in part, as is known now; none was raised." in finding(
        Briefing(tiny, 2)
    )


def test_a_report_told_as_of_a_day_names_that_day(tiny):
    assert ", as known on 1 June 2030." in finding(Briefing(known_until(tiny, date(2030, 6, 1)), 1))


def test_what_was_settled_within_the_round_is_not_marked(tiny):
    settled = with_cells(tiny, "XO1-1", resolved_on=pd.Timestamp("2030-03-06"), happened_on=pd.Timestamp("2030-03-06"))
    settled = with_cells(settled, "XO1-2", resolved_on=pd.Timestamp("2030-03-06"))

    assert "known" not in finding(Briefing(settled, 1))
    assert "of those settled, met | 1 | 0" in plain_text(comparison_section(Briefing(settled, 1), "3"))


def test_a_comparison_marks_what_was_met_after_the_round(tiny):
    assert "of those settled, met | 0 | 1" in plain_text(comparison_section(Briefing(tiny, 3), "1"))
    assert "of those settled, met | 1 [known later] | 0" in plain_text(comparison_section(Briefing(tiny, 1), "3"))


@pytest.mark.parametrize(
    ("source", "marked"),
    [("S-orrinpost-1", False), ("S-orrinpost-3", True), ("", True)],
    ids=["written by the end of the round", "written later", "written no one knows when"],
)
def test_a_note_on_what_is_open_is_marked_unless_it_was_written_by_then(tiny, source, marked):
    process = with_cells(
        tiny, "XO1-1", outcome="open", resolved_on=pd.NaT, happened_on=pd.NaT, outcome_note="Not yet.",
        outcome_source_id=source,
    )  # fmt: skip
    published = process.sources.assign(published=pd.to_datetime(process.sources["published"]))
    published.loc[published["source_id"] == "S-orrinpost-1", "published"] = pd.Timestamp("2030-03-06")
    told = plain_text(raised_section(Briefing(replace(process, sources=published), 1)))

    assert ("[still open] [known later] Not yet." in told) == marked
    assert ("[still open] Not yet." in told) != marked


def test_a_note_on_what_is_open_in_geneva_tells_of_later_days_only_to_the_round_that_raised_it(geneva):
    """X7-17 was raised in Geneva VII; its note rests on a page of September 2017, before Geneva VIII."""
    note = geneva.expectations.set_index("expectation_id")["outcome_note"]["X7-17"]

    (raised,) = (each for each in plain_text(raised_section(Briefing(geneva, 7))).splitlines() if note in each)
    (carried,) = (each for each in plain_text(carried_section(Briefing(geneva, 8))).splitlines() if note in each)

    assert "[still open (one)] [known later] " in raised
    assert f"[still open] {note}" in carried


def test_a_window_is_named_in_the_table_and_lateness_counts_from_its_end(tiny):
    window = {"due": "2030-03-05", "due_end": pd.Timestamp("2030-03-31"), "happened_on": pd.Timestamp("2030-04-10")}
    told = plain_text(raised_section(Briefing(with_cells(tiny, "XO1-1", **window), 1)))

    assert "(hope, for 5–31 March 2030): " in told
    assert "It came on 10 April 2030, ten days late." in told
    in_time = window | {"happened_on": pd.Timestamp("2030-03-30")}
    assert "It came on 30 March 2030. " in plain_text(raised_section(Briefing(with_cells(tiny, "XO1-1", **in_time), 1)))
