"""What was said of progress in a round, in words; actors of one name are kept apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from communique import load
from communique.document.plain import plain_inlines, plain_text
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.narrative.overview.tables import record_by_speaker
from communique.narrative.round import raised_section
from communique.narrative.round.language import breakthrough_finding, language_finding

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


def test_two_of_one_name_who_claim_and_deny_are_two():
    tiny = load(TINY)
    names = tiny.actors["name"].replace({"Bran Keel": "Sam Reed", "Lowland Council": "Sam Reed"})
    process = replace(tiny, actors=tiny.actors.assign(name=names))
    told = plain_inlines(breakthrough_finding(Briefing(process, 3)))

    assert "Sam Reed of the highlanders" in told
    assert "Sam Reed of the lowlanders" in told
    assert "Sam Reed of the highlanders (demand, " in plain_text(raised_section(Briefing(process, 3)))
    assert "Sam Reed of the lowlanders" in plain_text(record_by_speaker(Survey(process), least=1))


def saying(*texts):
    """The tiny process whose first round has these texts in its statements, and else nothing of progress."""
    process = load(TINY)
    first = iter(texts)
    said = [
        next(first, "Nothing.") if number == 1 else "Nothing."
        for number in process.statements["round"]
    ]  # fmt: skip
    return Briefing(replace(process, statements=process.statements.assign(text=said)), 1)


CLAIM, DENIAL, HOPE = "There was progress.", "There was no progress.", "She hoped for progress."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([DENIAL, DENIAL], "Speakers denied progress or reported failure twice."),
        ([CLAIM, CLAIM], "Speakers reported progress or denied failure twice."),
        ([CLAIM, DENIAL], "Speakers reported progress or denied failure once and denied progress or reported failure "),
        ([CLAIM, HOPE], "Speakers reported progress or denied failure once. One further mention speaks of what was"),
        ([CLAIM, HOPE, HOPE], "Speakers reported progress or denied failure once. Two further mentions speak of what"),
        ([HOPE], "Progress was neither claimed nor denied: the one mention speaks of what is hoped for"),
        ([HOPE, HOPE], "Progress was neither claimed nor denied: both mentions speak of what is hoped for"),
        ([HOPE] * 3, "Progress was neither claimed nor denied: all three mentions speak of what is hoped for"),
    ],
)
def test_balance_of_few_mentions(texts, told):
    assert plain_inlines(language_finding(saying(*texts))).startswith(told)


def test_what_was_said_several_times_on_one_occasion_counts_its_occasions():
    twice = plain_inlines(language_finding(saying(f"{CLAIM} {CLAIM}")))
    apart = plain_inlines(language_finding(saying(CLAIM, CLAIM)))

    assert twice.startswith("Speakers reported progress or denied failure twice, on one occasion in all.")
    assert "occasion" not in apart


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([f"{CLAIM} {CLAIM} {CLAIM}"], " All of these remarks are Ida Marrow’s."),
        ([f"{CLAIM} {CLAIM}", DENIAL], " Two of these three remarks are Ida Marrow’s."),
    ],
)
def test_a_speaker_who_makes_half_of_the_remarks_is_named(texts, told):
    assert told in plain_inlines(language_finding(saying(*texts)))


def test_of_two_remarks_no_speaker_makes_most():
    assert "remarks" not in plain_inlines(language_finding(saying(CLAIM, DENIAL)))
