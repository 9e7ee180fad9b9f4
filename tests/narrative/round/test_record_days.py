"""Which statements a reader is told were made after the round."""

from communique.document.blocks import StatementEntry, walk
from communique.document.plain import plain_inlines, plain_text
from communique.facts.round import AFTER, PHASES, Briefing
from communique.narrative.round.coverage import coverage_section
from communique.narrative.round.record import statements_section


def entries_of(briefing):
    """The entries of a round's statements, however deep they stand."""
    return [block for block in walk(statements_section(briefing)) if isinstance(block, StatementEntry)]


def test_a_statement_is_after_the_round_from_the_day_behind_its_last(tiny):
    """The third round ended on 13 September 2030."""
    entries = entries_of(Briefing(tiny, 3))
    told = {entry.anchor: plain_inlines(entry.details) for entry in entries}
    marked = {anchor for anchor, details in told.items() if "after the round" in details}

    assert "13 September 2030" in told["s-O3-04"]
    assert "14 September 2030" in told["s-O3-06"]
    assert marked == {"s-O3-06"}


def test_after_the_round_means_one_thing(geneva):
    """The table of phases counts closing press conferences too, so it has another name for what it counts."""
    briefing = Briefing(geneva, 7)
    entries = entries_of(briefing)
    marked = sum(AFTER in plain_inlines(entry.details) for entry in entries)
    closing = (briefing.statements["phase"] == "after").sum()
    table = plain_text(coverage_section(briefing))

    assert marked == (briefing.statements["date"] > briefing.round["end"]).sum()
    assert f"At its close or later {closing} (" in table
    assert 0 < marked < closing
    assert AFTER not in table.lower()
    assert AFTER not in PHASES.values()


def test_an_entry_tells_the_id_by_which_the_data_know_the_statement(tiny):
    told = {entry.anchor: plain_inlines(entry.details) for entry in entries_of(Briefing(tiny, 3))}

    assert all(details.endswith(f" · {anchor.removeprefix('s-')}") for anchor, details in told.items())
