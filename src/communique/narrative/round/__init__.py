"""The sentences a report computes, each ending in links to the statements it rests on.

Every function takes a `Briefing` and returns blocks of the document; what it says is true of any round: of one
without mentions, with a silent side, or without a predecessor.
"""

from communique.narrative.round.around import around_section
from communique.narrative.round.baskets import basket_section
from communique.narrative.round.brief import in_brief
from communique.narrative.round.comparison import comparison_section
from communique.narrative.round.conduct import conduct_section
from communique.narrative.round.coverage import coverage_section
from communique.narrative.round.expectations import carried_section, expectation_paragraph, raised_section
from communique.narrative.round.front import basket_cards, breakthrough_strip, front
from communique.narrative.round.language import headline_paragraph, index_paragraph, status_findings, success_section
from communique.narrative.round.method import (
    agreement_section,
    caveats,
    disputed_section,
    ladders_table,
    provenance_section,
)
from communique.narrative.round.record import sources_section, statements_section

__all__ = [
    "agreement_section",
    "around_section",
    "basket_cards",
    "basket_section",
    "breakthrough_strip",
    "carried_section",
    "caveats",
    "comparison_section",
    "conduct_section",
    "coverage_section",
    "disputed_section",
    "expectation_paragraph",
    "front",
    "headline_paragraph",
    "in_brief",
    "index_paragraph",
    "ladders_table",
    "provenance_section",
    "raised_section",
    "sources_section",
    "statements_section",
    "status_findings",
    "success_section",
]
