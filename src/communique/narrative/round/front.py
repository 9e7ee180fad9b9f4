"""The front of a round report: what it is about, where the baskets stand, and the breakthrough strip."""

import pandas as pd

from communique.document.blocks import Card, Cards, Count, Front, Strip, inlines
from communique.facts.round import Briefing
from communique.narrative.round.baskets import since
from communique.process.model import Process
from communique.prose import capitalised, day, periods
from communique.wording import MOVED, STATUSES

NOT_CODED = ("not coded", "no movement read")


def front(briefing: Briefing) -> Front:
    """The head of the report: process, round, dates and place, headline, and the day it is told as known on."""
    row, process, said = briefing.round, briefing.process, briefing.statements
    facts = [("Dates", periods(row["sittings"])), ("Place", row["venue"])]
    if len(row["sittings"]) > 1:
        facts.append(("Sittings", str(len(row["sittings"]))))
    facts.append(
        (
            "On record",
            f"{_figure(len(said), 'statement')} from {_figure(said['source_id'].nunique(), 'source')}"
            if len(said)
            else "no statement",
        )
    )
    return Front(
        title=f"{process.title}: {row['short']}",
        subtitle=row["label"] if row["label"] != row["short"] else "",
        headline=row["headline"],
        facts=tuple(facts),
        notice=_notice(briefing),
    )


def _figure(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _notice(briefing: Briefing) -> str:
    """What the reader must know of the day the report tells of; empty for a report as known today."""
    as_of = briefing.process.as_of
    if as_of is None:
        return ""
    notice = f"As known on {day(as_of)}: nothing published or settled later is used."
    return notice if briefing.is_over else notice + " The round had not ended by then."


def basket_cards(briefing: Briefing) -> Cards:
    """One card per basket: stage, place on its ladder, movement."""
    return Cards(
        label="Where the baskets stand",
        items=tuple(_card(briefing, basket) for basket in briefing.process.baskets.values()),
        note=inlines(ladder_note(briefing.process)),
    )


def ladder_note(process: Process) -> str:
    """The stages of the baskets in their order, where all share one ladder, and which is shown where coders differ."""
    differ = "where the coders differ the lower is shown."
    ladders = {basket.ladder for basket in process.baskets.values()}
    return f"Stages: {', '.join(ladders.pop())}; {differ}" if len(ladders) == 1 else f"Stages: {differ}"


def _card(briefing: Briefing, basket) -> Card:
    reading = briefing.reading(basket.id)
    target = f"basket-{basket.id}"
    if reading is None:
        stage, movement = ("no reading", "not known then") if briefing.is_withheld(basket.id) else NOT_CODED
        return Card(basket.label, stage, -1, len(basket.ladder), "none", movement, target=target)
    return Card(
        title=basket.label,
        stage=reading["stage_name"],
        position=int(reading["stage"]),
        of=len(basket.ladder),
        arrow=reading["arrow"],
        movement=_movement(briefing, reading),
        disputed=bool(reading["disputed"]),
        target=target,
    )


def _movement(briefing: Briefing, reading: pd.Series) -> str:
    """How a basket moved, and from which stage where it left one: "up from tabled"."""
    before = briefing.reading_before(reading)
    if before is None or before["stage"] == reading["stage"]:
        return MOVED[reading["arrow"]] + since(briefing, reading)
    way = "up" if reading["stage"] > before["stage"] else "down"
    return f"{way} from {before['stage_name']}{since(briefing, reading)}"


def breakthrough_strip(briefing: Briefing) -> Strip:
    """How often a breakthrough was claimed, denied, left open and doubted in this round's statements."""
    statuses = briefing.mentions.loc[briefing.mentions["family"] == "breakthrough", "status"].value_counts()
    return Strip(
        label="A breakthrough, as this round's speakers put it",
        items=tuple(
            Count(int(statuses.get(status, 0)), capitalised(status), note, tone=status)
            for status, note in STATUSES.items()
        ),
    )
