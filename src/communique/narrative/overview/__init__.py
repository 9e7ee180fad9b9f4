"""The sentences the overview of a process computes, each ending in links to the statements it rests on.

Every function takes a `Survey` and returns blocks of the document; what it says is true of any process: of one
without rounds, with a single round, without a mediator, without expectations or events.
"""

from communique.narrative.overview.brief import in_brief
from communique.narrative.overview.expectations import sharpest_misses, who_was_right
from communique.narrative.overview.front import basket_cards, breakthrough_strip, front
from communique.narrative.overview.language import language_paragraph
from communique.narrative.overview.method import agreement_paragraphs
from communique.narrative.overview.record import events_table, sources_cited, statements_cited
from communique.narrative.overview.rounds import rounds_table
from communique.narrative.overview.stages import conduct_paragraph, stages_table
from communique.narrative.overview.voices import headline_paragraph, optimism_paragraph

__all__ = [
    "agreement_paragraphs",
    "basket_cards",
    "breakthrough_strip",
    "conduct_paragraph",
    "events_table",
    "front",
    "headline_paragraph",
    "in_brief",
    "language_paragraph",
    "optimism_paragraph",
    "rounds_table",
    "sharpest_misses",
    "sources_cited",
    "stages_table",
    "statements_cited",
    "who_was_right",
]
