"""Phases that a day may lie in, and days that fit."""

import pytest

from communique.process.checks.timing import phases


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2030-08-30", ["before"]),
        ("2030-09-02", ["before", "during"]),
        ("2030-09-05", ["during"]),  # the last day of a sitting that is not the last
        ("2030-09-07", ["between"]),
        ("2030-09-10", ["during"]),
        ("2030-09-13", ["during", "after"]),
        ("2030-09-14", ["after"]),
    ],
)
def test_a_day_allows_these_phases(day, possible, tiny):
    sittings = [(start.date(), end.date()) for start, end in tiny.rounds["sittings"].iloc[2]]

    assert phases(type(sittings[0][0]).fromisoformat(day), sittings) == possible
