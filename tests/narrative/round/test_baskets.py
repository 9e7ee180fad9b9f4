"""How baskets moved, in words: a stage is said to be reached only where it changed, and against the round it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from communique import charts, load
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import (
    agreement_section,
    basket_cards,
    basket_section,
    comparison_section,
    conduct_section,
    in_brief,
)
from communique.process.as_of import known_until

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


def coded(*cells):
    """The tiny process with other readings: (round, dimension, stage, movement), both coders of one mind."""
    statements = {1: "O1-03", 2: "O1-04", 3: "O3-05"}
    rows = [
        (number, dimension, stage, movement, "As told.", (statements[number],), coder)
        for number, dimension, stage, movement in cells
        for coder in "ab"
    ]
    tiny = load(TINY)
    return replace(tiny, assessments=pd.DataFrame(rows, columns=tiny.assessments.columns))


def first(briefing):
    """The first finding in brief, on the baskets."""
    return plain_text([in_brief(briefing)]).splitlines()[0].removeprefix("- ").partition(" [")[0]


@pytest.mark.parametrize(
    ("before", "here", "told"),
    [
        ((1, 0), (2, 1), "advanced to “procedural”"),
        ((2, 0), (2, 1), "advanced within “procedural”"),
        ((2, 0), (1, -1), "went back to “tabled”"),
        ((2, 0), (2, -1), "slipped back within “procedural”"),
        ((2, 0), (2, 0), "held at “procedural”"),
        ((1, 0), (2, -1), "rose to “procedural”, though the coders see a step back"),
        ((2, 0), (1, 1), "fell to “tabled”, though the coders see a step forward"),
    ],
)
def test_a_stage_is_reached_only_where_it_changed(before, here, told):
    process = coded((1, "sluices", *before), (2, "sluices", *here))

    assert first(Briefing(process, 2)) == f"The sluices {told}; of fishing rights there is no reading."


def test_those_that_moved_alike_are_told_together():
    process = coded((1, "sluices", 1, 0), (1, "fishing", 1, 0), (2, "sluices", 3, 1), (2, "fishing", 2, 1))

    assert first(Briefing(process, 2)) == "The sluices advanced to “substantive”, fishing rights to “procedural”."


def test_the_coders_of_brexit_saw_citizens_rights_move_within_their_stage():
    told = first(Briefing.open("brexit", 3))

    assert told.startswith("Citizens' rights and the Irish border advanced within “substantive”; ")


# --- a dimension that was not coded in every round -------------------------------------------------------------------


def test_a_basket_first_coded_in_a_later_round_is_not_at_its_first_round():
    briefing = Briefing(coded((1, "sluices", 1, 0), (2, "sluices", 2, 1), (2, "fishing", 1, 0)), 2)

    assert first(briefing) == "The sluices advanced to “procedural”; fishing rights entered at “tabled”."
    assert [card.movement for card in basket_cards(briefing).items] == ["advanced", "first reading"]
    assert "Tabled, stage 1 of 5; its first reading." in plain_text(basket_section(briefing))


def test_a_later_round_with_first_readings_alone_is_no_first_round():
    briefing = Briefing(coded((2, "sluices", 2, 0), (2, "fishing", 1, 0)), 2)

    assert first(briefing).startswith("At their first reading the sluices stood at “procedural” and fishing rights at")
    assert first(Briefing(coded((1, "sluices", 2, 0)), 1)).startswith("At this first round the sluices stood at")


def test_a_round_passed_over_is_named_with_the_one_compared_with():
    readings = ((1, "sluices", 1, 0), (1, "fishing", 0, 0), (3, "sluices", 5, 1), (3, "fishing", 0, 0))
    briefing = Briefing(coded(*readings), 3)

    assert first(briefing) == (
        "The sluices advanced to “agreed” since Orrin I; fishing rights held at “absent” since Orrin I."
    )
    assert [card.movement for card in basket_cards(briefing).items] == ["advanced since Orrin I", "held since Orrin I"]
    told = plain_text(basket_section(briefing))
    assert "; up from “tabled” in Orrin I (of Orrin II there is no reading)." in told
    assert "; as in Orrin I (of Orrin II there is no reading)." in told
    assert "Sluices | agreed, advanced since Orrin I | " in plain_text(comparison_section(briefing))
    words = charts.describe_ladders(
        briefing.all_readings, dimensions=briefing.process.baskets, rounds=briefing.process.rounds, mark=3
    )
    assert words.caption == "Orrin III: the sluices advanced since Orrin I; fishing rights held since Orrin I."


def test_a_basket_without_a_reading_is_told_of():
    briefing = Briefing(coded((1, "sluices", 1, 0), (1, "fishing", 0, 0), (2, "sluices", 2, 1)), 2)

    assert first(briefing) == "The sluices advanced to “procedural”; of fishing rights there is no reading."


def test_conduct_that_was_not_coded_is_not_the_whole_round():
    told = plain_text([in_brief(Briefing(coded((1, "sluices", 1, 0), (1, "fishing", 0, 0)), 1))])

    assert "For this round there is no reading of how the talks were held." in told
    assert "have not placed this round" not in told


def test_a_process_that_codes_no_conduct_says_nothing_of_it():
    process = replace(coded((1, "sluices", 1, 0), (1, "fishing", 0, 0)), dimensions={})

    assert "how the talks were held" not in plain_text([in_brief(Briefing(process, 1))])
    assert conduct_section(Briefing(process, 1)) == []


# --- a day on which the readings could not have been made ------------------------------------------------------------


def test_readings_that_rest_on_later_knowledge_are_not_told_as_never_made():
    briefing = Briefing(known_until(load(TINY), date(2030, 3, 5)), 1)
    told = plain_text([in_brief(briefing)])

    assert told.count("No reading of this round can rest on what was known then.") == 1
    assert plain_text(basket_section(briefing)).count("No reading can rest on what was known then.") == 2
    assert "No reading of this round can rest on what was known then." in plain_text(agreement_section(briefing))
    assert {(card.stage, card.movement) for card in basket_cards(briefing).items} == {("no reading", "not known then")}


def test_of_a_round_read_in_part_only_the_rest_is_out_of_reach():
    briefing = Briefing(known_until(load(TINY), date(2030, 3, 6)), 1)
    told = plain_text([in_brief(briefing)])

    assert first(briefing).endswith("fishing rights stood at “absent”; of the sluices there is no reading.")
    assert "No reading of how the talks were held can rest on what was known then." in told


def test_what_was_never_coded_is_still_told_so():
    briefing = Briefing(known_until(load(TINY), date(2030, 6, 1)), 2)

    assert first(briefing) == "The coders have not placed this round on the ladders yet."
    assert "Not coded for this round." in plain_text(basket_section(briefing))
    assert "This round was not coded." in plain_text(agreement_section(briefing))
    assert {card.stage for card in basket_cards(briefing).items} == {"not coded"}


def test_geneva_vii_on_its_last_day_is_not_called_uncoded():
    told = plain_text(basket_section(Briefing.open("geneva", 7, as_of="2017-07-14")))

    assert "Not coded" not in told
    assert "No reading can rest on what was known then." in told
