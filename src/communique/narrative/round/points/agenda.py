"""The baskets of the agenda: which moved most and why, and what did not move, was refused or left unsaid."""

from collections.abc import Iterator

import pandas as pd

from communique.document.blocks import Inline, inlines
from communique.facts.round import Briefing
from communique.facts.salience import salience
from communique.narrative.round.points.point import Point
from communique.narrative.round.points.readings import course, of_baskets, reason, steps
from communique.narrative.round.refusals import refuses
from communique.prose import capitalised, joined


def moved(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """The basket that moved most, or came furthest at a first round, and why."""
    reading = _furthest(briefing)
    if reading is None:
        return None
    name, stage = briefing.process.ladders[reading["dimension"]].name, reading["stage_name"]
    change = steps(briefing, reading)
    if briefing.reading_before(reading) is None:
        words = f"{capitalised(name)} came furthest, to “{stage}”."
    elif change:
        words = course(briefing, reading, "moved most," if change > 0 else "fell back most,")
    else:
        words = f"No basket changed its stage; {name} stood highest, at “{stage}”."
    return Point(inlines([f"{words} ", *reason(briefing, reading)]))


def _furthest(briefing: Briefing) -> pd.Series | None:
    """The basket's reading whose stage changed most, the higher stage first; at a first round the highest stage."""
    readings = of_baskets(briefing)
    if not readings:
        return None
    return max(readings, key=lambda each: (abs(steps(briefing, each)), each["stage"], len(each["evidence"])))


def stuck(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """The basket that stayed furthest behind and why, what a side refused, and of what a side said nothing."""
    readings, furthest = of_baskets(briefing), _furthest(briefing)
    behind = [each for each in readings if each["dimension"] != furthest["dimension"] and steps(briefing, each) <= 0]
    told: list[str | Inline] = []
    ids: frozenset[str] = frozenset()
    if len(readings) > 1 and steps(briefing, furthest) and not behind:
        told.append("No other basket stood still or fell back.")
    if behind:
        least = min(behind, key=lambda each: (steps(briefing, each), -len(each["evidence"]), each["stage"]))
        told += [f"{course(briefing, least)} ", *reason(briefing, least)]
    refusal = _refusal(briefing, used)
    if refusal is not None:
        told += [f" {refusal['text']}" if told else refusal["text"], *briefing.cite([refusal["statement_id"]])]
        ids = frozenset([refusal["statement_id"]])
    for clause in _silences(briefing):
        told.append(f"{' ' if told else ''}{clause}")
    return Point(inlines(told), ids) if told else None


def _refusal(briefing: Briefing, used: frozenset[str]) -> pd.Series | None:
    """The weightiest statement, not told yet, in which a negotiating side refuses something to do with a basket."""
    rows = briefing.statements
    tagged = rows["baskets"].map(bool) & rows["side"].isin(briefing.process.negotiating)
    rows = rows.loc[tagged & (rows["phase"] != "before") & ~rows["statement_id"].isin(used)]
    rows = rows.loc[rows["text"].map(refuses).astype("bool")]
    if rows.empty:
        return None
    weighed = rows.assign(_weight=rows["statement_id"].map(salience(briefing)))
    return weighed.sort_values(["_weight", "date"], kind="stable").iloc[-1]


def _silences(briefing: Briefing) -> Iterator[str]:
    """Yield a sentence on each set of baskets of which nothing that a negotiating side said is on record."""
    process = briefing.process
    silent: dict[tuple[str, ...], list[str]] = {}
    for side in process.negotiating:
        rows = briefing.statements.loc[briefing.statements["side"] == side]
        spoken = {basket for baskets in rows["baskets"] for basket in baskets}
        baskets = tuple(basket.name for each, basket in process.baskets.items() if each not in spoken)
        if rows.empty or baskets:
            silent.setdefault(() if rows.empty else baskets, []).append(process.sides[side].name)
    for baskets, sides in silent.items():
        about = f" about {joined(baskets, 'or')}" if baskets else ""
        yield f"Nothing from {joined(sides, 'or')} is on record{about}."
