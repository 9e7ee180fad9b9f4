"""In brief: six points of substance that a reader in a hurry takes along, each with the statements it rests on.

The words are those of the record: statements, which are reported speech already, and the coders' reasons. An analyst
may write any of the six in ``briefs.csv``; what is written there stands in the place of what is composed.
"""

from collections.abc import Iterator

import pandas as pd

from communique.document.blocks import Inline, Listing, Paragraph, Text, inlines
from communique.facts.round import Briefing
from communique.narrative.delays import LATER
from communique.narrative.round import points
from communique.narrative.things import pages
from communique.process.checks.briefs import BRACKETED, KNOWN_LATER

POINTS = {
    "At the close": points.close,
    "How the talks were held": points.held,
    "What moved": points.moved,
    "What did not advance": points.stuck,
    "What comes next": points.ahead,
    "How far to rely on this": points.reliance,
}


def in_brief(briefing: Briefing) -> Listing:
    """Six points: the close, how the talks were held, what moved, what did not, what comes next, how far to rely on it.

    A point of which the record tells nothing is left out; of a round without any statement one line says so.
    """
    if briefing.statements.empty:
        return Listing(((Paragraph("The record holds no statement for this round."),),), role="findings")
    written = briefing.process.briefs.loc[briefing.process.briefs["round"] == briefing.number].set_index("place")
    used: frozenset[str] = frozenset()
    items = []
    for place, (lead, compose) in enumerate(POINTS.items(), start=1):
        if place in written.index:
            content = _written(briefing, written.loc[place])
        elif (point := compose(briefing, used)) is not None:
            content, used = point.content, used | point.told_by
        else:
            continue
        lead = lead if place > 1 or briefing.is_over else "So far"
        items.append((Paragraph((Text(f"{lead}. ", "strong"), *content)),))
    return Listing(tuple(items), role="findings")


def _written(briefing: Briefing, row: pd.Series) -> tuple[Inline, ...]:
    """A point as an analyst wrote it: ids in brackets as references, and what was known later marked.

    What was known later is followed by the pages that tell what became of what its statements expected.
    """
    parts: list[str | Inline] = []
    named: list[str] = []
    later: list[str | Inline] = []
    for text, ids, marked in _pieces(row["text"]):
        parts += [text.rstrip(), *briefing.cite(ids, most=len(ids))] if ids else [text]
        named += ids
        if marked:
            parts += [*([" "] if ids else []), LATER]
            raised = briefing.raised.loc[briefing.raised["statement_id"].isin(named)]
            later = pages(briefing, raised.loc[raised["resolved_on"].map(briefing.is_later), "outcome_source_id"])
    return inlines([*parts, *later, *briefing.cite(each for each in row["evidence"] if each not in named)])


def _pieces(text: str) -> Iterator[tuple[str, list[str], bool]]:
    """Yield each stretch of a text, the ids in brackets side by side behind it, and whether the mark follows them."""
    before, ids = "", []
    pieces = BRACKETED.split(text)
    for words, bracketed in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if ids and words.strip():
            yield before, ids, False
            before, ids = "", []
        before = before if ids else before + words
        if bracketed == KNOWN_LATER:
            yield before, ids, True
            before, ids = "", []
        elif bracketed:
            ids.append(bracketed)
    yield before, ids, False
