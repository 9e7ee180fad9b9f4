"""How far the overview can be relied on: coverage of the record, and agreement between the coders."""

from communique.document.blocks import Block, Inline, Paragraph, Reference, inlines
from communique.facts.overview import Survey
from communique.narrative.round.coverage import how_many_compared, shares_of_sides
from communique.prose import alone, capitalised, counted, joined

THRESHOLDS = (
    "Krippendorff's alpha is 1 where coders always agree and 0 where they agree no better than chance would have it. "
    "From .800 on readings are reliable, from .667 to .800 only tentative conclusions should rest on them, and below "
    "that none. Where a dimension never varies, alpha is undefined, however well the coders agree. Each ladder is "
    "taken by itself; an alpha over all would mix what cannot be compared. With one cell per round, it is rough."
)


def coverage_finding(survey: Survey) -> tuple[Inline, ...]:
    """One or two sentences on how evenly the record covers the sides and the rounds."""
    statements = survey.spoken
    if statements.empty:
        return inlines("The record holds no statement yet.")
    sentence = f"{shares_of_sides(survey.process, statements)} {how_many_compared(statements)}"
    by_round = statements["round"].value_counts().reindex(survey.rounds["round"], fill_value=0)
    fullest, barest = by_round.idxmax(), by_round.idxmin()
    if by_round[fullest] > by_round[barest]:
        least = alone(int(by_round[barest]))
        sentence += (
            f" {survey.short(fullest)} has {counted(int(by_round[fullest]), 'statement')}, "
            f"{survey.short(barest)} {least}: compare counts of rounds with care."
        )
    return inlines([sentence, " ", Reference("statements-by-round", "By round and side")])


def agreement_finding(survey: Survey) -> tuple[Inline, ...]:
    """One sentence on which dimensions' stages are reliable, tentative, not to be relied on, or undefined."""
    table = survey.agreement
    if table.empty:
        return inlines("Fewer than two coders coded this process, so nothing can be said of their agreement.")
    ladders = survey.process.ladders
    told = {
        reading: joined(ladders[each].name for each in rows["dimension"])
        for reading, rows in table.groupby("reading", sort=False)
    }
    words = {
        "reliable": "reliable for {}",
        "tentative": "tentative for {}",
        "not to be relied on": "not to be relied on for {}",
    }
    clauses = [words[each].format(told.pop(each)) for each in words if each in told]
    sentence = f"The coders' stages are {'; '.join(clauses)}." if clauses else ""
    if told:
        undefined = joined(told.values())
        sentence += f" For {undefined} agreement is undefined, for nothing varies there."
    return inlines(sentence.strip())


def agreement_paragraphs(survey: Survey) -> list[Block]:
    """The finding on agreement, and what alpha means."""
    if survey.agreement.empty:
        return [Paragraph(agreement_finding(survey), role="empty")]
    coders = survey.process.assessments["coder"].nunique()
    lead = f"{capitalised(counted(coders, 'coder'))} placed the rounds on the ladders, each apart from the others. "
    return [Paragraph([lead, *agreement_finding(survey)]), Paragraph(THRESHOLDS, role="note")]
