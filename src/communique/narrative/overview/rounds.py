"""The rounds of a process, one row each."""

from communique.document.blocks import Block, Column, Inline, Link, Paragraph, Table, inlines
from communique.document.faces import FACES
from communique.facts.overview import Survey
from communique.files import paths
from communique.prose import UNDEFINED, periods


def rounds_table(survey: Survey) -> Block:
    """A table of the rounds: when each sat, its headline, and how many statements the record holds."""
    if survey.rounds.empty:
        return Paragraph("No round is on record.", role="empty")
    said = survey.spoken["round"].value_counts()
    rows = tuple(
        (
            (round_name(survey, row.round),),
            inlines(periods(row.sittings)),
            inlines(row.headline or UNDEFINED),
            inlines(str(said.get(row.round, 0))),
        )
        for row in survey.rounds.itertuples()
    )
    columns = (
        Column("Round", width=2),
        Column("Sittings", width=3),
        Column("What it came to", width=8),
        Column("Statements", align="right", width=1.5),
    )
    return Table(inlines("The rounds of the process"), columns, rows, anchor="rounds")


def round_name(survey: Survey, number: int) -> Inline:
    """A round's short name, leading to the round's own report beside the overview, told as known on the same day."""
    name = paths.report_name(paths.round_name(number), survey.process.as_of)
    return Link(survey.short(number), name + FACES["html"].suffix)
