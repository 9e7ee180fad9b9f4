from pathlib import Path

import pytest

from communique import load
from communique.document.blocks import Reference, Table, walk
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round.comparison import comparison_section

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.fixture(scope="module")
def tiny():
    return load(TINY)


def test_a_round_beside_another(tiny):
    text = plain_text(comparison_section(Briefing(tiny, 3), "1"))

    assert "Orrin III, 2–5 September 2030 and 10–13 September 2030, is set beside Orrin I, 4–6 March 2030." in text
    assert "Higher than in Orrin I: the sluices, fishing rights and trust. As in Orrin I: contact." in text
    assert "cannot be compared: Orrin I holds fewer than five claimed and denied mentions." in text
    assert "Sluices | agreed, advanced since Orrin I | tabled | four stages higher" in text
    assert "Statements on record | 6 | 4" in text


def test_what_came_later_is_marked(tiny):
    """What was settled by the end of the round reported on is not later, though it was for the round beside it."""
    assert "of those settled, met | 1 [known later] | 0" in plain_text(comparison_section(Briefing(tiny, 1), "3"))
    beside = plain_text(comparison_section(Briefing(tiny, 3), "1"))
    assert "of which settled so far | 1 [known later] | 2" in beside
    assert "of those settled, met | 0 | 1" in beside.splitlines()


def test_of_a_first_round_there_is_nothing_to_say(tiny):
    assert comparison_section(Briefing(tiny, 1)) == []


def test_stages_of_the_round_before_are_left_to_the_picture_and_those_of_another_are_told(tiny):
    before, other = (plain_text(comparison_section(Briefing(tiny, 3), asked)) for asked in ("", "1"))

    assert before.startswith("### Compared with Orrin II\n")
    assert "Sluices | " not in before
    assert "Sluices | agreed" in other


def test_beside_a_silent_round_nothing_is_made_up(tiny):
    text = plain_text(comparison_section(Briefing(tiny, 3), "2"))

    assert "No dimension has a reading for both rounds." in text
    assert "Open share | 29 % | –" in text


def test_a_round_of_another_process_says_what_is_not_comparable():
    text = plain_text(comparison_section(Briefing(load("geneva"), 7), "brexit:5"))

    assert "On ladders that differ, and not to be compared: the expert channel." in text
    assert "gathered apart" in text


def test_references_lead_to_statements_of_the_report_alone(tiny):
    briefing = Briefing(tiny, 3)
    blocks = comparison_section(briefing, "1")
    targets = {part.target for block in blocks for part in walk(block) if isinstance(part, Reference)}

    assert targets
    assert targets <= {f"s-{each}" for each in briefing.numbers}
    assert sum(isinstance(block, Table) for block in blocks) == 2
