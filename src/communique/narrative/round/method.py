"""How far the record reaches and how the figures were made: coverage, agreement, caveats, provenance."""

from collections.abc import Callable, Mapping

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Heading, Inline, Listing, Paragraph, Reference, Table, inlines
from communique.facts.round import PHASES, Briefing
from communique.process.model import Process
from communique.prose import UNDEFINED, capitalised, counted, joined, number, percent
from communique.wording import MOVEMENTS

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "id": "Indonesian", "it": "Italian", "nl": "Dutch", "nn": "Norwegian (Nynorsk)", "no": "Norwegian",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
}  # fmt: skip


def coverage_finding(briefing: Briefing) -> tuple[Inline, ...]:
    """One or two sentences on how evenly the record covers the sides."""
    statements = briefing.statements
    if statements.empty:
        return inlines("The record holds no statement for this round.")
    return inlines([shares_of_sides(briefing.process, statements), " ", Reference("statements-by-side", "By side")])


def shares_of_sides(process: Process, statements: pd.DataFrame) -> str:
    """How many of the statements come from each side that mediates or negotiates, and which of them is silent."""
    counts, sides = statements["side"].value_counts(), process.sides
    heard = [side for side in (*process.mediating, *process.negotiating) if side in counts]
    shares = [(int(counts[side]), sides[side].name) for side in heard]
    rest = len(statements) - int(counts[heard].sum())
    shares += [(rest, "others")] if rest else []
    told = [
        f"{number(count)} {'' if place else 'comes ' if count == 1 else 'come '}from {name}"
        for place, (count, name) in enumerate(shares)
    ]
    sentence = f"Of {counted(len(statements), 'statement')} on record, {joined(told)}."
    silent = [sides[side].name for side in process.negotiating if side not in counts]
    return sentence + (f" Nothing is on record from {joined(silent, 'or')}." if silent else "")


def coverage_section(briefing: Briefing) -> list[Block]:
    """Tables of how many statements the record holds by side, kind of source, language and phase."""
    statements = briefing.statements
    if statements.empty:
        return [Paragraph(inlines("There is no statement to break down."), role="empty")]
    sides = briefing.process.sides
    phases = pd.CategoricalDtype(list(PHASES))  # in the order in which they follow one another
    return [
        _shares("Side", statements["side"], lambda side: sides[side].label),
        _shares("Kind of source", statements["source_kind"], _kind),
        _shares("Language of source", statements["language"], lambda code: LANGUAGES.get(code, code)),
        _shares("Phase", statements["phase"].astype(phases), lambda phase: capitalised(PHASES[phase])),
    ]


def _kind(kind: str) -> str:
    """A kind of source as readers see it: "State media", "UN"."""
    return kind.upper() if kind in ("un", "ngo") else capitalised(kind.replace("_", " "))


def _shares(label: str, values: pd.Series, called: Callable[[str], str]) -> Table:
    """A table of how often each value occurs, with its share; `called` tells what readers call a value."""
    rows = tuple(
        (inlines(called(value)), inlines(str(count)), inlines(f"{percent(count / len(values))}"))
        for value, count in values.value_counts(sort=values.dtype != "category").items()
        if count
    )
    columns = (Column(label), Column("Statements", align="right"), Column("Share", align="right"))
    title = f"Statements by {label[0].lower() + label[1:]}"
    return Table(inlines(title), columns, rows, anchor=title.lower().replace(" ", "-"))


def agreement_section(briefing: Briefing) -> list[Block]:
    """How far the coders agree over the whole process, and both readings where they differ on this round."""
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
    return [
        table if rows else Paragraph(inlines("Fewer than two coders coded this process."), role="empty"),
        *_disputed(briefing),
    ]


def _disputed(briefing: Briefing) -> list[Block]:
    """Both coders' readings of each disputed cell of the round."""
    readings = briefing.readings
    disputed = readings.loc[readings["disputed"].astype(bool)]
    heading = Heading(3, inlines("Where the coders differ"))
    if readings.empty:
        withheld = any(map(briefing.is_withheld, briefing.process.ladders))
        told = "No reading of this round can rest on what was known then." if withheld else "This round was not coded."
        return [heading, Paragraph(told, role="empty")]
    if disputed.empty:
        return [heading, Paragraph(inlines("The coders agree on every cell of this round."))]
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
    return [heading, Table(inlines("Both readings of each disputed cell"), columns, rows)]


def _order(briefing: Briefing, column: str):
    """The place of a value in its column's own order: dimensions as in the process, coders by name."""
    if column != "dimension":
        return lambda value: value
    places = {dimension: place for place, dimension in enumerate(briefing.process.ladders)}
    return lambda value: places[value]


def caveats(briefing: Briefing) -> Listing:
    """What a reader must know before relying on the report."""
    notes = [
        "Statements are the coders' paraphrases in reported speech; the linked source holds the speaker's own words.",
        "The language of progress is read by rules from these paraphrases, not from the speakers' own words.",
        "Stages and movements are judgements of coders who worked apart; where they differ the lower stage is shown.",
        "What is not on record was not necessarily left unsaid: the record holds what public sources show.",
    ]
    if briefing.process.note:
        notes.append(briefing.process.note)
    return Listing(tuple((Paragraph(inlines(note)),) for note in notes))


def provenance_section(facts: Mapping[str, str]) -> Table:
    """A table of what the report was made from: data, code, versions, parameters."""
    rows = tuple((inlines(name), inlines(value)) for name, value in facts.items())
    columns = (Column("What", width=1), Column("Value", width=3))
    return Table(inlines("Data, code, libraries and parameters"), columns, rows)
