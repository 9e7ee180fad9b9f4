"""Slippage, record, coverage and agreement, against numbers worked out by hand and published vectors."""

import math

import pandas as pd
import pytest

from communique import measures
from communique.measures.agreement import reading


def expectations(*rows):
    """Expectations from (id, due, happened_on, outcome) and, optionally, kind."""
    table = pd.DataFrame(
        [(*row, "plan")[:5] for row in rows], columns=["expectation_id", "due", "happened_on", "outcome", "kind"]
    )
    return table.assign(
        round=1,
        speaker="envoy",
        side="un",
        expected="something",
        statement_id="S1",
        happened_on=pd.to_datetime(table["happened_on"]).astype("datetime64[ns]"),
    )


@pytest.mark.parametrize(
    ("happened_on", "outcome", "days", "fate"),
    [
        ("2017-05-31", "met", 0, "on the day"),
        ("2017-05-16", "met", -15, "early"),
        ("2017-07-10", "missed", 40, "late"),
        (None, "missed", pd.NA, "never happened"),
        (None, "partly", pd.NA, "partly, no day known"),
        (None, "met", pd.NA, "met, no day known"),
        (None, "open", pd.NA, "open"),
    ],
)
def test_slippage_of_every_fate(happened_on, outcome, days, fate):
    row = measures.slippage(expectations(("X", "2017-05-31", happened_on, outcome))).iloc[0]

    assert row["fate"] == fate
    assert row["days"] is pd.NA if days is pd.NA else row["days"] == days


def test_slippage_measures_dates_only_in_the_order_they_fell_due():
    table = measures.slippage(
        expectations(
            ("X1", "round:8", None, "missed"),
            ("X2", "", None, "missed"),
            ("X3", "2017-06-01", None, "missed"),
            ("X4", "2017-05-01", "2017-05-02", "met"),
        )
    )

    assert table["expectation_id"].tolist() == ["X4", "X3"]
    assert table.dtypes["days"] == "Int64"


def test_slippage_of_nothing_is_an_empty_table_with_the_same_columns():
    assert measures.slippage(expectations()).columns.tolist()[-1] == "fate"


def test_slippage_names_the_speaker_where_the_name_is_known():
    rows = expectations(("X", "2017-05-31", None, "missed"))

    assert measures.slippage(rows).loc[0, "name"] == "envoy"
    assert measures.slippage(rows.assign(name="The Envoy")).loc[0, "name"] == "The Envoy"


def test_record_counts_outcomes_and_the_share_met_of_those_known():
    rows = expectations(
        ("X1", "", None, "met"), ("X2", "", None, "missed"), ("X3", "", None, "partly"), ("X4", "", None, "open")
    )
    rows.loc[3, "side"] = "party"
    table = measures.record(rows).set_index("side")

    assert table.loc["un"].tolist() == [1, 1, 1, 0, 3, pytest.approx(1 / 3)]
    assert table.loc["party", "open"] == 1
    assert math.isnan(table.loc["party", "met_share"])


def test_record_by_side_and_kind():
    rows = expectations(("X1", "", None, "met"), ("X2", "", None, "met", "fear"), ("X3", "", None, "missed"))

    assert measures.record(rows, by=["side", "kind"])[["kind", "n"]].to_numpy().tolist() == [["plan", 2], ["fear", 1]]


def test_coverage_counts_statements_and_sources_and_keeps_phases_in_time():
    spoken = pd.DataFrame(
        {
            "statement_id": ["S1", "S2", "S3", "S4"],
            "source_id": ["A", "A", "B", "C"],
            "side": ["north", "south", "south", "south"],
            "phase": pd.Categorical(["after", "during", "after", "after"], ["before", "during", "after"], ordered=True),
        }
    )
    table = measures.coverage(spoken, aspects=("side", "phase"))

    assert table.loc[table["aspect"] == "side", ["value", "statements", "sources", "share"]].to_numpy().tolist() == [
        ["south", 3, 3, 0.75],
        ["north", 1, 1, 0.25],
    ]
    assert table.loc[table["aspect"] == "phase", "value"].tolist() == ["before", "during", "after"]
    assert table.loc[table["aspect"] == "phase", "statements"].tolist() == [0, 1, 3]


# --- Krippendorff's alpha ---------------------------------------------------------------------------------------------

# The vectors of K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), sections A to E.
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
LETTERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)


def ratings(rows):
    """Rows of values, numbers where they are, None for an asterisk."""
    values = [row.split() for row in rows]
    return [[None if value == "*" else int(value) if value.isdigit() else value for value in row] for row in values]


@pytest.mark.parametrize(
    ("rows", "level", "expected"),
    [
        (BINARY, "nominal", 0.0952),
        (LETTERS, "nominal", 0.6920),
        (FOUR, "nominal", 0.7434),
        (FOUR, "ordinal", 0.8154),
        (FOUR, "interval", 0.8491),
    ],
)
def test_alpha_gives_the_published_values(rows, level, expected):
    assert measures.krippendorff_alpha(ratings(rows), level=level) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("rows", [["1 1 1", "1 1 1"], ["* *", "* *"], ["1 2 *", "* * 3"]])
def test_alpha_is_undefined_where_nothing_varies_or_nothing_was_rated_twice(rows):
    assert math.isnan(measures.krippendorff_alpha(ratings(rows)))


def test_alpha_does_not_hang_on_the_order_of_coders():
    assert measures.krippendorff_alpha(ratings(FOUR)) == pytest.approx(measures.krippendorff_alpha(ratings(FOUR[::-1])))


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="level 'ratio': there are nominal, ordinal, interval"):
        measures.krippendorff_alpha(ratings(BINARY), level="ratio")


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (0.8, "reliable"),
        (0.799, "tentative"),
        (0.667, "tentative"),
        (0.666, "not to be relied on"),
        (-0.1, "not to be relied on"),
        (math.nan, "undefined: nothing varies"),
    ],
)
def test_reading_of_an_alpha(alpha, words):
    assert reading(alpha) == words


def test_agreement_tells_of_each_dimension_coded_twice():
    coded = pd.DataFrame(
        [
            *(
                (number, "water", coder, stage)
                for coder, row in zip("ab", ((1, 2, 3), (1, 2, 2)), strict=True)
                for number, stage in enumerate(row)
            ),
            *((number, "land", coder, 4) for coder in "ab" for number in range(3)),
            (0, "trust", "a", 1),
        ],
        columns=["round", "dimension", "coder", "stage"],
    )
    table = measures.agreement(coded)

    assert table["dimension"].tolist() == ["water", "land"]
    assert table["same"].tolist() == pytest.approx([2 / 3, 1.0])
    assert table["n"].tolist() == [3, 3]
    assert table.loc[1, "reading"] == "undefined: nothing varies"
    # Values 1, 2, 3 were given 2, 3, 1 times and stand at 1, 3.5, 5.5 on the ordinal scale.
    # Observed: 2 * 4. Expected: 2 * (6 * 6.25 + 2 * 20.25 + 3 * 4).
    assert table.loc[0, "alpha"] == pytest.approx(1 - 5 * 8 / 180)


def test_agreement_of_a_single_coder_is_empty():
    coded = pd.DataFrame({"round": [1, 2], "dimension": "water", "coder": "a", "stage": [1, 2]})

    assert measures.agreement(coded).empty
