"""Readings of the round in words: where a dimension went, and why."""

import pandas as pd

from communique.document.blocks import Inline
from communique.facts.round import Briefing
from communique.narrative.round.baskets import since
from communique.prose import capitalised, sentence


def of_baskets(briefing: Briefing) -> list[pd.Series]:
    """The readings of the baskets that are coded, in the order of the agenda."""
    return [reading for each in briefing.process.baskets if (reading := briefing.reading(each)) is not None]


def steps(briefing: Briefing, reading: pd.Series) -> int:
    """By how many stages a reading changed against the one it compares with; 0 for a first reading."""
    before = briefing.reading_before(reading)
    return 0 if before is None else int(reading["stage"]) - int(before["stage"])


def reason(briefing: Briefing, reading: pd.Series) -> list[str | Inline]:
    """The coder's reason for a reading, as a sentence with its statements."""
    return [sentence(reading["rationale"]), *briefing.cite(reading["evidence"], most=6)]


def course(briefing: Briefing, reading: pd.Series, how: str = "") -> str:
    """Where a dimension went, as a sentence: "Trust went from “hostile” to “accusing”."; `how` says it otherwise."""
    name, stage = capitalised(briefing.process.ladders[reading["dimension"]].name), reading["stage_name"]
    before, change = briefing.reading_before(reading), steps(briefing, reading)
    if before is None:
        return f"{name} stood at “{stage}”."
    when = since(briefing, reading)
    if not change:
        return f"{name} stayed at “{stage}”{when}."
    how = how or ("went" if change > 0 else "fell back")
    return f"{name} {how} from “{before['stage_name']}” to “{stage}”{when}."
