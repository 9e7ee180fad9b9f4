"""The front of the overview: what the process is, how far it came, and what was said of a breakthrough."""

from communique.document.blocks import Card, Cards, Count, Front, Strip, inlines
from communique.facts.overview import Survey
from communique.narrative.overview.stages import came_furthest
from communique.narrative.round.front import STATUSES, ladder_note
from communique.process.description import Dimension
from communique.prose import capitalised, counted, day, joined, period


def front(survey: Survey) -> Front:
    """The head of the overview: process, how far its baskets came, span, size of the record, the day it tells of."""
    process, rounds = survey.process, survey.rounds
    as_of = process.as_of
    facts = []
    if len(rounds):
        facts.append(("Span", period(rounds["start"].min(), rounds["end"].max())))
    parties, mediators = (
        joined(process.sides[side].name for side in sides) for sides in (process.negotiating, process.mediating)
    )
    if parties or mediators:
        facts.append(("At the table", ", with ".join(filter(None, (parties, mediators)))))
    if len(rounds):
        sittings = rounds["sittings"].map(len).sum()
        more = f" in {counted(int(sittings), 'sitting')}" if sittings > len(rounds) else ""
        facts.append(("Rounds", f"{len(rounds)}{more}"))
    spoken = survey.spoken
    facts.append(
        (
            "On record",
            f"{counted(len(spoken), 'statement')} by {counted(spoken['speaker'].nunique(), 'speaker')} "
            f"from {counted(spoken['source_id'].nunique(), 'source')}"
            if len(spoken)
            else "no statement yet",
        )
    )
    return Front(
        title=process.title,
        subtitle="The whole process at a glance",
        headline=came_furthest(survey),
        facts=tuple(facts),
        notice=f"As known on {day(as_of)}: nothing published or settled later is used." if as_of else "",
    )


def basket_cards(survey: Survey) -> Cards:
    """One card per basket: where it stood when it was last coded, and how that compares with its first round."""
    return Cards(
        label="Where the baskets stood last",
        items=tuple(_card(survey, basket) for basket in survey.process.baskets.values()),
        note=inlines(ladder_note(survey.process)),
    )


def _card(survey: Survey, basket: Dimension) -> Card:
    course = survey.course(basket.id)
    if course.empty:
        return Card(basket.label, "no reading", -1, len(basket.ladder), "none", "")
    first, last = course.iloc[0], course.iloc[-1]
    change = int(last["stage"]) - int(first["stage"])
    arrow = "up" if change > 0 else "down" if change < 0 else "level"
    words = {"up": "up from", "down": "down from", "level": "as in"}[arrow]
    since = f"{words} {survey.short(first['round'])}" if len(course) > 1 else "the only round coded"
    return Card(
        title=basket.label,
        stage=last["stage_name"],
        position=int(last["stage"]),
        of=len(basket.ladder),
        arrow=arrow if len(course) > 1 else "none",
        movement=since,
        disputed=bool(last["disputed"]),
        target="stages",
    )


def breakthrough_strip(survey: Survey) -> Strip:
    """How often a breakthrough was claimed, denied, left open and doubted over all rounds."""
    counts = survey.counts
    totals = counts.loc[counts["family"] == "breakthrough"].groupby("status")["n"].sum()
    return Strip(
        label="A breakthrough, as speakers put it over all rounds",
        items=tuple(
            Count(int(totals.get(status, 0)), capitalised(status), note, tone=status)
            for status, note in STATUSES.items()
        ),
    )
