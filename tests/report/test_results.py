"""The numbers for other programs: their form, and that overview, round reports and JSON agree."""

import json
from functools import cache

import jsonschema
import nbformat
import pytest

from communique import load
from communique.document.blocks import Table
from communique.document.plain import plain_inlines
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.narrative import overview
from communique.narrative import round as narrative
from communique.narrative.overview import tables as overview_tables
from communique.narrative.round import tables
from communique.report import exports, results

from .conftest import ROOT, TINY, process_of, rows_of, survey_of

STATUSES = ("claimed", "denied", "open", "doubted")


@cache
def briefing_of(name, number):
    briefing = Briefing(process_of(name), number)
    # One reading of the language for all rounds: it is the same for every briefing, and takes most of the time.
    vars(briefing)["all_mentions"] = survey_of(name).all_mentions
    return briefing


@cache
def overview_json(name):
    return json.loads(results.of_process(survey_of(name)).texts()[".json"])


@cache
def round_json(name, number):
    return json.loads(results.of_round(briefing_of(name, number)).texts()[".json"])


def numbers_of(name):
    return process_of(name).rounds["round"].tolist()


def test_the_schema_is_sound():
    jsonschema.Draft202012Validator.check_schema(results.schema())


@pytest.mark.parametrize(("name", "number"), [("tiny", 1), ("tiny", 2), ("tiny", 3), ("geneva", 7), ("brexit", 1)])
def test_a_round_is_of_the_form(name, number):
    jsonschema.validate(round_json(name, number), results.schema())


@pytest.mark.parametrize("name", ["tiny", "geneva", "brexit"])
def test_an_overview_is_of_the_form(name):
    jsonschema.validate(overview_json(name), results.schema())


@pytest.mark.parametrize("day", ["2011-01-01", "2012-07-02", "2014-02-01"])
def test_what_was_known_on_a_day_is_of_the_form(day):
    survey = Survey.open("geneva", as_of=day)

    told = json.loads(results.of_process(survey).texts()[".json"])
    jsonschema.validate(told, results.schema())
    assert told["as_of"] == day


def test_the_schema_refuses_what_it_does_not_know():
    told = round_json("tiny", 3) | {"mood": "good"}

    with pytest.raises(jsonschema.ValidationError, match="mood"):
        jsonschema.validate(told, results.schema())


def test_same_data_same_bytes():
    first, second = (results.of_round(Briefing(load(TINY), 3), {"ROUND": 3}).texts() for _ in range(2))

    assert first == second


def test_undefined_is_null_and_never_zero():
    told = round_json("tiny", 1)["index"]

    assert told["value"] is told["low"] is told["high"] is None
    assert told["decided"] == 2


def test_a_silent_round_holds_nothing_but_its_name():
    told = round_json("tiny", 2)

    assert told["statements"] == []
    assert told["mentions"]["total"] == 0
    assert told["index"]["open_share"] is None
    assert {each["reading"] for each in told["baskets"]} == {None}


def test_files_are_found_in_the_notebook_that_made_them():
    made = results.of_round(briefing_of("tiny", 3))
    output = nbformat.v4.new_output("execute_result", data=made._repr_mimebundle_())
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output])])

    stored = json.loads(nbformat.writes(notebook))
    assert results.files_in(stored) == made.texts()
    assert tuple(results.files_in(stored)) == results.SUFFIXES


def test_a_notebook_without_results_has_no_files():
    assert results.files_in(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])) == {}


def test_save_writes_utf_8_with_line_feeds(tmp_path):
    paths = results.of_round(briefing_of("tiny", 3)).save(tmp_path / "new" / "folder")

    assert [path.name for path in paths] == ["round-03.json", "round-03-mentions.csv", "round-03-measures.csv"]
    assert all(b"\r" not in path.read_bytes() for path in paths)


def test_the_overview_notebook_ends_with_its_results():
    cells = nbformat.read(ROOT / "notebooks" / "process.ipynb", as_version=4).cells

    assert cells[-1].source == "results.of_process(survey, parameters)"
    assert cells[-1].metadata["tags"] == ["notebook-only"]


ROUNDS = [("tiny", number) for number in (1, 2, 3)] + [("geneva", number) for number in range(1, 10)]


@pytest.mark.parametrize(("name", "number"), ROUNDS)
def test_round_and_overview_hold_the_same_numbers(name, number):
    here = round_json(name, number)
    (there,) = (each for each in overview_json(name)["rounds"] if each["number"] == number)

    assert there == {**here["round"], **{key: here[key] for key in ("baskets", "dimensions", "mentions", "index")}}


@pytest.mark.parametrize(("name", "number"), ROUNDS)
def test_round_report_shows_the_numbers_of_its_json(name, number):
    briefing, told = briefing_of(name, number), round_json(name, number)

    cards = {card.target: card for card in narrative.basket_cards(briefing).items}
    for basket in told["baskets"]:
        card, reading = cards[f"basket-{basket['id']}"], basket["reading"]
        shown = None if card.position < 0 else (card.position, card.stage, card.arrow, card.disputed)
        held = reading and tuple(reading[each] for each in ("stage", "stage_name", "arrow", "disputed"))
        assert shown == held
    strip = {count.tone: count.value for count in narrative.breakthrough_strip(briefing).items}
    assert strip == told["mentions"]["by_family"]["breakthrough"]
    counts = tables.mention_counts(briefing)
    if isinstance(counts, Table):
        for row in counts.rows:
            family, *cells = (plain_inlines(cell) for cell in row)
            shown = [int(cell.split()[0]) for cell in cells]
            held = told["mentions"]["by_family"][family.lower()]
            assert shown == [*(held[status] for status in STATUSES), sum(held.values())]
    else:
        assert told["mentions"]["total"] == 0
    said = len(told["statements"]) or "no"
    assert dict(narrative.front(briefing).facts)["On record"].startswith(f"{said} statement")


