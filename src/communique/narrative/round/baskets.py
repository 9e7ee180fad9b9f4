"""Where the baskets stand and what carries each of them."""

import pandas as pd

from communique.document.blocks import Block, Heading, Inline, Listing, Paragraph, Swatch, Tag, Text, inlines
from communique.facts.round import Briefing
from communique.narrative.round.refusals import refuses
from communique.prose import capitalised, counted, joined, verb
from communique.wording import STEPS


def _way(briefing: Briefing, reading: pd.Series) -> tuple[str, int]:
    """A reading's arrow, and whether its stage rose (1), stayed (0) or fell (-1) against the one it compares with."""
    before = briefing.reading_before(reading)
    change = 0 if before is None else int(reading["stage"]) - int(before["stage"])
    return reading["arrow"], (change > 0) - (change < 0)


def since(briefing: Briefing, reading: pd.Series) -> str:
    """The round a reading compares with, where that is not the round before: " since Orrin I"; else empty."""
    before = briefing.reading_before(reading)
    return f" since {briefing.short(before['round'])}" if before is not None and _passed_over(briefing, before) else ""


def _passed_over(briefing: Briefing, before: pd.Series) -> list[str]:
    """The rounds between an earlier reading and this round, by their short names."""
    rounds = briefing.process.rounds
    between = (rounds["round"] > before["round"]) & (rounds["round"] < briefing.number)
    return rounds.loc[between, "short"].tolist()


def basket_section(briefing: Briefing) -> list[Block]:
    """For each basket a heading, where it stands, why, and the statements that carry it, by side, each told once."""
    blocks: list[Block] = []
    told: set[str] = set()
    for basket in briefing.process.baskets.values():
        blocks.append(Heading(3, inlines(basket.label), anchor=f"basket-{basket.id}"))
        blocks += dimension_blocks(briefing, basket.id)
        carrying, others = _statements_on(briefing, basket.id)
        blocks += _by_side(briefing, carrying.loc[~carrying["statement_id"].isin(told)])
        blocks += _references(briefing, basket.id, carrying.loc[carrying["statement_id"].isin(told)], others)
        blocks += _silent(briefing, basket.id, pd.concat([carrying, others]))
        told.update(carrying["statement_id"])
    return blocks


def dimension_blocks(briefing: Briefing, dimension: str) -> list[Block]:
    """Where one dimension stands, against the round before or last coded, and the coders' reason for it."""
    reading = briefing.reading(dimension)
    if reading is None:
        withheld = briefing.is_withheld(dimension)
        sentence = "No reading can rest on what was known then." if withheld else "Not coded for this round."
        return [Paragraph(sentence, role="empty")]
    ladder = briefing.process.ladders[dimension].ladder
    standing = [
        Text(capitalised(reading["stage_name"]), "strong"),
        f", stage {int(reading['stage'])} of {len(ladder) - 1}",
    ]
    if meaning := briefing.process.stages.get(reading["stage_name"]):
        standing.append(f" ({meaning})")
    standing.append(_against_before(briefing, reading))
    if reading["disputed"]:
        standing += [" ", Tag("coders differ", "disputed"), " " + _both_readings(reading, ladder)]
    return [
        Paragraph(inlines(standing)),
        Paragraph(inlines([reading["rationale"], *briefing.cite(reading["evidence"], most=6)])),
    ]


def _against_before(briefing: Briefing, reading: pd.Series) -> str:
    """How the stage compares with that of the round before, or of the round last coded, as the end of a sentence."""
    if briefing.previous is None:
        return "; the first reading."
    before = briefing.reading_before(reading)
    if before is None:
        return "; its first reading."
    way = _way(briefing, reading)
    change = {1: f"up from “{before['stage_name']}”", 0: "as", -1: f"down from “{before['stage_name']}”"}[way[1]]
    between = _passed_over(briefing, before)
    gap = f" (of {joined(between)} there is no reading)" if between else ""
    nuance = {
        ("up", 0): ", though the coders see it move forward",
        ("down", 0): ", though the coders see it move back",
        ("mixed", 1): f", while the coders see the round as {STEPS[-1]}",
        ("mixed", -1): f", while the coders see the round as {STEPS[1]}",
    }
    return f"; {change} in {briefing.short(before['round'])}{gap}{nuance.get(way, '')}."


def _both_readings(reading: pd.Series, ladder: tuple[str, ...]) -> str:
    """Both coders' readings where they differ: "one reads “procedural”, the other “substantive”"."""
    first, second = reading["stage_a"], reading["stage_b"]
    if first != second:
        return f"one coder reads “{ladder[int(first)]}”, the other “{ladder[int(second)]}”; the lower is shown."
    first, second = (STEPS[int(reading[each])] for each in ("movement_a", "movement_b"))
    return f"one coder sees {first}, the other {second}."


def _statements_on(briefing: Briefing, basket: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The statements that carry a basket's reading or refuse something of it, and the others that speak of it."""
    reading = briefing.reading(basket)
    evidence = set(reading["evidence"]) if reading is not None else set()
    statements = briefing.statements
    tagged = statements["baskets"].map(lambda baskets: basket in baskets).astype("bool")
    refused = statements["side"].isin(briefing.process.negotiating) & statements["text"].map(refuses).astype("bool")
    carries = statements["statement_id"].isin(evidence) | (refused & tagged)
    return statements.loc[carries], statements.loc[tagged & ~carries]


def _by_side(briefing: Briefing, carrying: pd.DataFrame) -> list[Block]:
    """What carries a reading, a paragraph for each side."""
    items = [
        (Paragraph(inlines([Swatch(side.colour), Text(f" {side.label}: ", "strong"), *_quoted(briefing, rows)])),)
        for side, rows in briefing.by_side(carrying)
    ]
    return [Listing(tuple(items), role="plain")] if items else []


def _references(briefing: Briefing, basket: str, told: pd.DataFrame, others: pd.DataFrame) -> list[Block]:
    """References to what else speaks of a basket: what a basket before it told already, then the other statements."""
    words: list[str | Inline] = []
    if len(told):
        words += ["Told above:", *briefing.cite(told["statement_id"], most=40), ". " if len(others) else "."]
    if len(others):
        speak = verb(len(others), "speaks", "speak")
        name = briefing.process.baskets[basket].name
        words += [f"{capitalised(counted(len(others), 'further statement'))} {speak} of {name}:"]
        words += briefing.cite(others["statement_id"], most=40)
    return [Paragraph(inlines(words), role="note")] if words else []


def _quoted(briefing: Briefing, rows: pd.DataFrame) -> list[str | Inline]:
    """The texts of statements, each followed by its reference."""
    return [part for row in rows.itertuples() for part in (f" {row.text}", *briefing.cite([row.statement_id]))]


def _silent(briefing: Briefing, basket: str, speaking: pd.DataFrame) -> list[Block]:
    """A note naming the negotiating sides of whom nothing is on record about a basket."""
    sides = briefing.process.sides
    silent = [sides[side].name for side in briefing.process.negotiating if side not in set(speaking["side"])]
    if not silent:
        return []
    name = briefing.process.baskets[basket].name
    return [
        Paragraph(
            inlines(f"No statement by {joined(silent, 'or')} on {name} is on record for this round."), role="note"
        )
    ]
