"""How far to rely on the record of a round: whether it was checked, who is heard in it, and what is a judgement."""

import pandas as pd

from communique.document.blocks import inlines
from communique.facts.round import Briefing
from communique.narrative.round.points.point import Point
from communique.prose import alone, counted, joined, number, percent, verb

WELL_CHECKED = 0.95  # of the statements, compared with the pages they come from
EVEN = 2  # the side at the table heard most has at most this many times the statements of the one heard least


def reliance(briefing: Briefing, used: frozenset[str]) -> Point:
    """A verdict on each of who said what, the balance of voices and the readings, with the figures it rests on."""
    words = [_checked(briefing.statements), _heard(briefing)]
    if len(briefing.readings):
        words.append(_judged(briefing.readings))
    return Point(inlines(" ".join(words)))


def _checked(statements: pd.DataFrame) -> str:
    """How much of who said what was compared with its pages."""
    total, compared = len(statements), int(statements["compared"].notna().sum())
    if not compared:
        return "Who said what rests on one reader's word: no statement was compared with the page it comes from."
    if compared == total:
        return "Who said what is well checked: every statement was compared with the page it comes from."
    how = "well" if compared / total >= WELL_CHECKED else "only partly"
    pages = "the page it comes from" if compared == 1 else "the pages they come from"
    of_all = f"{alone(compared)} of {total} statements {verb(compared, 'was', 'were')}"
    return f"Who said what is {how} checked: {of_all} compared with {pages}."


def _heard(briefing: Briefing) -> str:
    """Whether the sides at the table are heard alike, how often each is, and how much came through state media."""
    statements, process = briefing.statements, briefing.process
    table = [*process.mediating, *process.negotiating]
    counts = statements["side"].value_counts().reindex(table, fill_value=0)
    others = len(statements) - int(counts.sum())
    heard = [f"{process.sides[side].name} made {alone(int(counts[side]))}" for side in table[:1]]
    heard += [f"{process.sides[side].name} {alone(int(counts[side]))}" for side in table[1:]]
    heard += [f"others {number(others)}"] if others else []
    verdict = "in rough balance" if counts.max() <= EVEN * counts.min() else "unequally"
    state = (statements["source_kind"] == "state_media").mean()
    share = {0: "none", 1: "all"}.get(state, percent(state))
    through = f"{share} came through state media"
    return f"The sides are heard {verdict}: of {counted(len(statements), 'statement')} {joined(heard)}; {through}."


def _judged(readings: pd.DataFrame) -> str:
    """That the readings are judgements, and how far those who made them agree."""
    if readings["coders"].max() < 2:
        return "How far baskets and conduct moved is the judgement of one coder alone."
    differ = f"{alone(int(readings['disputed'].astype(bool).sum()))} of {counted(len(readings), 'reading')}"
    return f"How far baskets and conduct moved is a judgement: the coders differ on {differ}."
