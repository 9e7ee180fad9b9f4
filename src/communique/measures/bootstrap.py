"""How sure a balance of news is: resampling of statements, and percentile intervals."""

from typing import NamedTuple

import numpy as np
import pandas as pd


class Interval(NamedTuple):
    """A bootstrap interval, and in how many draws the index had nothing to rest on and was passed over."""

    low: float
    high: float
    undefined: int


UNKNOWN = Interval(float("nan"), float("nan"), 0)


def resampled(news: pd.Series, size: int, *, seed: int, draws: int) -> np.ndarray:
    """Mean of `news` in each of `draws` resamples of `size` statements; NaN where a resample holds none.

    Parameters
    ----------
    news : Series of +1 and -1, indexed by statement id
        Statements without news only count in `size`.
    """
    by_statement = news.groupby(level=0).agg(["sum", "size"])
    # Sorted by value: the interval must not depend on the order or the names of statements.
    balance, weight = by_statement.sort_values(["sum", "size"]).to_numpy().T
    # Statements without news only take up draws, so one cell of the multinomial holds them all.
    chances = np.append(np.full(len(weight), 1.0), size - len(weight)) / size
    taken = np.random.default_rng(seed).multinomial(size, chances, size=draws)[:, :-1]
    total = taken @ weight
    return np.divide(taken @ balance, total, out=np.full(draws, np.nan), where=total > 0)


def percentile_interval(drawn: np.ndarray, level: float) -> Interval:
    """Middle `level` of the draws that are defined, and how many are not."""
    held = drawn[~np.isnan(drawn)]
    if not len(held):
        return Interval(float("nan"), float("nan"), len(drawn))
    low, high = np.quantile(held, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high), len(drawn) - len(held))
