"""The ladders on which the dimensions stand, as a report tells of them."""

from dataclasses import replace

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import ladders_table


def test_ladders_are_told_once_for_all_who_climb_them_with_what_a_stage_means(tiny):
    table = plain_text([ladders_table(Briefing(replace(tiny, stages={"tabled": "put forward"}), 3))])

    assert "Sluices, Fishing rights | 0 absent; 1 tabled (put forward); 2 procedural; " in table
    assert table.count("0 absent") == 1
