"""Which statements a reader is told were made after the round."""

from communique.document.blocks import StatementEntry
from communique.document.plain import plain_inlines
from communique.facts.round import Briefing
from communique.narrative.round.record import statements_section


def test_a_statement_is_after_the_round_from_the_day_behind_its_last(tiny):
    """The third round ended on 13 September 2030."""
    entries = [block for block in statements_section(Briefing(tiny, 3)) if isinstance(block, StatementEntry)]
    told = {entry.anchor: plain_inlines(entry.details) for entry in entries}
    marked = {anchor for anchor, details in told.items() if "after the round" in details}

    assert "13 September 2030" in told["s-O3-04"]
    assert "14 September 2030" in told["s-O3-06"]
    assert marked == {"s-O3-06"}
