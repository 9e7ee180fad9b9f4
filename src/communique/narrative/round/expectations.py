"""What was expected of later rounds and what became of it."""

from collections.abc import Iterable

import pandas as pd

from communique.document.blocks import Block, Break, Column, Inline, Paragraph, Table, Tag, Text, inlines
from communique.facts.round import Briefing
from communique.narrative.delays import LATER, named, sharpest_miss
from communique.narrative.things import became, by_thing, called, came, pages
from communique.prose import capitalised, counted, day, delay, number, verb
from communique.wording import OUTCOME_WORDS


def expectation_paragraph(briefing: Briefing) -> Paragraph:
    """One or two sentences on the expectations carried into the round, those raised in it, and their fate.

    A fate that was settled only after the round is marked as later knowledge.
    """
    carried, raised = briefing.carried, briefing.raised
    if carried.empty and raised.empty:
        sentence = "No expectation was carried into this round and none was raised in it."
        return Paragraph(sentence, role="empty")
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
    if (worst := sharpest_miss(briefing, both)) is not None:
        words += [f" {worst.sentence}", *([" ", LATER] if briefing.is_later(worst.happened_on) else [])]
        evidence = [worst.statement_id]
    return Paragraph([*words, *briefing.cite(evidence)])


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
    """A row for each thing: who expected it, how and by when, each on a line, and what became of it."""
    columns = (Column("Who expected what", width=6), Column("What became of it", width=5))
    rows = []
    for thing, about in by_thing(expectations):
        told = list(about.rename(columns={"name": "name_said"}).itertuples())
        lines = [inlines(_expected(briefing, row, raised_in=raised_in)) for row in told]
        title = [Text(called(briefing, thing), "strong"), Break()] if len(told) > 1 else []
        outcome = _outcome(briefing, told[0]) if len(told) == 1 else _outcomes(briefing, about, told)
        rows.append((inlines([*title, *_lines(lines)]), inlines(outcome)))
    return Table(inlines(caption), columns, tuple(rows), row_header=False)


def _expected(briefing: Briefing, row, *, raised_in: bool) -> list[str | Inline]:
    """Who looked ahead, how, in which round where that is told, and to when; then what was expected."""
    round_ = f", {briefing.short(row.round)}" if raised_in else ""
    when = _due(briefing, row)
    words = f" ({row.kind}{round_}{', ' + when if when else ''}): "
    return [Text(row.name_said, "strong"), words, row.expected, *briefing.cite([row.statement_id])]


def _lines(parts: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Parts of a cell one under another, the same one once."""
    lines = list(dict.fromkeys(parts))
    return inlines([each for place, part in enumerate(lines) for each in ([Break()] * bool(place) + list(part))])


def _outcomes(briefing: Briefing, about: pd.DataFrame, told: list) -> list[str | Inline]:
    """What became of a thing that several spoke of: their outcomes, when it came, and each note once."""
    words: list[str | Inline] = []
    for outcome in dict.fromkeys(row.outcome for row in told):
        those = [row for row in told if row.outcome == outcome]
        count = f" ({number(len(those))})" if len(those) < len(told) else ""
        words += [" "] * bool(words) + [Tag(OUTCOME_WORDS[outcome] + count, _tone(those[0]))]
        if any(briefing.is_later(row.resolved_on) or _noted_later(briefing, row) for row in those):
            words += [" ", LATER]
    words.append(f" {came(about)}".rstrip())
    noted = {row.outcome_note: row for row in told if row.outcome_note}
    for row in noted.values():
        words += [f" {row.outcome_note}", *pages(briefing, [row.outcome_source_id])]
    return words


def _due(briefing: Briefing, row) -> str:
    """When something was due, in words: "by 10 July 2017", "in May 2017", "for Geneva VIII"; empty for no time."""
    if not row.due:
        return ""
    if row.due.startswith("round:"):
        later = int(row.due.removeprefix("round:"))
        held = later in set(briefing.process.rounds["round"])
        return f"for {briefing.short(later) if held else f'round {later}'}"
    when = named({"due": pd.Timestamp(row.due), "due_end": row.due_end, "date": row.date})
    return when if when.startswith("by ") else f"for {when}"


def _outcome(briefing: Briefing, row) -> list[str | Inline]:
    """What became of an expectation, marked as later knowledge where it was settled only after the round."""
    words: list[str | Inline] = [Tag(OUTCOME_WORDS[row.outcome], _tone(row))]
    if pd.notna(row.happened_on):
        came_on = "on" if row.outcome == "met" else "It came on"
        words.append(f" {came_on} {day(row.happened_on)}{_lateness(briefing, row.expectation_id)}.")
    if briefing.is_later(row.resolved_on):
        settled = "" if row.resolved_on == row.happened_on else f" {day(row.resolved_on)}"
        words += [" ", Tag(f"known later{',' + settled if settled else ''}", "later")]
    elif _noted_later(briefing, row):
        words += [" ", LATER]
    if row.outcome_note:
        words.append(f" {row.outcome_note}")
    return [*words, *pages(briefing, [row.outcome_source_id])]


def _tone(row) -> str:
    """Whether an outcome is good news: what is met is, unless it was feared."""
    tone = {"met": "good", "missed": "bad"}.get(row.outcome, "neutral")
    return {"good": "bad", "bad": "good"}.get(tone, tone) if row.kind == "fear" else tone


def _noted_later(briefing: Briefing, row) -> bool:
    """Whether a note on something open may tell of days after the round: its source is no older, or has no date."""
    if row.outcome != "open" or not row.outcome_note:
        return False
    source = briefing.source(row.outcome_source_id)
    return source is None or pd.isna(source["published"]) or briefing.is_later(source["published"])


def _lateness(briefing: Briefing, expectation: str) -> str:
    """How late something came against the day named: ", eleven weeks late"; empty where none was, or it was kept."""
    table = briefing.slippage
    late = table.loc[(table["expectation_id"] == expectation) & (table["fate"] == "late"), "days"]
    return f", {delay(int(late.iloc[0]))} late" if len(late) else ""
