"""Who was right: what was expected over the whole process and what became of it."""

from collections.abc import Mapping

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Inline, Listing, Paragraph, Tag, Text, inlines
from communique.facts.overview import Survey
from communique.measures.expectations import LEAST
from communique.narrative.citing import page
from communique.narrative.delays import named, sharpest_miss
from communique.narrative.things import became
from communique.prose import UNDEFINED, alone, capitalised, counted, day, delay, joined, number, verb
from communique.wording import OUTCOME_WORDS

NONE_RAISED = "No statement on record raised an expectation that could be followed up."


def record_finding(survey: Survey) -> tuple[Inline, ...]:
    """One to three sentences: how many expectations were met, how many plans and predictions, and the longest delay."""
    rows = survey.expectations
    if rows.empty:
        return inlines(NONE_RAISED)
    settled = rows.loc[rows["outcome"] != "open"]
    if settled.empty:
        return inlines(
            f"{capitalised(counted(len(rows), 'expectation'))} on record; what became of them is not known yet."
        )
    sentence = f"Of {counted(len(settled), 'expectation')} whose fate is known, {_fates(settled)}."
    foresight = survey.record("side", foresight=True)[["met", "settled"]].sum()
    if LEAST <= foresight["settled"] < len(settled):
        met, told = (
            int(foresight["met"]),
            counted(int(foresight["settled"]), "plan or prediction", "plans and predictions"),
        )
        sentence += f" Of the {told} among them, {alone(met)} {verb(met, 'was', 'were')} met."
    worst = sharpest_miss(survey, rows)
    evidence = [worst.statement_id] if worst else list(settled.loc[settled["outcome"] == "missed", "statement_id"][:2])
    return inlines([sentence, *([f" {worst.sentence}"] if worst else []), *survey.cite(evidence)])


def who_was_right(survey: Survey) -> list[Block]:
    """Sentences on which sides' and speakers' plans and predictions came true most and least often."""
    if survey.foresight.empty:
        return []
    names = {side.id: side.name for side in survey.process.sides.values()}
    parts = []
    for by, called, what in (("side", names, "sides"), ("speaker", survey.process.called, "speakers")):
        record = survey.record(by, foresight=True)
        often = record.loc[record["settled"] >= LEAST].sort_values("met_share", ascending=False, kind="stable")
        if often.empty:
            continue
        clauses = [f"{called[row[by]]} ({met_of_settled(row)} met)" for row in often.to_dict("records")]
        if len(clauses) == 1:
            parts.append(f"Of the {what}, only one has {number(LEAST)} or more of known fate: {clauses[0]}.")
        else:
            parts.append(f"Of the {what} with {number(LEAST)} or more of known fate, best first: {joined(clauses)}.")
    if not parts:
        few = (
            f"No side and no speaker has {number(LEAST)} plans and predictions of known fate; shares would say nothing."
        )
        return [Paragraph(few, role="note")]
    lead = "Plans and predictions say what will be; hopes and demands do not, and a fear that comes true is bad news. "
    return [Paragraph([lead, " ".join(parts)])]


def met_of_settled(row: Mapping[str, object]) -> str:
    """How many of those whose fate is known were met, from a row of `measures.record`: "5 of 12"; a dash for none."""
    return f"{int(row['met'])} of {int(row['settled'])}" if row["settled"] else UNDEFINED


def sharpest_misses(survey: Survey, *, most: int = 3) -> list[Block]:
    """The plans and predictions furthest from the day they named, told one by one with what became of them.

    First at most `most` that came late, by days; then at most `most` that never came, by the day they were due. Each is
    about a thing of its own, and says how many others spoke of that and what became of them.
    """
    late, never = _of_fate(survey, "late").head(most), _of_fate(survey, "never happened")
    never = never.loc[~never["thing"].isin(late["thing"])].head(most)
    if late.empty and never.empty:
        return [Paragraph("No plan or prediction that named a day came late or failed.", role="empty")]
    items = [(Paragraph(_miss(survey, row)),) for rows in (late, never) for row in rows.to_dict("records")]
    lead = (
        "Plans and predictions that named a day: those that came latest, then those that never came; of what several "
        "spoke of, the furthest from its day."
    )
    return [Paragraph(lead, role="note"), Listing(tuple(items), role="findings")]


def _of_fate(survey: Survey, fate: str) -> pd.DataFrame:
    """Dated plans and predictions of a fate, as `measures.slippage` has them, the furthest from its day first."""
    dated = survey.slippage.loc[survey.slippage["expectation_id"].isin(survey.foresight["expectation_id"])]
    rows = dated.loc[dated["fate"] == fate]
    notes = survey.expectations[["expectation_id", "outcome_note", "outcome_source_id"]]
    furthest = rows.merge(notes, on="expectation_id", how="left", validate="one_to_one").sort_values(
        ["days", "due", "expectation_id"], ascending=[False, True, True], na_position="last", kind="stable"
    )
    return furthest.drop_duplicates("thing")


def _miss(survey: Survey, row: dict[str, object]) -> tuple[Inline, ...]:
    """One miss told: who, when and what; when it was due; what became of it, and the source of that."""
    what, when = str(row["expected"]).rstrip("."), named(row)
    words: list[str | Inline] = [
        Text(f"{row['name']}, {day(row['date'])}", "strong"),
        f" ({row['kind']}, {when if when.startswith('by ') else f'for {when}'}): {what}.",
        *survey.cite([row["statement_id"]]),
        " ",
    ]
    if row["fate"] == "late":
        words.append(Tag(f"{delay(int(row['days']))} late", "bad"))
        words.append(f" It came on {day(row['happened_on'])}.")
    else:
        words.append(Tag("never happened", "bad"))
    if row["outcome_note"]:
        words.append(f" {row['outcome_note']}")
    source = survey.source(row["outcome_source_id"])
    if source is not None:
        words += [" (", page(source), ")"]
    foresight = survey.foresight
    others = foresight.loc[
        (measures.things(foresight) == row["thing"]) & (foresight["expectation_id"] != row["expectation_id"])
    ]
    if len(others):
        told = counted(len(others), "other plan or prediction", "other plans and predictions")
        words += [f" {capitalised(told)} spoke of it, {became(others)}.", *survey.cite(others["statement_id"])]
    return inlines(words)


def _fates(rows: pd.DataFrame) -> str:
    """What became of expectations: "34 were met, 26 were met in part and 48 were missed"."""
    outcomes = rows["outcome"].value_counts()
    if len(outcomes) == 1 and len(rows) > 1:
        return f"all were {OUTCOME_WORDS[outcomes.index[0]]}"
    return joined(
        f"{number(int(outcomes[each]))} {verb(int(outcomes[each]), 'was', 'were')} {word}"
        for each, word in OUTCOME_WORDS.items()
        if each in outcomes
    )
