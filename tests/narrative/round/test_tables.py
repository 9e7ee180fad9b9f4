"""Counts beside those of the round before, and terms in their context."""

from communique.document.blocks import Paragraph
from communique.document.plain import plain_inlines, plain_text
from communique.facts.round import Briefing
from communique.narrative.round.tables import concordance, mention_counts


def test_counts_have_those_of_the_round_before_in_brackets(tiny):
    """The second round is silent: whatever the third counts, the second has none of it."""
    table = mention_counts(Briefing(tiny, 3))
    cells = [plain_inlines(cell) for row in table.rows for cell in row[1:]]

    assert plain_inlines(table.caption).endswith("in Orrin III (in brackets: Orrin II)")
    assert {cell.partition(" ")[2] for cell in cells} == {"(0)"}
    assert any(not cell.startswith("0") for cell in cells)


def test_the_first_round_is_compared_with_none(tiny):
    table = mention_counts(Briefing(tiny, 1))

    assert "in brackets" not in plain_inlines(table.caption)
    assert all(plain_inlines(cell).isdecimal() for row in table.rows for cell in row[1:])


def test_a_silent_round_behind_one_that_spoke_says_so(tiny):
    told = mention_counts(Briefing(tiny, 2))

    assert isinstance(told, Paragraph)
    assert plain_inlines(told.content) == "No term of the lexicon was found in this round's statements."


def test_of_more_terms_than_lines_the_rest_is_counted(tiny):
    briefing = Briefing(tiny, 3)
    told = plain_text(concordance(briefing, lines=2))
    table = next(block for block in concordance(briefing, lines=2) if hasattr(block, "rows"))

    assert len(table.rows) == 2
    assert len(briefing.mentions) > 2
    assert plain_text(concordance(briefing, lines=400)) != told
