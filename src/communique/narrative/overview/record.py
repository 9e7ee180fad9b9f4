"""The record behind the overview: what happened around the talks, the statements cited, and their sources."""

from communique.document.blocks import (
    Block,
    Column,
    Inline,
    Paragraph,
    SmallPrint,
    StatementEntry,
    Table,
    inlines,
)
from communique.facts.overview import Survey
from communique.narrative.citing import page
from communique.narrative.overview.rounds import round_name
from communique.narrative.round.record import not_compared, note, sources_section
from communique.prose import capitalised, counted, day
from communique.wording import WEIGHTS


def events_table(survey: Survey) -> Block:
    """A table of the events on record, in order of time, each with its source."""
    events = survey.process.events.sort_values("date", kind="stable")
    if events.empty:
        return Paragraph("No event around the talks is on record.", role="empty")
    rows = []
    for row in events.itertuples():
        source = survey.source(row.source_id)
        link = [] if source is None else [page(source)]
        rows.append(
            (
                inlines(day(row.date)),
                inlines(row.label),
                inlines(capitalised(row.kind.replace("_", " "))),
                inlines(capitalised(WEIGHTS[row.weight])),
                inlines(link),
            )
        )
    columns = (
        Column("Date", width=2),
        Column("What happened", width=7),
        Column("Kind", width=2),
        Column("Weight", width=2),
        Column("Source", width=3),
    )
    return Table(
        inlines(f"What happened around the talks: {counted(len(rows), 'event')}"), columns, tuple(rows), anchor="events"
    )


def statements_cited(survey: Survey) -> list[Block]:
    """Every statement the overview has cited so far, in the order of their numbers.

    To be called when everything that cites has been.
    """
    cited = survey.cited
    if cited.empty:
        return [Paragraph("No statement is cited in this overview.", role="empty")]
    entries = (_entry(survey, row) for row in cited.rename(columns={"name": "speaker_name"}).itertuples())
    return [SmallPrint(tuple(entries))]


def _entry(survey: Survey, row) -> StatementEntry:
    """One statement with its speaker, round, date, baskets and source."""
    baskets = [survey.process.baskets[basket].label for basket in row.baskets]
    details: list[str | Inline] = [
        f"{row.speaker_name} ({row.side_name}) · ",
        round_name(survey, row.round),
        "".join(f" · {each}" for each in (day(row.date), row.occasion.replace("_", " "), *baskets) if each),
        *not_compared(survey, row.compared),
        " · ",
        page(row),
        f" · {row.statement_id}",
    ]
    return StatementEntry(
        anchor=f"s-{row.statement_id}",
        number=row.number,
        content=inlines(row.text),
        details=inlines(details),
        note=note(survey, row.note),
    )


def sources_cited(survey: Survey) -> list[Block]:
    """The sources behind what the overview cites, and how many more the reports on the rounds rest on."""
    cited, all_of_them = len(survey.sources), survey.spoken["source_id"].nunique()
    if not cited:
        return [Paragraph("No source is on record for this process.", role="empty")]
    lead = (
        f"{capitalised(counted(cited, 'source'))} of the rounds, the events, the outcomes of expectations and the "
        f"statements cited above. All statements together rest on {counted(all_of_them, 'source')}; the reports on the "
        "rounds list them."
    )
    return [Paragraph(lead, role="note"), sources_section(survey)]
