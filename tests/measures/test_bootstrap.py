"""What resampling of statements gives: against every draw counted out, and against draws made."""

import math
from collections import Counter
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from communique import measures
from communique.facts.overview import Survey
from communique.measures.bootstrap import Drawn, percentile_interval, percentile_interval_of_gap, resampled
from communique.prose import signed

from .conftest import BAD, GOOD, mentions, said

DATA = Path(__file__).parents[2] / "data"


def news(*statements):
    """News of statements, each a tuple of +1 and -1."""
    told = [(f"S{place}", each) for place, said in enumerate(statements) for each in said]
    return pd.Series([each for _, each in told], index=[name for name, _ in told], dtype="int64")


MIXED = ((1, 1, 1), (-1, -1), (1,), (1, -1))


def counted_out(statements, size):
    """The chance of every index, None for a draw without news: each of the draws there can be, one after another."""
    holding = [*statements, *[()] * (size - len(statements))]
    tally = Counter()
    for draw in product(holding, repeat=size):
        told = [each for said in draw for each in said]
        tally[Fraction(sum(told), len(told)) if told else None] += 1
    return {index: count / len(holding) ** size for index, count in tally.items()}


@pytest.mark.parametrize(("statements", "size"), [(MIXED, 6), (MIXED, 4), (((1,), (1,)), 3), (((-1, 1),), 2)])
def test_chances_are_those_of_every_draw_counted_out(statements, size):
    every = counted_out(statements, size)
    nothing = every.pop(None, 0.0)

    drawn = resampled(news(*statements), size)

    assert drawn.values.tolist() == [float(index) for index in sorted(every)]
    assert drawn.chances == pytest.approx([every[index] / (1 - nothing) for index in sorted(every)])
    assert drawn.undefined == pytest.approx(nothing, abs=1e-12)


def test_draws_made_come_near_to_what_is_worked_out():
    exact, made = (resampled(news(*MIXED), 30, seed=5, **how) for how in ({}, {"cells": 0, "draws": 50_000}))

    for value, chance in zip(exact.values, exact.chances, strict=True):
        found = made.chances[made.values == value].sum()
        assert found == pytest.approx(chance, abs=5 * math.sqrt(chance / 50_000) + 1e-4)
    assert made.undefined == pytest.approx(exact.undefined, abs=0.005)


def test_news_of_one_statement_stands_and_falls_together():
    """Three good mentions of one statement are drawn or missed at once, so nothing lies between."""
    assert resampled(news((1, 1, 1), (-1,)), 2).values.tolist() == [-1, 0.5, 1]


def test_neither_names_nor_order_nor_seed_matter_where_all_is_worked_out():
    told = news(*MIXED * 5)
    other = told.sample(frac=1, random_state=1).rename(lambda name: f"T{name}")

    assert percentile_interval(resampled(told, 50), 0.9) == percentile_interval(resampled(other, 50, seed=7), 0.9)


def test_more_statements_with_news_than_there_are_is_refused():
    with pytest.raises(ValueError, match="4 statements hold news, and there are 3"):
        resampled(news(*MIXED), 3)


# --- the ends of an interval ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chances", "low", "high"),
    [
        ([0.04, 0.02, 0.88, 0.02, 0.04], -0.5, 0.5),  # 4 % outside on either side; the next 2 % would be too much
        ([0.05, 0.01, 0.88, 0.01, 0.05], -0.5, 0.5),  # just 5 % fits
        ([0.051, 0.009, 0.88, 0.009, 0.051], -1.0, 1.0),
        ([0.03, 0.02, 0.9, 0.02, 0.03], 0.0, 0.0),
        ([0.1, 0.2, 0.4, 0.2, 0.1], -1.0, 1.0),
    ],
)
def test_as_much_as_fits_lies_outside(chances, low, high):
    values = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])

    assert percentile_interval(Drawn(values, np.array(chances), 0.1), 0.9) == (low, high, 0.1)


def test_good_and_bad_news_are_treated_alike():
    told = news(*MIXED * 4)
    low, high, _ = percentile_interval(resampled(told, 40), 0.9)
    mirrored = percentile_interval(resampled(-told, 40), 0.9)

    assert mirrored[:2] == (-high, -low)


def test_nothing_drawn_gives_no_interval():
    nothing = Drawn(np.array([]), np.array([]), 1.0)
    some = resampled(news(*MIXED), 9)

    for interval in (percentile_interval(nothing, 0.9), percentile_interval_of_gap(some, nothing, 0.9)):
        assert math.isnan(interval.low)
        assert math.isnan(interval.high)
        assert interval.undefined == 1


