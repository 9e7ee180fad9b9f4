"""Where the baskets stand and what carries each of them."""

from collections.abc import Iterable

import pandas as pd

from communique.briefing import Briefing
from communique.document import (
    Block,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Swatch,
    Tag,
    Text,
    inlines,
)
from communique.prose import capitalised, counted, joined


def movement_finding(briefing: Briefing, dimensions: Iterable[str]) -> tuple[Inline, ...]:
    """One sentence on which of `dimensions` advanced, held or went back, ending in the statements that carry it."""
    names = briefing.process.ladders
    coded = [briefing.reading(each) for each in dimensions if briefing.reading(each) is not None]
    if not coded:
        return inlines("The coders have not placed this round on the ladders yet.")
    if all(reading["arrow"] == "none" for reading in coded):
        sentence = "At this first round " + _standing(coded, names)
    else:
        clauses = [_clause(arrow, [each for each in coded if each["arrow"] == arrow], names) for arrow in _CLAUSES]
        sentence = capitalised("; ".join(filter(None, clauses)))
    moved = [each for each in coded if each["arrow"] in ("up", "down", "mixed")] or coded
    evidence = [statement_id for reading in moved for statement_id in reading["evidence"][:2]]
    return inlines([sentence + _disputed(coded, names) + ".", *briefing.cite(evidence)])


_CLAUSES = {
    "up": "advanced",
    "down": "went back",
    "mixed": "moved in ways that point apart",
    "level": "held",
    "none": "entered",
}


def _clause(arrow: str, readings: list[pd.Series], names) -> str:
    """A clause such as "constitution (substantive) and elections (procedural) advanced", empty for no readings."""
    if not readings:
        return ""
    stages = {reading["stage_name"] for reading in readings}
    if len(stages) == 1 and len(readings) > 1:
        subjects = joined(names[each["dimension"]].name for each in readings)
        return f"{subjects} {_CLAUSES[arrow]} {'to' if arrow == 'up' else 'at'} “{stages.pop()}”"
    subjects = joined(f"{names[each['dimension']].name} (“{each['stage_name']}”)" for each in readings)
    return f"{subjects} {_CLAUSES[arrow]}"


def _standing(readings: list[pd.Series], names) -> str:
    """Where each dimension stands, grouped by stage: "a and b stood at “tabled”, c at “absent”"."""
    stages = dict.fromkeys(reading["stage_name"] for reading in readings)
    clauses = [
        joined(names[each["dimension"]].name for each in readings if each["stage_name"] == stage)
        + (" stood" if place == 0 else "")
        + f" at “{stage}”"
        for place, stage in enumerate(stages)
    ]
    return joined(clauses)


def _disputed(readings: list[pd.Series], names) -> str:
    """A remark on where the coders differ, empty where they agree."""
    disputed = [names[each["dimension"]].name for each in readings if each["disputed"]]
    if not disputed:
        return ""
    which = "it" if len(readings) == 1 else joined(disputed)
    return f" (the coders differ on {which})"


def basket_section(briefing: Briefing) -> list[Block]:
    """For each basket a heading, where it stands, why, and the statements that carry it, by side."""
    blocks: list[Block] = []
    for basket in briefing.process.baskets.values():
        blocks.append(Heading(3, inlines(basket.label), anchor=f"basket-{basket.id}"))
        blocks += dimension_blocks(briefing, basket.id)
        blocks += _statements_on(briefing, basket.id)
    return blocks


def dimension_blocks(briefing: Briefing, dimension: str) -> list[Block]:
    """Where one dimension stands, against the round before, and the coders' reason for it."""
    reading = briefing.reading(dimension)
    if reading is None:
        return [Paragraph(inlines("Not coded for this round."), role="empty")]
    ladder = briefing.process.ladders[dimension].ladder
    standing = [
        Text(capitalised(reading["stage_name"]), "strong"),
        f", stage {int(reading['stage'])} of {len(ladder) - 1}",
    ]
    standing.append(_against_previous(briefing, reading))
    if reading["disputed"]:
        standing += [" ", Tag("coders differ", "disputed"), " " + _both_readings(reading, ladder)]
    return [
        Paragraph(inlines(standing)),
        Paragraph(inlines([reading["rationale"], *briefing.cite(reading["evidence"], most=6)])),
    ]


def _against_previous(briefing: Briefing, reading: pd.Series) -> str:
    """How the stage compares with the round before, as the end of a sentence."""
    if briefing.previous is None:
        return "; the first round has none before it to be compared with."
    rows = briefing.all_readings
    before = rows.loc[(rows["round"] == briefing.previous["round"]) & (rows["dimension"] == reading["dimension"])]
    round_before = briefing.previous["short"]
    if before.empty:
        return f"; not coded for {round_before}."
    stage_before, step = before.iloc[0], int(reading["stage"]) - int(before.iloc[0]["stage"])
    change = (
        f"up from “{stage_before['stage_name']}” in {round_before}"
        if step > 0
        else f"down from “{stage_before['stage_name']}” in {round_before}"
        if step < 0
        else f"as in {round_before}"
    )
    nuance = {
        ("up", 0): ", though the coders see it move forward",
        ("down", 0): ", though the coders see it move back",
        ("mixed", 1): ", while the coders see the round as a step back",
        ("mixed", -1): ", while the coders see the round as a step forward",
    }
    return f"; {change}{nuance.get((reading['arrow'], (step > 0) - (step < 0)), '')}."


def _both_readings(reading: pd.Series, ladder: tuple[str, ...]) -> str:
    """Both coders' readings where they differ: "one reads “procedural”, the other “substantive”"."""
    first, second = reading["stage_a"], reading["stage_b"]
    if first != second:
        return f"one coder reads “{ladder[int(first)]}”, the other “{ladder[int(second)]}”; the lower is shown."
    moves = {-1: "a step back", 0: "no movement", 1: "a step forward"}
    return f"one coder sees {moves[int(reading['movement_a'])]}, the other {moves[int(reading['movement_b'])]}."


def _statements_on(briefing: Briefing, basket: str) -> list[Block]:
    """The statements that carry a basket's reading, by side, and references to the others that speak of it."""
    reading = briefing.reading(basket)
    evidence = set(reading["evidence"]) if reading is not None else set()
    statements = briefing.statements
    carrying = statements.loc[statements["statement_id"].isin(evidence)]
    tagged = statements["baskets"].map(lambda baskets: basket in baskets)
    others = statements.loc[tagged & ~statements["statement_id"].isin(evidence)]
    blocks: list[Block] = []
    items = [
        (Paragraph(inlines([Swatch(side.colour), Text(f" {side.label}: ", "strong"), *_quoted(briefing, rows)])),)
        for side, rows in briefing.by_side(carrying)
    ]
    if items:
        blocks.append(Listing(tuple(items), role="plain"))
    if len(others):
        blocks.append(
            Paragraph(
                inlines(
                    [
                        f"{capitalised(counted(len(others), 'further statement'))} "
                        f"{'speaks' if len(others) == 1 else 'speak'} of {briefing.process.baskets[basket].name}:",
                        *briefing.cite(others["statement_id"], most=40),
                    ]
                ),
                role="note",
            )
        )
    blocks += _silent(briefing, basket, pd.concat([carrying, others]))
    return blocks


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
            inlines(f"No statement of {joined(silent, 'or')} on {name} is on record for this round."), role="note"
        )
    ]
