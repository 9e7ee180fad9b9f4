"""Where baskets stood and had stood before."""

from dataclasses import replace
from datetime import date

from communique import load
from communique.facts.overview import Survey
from communique.narrative import overview
from communique.process.as_of import known_until

from .conftest import TINY, text


def test_stages_table(survey):
    told = text(overview.stages_table(survey))

    assert "Fishing rights | absent, Orrin I | procedural, Orrin III" in told


def test_a_fall_is_told_with_how_high_it_stood_before(geneva_survey):
    told = text(overview.in_brief(geneva_survey))

    assert "governance and elections at “absent”" in told
    assert "Governance (“converging” in Geneva III), elections" in told
    assert "had stood higher before." in told


def test_the_last_round_with_a_reading_is_not_called_the_last_round():
    told = text(overview.in_brief(Survey(known_until(load("geneva"), date(2017, 12, 5)))))

    assert "In Geneva VII, the last round with a reading, the constitution and" in told
    assert "the last of" not in told


def test_a_basket_read_last_in_an_earlier_round_is_told_of():
    process = load(TINY)
    kept = ~((process.assessments["round"] == 3) & (process.assessments["dimension"] == "fishing"))
    told = text(overview.in_brief(Survey(replace(process, assessments=process.assessments[kept]))))

    assert "the sluices stood at “agreed”. Last read before that: fishing rights (“absent” in Orrin I)." in told


def test_what_moved_furthest_is_told_with_the_reasons_of_its_rise_and_fall(geneva_survey, survey):
    told = next(line for line in text(overview.in_brief(geneva_survey)).splitlines() if "moved furthest" in line)

    assert "Governance came furthest, to “converging” in Geneva III. The mediator recorded common principles" in told
    assert "In Vienna it stood at “absent”. The invitation limited the meeting" in told
    risen = next(line for line in text(overview.in_brief(survey)).splitlines() if "moved furthest" in line)
    assert "The sluices came furthest, to “agreed” in Orrin III." in risen
    assert "it stood at" not in risen


def test_where_no_basket_rose_nothing_is_told_of_the_furthest(tiny):
    flat = tiny.assessments.assign(stage=0)

    assert "What moved furthest" not in text(overview.in_brief(Survey(replace(tiny, assessments=flat))))
