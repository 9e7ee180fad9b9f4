"""What a round's record rests on, by side, kind of source, language and phase."""

import re

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round import coverage_section


def test_two_sides_of_one_name_are_counted_apart(one_name, tiny):
    (row,) = (
        line for line in plain_text(coverage_section(Briefing(one_name, 3))).splitlines() if line.startswith("Side | ")
    )

    said = Briefing(tiny, 3).statements["side"].value_counts()
    counts = re.findall(r"Highlanders (\d+) \(", row)
    assert sorted(map(int, counts)) == sorted([said["highland"], said["lowland"]])


def test_coverage_divides_statements_by_side_source_language_and_phase_with_shares(tiny):
    table = plain_text(coverage_section(Briefing(tiny, 3)))

    assert table.startswith("How six statements divide\n")
    assert [line.partition(" | ")[0] for line in table.splitlines()[2:]] == [
        "Side", "Kind of source", "Language of source", "Phase",
    ]  # fmt: skip
    assert "Phase | Before the round 1 (17 %), During the round 1 (17 %), Between the sittings 1 (17 %), " in table
