"""The record itself: every statement of the round, and every source behind it."""

import re

import pandas as pd

from communique.document.blocks import (
    Block,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Reference,
    SmallPrint,
    StatementEntry,
    Swatch,
    Tag,
    Text,
    inlines,
)
from communique.facts.round import AFTER, Briefing
from communique.facts.shared import Dossier
from communique.narrative.citing import by_reference, page
from communique.prose import counted, day

NOT_COMPARED = "not compared with its page"


def statements_section(briefing: Briefing) -> list[Block]:
    """Every statement of the round by side and speaker, numbered, then those of other rounds that are cited."""
    if briefing.statements.empty and briefing.cited.empty:
        return [Paragraph("No statement is on record for this round.", role="empty")]
    blocks = [block for side, rows in briefing.by_side(briefing.statements) for block in _side(briefing, side, rows)]
    if len(briefing.cited):
        blocks.append(Heading(3, inlines("Statements of earlier rounds cited here")))
        blocks += [
            _entry(briefing, row, also=(f"{row.called}, {briefing.short(row.round)}",))
            for row in briefing.cited.itertuples()
        ]
    return [SmallPrint(tuple(blocks))]


def _side(briefing: Briefing, side, rows: pd.DataFrame) -> list[Block]:
    """A side's heading, then each speaker's heading and statements."""
    blocks: list[Block] = [
        Heading(
            3,
            inlines([Swatch(side.colour), f" {side.label} ({counted(len(rows), 'statement')})"]),
            anchor=f"side-{side.id}",
        )
    ]
    for _, said in rows.groupby("speaker", sort=False):
        first = said.iloc[0]
        blocks.append(
            Heading(
                4,
                inlines(first["name"] + (f", {first['role']}" if first["role"] else "")),
                anchor=f"speaker-{first['speaker']}",
            )
        )
        blocks += [_entry(briefing, row) for row in said.itertuples()]
    return blocks


def _entry(briefing: Briefing, row, *, also: tuple[str, ...] = ()) -> StatementEntry:
    """One statement with its date, occasion, baskets, source and id, by which other editions and the data know it."""
    baskets = [briefing.process.baskets[basket].label for basket in row.baskets]
    words = [*also, day(row.date), row.occasion.replace("_", " "), *baskets]
    details: list[str | Inline] = [" · ".join(words)]
    if briefing.is_later(row.date):
        details += [" ", Tag(AFTER, "later")]
    details += not_compared(briefing, row.compared)
    details += [" · ", page(row), f" · {row.statement_id}"]
    return StatementEntry(
        anchor=f"s-{row.statement_id}",
        number=briefing.numbers[row.statement_id],
        content=inlines(row.text),
        details=inlines(details),
        note=note(briefing, row.note),
    )


def not_compared(dossier: Dossier, compared: pd.Timestamp) -> list[str | Inline]:
    """A quiet mark, in words, on a statement not compared with its page; none where no statement of a process was."""
    return [" ", Tag(NOT_COMPARED)] if dossier.is_compared and pd.isna(compared) else []


def note(dossier: Dossier, text: str) -> tuple[Inline, ...]:
    """A coder's note, the ids of statements in it as references where the report lists them."""
    parts: list[str | Inline] = []
    for word in re.split(r"([\w-]+)", text):
        if word in dossier.listed:
            number = dossier.numbers[word]
            parts.append(Reference(f"s-{word}", f"[{number}]", f"statement {number}"))
        else:
            parts.append(word)
    return inlines(parts)


def sources_section(briefing: Briefing) -> Block:
    """The sources behind the report, by publisher, each with its title, date and link."""
    sources = briefing.sources
    if sources.empty:
        return Paragraph(inlines("No source is on record for this round."), role="empty")
    listed = Listing(tuple((Paragraph(inlines(_source(row))),) for row in sources.itertuples()), role="sources")
    return SmallPrint((listed,))


def _source(row) -> list[str | Inline]:
    """A source in one line: publisher, title (marked where it is ours), date, language, link."""
    quoted = f"“{row.title}”".replace('"', "'")  # a quotation within one
    title = {
        "shown": quoted,
        "translated": f"{quoted} (translated)",
        "described": f"{row.title} (described)",
    }.get(row.title_kind, "untitled")
    published = f", {day(row.published)}" if pd.notna(row.published) else ", undated"
    language = "" if row.language == "en" else f" [{row.language}]"
    where = [Link(title, row.url), published] if row.url else [f"{title}{published}, {by_reference(row)}"]
    return [Text(row.publisher, "strong"), ": ", *where, language]
