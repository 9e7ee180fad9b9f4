"""Intervals by resampling statements, against a resampling written out."""

import math

import numpy as np
import pytest

from communique import measures

from .conftest import BAD, GOOD, mentions, said


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
