"""Voices that sound better, worse or alike, and headlines beside what was said."""

from dataclasses import replace

import pytest

from communique import load
from communique.facts.overview import Survey
from communique.narrative import overview
from communique.narrative.overview.voices import voices_apart

from .conftest import TINY, text


def test_optimism_gap_too_thin_says_what_there_is(survey):
    told = text(overview.optimism_paragraph(survey))

    assert "each voice needs five claims and denials" in told
    assert "two from the lake commission and five from the highlanders and the lowlanders" in told


def test_headlines(survey):
    assert "Of four English headlines, one announces a breakthrough. In Orrin III speakers claimed one too." in text(
        overview.headline_paragraph(survey)
    )


def test_one_claim_beside_a_headline_is_that_of_one_speaker(brexit_survey):
    assert "In Round 7 a speaker claimed one too." in text(overview.headline_paragraph(brexit_survey))


def test_a_process_without_mediator_has_no_gap_in_its_brief(brexit_survey):
    assert "gap" not in text(overview.in_brief(brexit_survey))
    assert "no mediating side" in text(overview.optimism_paragraph(brexit_survey))


def with_texts(texts):
    """The tiny process with other words in some of its statements, by id; all others say nothing of progress."""
    process = load(TINY)
    said = [texts.get(each, "Nothing was said of it.") for each in process.statements["statement_id"]]
    return Survey(replace(process, statements=process.statements.assign(text=said)))


PROGRESS, NO_PROGRESS = "There was progress. " * 5, "There was no progress. " * 5


@pytest.mark.parametrize(
    ("commission", "told"),
    [
        (PROGRESS, "The talks sound alike from the lake commission (net language index +1.00) and from"),
        (NO_PROGRESS, "The talks sound worse from the lake commission (net language index −1.00) than from"),
    ],
)
def test_voices_are_better_worse_or_alike(commission, told):
    assert told in text(overview.optimism_paragraph(with_texts({"O1-01": commission, "O1-02": PROGRESS})))


def test_voices_that_sound_alike_have_no_statements_that_part_them():
    alike = with_texts({"O1-01": PROGRESS, "O1-02": PROGRESS})
    apart = with_texts({"O1-01": NO_PROGRESS, "O1-02": PROGRESS})

    assert voices_apart(alike) == []
    assert voices_apart(apart) == ["O1-01", "O1-02"]


def test_a_claim_in_statements_alone_is_not_placed_at_the_table(geneva_survey):
    told = text(overview.headline_paragraph(geneva_survey))

    assert "In Geneva IV a speaker on record claimed one, and no headline did." in told
