"""Counts, index, interval, and the gaps between voices, against numbers worked out by hand."""

import math

import numpy as np
import pandas as pd
import pytest

from communique import measures

GOOD = ("progress", "+", "claimed")
BAD = ("progress", "+", "denied")


def mentions(*rows):
    """A mention table from (statement, family, polarity, status) and, optionally, what it refers to."""
    names = ["statement_id", "family", "polarity", "status", "refers_to"]
    return pd.DataFrame([(*row, "")[:5] for row in rows], columns=names)


def said(*news, statement="S{}"):
    """Mentions of which each stands in a statement of its own."""
    return mentions(*((statement.format(place), *each) for place, each in enumerate(news)))


# --- counts -------------------------------------------------------------------------------------------------------


def test_counts_keep_every_family_and_status():
    table = measures.counts(mentions(("S1", *GOOD), ("S1", *GOOD), ("S2", "collapse", "-", "open")))

    assert len(table) == 20
    assert table["n"].sum() == 3
    assert table.set_index(["family", "status"])["n"].loc["progress", "claimed"] == 2
    assert table.set_index(["family", "status"])["n"].loc["setback", "denied"] == 0


def test_counts_complete_a_column_with_the_levels_asked_for():
    table = measures.counts(
        mentions(("S1", *GOOD)).assign(round=2), by=["round", "family", "status"], levels={"round": [1, 2, 3]}
    )

    assert table.groupby("round")["n"].sum().to_dict() == {1: 0, 2: 1, 3: 0}


def test_counts_keep_values_nobody_expected():
    table = measures.counts(mentions(("S1", "rapprochement", "+", "claimed")).assign(round=4), by=["round", "family"])

    assert table.loc[table["n"] > 0].to_numpy().tolist() == [[4, "rapprochement", 1]]


def test_counts_by_basket_count_a_mention_in_each_of_its_baskets_and_leave_none_out():
    table = mentions(("S1", *GOOD), ("S2", *GOOD), ("S3", *BAD))
    table["baskets"] = [("water", "land"), ("water",), ()]

    assert measures.counts(table, by=["basket"]).to_numpy().tolist() == [["land", 1], ["water", 2]]


def test_mentions_of_another_round_and_filtered_senses_do_not_count():
    table = mentions(("S1", *GOOD), ("S2", *GOOD, "Round 1"), ("S3", "progress", "+", "off"))

    assert measures.counts(table)["n"].sum() == 1
    assert measures.left_out(table) == 2
    assert measures.own(table)["statement_id"].tolist() == ["S1"]


def test_no_mentions_count_as_zero():
    assert measures.counts(mentions())["n"].tolist() == [0] * 20


# --- index --------------------------------------------------------------------------------------------------------


def test_net_index_adds_good_news_and_takes_bad_news_away():
    table = said(GOOD, GOOD, ("collapse", "-", "denied"), BAD, ("deadlock", "-", "claimed"), ("progress", "+", "open"))

    assert measures.net_index(table) == pytest.approx((2 + 1 - 1 - 1) / 5)


@pytest.mark.parametrize("news", [[], [GOOD] * 4, [("progress", "+", "open")] * 9, [("progress", "+", "off")] * 9])
def test_net_index_is_undefined_under_five_claimed_or_denied(news):
    assert math.isnan(measures.net_index(said(*news)))


def test_net_index_leaves_out_mentions_of_other_rounds():
    assert math.isnan(measures.net_index(said(GOOD, GOOD, GOOD, GOOD, (*GOOD, "Round 1"))))


def test_open_share_counts_open_and_doubted():
    table = said(GOOD, BAD, ("progress", "+", "open"), ("collapse", "-", "doubted"))

    assert measures.open_share(table) == 0.5
    assert math.isnan(measures.open_share(mentions()))


# --- interval -----------------------------------------------------------------------------------------------------


def test_interval_agrees_with_resampling_statement_by_statement():
    """The multinomial short cut draws the same distribution as drawing statements one by one."""
    table = mentions(*[("S0", *GOOD)] * 3, *[("S1", *BAD)] * 2, ("S2", *GOOD), ("S3", *BAD), ("S3", *BAD))
    news = {0: [1, 1, 1], 1: [-1, -1], 2: [1], 3: [-1, -1]}
    chance = np.random.default_rng(7)
    drawn = []
    for _ in range(6000):
        picked = [each for statement in chance.integers(0, 10, size=10) for each in news.get(int(statement), [])]
        if picked:
            drawn.append(np.mean(picked))

    interval = measures.bootstrap_interval(table, 10, draws=6000)

    assert [interval.low, interval.high] == pytest.approx(np.quantile(drawn, [0.05, 0.95]), abs=0.06)


def test_interval_is_the_same_for_the_same_seed_and_any_order_of_rows():
    table = said(*[GOOD, GOOD, BAD, GOOD, BAD] * 12)
    shuffled = table.sample(frac=1, random_state=1)

    assert measures.bootstrap_interval(table, 99) == measures.bootstrap_interval(shuffled, 99)
    assert measures.bootstrap_interval(table, 99) != measures.bootstrap_interval(table, 99, seed=1)


def test_interval_is_undefined_where_the_index_is():
    interval = measures.bootstrap_interval(said(GOOD, BAD), 30)

    assert math.isnan(interval.low)
    assert math.isnan(interval.high)


def test_interval_counts_draws_with_nothing_to_rest_on():
    """All five mentions stand in one of 20 statements: about (19/20)^20, or 36 %, of draws miss it."""
    interval = measures.bootstrap_interval(mentions(*[("S1", *GOOD)] * 5), 20)

    assert interval[:2] == (1, 1)
    assert interval.undefined / 2000 == pytest.approx((19 / 20) ** 20, abs=0.04)


def test_interval_narrows_with_more_statements_and_a_lower_level():
    few, many = said(*[GOOD, GOOD, BAD] * 3), said(*[GOOD, GOOD, BAD] * 30)

    def width(interval):
        return interval.high - interval.low

    assert width(measures.bootstrap_interval(many, 90)) < width(measures.bootstrap_interval(few, 9))
    assert width(measures.bootstrap_interval(few, 9, level=0.5)) < width(measures.bootstrap_interval(few, 9))


def test_statements_may_be_given_as_a_table_or_a_number():
    table = said(GOOD, GOOD, GOOD, BAD, BAD, GOOD)

    assert measures.bootstrap_interval(table, pd.DataFrame({"a": range(9)})) == measures.bootstrap_interval(table, 9)


def test_index_by_round_tells_of_rounds_without_mentions_too():
    statements = pd.DataFrame({"statement_id": [f"S{n}" for n in range(8)], "round": [1] * 6 + [2] * 2})
    table = measures.index_by_round(said(GOOD, GOOD, GOOD, BAD, GOOD), statements, rounds=[1, 2, 3])

    assert table["round"].tolist() == [1, 2, 3]
    assert table.loc[0, "index"] == pytest.approx(0.6)
    assert table["index"].isna().tolist() == [False, True, True]
    assert table[["decided", "mentions", "statements"]].to_numpy().tolist() == [[5, 5, 6], [0, 0, 2], [0, 0, 0]]
    assert table.loc[0, "low"] < 0.6 < table.loc[0, "high"]


# --- gaps ---------------------------------------------------------------------------------------------------------


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
