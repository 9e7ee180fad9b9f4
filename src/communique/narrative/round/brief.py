"""The brief at the top of a report: four to six sentences a reader in a hurry takes along."""

from communique.document.blocks import Listing, Paragraph
from communique.facts.round import Briefing
from communique.narrative.round.baskets import movement_finding
from communique.narrative.round.expectations import expectation_finding
from communique.narrative.round.language import breakthrough_finding, language_finding
from communique.narrative.round.method import coverage_finding


def in_brief(briefing: Briefing) -> Listing:
    """Four to six findings: baskets, breakthrough, language, conduct, expectations, evenness of the record.

    Conduct is passed over in a process that codes none.
    """
    conduct = briefing.process.dimensions
    findings = [
        movement_finding(briefing, briefing.process.baskets, called="the baskets"),
        breakthrough_finding(briefing),
        language_finding(briefing),
        *([movement_finding(briefing, conduct, called="how the talks were held")] if conduct else []),
        expectation_finding(briefing),
        coverage_finding(briefing),
    ]
    # A round that was not coded has the same to say of its baskets and of its conduct: once is enough.
    return Listing(tuple((Paragraph(finding),) for finding in dict.fromkeys(findings)), role="findings")
