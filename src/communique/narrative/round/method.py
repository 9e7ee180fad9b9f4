"""How the figures were made and how far they hold: agreement, ladders, caveats, provenance."""

from collections.abc import Mapping

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Listing, Paragraph, Table, inlines
from communique.facts.round import Briefing
from communique.facts.shared import Dossier
from communique.narrative.round.record import NOT_COMPARED
from communique.prose import UNDEFINED, counted, number, percent, verb
from communique.wording import MOVEMENTS


def agreement_section(briefing: Briefing) -> list[Block]:
    """How far the coders agree over the whole process, dimension by dimension."""
    agreement = measures.agreement(briefing.process.assessments)
    ladders = briefing.process.ladders
    columns = (
        Column("Dimension"),
        Column("Same stage", align="right"),
        Column("Alpha", align="right"),
        Column("How far to rely on it"),
    )
    rows = tuple(
        (
            inlines(ladders[row.dimension].label),
            inlines(UNDEFINED if pd.isna(row.same) else f"{percent(row.same)}"),
            inlines(UNDEFINED if pd.isna(row.alpha) else f"{row.alpha:.2f}".replace("-", "−")),
            inlines(row.reading),
        )
        for row in agreement.itertuples()
        if row.dimension in ladders
    )
    table = Table(
        inlines("Agreement of the coders on stages, all rounds (Krippendorff's alpha, ordinal)"), columns, rows
    )
    return [table if rows else Paragraph("Fewer than two coders coded this process.", role="empty")]


def disputed_section(briefing: Briefing) -> list[Block]:
    """Both coders' readings of each disputed cell of the round."""
    readings = briefing.readings
    disputed = readings.loc[readings["disputed"].astype(bool)]
    if readings.empty:
        withheld = any(map(briefing.is_withheld, briefing.process.ladders))
        sentence = (
            "No reading of this round can rest on what was known then." if withheld else "This round was not coded."
        )
        return [Paragraph(sentence, role="empty")]
    if readings["coders"].max() == 1:
        return [Paragraph("One coder alone read this round, so nothing can be said of agreement.", role="empty")]
    if disputed.empty:
        return [Paragraph("The coders agree on every cell of this round.", role="empty")]
    coded = briefing.process.assessments
    coded = coded.loc[(coded["round"] == briefing.number) & coded["dimension"].isin(disputed.index)]
    columns = (
        Column("Dimension", width=2),
        Column("Coder"),
        Column("Stage", width=2),
        Column("Movement", width=2),
        Column("Rationale", width=6),
    )
    rows = tuple(
        (
            inlines(briefing.process.ladders[row.dimension].label),
            inlines(row.coder),
            inlines(briefing.process.ladders[row.dimension].ladder[row.stage]),
            inlines(MOVEMENTS[row.movement]),
            inlines([row.rationale, *briefing.cite(row.evidence, most=6)]),
        )
        for row in coded.sort_values(
            ["dimension", "coder"], key=lambda values: values.map(_order(briefing, values.name)), kind="stable"
        ).itertuples()
    )
    return [Table(inlines("Both readings of each disputed cell"), columns, rows)]


def ladders_table(briefing: Briefing) -> Table:
    """The ladders on which the dimensions stand, from stage 0 up, with what a stage means where that is told."""
    labels_by_ladder: dict[tuple[str, ...], list[str]] = {}
    for dimension in briefing.process.ladders.values():
        labels_by_ladder.setdefault(dimension.ladder, []).append(dimension.label)
    meanings = briefing.process.stages
    rows = tuple(
        (
            inlines(", ".join(labels)),
            inlines("; ".join(f"{place} {stage}{_meaning(meanings, stage)}" for place, stage in enumerate(ladder))),
        )
        for ladder, labels in labels_by_ladder.items()
    )
    return Table("The ladders, from stage 0 up", (Column("Dimension", width=1), Column("Stages", width=3)), rows)


def _meaning(meanings: Mapping[str, str], stage: str) -> str:
    return f" ({meanings[stage]})" if stage in meanings else ""


def _order(briefing: Briefing, column: str):
    """The place of a value in its column's own order: dimensions as in the process, coders by name."""
    if column != "dimension":
        return lambda value: value
    places = {dimension: place for place, dimension in enumerate(briefing.process.ladders)}
    return lambda value: places[value]


def _comparison(statements: pd.DataFrame) -> str:
    """How many statements were compared with their pages, by whom, and how the others can be told."""
    done, total = int(statements["compared"].notna().sum()), len(statements)
    if not done:
        return "No statement has been compared with its page by a reader who had not written it."
    who = "by a reader who had not written it, and mended where it was not borne out"
    if total == 1:
        return f"The one statement was compared with its page {who}."
    each = f"each {who}"
    if done == total:
        return f"All {number(total)} statements were compared with their pages, {each}."
    others = total - done
    mark = f"the other {number(others)} bear" if others > 1 else "the other one bears"
    return f"{done} of {total} statements were compared with their pages, {each}; {mark} the words “{NOT_COMPARED}”."


def _came_later(dossier: Dossier) -> str:
    """How many statements the coders could not know when they made their readings, as a sentence; empty for none."""
    mark, statements = dossier.process.added_after_coding, dossier.statements
    late = int(statements["statement_id"].str.contains(mark, regex=False).sum()) if mark else 0
    if not late or dossier.process.assessments.empty:
        return ""
    were = verb(late, "was", "were")
    return f" The readings were made before {late} of the {counted(len(statements), 'statement')} {were} added."


def _whose_pages(statements: pd.DataFrame) -> str:
    """How much of the record rests on state media and on pages in English, as a sentence; empty for no statement."""
    if statements.empty:
        return ""
    total = len(statements)
    state, english = (statements["source_kind"] == "state_media").sum(), (statements["language"] == "en").sum()

    def share(count: int) -> str:
        return "none" if not count else "all" if count == total else f"{count} ({percent(count / total)})"

    clause = f"{share(state)} rest on state media and {share(english)} on pages in English"
    return f" Of {counted(total, 'statement')}, {clause}."


def _judgements(dossier: Dossier) -> str:
    """Whose judgements stages and movements are."""
    if dossier.process.assessments["coder"].nunique() == 1:
        return "Stages and movements are judgements of one coder, whom nobody has read against."
    return "Stages and movements are judgements of coders who worked apart; where they differ the lower stage is shown."


def caveats(dossier: Dossier) -> Listing:
    """What a reader must know before relying on the report; every figure is that of its statements."""
    statements = dossier.statements
    notes = [
        "Statements are the coders' paraphrases in reported speech; the linked source holds the speaker's own words.",
        *([] if statements.empty else [_comparison(statements)]),
        "The language of progress is read by rules from these paraphrases, not from the speakers' own words.",
        _judgements(dossier) + _came_later(dossier),
        "What is not on record was not necessarily left unsaid: the record holds what public sources show."
        + _whose_pages(statements),
    ]
    if dossier.process.note:
        notes.append(dossier.process.note)
    return Listing(tuple((Paragraph(inlines(note)),) for note in notes))


def provenance_section(facts: Mapping[str, str]) -> Table:
    """A table of what the report was made from: data, code, versions, parameters."""
    rows = tuple((inlines(name), inlines(value)) for name, value in facts.items())
    columns = (Column("What", width=1), Column("Value", width=3))
    return Table(inlines("Data, code, libraries and parameters"), columns, rows)
