"""CSV that no spreadsheet runs, and mentions that point at their terms."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import load
from communique.facts.round import Briefing
from communique.report import exports, results

from .conftest import ROOT, TINY, process_of, rows_of, survey_of

DOCUMENTED = re.search(r"^`(.*＝.*)`", (ROOT / "docs" / "results.md").read_text("utf-8"), re.MULTILINE)[1]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("http://x")',
        "＝1",
        "－1",
        "＠a",
        "'=1",
        "''@x",
    ],
)
def test_a_formula_is_made_harmless_and_can_be_had_back(text):
    shown = exports.harmless(text)

    assert shown.startswith(f"'{text[0]}")
    assert way_back(shown) == text


def way_back(text):
    """The text as it was, by the expression that docs/results.md gives."""
    return re.sub(DOCUMENTED, "", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("X;=1+1", "X;'=1+1"),
        ("X;'=1", "X;''=1"),
        ("X\t-1", "X\t'-1"),
        ("X\n@a,+1", "X\n'@a,'+1"),
        ("=1;=2", "'=1;'=2"),
        ("\t\t=1", "'\t\t'=1"),
    ],
)
def test_so_is_one_that_begins_where_another_program_begins_a_cell(text, shown):
    assert exports.harmless(text) == shown
    assert way_back(shown) == text


@given(st.text(alphabet="=+-@'x;,\t\n ＝"))
def test_whatever_the_text_it_can_be_had_back_and_begins_no_formula(text):
    shown = exports.harmless(text)

    assert way_back(shown) == text
    assert not any(cell.startswith(tuple("=+-@＝")) for cell in re.split(r"[;,\t\n]", shown))


@pytest.mark.parametrize("text", ["", "progress", "a=b", "'quoted'", " =1", "1-2", "don't", "a, - b; c", "x;'y"])
def test_other_text_stays_as_it_is(text):
    assert exports.harmless(text) == text


def test_numbers_keep_their_minus_sign():
    table = pd.DataFrame({"text": ["-1", "x"], "value": [-0.5, float("nan")], "n": pd.array([-2, None], dtype="Int64")})

    assert exports.csv_text(table) == "text,value,n\n'-1,-0.5,-2\nx,,\n"


def test_hostile_names_reach_no_cell_as_a_formula():
    process = load(TINY)
    actors = process.actors.assign(name="=cmd|'/C calc'!A0")
    hostile = Briefing(type(process)(**{**vars(process), "actors": actors}), 3)

    written = rows_of(results.of_round(hostile).texts()["-mentions.csv"])
    assert {row["name"] for row in written} == {"'=cmd|'/C calc'!A0"}


def test_mentions_point_at_their_terms():
    written = rows_of(results.of_process(survey_of("tiny")).texts()["-mentions.csv"])
    texts = process_of("tiny").statements.set_index("statement_id")["text"]

    assert len(written) == 10
    for row in written:
        assert texts[row["statement_id"]][int(row["start"]) : int(row["end"])] == row["surface"]
        assert row["polarity"] in ("positive", "negative")
        assert row["counted"] == "true"
