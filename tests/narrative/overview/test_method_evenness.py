"""When a reader is told to compare the counts of rounds with care."""

from dataclasses import replace

import pytest

from communique.document.plain import plain_inlines
from communique.facts.overview import Survey
from communique.narrative.overview.method import coverage_finding

CARE = "compare counts of rounds with care"


def with_rounds(tiny, rounds):
    """The tiny process with its first statements said in these rounds, and no others."""
    return Survey(replace(tiny, statements=tiny.statements.head(len(rounds)).assign(round=rounds)))


@pytest.mark.parametrize(
    ("rounds", "told"),
    [
        ([1, 1, 1, 2, 2, 3, 3], f"Orrin I has three statements, Orrin II two: {CARE}."),
        ([1, 1, 3], f"Orrin I has two statements, Orrin II none: {CARE}."),
    ],
)
def test_rounds_with_more_statements_than_others_are_told(tiny, rounds, told):
    assert told in plain_inlines(coverage_finding(with_rounds(tiny, rounds)))


def test_rounds_with_equally_many_statements_are_compared_without_care(tiny):
    told = plain_inlines(coverage_finding(with_rounds(tiny, [1, 2, 3, 1, 2, 3])))

    assert "Of six statements on record" in told
    assert CARE not in told
