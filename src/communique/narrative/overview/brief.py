"""The brief at the top of the overview: four to six sentences a reader in a hurry takes along."""

from communique.document.blocks import Listing, Paragraph
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import record_finding
from communique.narrative.overview.language import breakthrough_finding, index_finding
from communique.narrative.overview.method import coverage_finding
from communique.narrative.overview.stages import standing_finding
from communique.narrative.overview.voices import optimism_finding


def in_brief(survey: Survey) -> Listing:
    """Findings on baskets, breakthrough, balance of language, optimism gap, foresight, and how even the record is.

    The optimism gap is passed over in a process without mediating sides.
    """
    findings = [
        standing_finding(survey, survey.process.baskets),
        breakthrough_finding(survey),
        index_finding(survey),
        *([optimism_finding(survey)] if survey.process.mediating else []),
        record_finding(survey),
        coverage_finding(survey),
    ]
    return Listing(tuple((Paragraph(finding),) for finding in findings), role="findings")
