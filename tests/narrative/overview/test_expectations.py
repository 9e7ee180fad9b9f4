"""The sharpest misses, and who was right."""

import re

from communique.narrative import overview

from .conftest import text


def test_the_sharpest_misses_are_plans_and_predictions_by_days(geneva_survey):
    told = text(overview.sharpest_misses(geneva_survey))
    late = re.findall(r"\[([\w ]+) late\]", told)

    assert late[0] == "eleven weeks"
    assert told.count("never happened") == 3
    assert "Kofi Annan, 30 June 2012 (prediction, by 30 June 2013)" in told


def test_who_was_right_ranks_only_those_with_five_or_more(geneva_survey):
    told = text(overview.who_was_right(geneva_survey))

    assert "Staffan de Mistura (14 of 34 met)" in told
    assert "Kofi Annan" not in told
