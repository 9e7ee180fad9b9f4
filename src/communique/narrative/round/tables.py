"""The tables a report shows of its mentions: counts by family and status, and a concordance."""

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Inline, Paragraph, Table, Text, inlines
from communique.facts.round import Briefing
from communique.prose import capitalised, counted

_ELLIPSIS = "…"


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


def concordance(briefing: Briefing, *, lines: int = 40, width: int = 60) -> list[Block]:
    """Each mention in its context, keyword in the middle, with cue and status; the breakthrough family comes first.

    Shows at most `lines` mentions with up to `width` characters of context on either side.
    """
    mentions = briefing.mentions
    if mentions.empty:
        return [Paragraph("There is no term to show in its context.", role="empty")]
    first = mentions["family"] != "breakthrough"
    ordered = mentions.assign(_first=first).sort_values(["_first", "family", "status", "number"], kind="stable")
    shown = ordered.head(lines)
    rows = tuple(_line(briefing, row, width) for row in shown.itertuples())
    columns = (
        Column("Before", align="right", width=5),
        Column("Term", align="center", width=2),
        Column("After", width=5),
        Column("Read as", width=2),
        Column("Who", width=3),
    )
    caption = "The terms in their context; the cue that decides the reading is marked"
    blocks: list[Block] = [Table(inlines(caption), columns, rows, row_header=False, role="concordance")]
    if len(ordered) > len(shown):
        rest = capitalised(counted(len(ordered) - len(shown), "further mention"))
        blocks.append(Paragraph(inlines(f"{rest} not shown; set CONCORDANCE_LINES higher to see them."), role="note"))
    return blocks


def _line(briefing: Briefing, row, width: int) -> tuple[tuple[Inline, ...], ...]:
    """One line of the concordance: context before, term, context after, status, speaker with reference."""
    before = _context(row.text, max(0, row.start - width), row.start, row)
    after = _context(row.text, row.end, min(len(row.text), row.end + width), row)
    speaker = inlines([row.called, *briefing.cite([row.statement_id])])
    return (before, inlines(Text(row.text[row.start : row.end], "term")), after, inlines(row.status), speaker)


def _context(text: str, start: int, end: int, row) -> tuple[Inline, ...]:
    """A stretch of the statement with the cue marked where it lies within, cut at words."""
    if start > 0 and end == row.start:
        start = text.find(" ", start, end) + 1 or start
    if end < len(text) and start == row.end:
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    parts: list[str | Inline] = [_ELLIPSIS] if start > 0 and end == row.start else []
    cue_start, cue_end = max(start, row.cue_start), min(end, row.cue_end)
    if row.cue_start >= 0 and cue_start < cue_end:
        parts += [text[start:cue_start], Text(text[cue_start:cue_end], "cue"), text[cue_end:end]]
    else:
        parts.append(text[start:end])
    if end < len(text) and start == row.end:
        parts.append(_ELLIPSIS)
    return inlines(parts)
