"""The tone of an outcome: whether what became of an expectation is good news."""

from dataclasses import replace

import pytest

from communique.document.blocks import Tag, walk
from communique.facts.round import Briefing
from communique.narrative.round.expectations import raised_section


def tone(process, kind, outcome):
    """The tone in which the outcome of the second expectation of round 3 is shown."""
    rows = process.expectations.copy()
    rows.loc[rows["expectation_id"] == "XO3-2", ["kind", "outcome"]] = [kind, outcome]
    blocks = raised_section(Briefing(replace(process, expectations=rows), 3))
    tags = [part for block in blocks for part in walk(block) if isinstance(part, Tag)]
    return [tag.tone for tag in tags if tag.tone != "later"][1]


@pytest.mark.parametrize("kind", ["plan", "hope", "demand", "prediction"])
@pytest.mark.parametrize(
    ("outcome", "shown"), [("met", "good"), ("missed", "bad"), ("partly", "neutral"), ("open", "neutral")]
)
def test_what_is_met_is_good_news(tiny, kind, outcome, shown):
    assert tone(tiny, kind, outcome) == shown


@pytest.mark.parametrize(
    ("outcome", "shown"), [("met", "bad"), ("missed", "good"), ("partly", "neutral"), ("open", "neutral")]
)
def test_a_fear_that_is_met_is_bad_news(tiny, outcome, shown):
    assert tone(tiny, "fear", outcome) == shown
