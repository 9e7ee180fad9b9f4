"""What was expected of later rounds and what became of it."""

import pandas as pd

from communique.document.blocks import Block, Break, Column, Inline, Link, Paragraph, Table, Tag, Text, inlines
from communique.facts.round import Briefing
from communique.narrative.delays import LATER, named, sharpest_miss
from communique.narrative.things import became, in_order_of_things, shared_things
from communique.prose import capitalised, counted, day, days, number, verb
from communique.wording import OUTCOME_WORDS


def expectation_finding(briefing: Briefing) -> tuple[Inline, ...]:
    """One or two sentences on the expectations carried into the round, those raised in it, and their fate.

    A fate that was settled only after the round is marked as later knowledge.
    """
    carried, raised = briefing.carried, briefing.raised
    if carried.empty and raised.empty:
        return inlines("No expectation was carried into this round and none was raised in it.")
    opening = (
        "No expectation was carried in"
        if carried.empty
        else f"{capitalised(counted(len(carried), 'expectation'))} {verb(len(carried), 'was', 'were')} carried in, "
        + became(carried)
    )
    both = pd.concat([raised, carried])
    hindsight = _hindsight(briefing) if any(map(briefing.is_later, both["resolved_on"])) else ""
    closing = (
        f"{hindsight}; none was raised."
        if raised.empty
        else f"; {number(len(raised))} {verb(len(raised), 'was', 'were')} raised, {became(raised)}{hindsight}."
    )
    words: list[str | Inline] = [opening + closing]
    evidence = list(raised["statement_id"][:3])
    if (worst := sharpest_miss(both)) is not None:
        words += [f" {worst.sentence}", *([" ", LATER] if briefing.is_later(worst.happened_on) else [])]
        evidence = [worst.statement_id]
    return inlines([*words, *briefing.cite(evidence)])


def _hindsight(briefing: Briefing) -> str:
    """The end of a clause that tells what became known only after the round."""
    as_of = briefing.process.as_of
    return f", as known on {day(as_of)}" if as_of else ", as is known now"


def carried_section(briefing: Briefing) -> list[Block]:
    """The expectations carried in from earlier rounds, as a table, or a line saying that there are none."""
    if briefing.carried.empty:
        return [
            Paragraph(
                inlines("No expectation of an earlier round was still unresolved when this one opened."), role="empty"
            )
        ]
    table = _table(briefing, briefing.carried, "Expectations carried in from earlier rounds", raised_in=True)
    return [*shared_things(briefing, briefing.carried, is_later=briefing.is_later), table]


def raised_section(briefing: Briefing) -> list[Block]:
    """The expectations raised in this round, as a table, or a line saying that there are none."""
    if briefing.raised.empty:
        return [
            Paragraph(
                inlines("No statement of this round raised an expectation that could be followed up."), role="empty"
            )
        ]
    table = _table(briefing, briefing.raised, "Expectations raised in this round", raised_in=False)
    return [*shared_things(briefing, briefing.raised, is_later=briefing.is_later), table]


def _table(briefing: Briefing, expectations: pd.DataFrame, caption: str, *, raised_in: bool) -> Table:
    columns = (
        Column("Who", width=2.6),
        Column("Expected", width=4.6),
        Column("Due", width=2),
        Column("What became of it", width=5),
    )
    rows = tuple(
        (
            inlines(
                [
                    row.name_said,
                    Break(),
                    Text(row.kind, "emphasis"),
                    *([f", {briefing.short(row.round)}"] if raised_in else []),
                ]
            ),
            inlines([row.expected, *briefing.cite([row.statement_id])]),
            inlines(_due(briefing, row)),
            inlines(_outcome(briefing, row)),
        )
        for row in in_order_of_things(expectations).rename(columns={"name": "name_said"}).itertuples()
    )
    return Table(inlines(caption), columns, rows)


def _due(briefing: Briefing, row) -> str:
    """When something was due, in words: a day, a window, a round, or that no time was named."""
    if not row.due:
        return "no time named"
    if row.due.startswith("round:"):
        later = int(row.due.removeprefix("round:"))
        held = later in set(briefing.process.rounds["round"])
        return briefing.short(later) if held else f"round {later}"
    return capitalised(named({"due": pd.Timestamp(row.due), "due_end": row.due_end, "date": row.date}))


def _outcome(briefing: Briefing, row) -> list[str | Inline]:
    """What became of an expectation, marked as later knowledge where it was settled only after the round."""
    tone = {"met": "good", "missed": "bad"}.get(row.outcome, "neutral")
    if row.kind == "fear":
        tone = {"good": "bad", "bad": "good"}.get(tone, tone)
    words: list[str | Inline] = [Tag(OUTCOME_WORDS[row.outcome], tone)]
    if pd.notna(row.happened_on):
        words.append(f" It came on {day(row.happened_on)}{_lateness(briefing, row.expectation_id)}.")
    source = briefing.source(row.outcome_source_id)
    if briefing.is_later(row.resolved_on):
        settled = "" if row.resolved_on == row.happened_on else f" {day(row.resolved_on)}"
        words += [" ", Tag(f"known later{',' + settled if settled else ''}", "later")]
    elif row.outcome == "open" and row.outcome_note and _told_later(briefing, source):
        words += [" ", LATER]
    if row.outcome_note:
        words.append(f" {row.outcome_note}")
    if source is not None:
        words += [" (", Link(source["publisher"], source["url"]), ")"]
    return words


def _told_later(briefing: Briefing, source: pd.Series | None) -> bool:
    """Whether a note on something open may tell of days after the round: its source is no older, or has no date."""
    return source is None or pd.isna(source["published"]) or briefing.is_later(source["published"])


def _lateness(briefing: Briefing, expectation: str) -> str:
    """How late something came against the day named: ", 79 days late"; empty where no day was named or it was kept."""
    table = briefing.slippage
    late = table.loc[(table["expectation_id"] == expectation) & (table["fate"] == "late"), "days"]
    return f", {days(int(late.iloc[0]))} late" if len(late) else ""
