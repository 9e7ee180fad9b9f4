"""What was said over a whole process, in words."""

from pathlib import Path

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview import in_brief as overview_in_brief

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


def test_a_majority_of_claims_is_that_of_one_side_not_of_one_name(one_name):
    """One claim of each of the two: neither gives most of them."""
    assert "most of them" not in plain_text([overview_in_brief(Survey(one_name))])
    assert "all of them from" not in plain_text([overview_in_brief(Survey(one_name))])
