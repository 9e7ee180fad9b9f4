"""How far the record reaches and how the figures were made: coverage, agreement, caveats, provenance."""

from collections.abc import Callable, Mapping

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Heading, Inline, Listing, Paragraph, Reference, Table, inlines
from communique.facts.round import PHASES, Briefing
from communique.facts.shared import Dossier
from communique.narrative.round.record import NOT_COMPARED
from communique.process.model import Process
from communique.prose import UNDEFINED, capitalised, counted, joined, number, percent, verb
from communique.wording import MOVEMENTS

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "id": "Indonesian", "it": "Italian", "nl": "Dutch", "nn": "Norwegian (Nynorsk)", "no": "Norwegian",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
}  # fmt: skip


def coverage_finding(briefing: Briefing) -> tuple[Inline, ...]:
    """Two or three sentences on how evenly the record covers the sides, and how much of it was compared with pages."""
    statements = briefing.statements
    if statements.empty:
        return inlines("The record holds no statement for this round.")
    sentences = f"{shares_of_sides(briefing.process, statements)} {how_many_compared(statements)}"
    return inlines([sentences, " ", Reference("statements-by-side", "By side")])


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


def how_many_compared(statements: pd.DataFrame) -> str:
    """How many statements were compared with their pages, in a sentence: "119 were compared with their pages."."""
    done = int(statements["compared"].notna().sum())
    if not done:
        return "None has been compared with its page."
    told = "All" if done == len(statements) else capitalised(number(done))
    return f"{told} {verb(done, 'was', 'were')} compared with {'its page' if done == 1 else 'their pages'}."


def coverage_section(briefing: Briefing) -> list[Block]:
    """Tables of how many statements the record holds by side, kind of source, language and phase."""
    statements = briefing.statements
    if statements.empty:
        return [Paragraph(inlines("There is no statement to break down."), role="empty")]
    sides = briefing.process.sides
    phases = pd.CategoricalDtype(list(PHASES))  # in the order in which they follow one another
    return [
        Paragraph(_comparison(statements)),
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

    told = f"{share(state)} rest on state media and {share(english)} on pages in English"
    return f" Of {counted(total, 'statement')}, {told}."


def caveats(dossier: Dossier) -> Listing:
    """What a reader must know before relying on the report; every figure is that of its statements."""
    statements = dossier.statements
    notes = [
        "Statements are the coders' paraphrases in reported speech; the linked source holds the speaker's own words.",
        *([] if statements.empty else [_comparison(statements)]),
        "The language of progress is read by rules from these paraphrases, not from the speakers' own words.",
        "Stages and movements are judgements of coders who worked apart; where they differ the lower stage is shown."
        + _came_later(dossier),
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
