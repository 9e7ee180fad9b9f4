"""The brief at the top of the overview: six points a reader in a hurry takes along."""

from communique.document.blocks import Listing, Paragraph, Text
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import record_finding
from communique.narrative.overview.language import breakthrough_finding, index_finding
from communique.narrative.overview.method import coverage_finding
from communique.narrative.overview.stages import furthest_finding, standing_finding


def in_brief(survey: Survey) -> Listing:
    """Where baskets stood, what moved furthest, breakthrough, language, foresight, and how even the record is.

    A point of which the record tells nothing is left out.
    """
    findings = {
        "Where the talks stood last": standing_finding(survey, survey.process.baskets),
        "What moved furthest": furthest_finding(survey),
        "Claims of a breakthrough": breakthrough_finding(survey),
        "The language of progress": index_finding(survey),
        "Who was right": record_finding(survey),
        "How far to rely on this": coverage_finding(survey),
    }
    items = ((Paragraph((Text(f"{lead}. ", "strong"), *finding)),) for lead, finding in findings.items() if finding)
    return Listing(tuple(items), role="findings")
