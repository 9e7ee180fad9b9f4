"""The tables a report shows of its mentions: counts by family and status, and a concordance."""

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Inline, Paragraph, Table, inlines
from communique.facts.limits import refuse_beyond
from communique.facts.round import Briefing
from communique.narrative.context import concordance_of
from communique.prose import capitalised


def mention_counts(briefing: Briefing) -> Block | list[Block]:
    """A table of mentions by family and status, with the round before in brackets; nothing where neither has any."""
    mentions = briefing.mentions
    if mentions.empty and briefing.previous_mentions.empty:
        return []
    if mentions.empty:
        return Paragraph(inlines("No term of the lexicon was found in this round's statements."), role="empty")
    here, before = (_by_family(rows) for rows in (mentions, briefing.previous_mentions))
    families = [family for family in here.index if here.at[family, "all"] or before.at[family, "all"]]
    compared = briefing.previous is not None
    rows = [
        (
            inlines(capitalised(family)),
            *(
                _cell(here.at[family, status], before.at[family, status], compared)
                for status in (*measures.STATUSES, "all")
            ),
        )
        for family in families
    ]
    caption = f"Mentions by family and status in {briefing.round['short']}"
    if compared:
        caption += f" (in brackets: {briefing.previous['short']})"
    columns = (Column("Family"), *(Column(capitalised(each), align="right") for each in (*measures.STATUSES, "all")))
    return Table(inlines(caption), columns, tuple(rows))


def _by_family(mentions: pd.DataFrame) -> pd.DataFrame:
    """Counts with one row per family and one column per status, and their sum as `all`."""
    counts = measures.counts(mentions).pivot(index="family", columns="status", values="n")
    counts = counts.loc[list(measures.FAMILIES), list(measures.STATUSES)]
    return counts.assign(all=counts.sum(axis="columns"))


def _cell(here: int, before: int, compared: bool) -> tuple[Inline, ...]:
    return inlines(f"{here} ({before})" if compared else str(here))


def concordance(briefing: Briefing, *, lines: int = 40, width: int = 50) -> list[Block]:
    """Each mention in its context, keyword in the middle, with cue and status; the breakthrough family comes first.

    Shows at most `lines` mentions with up to `width` characters of context on either side.
    """
    refuse_beyond({"CONCORDANCE_LINES": lines})
    mentions = briefing.mentions
    if mentions.empty:
        return [Paragraph("There is no term to show in its context.", role="empty")]
    first = mentions["family"] != "breakthrough"
    ordered = mentions.assign(_first=first).sort_values(["_first", "family", "status", "number"], kind="stable")
    return concordance_of(
        ordered,
        lambda row: (inlines(row.status), inlines([row.called, *briefing.cite([row.statement_id])])),
        whose="Who",
        caption="The terms in their context; the cue that decides the reading is marked",
        lines=lines,
        width=width,
        noun="mention",
        setting="CONCORDANCE_LINES",
    )
