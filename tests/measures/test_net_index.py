"""The net language index and the open share, against numbers worked out by hand."""

import math

import pandas as pd
import pytest

from communique import measures

from .conftest import BAD, GOOD, mentions, said


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