def test_the_gap_has_the_ends_of_every_difference_listed():
    one, other = resampled(news(*MIXED), 8), resampled(news((1,), (-1,), (-1, -1), (1,)), 7)
    pairs = sorted(
        (round(mine - yours, 9), a * b)
        for (mine, a), (yours, b) in product(zip(*one[:2], strict=True), zip(*other[:2], strict=True))
    )
    values = np.array([value for value, _ in pairs])
    listed = percentile_interval(Drawn(values, np.array([chance for _, chance in pairs]), 0.0), 0.8)

    gap = percentile_interval_of_gap(one, other, 0.8)

    assert gap[:2] == pytest.approx(listed[:2], abs=1e-7)
    assert gap.undefined == pytest.approx(1 - (1 - one.undefined) * (1 - other.undefined))


# --- the interval of an index -----------------------------------------------------------------------------------------


def test_interval_agrees_with_resampling_statement_by_statement():
    table = mentions(*[("S0", *GOOD)] * 3, *[("S1", *BAD)] * 2, ("S2", *GOOD), ("S3", *BAD), ("S3", *BAD))
    news = {0: [1, 1, 1], 1: [-1, -1], 2: [1], 3: [-1, -1]}
    chance = np.random.default_rng(7)
    drawn = []
    for _ in range(6000):
        picked = [each for statement in chance.integers(0, 10, size=10) for each in news.get(int(statement), [])]
        if picked:
            drawn.append(np.mean(picked))

    interval = measures.bootstrap_interval(table, 10)

    assert [interval.low, interval.high] == pytest.approx(np.quantile(drawn, [0.05, 0.95]), abs=0.06)


def test_interval_is_the_same_for_any_seed_and_any_order_of_rows():
    table = said(*[GOOD, GOOD, BAD, GOOD, BAD] * 12)
    shuffled = table.sample(frac=1, random_state=1)

    assert measures.bootstrap_interval(table, 99) == measures.bootstrap_interval(shuffled, 99)
    assert measures.bootstrap_interval(table, 99) == measures.bootstrap_interval(table, 99, seed=1)


def test_interval_is_undefined_where_the_index_is():
    interval = measures.bootstrap_interval(said(GOOD, BAD), 30)

    assert math.isnan(interval.low)
    assert math.isnan(interval.high)


def test_interval_tells_how_many_draws_have_nothing_to_rest_on():
    """All five mentions stand in one of 20 statements: (19/20)^20, or 36 %, of draws miss it."""
    interval = measures.bootstrap_interval(mentions(*[("S1", *GOOD)] * 5), 20)

    assert interval[:2] == (1, 1)
    assert interval.undefined == pytest.approx((19 / 20) ** 20)


def test_interval_narrows_with_more_statements_and_a_lower_level():
    few, many = said(*[GOOD, GOOD, BAD] * 3), said(*[GOOD, GOOD, BAD] * 30)

    def width(interval):
        return interval.high - interval.low

    assert width(measures.bootstrap_interval(many, 90)) < width(measures.bootstrap_interval(few, 9))
    assert width(measures.bootstrap_interval(few, 9, level=0.5)) < width(measures.bootstrap_interval(few, 9))


# --- whatever the seed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_another_seed_prints_the_same_digits(process):
    def printed(seed):
        survey = Survey.open(DATA / process, seed=seed)
        ends = [*survey.index[["low", "high"]].stack(), *survey.whole_interval[:2]]
        return [signed(end) for end in [*ends, *survey.optimism[["low", "high"]].stack()]]

    told = printed(2012)

    assert len(told) > 10
    assert told == printed(7)


def test_a_large_set_is_drawn_from_with_the_seed():
    """2,000 statements with fifty mentions each are too many to work out."""
    told = pd.Series(np.tile([1] * 30 + [-1] * 20, 2000), index=np.repeat(np.arange(2000), 50))
    told = told.where(told.index % 2 == 0, 1)
    drawn = [resampled(told, 4000, seed=seed, draws=2000) for seed in (1, 1, 2)]

    assert len(drawn[0].values) > 100
    assert np.array_equal(drawn[0].values, drawn[1].values)
    assert not np.array_equal(drawn[0].values, drawn[2].values)
    assert percentile_interval(drawn[0], 0.9).low < told.mean() < percentile_interval(drawn[0], 0.9).high
