"""The brief at the top of the overview: five findings a reader in a hurry takes along."""

from communique.document.blocks import Listing, Paragraph
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import record_finding
from communique.narrative.overview.language import breakthrough_finding, index_finding
from communique.narrative.overview.method import coverage_finding
from communique.narrative.overview.stages import standing_finding


def in_brief(survey: Survey) -> Listing:
    """Findings on baskets, breakthrough, balance of language, foresight, and how even the record is."""
    findings = [
        standing_finding(survey, survey.process.baskets),
        breakthrough_finding(survey),
        index_finding(survey),
        record_finding(survey),
        coverage_finding(survey),
    ]
    return Listing(tuple((Paragraph(finding),) for finding in findings), role="findings")
