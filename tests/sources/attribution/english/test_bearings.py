"""The head of a document tells whose words it holds."""

import pytest

from communique.sources.attribution.english.bearings import introduced
from communique.sources.attribution.english.words import words


@pytest.mark.parametrize(
    ("head", "principal"),
    [
        ("Remarks by the chief negotiator, 31 August 2031", "the chief negotiator"),
        ("Transcript of the stakeout by the UN Special Envoy for Skerry", "the UN Special Envoy for Skerry"),
        ("Interview with Ada Lind after the talks", "Ada Lind"),
        ("Press conference of Ada Lind in Port Sel", "Ada Lind"),
        ("A book by Ada Lind", ""),
        ("Remarks", ""),
    ],
)
def test_remarks_are_those_of_somebody(head, principal):
    assert introduced(f"{head}\n\nQ. Is it over?", len(head) + 2, words()).principal == principal


def test_initials_are_those_of_names():
    assert introduced("Interview with Ada van Lind\n\nAL: No.", 29, words()).initials["AL"] == "Ada van Lind"
