"""What changed between two editions is told in words, from their numbers alone."""

import json
from pathlib import Path

import pytest

from communique import load
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.report import results
from communique.report.changes import changes


@pytest.fixture(scope="module")
def round_numbers(tiny):
    return results.of_round(Briefing(tiny, 3), {"ROUND": 3}).texts()[".json"]


@pytest.fixture(scope="module")
def overview_numbers(tiny):
    return results.of_process(Survey(tiny)).texts()[".json"]


def edited(text, edit):
    """The numbers with an edit made to them."""
    numbers = json.loads(text)
    edit(numbers)
    return json.dumps(numbers)


def lines_after(text, edit):
    """The one heading that has lines after an edit, and its lines."""
    told = {heading: lines for heading, lines in changes(text, edited(text, edit)).lines.items() if lines}
    assert len(told) == 1
    return next(iter(told.items()))


def test_the_same_numbers_have_no_changes(round_numbers, overview_numbers):
    for text in (round_numbers, overview_numbers):
        assert not changes(text, text)
        assert changes(text, text).summary == "nothing changed"


@pytest.mark.parametrize("before", ["", "{", "[]", "null", '{"format": "communique-overview", "version": "1.0"}'])
def test_what_cannot_be_compared_is_not(round_numbers, before):
    assert changes(before, round_numbers) is None
    assert changes(round_numbers, before) is None


def test_another_version_of_the_form_is_not_compared_but_a_lesser_one_is(round_numbers):
    assert changes(edited(round_numbers, lambda each: each.update(version="2.0")), round_numbers) is None
    assert changes(edited(round_numbers, lambda each: each.update(version="1.7")), round_numbers) is not None


def test_statements_that_are_new_gone_or_changed_are_told(round_numbers):
    statements = json.loads(round_numbers)["statements"]
    first, second = statements[0], statements[1]

    gone = lines_after(round_numbers, lambda each: each["statements"].pop(0))
    assert gone[0] == "Statements"
    assert gone[1][0].startswith(f"gone: {first['statement_id']} ({first['speaker']}, {first['date']}): “")
    new = changes(edited(round_numbers, lambda each: each["statements"].pop(0)), round_numbers).lines["Statements"]
    assert new[0].startswith("new: ")
    _, lines = lines_after(round_numbers, lambda each: each["statements"][1].update(phase="never"))
    name = f"{second['statement_id']} ({second['speaker']}, {second['date']})"
    assert lines == (f"{name}: phase: “{second['phase']}” → “never”",)


def test_a_code_is_told_with_its_round_and_dimension(round_numbers):
    def edit(numbers):
        numbers["baskets"][0]["reading"].update(stage_name="tabled", disputed=True)

    assert lines_after(round_numbers, edit) == (
        "Codes",
        ("Orrin III, Sluices: stage name: “agreed” → “tabled”", "Orrin III, Sluices: disputed: no → yes"),
    )


def test_an_outcome_is_told(round_numbers):
    raised = json.loads(round_numbers)["expectations"]["raised"]
    place = next(number for number, each in enumerate(raised) if each["outcome"] == "open")

    def edit(numbers):
        numbers["expectations"]["raised"][place].update(outcome="met", happened_on="2030-12-01")

    heading, lines = lines_after(round_numbers, edit)
    assert heading == "Expectations and outcomes"
    assert [line.partition("): ")[2] for line in lines] == [
        "outcome: “open” → “met”",
        "happened on: none → “2030-12-01”",
    ]


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda each: each["index"].update(value=-0.5), "net language index: value: 0.2 → −0.5"),
        (lambda each: each["index"].update(low=None), "net language index: low: −0.666667 → none"),
        (
            lambda each: each["mentions"]["by_family"]["breakthrough"].update(denied=4),
            "mentions: breakthrough: denied: 0 → 4",
        ),
    ],
)
def test_a_figure_is_told_with_what_it_was(round_numbers, edit, line):
    heading, lines = lines_after(round_numbers, edit)

    assert heading == "Figures"
    assert [part.partition(":")[0] for part in lines] == [line.partition(":")[0]]
    assert lines[0].rpartition(" → ")[2] == line.rpartition(" → ")[2]


def test_of_an_overview_rounds_codes_and_tables_are_told(overview_numbers):
    def edit(numbers):
        numbers["rounds"][1]["headline"] = "Silence"
        numbers["rounds"][0]["baskets"][0]["reading"] = None
        numbers["rounds"][2]["index"]["decided"] = 77
        numbers["agreement"][0]["alpha"] = None
        numbers["coverage"][0]["share"] = 0.9
        numbers["events"].pop()

    told = changes(overview_numbers, edited(overview_numbers, edit))

    assert told.lines["Rounds"] == ("Orrin II: headline: none → “Silence”",)
    assert told.lines["Codes"] == ("gone: Orrin I, Sluices: “tabled”",)
    assert told.lines["Events"][0].startswith("gone: EO-2 (2030-09-05)")
    assert [line.rpartition(": ")[0] for line in told.lines["Figures"]] == [
        "Orrin III, net language index: decided",
        "coverage: side, commission: share",
        "agreement: sluices: alpha",
    ]
    assert told.summary == "1 fact of a round, 1 code, 1 event, 3 figures"


def test_what_else_differs_between_the_inputs_is_remarked(round_numbers):
    def edit(numbers):
        numbers["provenance"]["code"]["fingerprint"] = "another"
        numbers["provenance"]["parameters"]["SEED"] = 3
        numbers["index"]["value"] = 0.9

    page = changes(round_numbers, edited(round_numbers, edit)).page("round-03")

    assert "The data are the same in both editions." in page
    assert "The code or the lexicon changed too, so figures and wording may differ where the data do not." in page
    assert "## Parameters\n\n- SEED: none → 3" in page


def test_nothing_in_the_data_acts_on_a_page_or_a_terminal(round_numbers, hostile):
    def edit(numbers):
        numbers["statements"][0]["text"] = f"\x1b[2J\n# {hostile}"

    told = changes(round_numbers, edited(round_numbers, edit))

    assert r"\<script\>alert(1)\</script\>" in told.page("x")
    assert r"\[link\](javascript:alert(1))" in told.page("x")
    assert "\x1b" not in told.page("x") + told.brief()
    assert told.brief().count("\n") == 0


def test_the_end_of_a_build_tells_the_first_few_and_where_the_rest_is(round_numbers):
    def edit(numbers):
        for family in numbers["mentions"]["by_family"].values():
            family.update(claimed=91, denied=92)

    brief = changes(round_numbers, edited(round_numbers, edit)).brief("round-03.changes.md").splitlines()

    assert len(brief) == 9
    assert brief[-1] == "  and two more changes in round-03.changes.md"


TINY = Path(__file__).parents[1] / "specimens" / "tiny"


def test_changes_keep_dimensions_of_one_label_apart():
    before = json.loads(json.dumps(results.of_round(Briefing(load(TINY), 3)).values))
    for each in before["baskets"]:
        each["label"] = "Water"
    after = json.loads(json.dumps(before))
    after["baskets"][0]["reading"]["stage_name"] = "converging"

    told = changes(json.dumps(before), json.dumps(after))

    assert told.lines["Codes"] == ("Orrin III, Water: stage name: “agreed” → “converging”",)
