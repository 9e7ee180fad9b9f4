"""Slippage, and the record of expectations, against numbers worked out by hand."""

import math

import pandas as pd
import pytest

from communique import measures


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


@pytest.mark.parametrize(
    ("happened_on", "outcome", "days", "fate"),
    [
        ("2017-05-16", "met", 0, "within the window"),  # in May, as was said
        ("2017-05-01", "met", 0, "within the window"),
        ("2017-05-31", "met", 0, "within the window"),
        ("2017-06-01", "missed", 1, "late"),
        ("2017-07-10", "missed", 40, "late"),
        ("2017-04-28", "met", -3, "early"),
        (None, "missed", pd.NA, "never happened"),
        (None, "met", pd.NA, "met, no day known"),
    ],
)
def test_slippage_counts_from_the_end_of_a_window_and_nothing_within_it(happened_on, outcome, days, fate):
    rows = expectations(("X", "2017-05-01", happened_on, outcome)).assign(due_end=pd.Timestamp("2017-05-31"))
    row = measures.slippage(rows).iloc[0]

    assert row["fate"] == fate
    assert row["days"] is pd.NA if days is pd.NA else row["days"] == days
    assert row["due_end"] == pd.Timestamp("2017-05-31")


def test_a_day_and_a_window_stand_side_by_side():
    rows = expectations(("X1", "2017-05-01", "2017-05-03", "met"), ("X2", "2017-05-02", "2017-05-03", "met"))
    table = measures.slippage(rows.assign(due_end=pd.to_datetime([None, "2017-05-31"])))

    assert table[["days", "fate"]].to_numpy().tolist() == [[2, "late"], [0, "within the window"]]


def test_what_is_about_nothing_named_stands_alone():
    rows = expectations(("X1", "", None, "met"), ("X2", "", None, "missed"), ("X3", "", None, "missed"))

    assert measures.things(rows).tolist() == ["X1", "X2", "X3"]
    assert measures.things(rows.assign(about=["round", "", "round"])).tolist() == ["round", "X2", "round"]


def test_record_by_thing_counts_together_what_speaks_of_the_same():
    rows = expectations(("X1", "", None, "met"), ("X2", "", None, "missed"), ("X3", "", None, "missed"))
    table = measures.record(rows.assign(about=["round", "", "round"]), by=["thing"])

    assert table[["thing", "met", "missed", "n"]].to_numpy().tolist() == [["round", 1, 1, 2], ["X2", 0, 1, 1]]


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

    assert table.loc["un"].tolist() == [1, 1, 1, 0, 3, 3, pytest.approx(1 / 3)]
    assert table.loc["party", ["open", "n", "settled"]].tolist() == [1, 1, 0]
    assert math.isnan(table.loc["party", "met_share"])


def test_record_by_side_and_kind():
    rows = expectations(("X1", "", None, "met"), ("X2", "", None, "met", "fear"), ("X3", "", None, "missed"))

    assert measures.record(rows, by=["side", "kind"])[["kind", "n"]].to_numpy().tolist() == [["plan", 2], ["fear", 1]]
