"""When the optimism gap is called wider than chance would make it."""

from dataclasses import replace

import pytest

from communique.document.plain import plain_inlines
from communique.facts.overview import Survey
from communique.narrative.overview.voices import optimism_finding

GOOD, BAD = "There was progress. " * 5, "There was no progress. " * 5
CLEAR, UNSURE = "wider than chance would make it", "which may be chance"


@pytest.mark.parametrize(
    ("mediator", "parties", "told"),
    [
        ((GOOD, GOOD), (BAD, BAD), f"a gap of +2.00 (90 % interval +2.00 to +2.00), {CLEAR}."),
        ((BAD, BAD), (GOOD, GOOD), f"a gap of −2.00 (90 % interval −2.00 to −2.00), {CLEAR}."),
        ((GOOD, BAD), (BAD, BAD), f"a gap of +1.00 (90 % interval 0.00 to +2.00), {UNSURE}."),
        ((GOOD, BAD), (GOOD, GOOD), f"a gap of −1.00 (90 % interval −2.00 to 0.00), {UNSURE}."),
    ],
)
def test_a_gap_is_wider_than_chance_where_its_interval_holds_no_nought(tiny, mediator, parties, told):
    texts = dict(zip(["O1-01", "O1-04", "O1-02", "O1-03"], [*mediator, *parties], strict=True))
    said = [texts.get(each, "Nothing was said of it.") for each in tiny.statements["statement_id"]]
    survey = Survey(replace(tiny, statements=tiny.statements.assign(text=said)))

    assert told in plain_inlines(optimism_finding(survey))
