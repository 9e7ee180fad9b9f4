"""What a round's record rests on, by side."""

from pathlib import Path

from communique import load
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import coverage_section

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


def test_two_sides_of_one_name_are_counted_apart(one_name):
    table = plain_text(coverage_section(Briefing(one_name, 3)))
    counts = [line for line in table.splitlines() if line.startswith("Highlanders")]

    said = Briefing(load(TINY), 3).statements["side"].value_counts()
    assert sorted(int(line.split(" | ")[1]) for line in counts) == sorted([said["highland"], said["lowland"]])
