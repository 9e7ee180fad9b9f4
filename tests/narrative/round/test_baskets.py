"""Where baskets stand, in words: a stage is said to be reached only where it changed, and against the round it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from communique import charts, load
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import (
    around_section,
    basket_cards,
    basket_section,
    comparison_section,
    conduct_section,
    disputed_section,
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


@pytest.mark.parametrize(
    ("before", "here", "told"),
    [
        ((1, 0), (2, 1), "; up from “tabled” in Orrin I."),
        ((2, 0), (2, 1), "; as in Orrin I, though the coders see it move forward."),
        ((2, 0), (1, -1), "; down from “procedural” in Orrin I."),
        ((2, 0), (2, -1), "; as in Orrin I, though the coders see it move back."),
        ((2, 0), (2, 0), "; as in Orrin I."),
        ((1, 0), (2, -1), "; up from “tabled” in Orrin I, while the coders see the round as a step back."),
        ((2, 0), (1, 1), "; down from “procedural” in Orrin I, while the coders see the round as a step forward."),
    ],
)
def test_a_stage_is_reached_only_where_it_changed(before, here, told):
    process = coded((1, "sluices", *before), (2, "sluices", *here))

    assert told in plain_text(basket_section(Briefing(process, 2)))


def test_the_coders_of_brexit_saw_citizens_rights_move_within_their_stage():
    told = plain_text(basket_section(Briefing.open("brexit", 3))).partition("### The Irish border")[0]

    assert "Substantive, stage 3 of 5" in told
    assert "though the coders see it move forward." in told


def test_a_stage_is_told_with_what_it_means_where_that_is_told(tiny):
    meaning = replace(tiny, stages={"agreed": "a text was initialled"})

    assert "Agreed, stage 5 of 5 (a text was initialled); " in plain_text(basket_section(Briefing(meaning, 3)))
    assert "Agreed, stage 5 of 5; " in plain_text(basket_section(Briefing(tiny, 3)))


def test_what_a_side_refused_of_a_basket_is_quoted_though_no_reading_rests_on_it(tiny):
    def told(text):
        said = tiny.statements["text"].mask(tiny.statements["statement_id"] == "O3-06", text)
        coded = tiny.assessments.loc[tiny.assessments["dimension"] == "sluices"]
        process = replace(tiny, statements=tiny.statements.assign(text=said), assessments=coded)
        return plain_text(basket_section(Briefing(process, 3)))

    assert "- Lowlanders:  The Council refused to speak of nets. [" in told("The Council refused to speak of nets.")
    assert "The Council spoke of nets." not in told("The Council spoke of nets.")


def test_what_one_basket_told_is_referred_to_under_the_next(tiny):
    evidence = [("O3-05",), ("O3-05", "O3-06")]
    rows = [
        (3, dimension, 1, 0, "As told.", ids, coder)
        for dimension, ids in zip(tiny.baskets, evidence, strict=True)
        for coder in "ab"
    ]
    process = replace(tiny, assessments=pd.DataFrame(rows, columns=tiny.assessments.columns))
    told = plain_text(basket_section(Briefing(process, 3)))
    text = tiny.statements.set_index("statement_id")["text"]

    assert told.count(text["O3-05"]) == 1
    assert told.count(text["O3-06"]) == 1
    assert "Told above: [4]" in told.partition("### Fishing rights")[2]
    assert "Told above" not in told.partition("### Fishing rights")[0]


# --- a dimension that was not coded in every round -------------------------------------------------------------------


def test_a_basket_first_coded_in_a_later_round_is_not_at_its_first_round():
    briefing = Briefing(coded((1, "sluices", 1, 0), (2, "sluices", 2, 1), (2, "fishing", 1, 0)), 2)

    assert [card.movement for card in basket_cards(briefing).items] == ["up from tabled", "first reading"]
    assert "Tabled, stage 1 of 5; its first reading." in plain_text(basket_section(briefing))


def test_a_later_round_with_first_readings_alone_is_no_first_round():
    later, first = Briefing(coded((2, "sluices", 2, 0)), 2), Briefing(coded((1, "sluices", 2, 0)), 1)

    assert "Procedural, stage 2 of 5; its first reading." in plain_text(basket_section(later))
    assert "Procedural, stage 2 of 5; the first reading." in plain_text(basket_section(first))


def test_a_round_passed_over_is_named_with_the_one_compared_with():
    readings = ((1, "sluices", 1, 0), (1, "fishing", 0, 0), (3, "sluices", 5, 1), (3, "fishing", 0, 0))
    briefing = Briefing(coded(*readings), 3)

    assert [card.movement for card in basket_cards(briefing).items] == [
        "up from tabled since Orrin I",
        "held since Orrin I",
    ]
    told = plain_text(basket_section(briefing))
    assert "; up from “tabled” in Orrin I (of Orrin II there is no reading)." in told
    assert "; as in Orrin I (of Orrin II there is no reading)." in told
    assert "Sluices | agreed, advanced since Orrin I | " in plain_text(comparison_section(briefing, "1"))
    words = charts.describe_ladders(
        briefing.all_readings, dimensions=briefing.process.baskets, rounds=briefing.process.rounds, mark=3
    )
    assert words.caption == "Orrin III: the sluices advanced since Orrin I; fishing rights held since Orrin I."


def test_a_basket_without_a_reading_is_told_of():
    briefing = Briefing(coded((1, "sluices", 1, 0), (1, "fishing", 0, 0), (2, "sluices", 2, 1)), 2)

    assert "### Fishing rights\n\nNot coded for this round." in plain_text(basket_section(briefing))


def test_how_the_sides_met_stands_around_the_round_and_the_rest_of_conduct_apart(tiny):
    around, conduct = plain_text(around_section(Briefing(tiny, 3))), plain_text(conduct_section(Briefing(tiny, 3)))

    assert "### Contact" in around
    assert "### Trust" not in around
    assert "### Trust" in conduct
    assert "### Contact" not in conduct


def test_a_process_that_codes_no_conduct_says_so():
    process = replace(coded((1, "sluices", 1, 0), (1, "fishing", 0, 0)), dimensions={})

    assert "How the talks were held" not in plain_text([in_brief(Briefing(process, 1))])
    assert plain_text(conduct_section(Briefing(process, 1))) == "This process codes no further dimension."


# --- a day on which the readings could not have been made ------------------------------------------------------------


def test_readings_that_rest_on_later_knowledge_are_not_told_as_never_made():
    briefing = Briefing(known_until(load(TINY), date(2030, 3, 5)), 1)

    assert "What moved" not in plain_text([in_brief(briefing)])
    assert plain_text(basket_section(briefing)).count("No reading can rest on what was known then.") == 2
    assert "No reading of this round can rest on what was known then." in plain_text(disputed_section(briefing))
    assert {(card.stage, card.movement) for card in basket_cards(briefing).items} == {("no reading", "not known then")}


def test_of_a_round_read_in_part_only_the_rest_is_out_of_reach():
    briefing = Briefing(known_until(load(TINY), date(2030, 3, 6)), 1)

    assert "What moved. Fishing rights came furthest, to “absent”." in plain_text([in_brief(briefing)])
    assert plain_text(basket_section(briefing)).count("No reading can rest on what was known then.") == 1


def test_what_was_never_coded_is_still_told_so():
    briefing = Briefing(known_until(load(TINY), date(2030, 6, 1)), 2)

    assert "Not coded for this round." in plain_text(basket_section(briefing))
    assert "This round was not coded." in plain_text(disputed_section(briefing))
    assert {card.stage for card in basket_cards(briefing).items} == {"not coded"}


def test_geneva_vii_on_its_last_day_is_not_called_uncoded():
    told = plain_text(basket_section(Briefing.open("geneva", 7, as_of="2017-07-14")))

    assert "Not coded" not in told
    assert "No reading can rest on what was known then." in told
