"""Where the baskets stand and what carries each of them."""

from collections.abc import Iterable

import pandas as pd

from communique.document.blocks import Block, Heading, Inline, Listing, Paragraph, Swatch, Tag, Text, inlines
from communique.facts.round import Briefing
from communique.prose import capitalised, counted, joined
from communique.wording import DID, STEPS


def movement_finding(briefing: Briefing, dimensions: Iterable[str], *, called: str) -> tuple[Inline, ...]:
    """One sentence on which of `dimensions` advanced, held or went back, ending in the statements that carry it.

    `called` names them together where there is nothing to tell of: "the baskets".
    """
    names = briefing.process.ladders
    coded = {each: reading for each in dimensions if (reading := briefing.reading(each)) is not None}
    if not coded:
        return inlines(_nothing_read(briefing, dimensions, called))
    readings = list(coded.values())
    if all(reading["arrow"] == "none" for reading in readings):
        whose = "its" if len(readings) == 1 else "their"
        when = "At this first round" if briefing.previous is None else f"At {whose} first reading"
        sentence = f"{when} {_standing(readings, names)}"
    else:
        sentence = capitalised("; ".join(_courses(briefing, readings)))
    if unread := [names[each].name for each in dimensions if each not in coded]:
        sentence += f"; of {joined(unread)} there is no reading"
    moved = [each for each in readings if each["arrow"] in ("up", "down", "mixed")] or readings
    evidence = [statement_id for reading in moved for statement_id in reading["evidence"][:2]]
    return inlines([sentence + _disputed(readings, names) + ".", *briefing.cite(evidence)])


def _nothing_read(briefing: Briefing, dimensions: Iterable[str], called: str) -> str:
    """That the coders have not placed the round, or some dimensions of it, on the ladders, or could not by then."""
    whole = briefing.readings.empty
    if any(map(briefing.is_withheld, dimensions)):
        return f"No reading of {'this round' if whole else called} can rest on what was known then."
    if whole:
        return "The coders have not placed this round on the ladders yet."
    return f"For this round there is no reading of {called}."


# How a dimension moved: by its arrow, and whether its stage rose (1), stayed (0) or fell (-1). In the order of telling.
_VERBS = {
    ("up", 1): f"{DID['up']} to",
    ("up", 0): f"{DID['up']} within",
    ("down", -1): f"{DID['down']} to",
    ("down", 0): "slipped back within",
    ("mixed", 1): "rose to",
    ("mixed", -1): "fell to",
    ("level", 0): f"{DID['level']} at",
    ("none", 0): f"{DID['none']} at",
}
_AGAINST_THE_CODERS = {
    ("mixed", 1): f", though the coders see {STEPS[-1]}",
    ("mixed", -1): f", though the coders see {STEPS[1]}",
}


def _courses(briefing: Briefing, readings: list[pd.Series]) -> list[str]:
    """A clause for each way in which dimensions moved: "a and b advanced to “substantive”, c to “procedural”"."""
    alike: dict[tuple[str, str, str], list[pd.Series]] = {}
    for reading in sorted(readings, key=lambda each: list(_VERBS).index(_way(briefing, each))):
        way = _way(briefing, reading)
        key = (_VERBS[way], since(briefing, reading), _AGAINST_THE_CODERS.get(way, ""))
        alike.setdefault(key, []).append(reading)
    return [_course(verb, rows, briefing) + since_then + but for (verb, since_then, but), rows in alike.items()]


def _course(verb: str, readings: list[pd.Series], briefing: Briefing) -> str:
    """Dimensions that moved alike, grouped by stage; the verb is said once, its preposition with each stage."""
    names, preposition = briefing.process.ladders, verb.rpartition(" ")[2]
    stages = dict.fromkeys(reading["stage_name"] for reading in readings)
    return ", ".join(
        joined(names[each["dimension"]].name for each in readings if each["stage_name"] == stage)
        + f" {preposition if place else verb} “{stage}”"
        for place, stage in enumerate(stages)
    )


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
    """Where one dimension stands, against the round before or last coded, and the coders' reason for it."""
    reading = briefing.reading(dimension)
    if reading is None:
        withheld = briefing.is_withheld(dimension)
        told = "No reading can rest on what was known then." if withheld else "Not coded for this round."
        return [Paragraph(told, role="empty")]
    ladder = briefing.process.ladders[dimension].ladder
    standing = [
        Text(capitalised(reading["stage_name"]), "strong"),
        f", stage {int(reading['stage'])} of {len(ladder) - 1}",
    ]
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
            inlines(f"No statement by {joined(silent, 'or')} on {name} is on record for this round."), role="note"
        )
    ]
