"""A report is planned with every parameter settled, or refused in one line before anything runs."""

from datetime import date
from pathlib import Path

import pytest

from communique.errors import ParameterError
from communique.report import planning

NOTEBOOKS = Path(__file__).parents[1] / "specimens" / "notebooks"


def test_a_round_is_planned_with_every_parameter_settled():
    plan = planning.plan_round({"ROUND": "7", "CONCORDANCE_LINES": "80"})

    assert plan.name == "round-07-concordance-lines-80"
    assert plan.folder == planning.PROJECT / "reports" / "geneva"
    assert plan.data == planning.PROJECT / "data" / "geneva"
    assert (plan.parameters["ROUND"], plan.parameters["CONCORDANCE_LINES"]) == (7, 80)
    assert plan.parameters["PROCESS"] == "geneva"
    assert plan.date > date(2018, 1, 1)


def test_a_report_as_known_on_a_day_has_a_name_and_date_of_its_own():
    plan = planning.plan_round({"ROUND": 7, "AS_OF": "2017-07-31"})

    assert (plan.name, plan.date) == ("round-07-as-of-2017-07-31", date(2017, 7, 31))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"ROUND": "77"}, "ROUND=77 is not in the data; geneva has rounds 1, 2, 3, 4, 5, 6, 7, 8, 9"),
        ({"ROUND": "0"}, "ROUND=0 is not in the data"),
        ({"ROUND": "seven"}, "ROUND takes a whole number, not 'seven'"),
        ({}, "no round given; geneva has rounds 1, 2, 3, 4, 5, 6, 7, 8, 9, e.g. ROUND=9"),
        ({"ROUND": 7, "RUOND": 8}, "round.ipynb has no parameter RUOND; did you mean ROUND?"),
        ({"ROUND": 7, "AS_OF": "July 2017"}, "AS_OF: 'July 2017' is not a date; write it as YYYY-MM-DD"),
        ({"ROUND": 7, "AS_OF": "2017-02-30"}, "AS_OF: there is no day 2017-02-30; 2017-02 has 28 days"),
        ({"ROUND": 7, "AS_OF": "20170731"}, "AS_OF: '20170731' is not a date; write it as YYYY-MM-DD"),
        ({"ROUND": 7, "AS_OF": "2017-W31-1"}, "AS_OF: '2017-W31-1' is not a date; write it as YYYY-MM-DD"),
        ({"ROUND": 7, "INTERVAL_LEVEL": "90"}, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 90.0"),
        ({"ROUND": 7, "INTERVAL_LEVEL": 0}, "INTERVAL_LEVEL takes a share between 0 and 1, e.g. 0.9, not 0"),
        ({"ROUND": 7, "SEED": "-1"}, "SEED takes a whole number from 0 up, not -1"),
        ({"ROUND": 7, "CONCORDANCE_LINES": "-5"}, "CONCORDANCE_LINES takes a whole number from 1 up, not -5"),
        ({"ROUND": 7, "AS_OF": "2012-01-01"}, "geneva as known on 1 January 2012 has no round yet"),
        ({"ROUND": 7, "COMPARE_TO": "77"}, "COMPARE_TO=77: geneva has no such round; it has 1, 2"),
        ({"ROUND": 7, "COMPARE_TO": "7; touch x"}, "COMPARE_TO=7; touch x: not a round"),
        ({"ROUND": 7, "COMPARE_TO": "nowhere:1"}, "COMPARE_TO=nowhere:1: there is no such process"),
        ({"ROUND": 7, "PROCESS": "geneav"}, "geneav"),
        ({"ROUND": 7, "PROCESS": "../geneva"}, "../geneva"),
        ({"ROUND": 7, "PROCESS": ""}, ""),
    ],
)
def test_what_cannot_be_built_is_refused_in_one_line(given, message):
    with pytest.raises(ParameterError) as refused:
        planning.plan_round(given)

    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_notebook_that_cannot_take_a_round_is_refused():
    with pytest.raises(ParameterError, match="has no parameter ROUND"):
        planning.plan_round({"ROUND": 7}, notebook=NOTEBOOKS / "no_round.ipynb")
