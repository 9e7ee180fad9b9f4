"""What was met is a share of what is settled, and one and the same wherever it is told."""

import re
from dataclasses import replace

import pytest

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview import figures, in_brief, tables, who_was_right
from communique.process.model import load


def shares(survey):
    """Every "n of m met" and every row of the tables, by the name it stands beside."""
    told = plain_text(who_was_right(survey))
    said = {name: share for name, share in re.findall(r"(?:, | and |: |^)([\w' ]+?) \((\d+ of \d+) met\)", told)}
    table = plain_text([*tables.record_by_side(survey), *tables.record_by_speaker(survey)])
    rows = {line.partition(" | ")[0].lower(): line.rpartition(" | ")[2] for line in table.splitlines() if "|" in line}
    return said, rows, table


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_sentence_and_table_tell_the_same_share(name, root):
    survey = Survey(load(name, data=root / "data"))
    said, rows, table = shares(survey)

    assert said
    assert "Plans and predictions met, of those settled" in table
    for who, share in said.items():
        assert rows[who.removeprefix("the ").lower()] == share
    # No other share of what was met stands beside it.
    assert "%" not in plain_text([figures.record(survey), *who_was_right(survey)]).partition("[figure")[2]


def test_what_is_open_is_in_no_share(tiny):
    rows = tiny.expectations.head(3).assign(kind="plan", speaker=tiny.expectations["speaker"].iloc[0])
    rows = rows.assign(outcome=["met", "missed", "open"])
    survey = Survey(replace(tiny, expectations=rows))

    assert plain_text(tables.record_by_side(survey)).splitlines()[-1].endswith("| 1 | 0 | 1 | 1 | 3 | 1 of 2")


def test_the_brief_names_its_denominators(geneva):
    survey = Survey(geneva)
    settled = survey.expectations["outcome"].ne("open")
    ahead = survey.expectations["kind"].isin(["plan", "prediction"]) & settled
    met = ahead & survey.expectations["outcome"].eq("met")

    told = plain_text([in_brief(survey)])

    assert f"Of {settled.sum()} expectations whose fate is known" in told
    assert f"Of the {ahead.sum()} plans and predictions among them, {met.sum()} were met." in told
