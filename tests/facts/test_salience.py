"""How much a statement weighs in a brief: each thing that counts, and what does not."""

from dataclasses import replace

import pytest

from communique.facts.round import Briefing
from communique.facts.salience import salience

# Of the third round: O3-01 before, O3-02 during, O3-03 between the sittings, O3-04 to O3-06 at the close.
DULL = "The tables were green."


def weights(tiny, **changed):
    """The weight of every statement of the third round, none of which says anything, of which nothing is read."""
    bare = replace(
        tiny,
        statements=tiny.statements.assign(text=DULL),
        assessments=tiny.assessments.head(0),
        expectations=tiny.expectations.head(0),
    )
    return salience(Briefing(replace(bare, **changed), 3))


def test_who_is_at_the_table_counts_three_and_the_close_two(tiny):
    assert weights(tiny).to_dict() == {"O3-01": 3, "O3-02": 4, "O3-03": 4, "O3-04": 5, "O3-05": 5, "O3-06": 5}
    assert weights(tiny).dtype == "int64"


def test_a_side_that_is_not_at_the_table_counts_for_the_day_alone(tiny):
    by_the_press = tiny.statements.assign(text=DULL, speaker="orrin-post")

    assert weights(tiny, statements=by_the_press)["O3-04"] == 2


def test_each_reading_that_rests_on_a_statement_counts_two_and_one_of_another_round_nothing(tiny):
    """O3-04 carries two readings of the first coder and two of the second, O3-03 one of the second."""
    more = weights(tiny, assessments=tiny.assessments) - weights(tiny)
    elsewhere = tiny.assessments.assign(round=1)

    assert more.to_dict() == {"O3-01": 0, "O3-02": 2, "O3-03": 2, "O3-04": 8, "O3-05": 10, "O3-06": 2}
    assert weights(tiny, assessments=elsewhere).equals(weights(tiny))


def test_an_expectation_raised_counts_one(tiny):
    more = weights(tiny, expectations=tiny.expectations) - weights(tiny)

    assert more[more > 0].to_dict() == {"O3-03": 1, "O3-06": 1}


@pytest.mark.parametrize(
    ("text", "more"),
    [("There was progress.", 1), ("There was progress, progress and progress.", 1), ("There was a boat.", 0)],
)
def test_a_mention_that_counts_counts_one_however_many_there_are(tiny, text, more):
    said = tiny.statements["text"].where(tiny.statements["statement_id"] == "O3-01", DULL)
    said = said.mask(tiny.statements["statement_id"] == "O3-01", text)

    assert weights(tiny, statements=tiny.statements.assign(text=said))["O3-01"] == 3 + more
