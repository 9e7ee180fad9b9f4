"""What was expected of later rounds and what became of it."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Break, Column, Inline, Link, Paragraph, Table, Tag, Text, inlines
from communique.facts.round import Briefing
from communique.facts.shared import Dossier
from communique.prose import capitalised, counted, day, days, joined, number, verb
from communique.wording import OUTCOME_WORDS

KINDS = ("plan", "hope", "fear", "demand", "prediction")
LATER = Tag("known later", "later")
# How a speaker looks ahead to a day: "hoped for by 31 May 2016".
EXPECTED = {
    "plan": "planned for",
    "hope": "hoped for by",
    "fear": "feared for",
    "demand": "demanded by",
    "prediction": "predicted for",
}
FATES = {
    "never happened": "it did not happen",
    "partly, no day known": "it was met in part",
    "met, no day known": "it was met",
    "open": "its fate is still open",
}


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
        + _fate(carried)
    )
    both = pd.concat([raised, carried])
    hindsight = _hindsight(briefing) if any(map(briefing.is_later, both["resolved_on"])) else ""
    closing = (
        f"{hindsight}; none was raised."
        if raised.empty
        else f"; {number(len(raised))} {verb(len(raised), 'was', 'were')} raised, {_fate(raised)}{hindsight}."
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


class Miss(NamedTuple):
    """A sentence on something that came late, the statement that had expected it, and the day on which it came."""

    sentence: str
    statement_id: str
    happened_on: pd.Timestamp


def sharpest_miss(expectations: pd.DataFrame) -> Miss | None:
    """The dated expectation that came true the most days late, told in a sentence, or None."""
    late = measures.slippage(expectations)
    late = late.loc[late["fate"] == "late"]
    if late.empty:
        return None
    worst = late.sort_values("days", kind="stable").iloc[-1]
    sentence = (
        f"The longest delay: what {worst['name']} {EXPECTED[worst['kind']]} {day(worst['due'])} "
        f"came {days(int(worst['days']))} late, on {day(worst['happened_on'])}."
    )
    return Miss(sentence, worst["statement_id"], worst["happened_on"])


def dated_sentences(
    slippage: pd.DataFrame, dossier: Dossier, *, is_later: Callable[[pd.Timestamp], bool] = lambda moment: False
) -> Paragraph:
    """What became of dated expectations too few for a chart: who expected what by which day, and how late it came.

    What happened on a day that `is_later` tells of is marked as later knowledge.
    """
    told: list[str | Inline] = [f"{capitalised(counted(len(slippage), 'expectation'))} named a day."]
    for row in slippage.rename(columns={"name": "name_said"}).itertuples():
        words = f" {row.name_said}, for {day(row.due)} ({row.kind}): {row.expected.rstrip('.')}; {_came(row)}."
        told += [words, *([" ", LATER] if is_later(row.happened_on) else []), *dossier.cite([row.statement_id])]
    return Paragraph(inlines(told))


def _came(row) -> str:
    """What became of a dated expectation: "it came 18 days late, on 13 March 2016"; "it did not happen"."""
    if pd.isna(row.days):
        return FATES[row.fate]
    if not row.days:
        return "it came on the day"
    return f"it came {days(abs(int(row.days)))} {'late' if row.days > 0 else 'early'}, on {day(row.happened_on)}"


def carried_section(briefing: Briefing) -> list[Block]:
    """The expectations carried in from earlier rounds, as a table, or a line saying that there are none."""
    if briefing.carried.empty:
        return [
            Paragraph(
                inlines("No expectation of an earlier round was still unresolved when this one opened."), role="empty"
            )
        ]
    return [_table(briefing, briefing.carried, "Expectations carried in from earlier rounds", raised_in=True)]


def raised_section(briefing: Briefing) -> list[Block]:
    """The expectations raised in this round, as a table, or a line saying that there are none."""
    if briefing.raised.empty:
        return [
            Paragraph(
                inlines("No statement of this round raised an expectation that could be followed up."), role="empty"
            )
        ]
    return [_table(briefing, briefing.raised, "Expectations raised in this round", raised_in=False)]


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
            inlines(_due(briefing, row.due)),
            inlines(_outcome(briefing, row)),
        )
        for row in expectations.rename(columns={"name": "name_said"}).itertuples()
    )
    return Table(inlines(caption), columns, rows)


def _due(briefing: Briefing, due: str) -> str:
    """When something was due, in words: a date, a round, or that no time was named."""
    if not due:
        return "no time named"
    if due.startswith("round:"):
        later = int(due.removeprefix("round:"))
        held = later in set(briefing.process.rounds["round"])
        return briefing.short(later) if held else f"round {later}"
    return day(pd.Timestamp(due))


def _outcome(briefing: Briefing, row) -> list[str | Inline]:
    """What became of an expectation, marked as later knowledge where it was settled only after the round."""
    tone = {"met": "good", "missed": "bad"}.get(row.outcome, "neutral")
    if row.kind == "fear":
        tone = {"good": "bad", "bad": "good"}.get(tone, tone)
    words: list[str | Inline] = [Tag(OUTCOME_WORDS[row.outcome], tone)]
    if pd.notna(row.happened_on):
        words.append(f" It came on {day(row.happened_on)}{_lateness(row)}.")
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


def _lateness(row) -> str:
    """How late something came against the day named: ", 79 days late"; empty where no day was named or it was kept."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", row.due):
        return ""
    late = (row.happened_on - pd.Timestamp(row.due)).days
    return f", {days(late)} late" if late > 0 else ""


def _fate(expectations: pd.DataFrame) -> str:
    """What became of them in words: "of which two were met and one was missed", "both of which were missed"."""
    outcomes = expectations["outcome"].value_counts()
    if len(outcomes) == 1:
        all_of_them = {1: "and", 2: "both of which"}.get(len(expectations), "all of which")
        return f"{all_of_them} {_is_now(outcomes.index[0], len(expectations))}"
    return "of which " + joined(
        f"{number(count)} {_is_now(each, count)}" for each in OUTCOME_WORDS if (count := int(outcomes.get(each, 0)))
    )


def _is_now(outcome: str, count: int) -> str:
    """An outcome as a verb: "were met", "is still open"."""
    if outcome == "open":
        return f"{verb(count, 'is', 'are')} {OUTCOME_WORDS[outcome]}"
    return f"{verb(count, 'was', 'were')} {OUTCOME_WORDS[outcome]}"
