"""Rounds lead to their reports."""

from datetime import date

from communique import load
from communique.facts.overview import Survey
from communique.narrative.overview import rounds
from communique.process.as_of import known_until
from communique.report.planning import plan_round

from .conftest import cut


def test_rounds_lead_to_reports_told_as_of_the_same_day(survey):
    assert rounds.round_name(survey, 1).url == "round-01.html"
    assert rounds.round_name(cut("2030-05-14"), 2).url == "round-02-as-of-2030-05-14.html"


def test_reports_are_called_as_the_overview_calls_them():
    plan = plan_round({"PROCESS": "geneva", "ROUND": 1, "AS_OF": "2012-07-02"})

    assert rounds.round_name(Survey(known_until(load("geneva"), date(2012, 7, 2))), 1).url == f"{plan.name}.html"
