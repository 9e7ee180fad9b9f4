from pathlib import Path

import pytest

from communique import load
from communique.document.blocks import Reference, Text
from communique.document.plain import plain_inlines
from communique.errors import ParameterError
from communique.facts.overview import WHOLE, Survey
from communique.facts.round import Briefing

TINY = Path(__file__).parents[1] / "specimens" / "tiny"


@pytest.fixture
def tiny():
    return Survey(load(TINY))


def test_mentions_are_those_a_reader_of_the_tiny_specimen_finds(tiny):
    found = list(zip(*(tiny.mentions[each] for each in ("statement_id", "family", "status")), strict=True))

    assert found == [
        ("O1-01", "breakthrough", "open"),
        ("O1-02", "progress", "denied"),
        ("O1-04", "breakthrough", "denied"),
        ("O3-01", "progress", "open"),
        ("O3-02", "deadlock", "claimed"),
        ("O3-03", "progress", "claimed"),
        ("O3-04", "breakthrough", "claimed"),
        ("O3-05", "breakthrough", "claimed"),
        ("O3-05", "progress", "denied"),
        ("O3-06", "breakthrough", "doubted"),
    ]


def test_counts_hold_every_round_family_and_status(tiny):
    counts = tiny.counts.set_index(["round", "family", "status"])["n"]

    assert len(counts) == 3 * 5 * 4
    assert counts.sum() == 10
    assert counts[3, "breakthrough", "claimed"] == 2
    assert counts.loc[2].sum() == 0


def test_course_follows_one_dimension(tiny):
    course = tiny.course("sluices")

    assert list(zip(course["round"], course["stage_name"], strict=True)) == [(1, "tabled"), (3, "agreed")]


def test_last_day_is_the_last_the_record_tells_of(tiny):
    assert tiny.last_day.isoformat() == "2030-09-14T00:00:00"


def test_foresight_leaves_out_what_one_wishes_or_dreads(tiny):
    assert tiny.foresight["expectation_id"].tolist() == ["XO1-2"]
    assert tiny.record("side")["n"].sum() == 4
    assert tiny.record("side", foresight=True)["n"].sum() == 1


def test_headline_counts_tell_headlines_from_speakers(tiny):
    counts = tiny.headline_counts.set_index("round")

    assert counts["said"].to_dict() == {1: 0, 2: 0, 3: 2}
    assert counts["headlines"].to_dict() == {1: 0, 2: 0, 3: 1}


def test_optimism_gap_is_told_by_year_where_it_took_several():
    periods = Survey(load("geneva")).optimism["period"].tolist()

    assert periods[0] == WHOLE
    assert "2017" in periods


def test_a_process_without_mediator_has_no_optimism_gap():
    survey = Survey(load("brexit"))

    assert survey.optimism.empty
    assert "gap" in survey.optimism


def test_agreement_follows_the_order_of_the_process(tiny):
    assert tiny.agreement["dimension"].tolist() == ["sluices", "fishing", "contact", "trust"]


# --- citing ----------------------------------------------------------------------------------------------------------


def test_a_statements_number_is_its_place_in_the_record_by_round_and_day(tiny):
    numbers = tiny.numbers

    assert sorted(numbers.values()) == list(range(1, len(tiny.spoken) + 1))
    assert (numbers["O1-01"], numbers["O1-02"]) == (1, 2)
    in_order = tiny.spoken.sort_values("statement_id", key=lambda ids: ids.map(numbers))
    assert in_order[["round", "date"]].apply(tuple, axis=1).is_monotonic_increasing


def test_the_order_in_which_cells_cite_changes_no_number(tiny):
    first, second = tiny.cite(["O3-05", "O1-02"]), tiny.cite(["O1-01", "O1-02"])
    other = Survey(tiny.process)

    assert other.cite(["O1-01", "O1-02"]) == second  # a cell moved to the front
    assert other.cite(["O3-05", "O1-02"]) == first
    assert other.cite(["O3-05", "O1-02"]) == first  # and one that is repeated
    assert tiny.cited.equals(other.cited)
    assert plain_inlines(second) == " [1] [2]"


def test_statements_cited_are_listed_by_number(tiny):
    tiny.cite(["O3-05", "O1-02"])
    tiny.cite(["O1-01"])

    assert tiny.cited["statement_id"].tolist() == ["O1-01", "O1-02", "O3-05"]
    assert tiny.cited["number"].tolist() == [1, 2, tiny.numbers["O3-05"]]


def test_what_is_not_shown_is_not_listed(tiny):
    shown = tiny.cite(["O1-01", "O1-02", "O1-03", "O1-04"], most=2)

    assert shown[-1] == Text(" and 2 more")
    assert [each.target for each in shown if isinstance(each, Reference)] == ["s-O1-01", "s-O1-02"]
    assert len(tiny.cited) == 2


def test_ids_the_data_do_not_hold_are_passed_over(tiny):
    assert tiny.cite(["nowhere"]) == ()
    assert tiny.cited.empty


# --- opening ---------------------------------------------------------------------------------------------------------


def test_open_refuses_what_is_not_there():
    with pytest.raises(ParameterError, match="there are brexit and geneva"):
        Survey.open("atlantis")
    with pytest.raises(ParameterError, match="write it as YYYY-MM-DD"):
        Survey.open("geneva", as_of="14 July 2017")


@pytest.mark.parametrize("given", [{"interval_level": 90}, {"interval_level": 1.0}, {"seed": -1}])
@pytest.mark.parametrize("opened", [Survey, lambda process, **given: Briefing(process, 1, **given)])
def test_what_an_interval_cannot_be_drawn_from_is_refused_at_once(opened, given):
    with pytest.raises(ParameterError, match=r"INTERVAL_LEVEL takes a share|SEED takes a whole number"):
        opened(load(TINY), **given)


def test_open_cuts_the_data_at_a_day():
    survey = Survey.open("geneva", as_of="2014-03-01", seed=7)

    assert survey.rounds["round"].tolist() == [1, 2]
    assert survey.spoken["date"].max().isoformat() <= "2014-03-01T00:00:00"
    assert survey.seed == 7


def test_survey_and_briefing_draw_on_the_same_numbers(tiny):
    briefing = Briefing(tiny.process, 3, interval_level=tiny.interval_level, seed=tiny.seed)

    assert briefing.index.equals(tiny.index)
    assert briefing.all_readings.equals(tiny.all_readings)
    assert briefing.all_mentions.equals(tiny.all_mentions)
