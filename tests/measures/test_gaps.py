"""Gaps between voices, and between headlines and speakers, against numbers worked out by hand."""

import math

import pandas as pd
import pytest

from communique import measures
from communique.measures.gaps import optimism_gap

from .conftest import BAD, GOOD, said


def test_the_two_voices_are_drawn_apart():
    """Two voices of the same mixed news: their gap is 0, and as unsure as two voices are.

    Were both drawn alike, every draw would find no gap at all, and nothing would be surer.
    """
    sides = ["envoy"] * 10 + ["party"] * 10
    ids = [f"S{number}" for number in range(20)]
    statements = pd.DataFrame({"statement_id": ids, "side": sides})
    news = {"statement_id": ids, "polarity": ["+", "-"] * 10, "status": "claimed", "family": "x", "refers_to": ""}

    (row,) = optimism_gap(
        pd.DataFrame(news), statements, mediating=["envoy"], negotiating=["party"], seed=2012
    ).to_dict("records")

    assert row["gap"] == 0
    # Each index of ten balanced mentions strays by 0.32, the gap by 0.45: nine gaps in ten lie within 0.74.
    assert 0.5 < row["high"] < 1
    assert -1 < row["low"] < -0.5


@pytest.fixture
def two_voices():
    """Ten statements of an envoy, all good news, and ten of a party, half good and half bad, over two years."""
    statements = pd.DataFrame(
        {
            "statement_id": [f"S{n}" for n in range(20)],
            "side": ["envoy"] * 10 + ["party"] * 10,
            "date": pd.to_datetime(["2016-03-01", "2017-03-01"] * 10),
            "round": [1, 2] * 10,
        }
    )
    return said(*[GOOD] * 10, *[GOOD, GOOD, BAD, BAD, GOOD, GOOD, BAD, BAD, BAD, BAD]), statements


def test_optimism_gap_is_the_difference_of_the_two_indices(two_voices):
    row = measures.optimism_gap(*two_voices, mediating=["envoy"], negotiating=["party"]).iloc[0]

    assert row["period"] == "whole process"
    assert (row["mediating"], row["negotiating"], row["gap"]) == pytest.approx((1.0, -0.2, 1.2))
    assert (row["mediating_n"], row["negotiating_n"]) == (10, 10)
    assert row["low"] < 1.2 < row["high"]


@pytest.mark.parametrize(("by", "periods"), [("year", [2016, 2017]), ("round", [1, 2])])
def test_optimism_gap_by_period(two_voices, by, periods):
    table = measures.optimism_gap(*two_voices, mediating=["envoy"], negotiating=["party"], by=by)

    assert table["period"].tolist() == periods
    assert table["gap"].tolist() == pytest.approx([1.2, 1.2])


def test_optimism_gap_is_a_gap_where_a_role_is_absent_or_says_too_little(two_voices):
    nobody = measures.optimism_gap(*two_voices, mediating=[], negotiating=["party"])
    little = measures.optimism_gap(two_voices[0].iloc[:12], two_voices[1], mediating=["envoy"], negotiating=["party"])

    assert nobody[["mediating", "gap", "low", "high"]].isna().all(axis=None)
    assert little.loc[0, "mediating"] == 1
    assert math.isnan(little.loc[0, "gap"])
    assert little.loc[0, "negotiating_n"] == 2


def test_headline_gap_sets_shares_beside_each_other_within_each_round():
    spoken = pd.DataFrame({"round": [1, 1], "family": "progress", "status": ["claimed", "denied"], "n": [1, 3]})
    headlines = pd.DataFrame({"round": [1, 2], "family": "progress", "status": ["claimed", "claimed"], "n": [2, 5]})
    table = measures.headline_gap(spoken, headlines, least=1).set_index(["round", "status"])

    assert table.loc[(1, "claimed"), ["spoken", "headlines", "spoken_share", "headline_share", "gap"]].tolist() == [
        1, 2, 0.25, 1.0, 0.75,
    ]  # fmt: skip
    assert table.loc[(1, "denied"), "headlines"] == 0
    assert math.isnan(table.loc[(2, "claimed"), "gap"])


def test_headline_gap_has_no_shares_of_fewer_than_five_mentions():
    spoken = pd.DataFrame({"family": "progress", "status": ["claimed", "denied"], "n": [1, 4]})
    table = measures.headline_gap(spoken, spoken.assign(n=[0, 4]))

    assert table["spoken_share"].tolist() == [0.2, 0.8]
    assert table[["headline_share", "gap"]].isna().all(axis=None)
    assert table["headlines"].tolist() == [0, 4]