@pytest.mark.parametrize("name", ["tiny", "geneva"])
def test_overview_shows_the_numbers_of_its_json(name):
    survey, told = survey_of(name), overview_json(name)

    strip = {count.tone: count.value for count in overview.breakthrough_strip(survey).items}
    assert strip == told["mentions"]["by_family"]["breakthrough"]
    (table,) = overview_tables.language_by_round(survey)
    shown = [[plain_inlines(cell) for cell in row] for row in table.rows]
    for row, held in zip(shown, [*told["rounds"], told], strict=True):
        assert [int(cell) for cell in row[2:6]] == [held["mentions"]["by_status"][status] for status in STATUSES]
        assert int(row[1]) == held["index"]["statements"]
        value = held["index"]["value"]
        if value is None:
            assert row[6] == "–"
        else:
            assert float(row[6].replace("−", "-")) == pytest.approx(value, abs=0.00501)


@pytest.mark.parametrize("name", ["tiny", "geneva"])
def test_rounds_add_up_to_the_whole(name):
    told = overview_json(name)
    rounds = [round_json(name, number) for number in numbers_of(name)]

    for status in STATUSES:
        assert sum(each["mentions"]["by_status"][status] for each in rounds) == told["mentions"]["by_status"][status]
    assert sum(len(each["statements"]) for each in rounds) == told["index"]["statements"]
    raised = [each for one in rounds for each in one["expectations"]["raised"]]
    by_id = {each["expectation_id"]: each for each in told["expectations"]}
    assert {each["expectation_id"]: each for each in raised} == by_id
    for grouped in told["record"].values():
        assert sum(each["n"] for each in grouped) == len(by_id)


@pytest.mark.parametrize("name", ["tiny", "geneva"])
def test_measures_in_csv_are_those_in_json(name):
    told = overview_json(name)
    rows = rows_of(results.of_process(survey_of(name)).texts()["-measures.csv"])

    def value(measure, **where):
        wanted = {"measure": measure, "round": "", **{key: str(each) for key, each in where.items()}}
        (found,) = (row["value"] for row in rows if all(row[key] == each for key, each in wanted.items()))
        return float(found) if found else None

    for held in told["rounds"]:
        number = held["number"]
        for family, statuses in held["mentions"]["by_family"].items():
            for status, count in statuses.items():
                assert value("mentions", round=number, family=family, status=status) == count
        for each in held["baskets"] + held["dimensions"]:
            if each["reading"]:
                assert value("stage", round=number, dimension=each["id"]) == each["reading"]["stage"]
        if held["index"]["statements"]:
            assert value("net_language_index", round=number) == held["index"]["value"]
    assert value("net_language_index") == told["index"]["value"]
    by_side = sum(float(row["value"]) for row in rows if row["measure"] == "mentions_by_side")
    assert by_side == told["mentions"]["total"]


def test_the_docs_name_every_key_column_and_measure():
    docs = (ROOT / "docs" / "results.md").read_text(encoding="utf-8")
    parts = results.schema()["$defs"]
    measured = {row["measure"] for row in rows_of(results.of_process(survey_of("geneva")).texts()["-measures.csv"])}

    for word in {*parts["round"]["properties"], *parts["overview"]["properties"], *exports.MENTION_COLUMNS, *measured}:
        assert f"`{word}`" in docs, word
    assert f"now {results.VERSION}." in docs
    assert all(f"round-07{suffix}" in docs for suffix in results.SUFFIXES)


def test_what_an_expectation_is_about_its_window_and_what_was_compared_are_told(geneva):
    values = results.of_round(Briefing(geneva, 7)).values
    told = {row["expectation_id"]: row for row in values["expectations"]["raised"]}
    data = geneva.expectations.set_index("expectation_id")
    compared = {row["statement_id"]: row["compared"] for row in values["statements"]}

    assert told["X7-20"]["about"] == data.loc["X7-20", "about"] == "eighth-round"
    assert (told["X7-20"]["due"], told["X7-20"]["due_end"]) == ("2017-10-01", "2017-10-31")
    assert {each for each, day in compared.items() if day is None} == {"G7-L15", "G7-L16"}
    assert compared["G7-001"] == "2026-11-23"


def test_slippage_tells_the_window_it_counts_from(geneva):
    values = results.of_process(Survey(geneva)).values
    late = next(row for row in values["slippage"] if row["expectation_id"] == "X7-20")
    kept = next(row for row in values["slippage"] if row["expectation_id"] == "X5-07")

    assert (late["due_end"], late["days"], late["fate"]) == ("2017-10-31", 28, "late")
    assert (kept["due"], kept["due_end"], kept["days"], kept["fate"]) == (
        "2017-05-01",
        "2017-05-31",
        0,
        "within the window",
    )
    for row in values["record"]["by_kind"]:
        assert row["settled"] == row["met"] + row["partly"] + row["missed"] == row["n"] - row["open"]
