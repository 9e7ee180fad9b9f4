"""What the round was set in: what happened around it, and how the sides met."""

import pandas as pd

from communique.document.blocks import Block, Heading, Listing, Paragraph, Text, inlines
from communique.facts.round import Briefing
from communique.narrative.citing import page
from communique.narrative.round.baskets import dimension_blocks
from communique.prose import day

BEFORE = pd.DateOffset(months=1)  # what happened earlier than that before a round is told of the round before
HEAVIEST = 2  # the weight of events up to which they are told: turning points, and what is important


def around_section(briefing: Briefing) -> list[Block]:
    """The weightier events from a month before the round to its close, then how the sides met in it."""
    events = briefing.process.events
    opened, closed = briefing.round["start"] - BEFORE, briefing.round["end"]
    near = events["date"].between(opened, closed) & (events["weight"] <= HEAVIEST)
    blocks: list[Block] = []
    if near.any():
        items = tuple(_told(briefing, row) for row in events.loc[near].sort_values("date", kind="stable").itertuples())
        blocks.append(Listing(items, role="plain"))
    else:
        sentence = "No event of weight is on record from a month before the round to its close."
        blocks.append(Paragraph(sentence, role="empty"))
    for dimension in [*briefing.process.dimensions.values()][:1]:
        blocks.append(Heading(3, inlines(dimension.label), anchor=f"dimension-{dimension.id}"))
        blocks += dimension_blocks(briefing, dimension.id)
    return blocks


def _told(briefing: Briefing, row) -> tuple[Block, ...]:
    """An event in one line: the day, what happened, and the page."""
    words = [Text(f"{day(row.date)}: ", "strong"), row.label.rstrip(".")]
    source = briefing.source(row.source_id)
    where = [" (", page(source), ")"] if source is not None else []
    return (Paragraph(inlines([*words, *where, "."])),)
