from pathlib import Path

import pandas as pd
import pytest

from communique import load
from communique.errors import ParameterError
from communique.facts.comparison import compared, others
from communique.facts.round import Briefing
from communique.process.as_of import known_until

TINY = Path(__file__).parents[1] / "specimens" / "tiny"


@pytest.fixture(scope="module")
def tiny():
    return load(TINY)


@pytest.fixture(scope="module")
def geneva():
    return load("geneva")


def test_the_round_before_is_compared_with_by_default(tiny):
    assert compared(Briefing(tiny, 3)).there.number == 2


def test_the_first_round_has_none_before_it(tiny):
    assert compared(Briefing(tiny, 1)) is None


def test_a_number_names_a_round_of_the_same_process(tiny):
    comparison = compared(Briefing(tiny, 3, seed=5), "1")

    assert comparison.there.number == 1
    assert comparison.there.seed == 5
    assert comparison.same_process
    assert comparison.names == ("Orrin III", "Orrin I")


def test_a_name_and_a_number_name_a_round_of_another_process(geneva):
    comparison = compared(Briefing(geneva, 7), "brexit:5")

    assert (comparison.there.process.id, comparison.there.number) == ("brexit", 5)
    assert comparison.full_names == ("Geneva VII (Intra-Syrian talks)", "Round 5 (Article 50 talks, phase one)")


def test_another_process_is_one_that_the_round_draws_on(geneva):
    assert [each.id for each in others(geneva, 7, "brexit:5")] == ["brexit"]
    assert others(geneva, 7, "6") == others(geneva, 7, "geneva:6") == others(geneva, 1, "") == ()


def test_only_dimensions_on_the_same_ladder_are_compared(geneva):
    comparison = compared(Briefing(geneva, 7), "brexit:5")

    assert comparison.shared == ("contact", "trust")
    assert comparison.unlike == ("expert_channel",)


def test_another_process_is_told_as_known_on_the_same_day(geneva):
    cut = known_until(geneva, pd.Timestamp("2017-10-01").date())

    assert compared(Briefing(cut, 7), "brexit:2").there.process.as_of == cut.as_of
    with pytest.raises(ParameterError, match=r"brexit as known on 2017-10-01 has no such round; it has 1, 2, 3, 4$"):
        others(cut, 7, "brexit:5")


def test_stages_are_told_in_steps(tiny):
    stages = compared(Briefing(tiny, 3), "1").stages().set_index("dimension")

    assert stages["steps"].to_dict() == {"sluices": 4, "fishing": 2, "contact": 0, "trust": 1}
    assert stages.loc["sluices", ["there", "here"]].tolist() == ["tabled", "agreed"]


def test_a_round_that_was_not_coded_has_no_steps(tiny):
    stages = compared(Briefing(tiny, 3)).stages()

    assert stages["steps"].isna().all()
    assert (stages["there"] == "").all()


def test_figures_are_those_of_the_two_rounds(tiny):
    figures = compared(Briefing(tiny, 3), "1").figures().set_index("figure")

    assert figures.loc["statements"].tolist() == [6, 4]
    assert figures.loc["mentions"].tolist() == [7, 3]
    assert figures.loc["breakthrough_claimed"].tolist() == [2, 0]
    assert figures.loc["index", "here"] == pytest.approx(0.2)  # three good news, two bad
    assert pd.isna(figures.loc["index", "there"])
    assert compared(Briefing(tiny, 3), "1").intervals_overlap is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9", "tiny has no such round; it has 1, 2, 3"),
        ("3", "a round cannot be compared with itself"),
        ("tiny:3", "a round cannot be compared with itself"),
        ("atlantis:1", "there is no such process; there are brexit and geneva"),
        ("brexit:99", "brexit has no such round; it has 1, 2, 3, 4, 5, 6, 7"),
        ("six", "not a round"),
        ("6 ", "not a round"),
        ("-1", "not a round"),
        ("brexit:", "not a round"),
        ("brexit:5:6", "not a round"),
        ("../brexit:5", "not a round"),
        ("٣", "not a round"),
    ],
)
def test_check_refuses_and_says_what_there_is(tiny, text, told):
    with pytest.raises(ParameterError, match=r"^COMPARE_TO=") as refused:
        others(tiny, 3, text)

    assert told in str(refused.value)
