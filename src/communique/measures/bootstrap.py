"""How sure a balance of news is: what resampling of statements would give, and percentile intervals.

Statements are drawn with replacement, as many as there are, and the index of each draw is taken. With few statements
the index takes few values, and an end of the interval sits on one of them or on the next as chance has it, however
often one draws. So nothing is drawn where that can be helped: the chance of every index is worked out (the ideal
bootstrap, of which draws are an approximation: Efron and Tibshirani 1993, section 6.2).
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

DRAWS = 200_000  # where a set is too large to be worked out
_CELLS = 2**21  # of the table of good and bad news up to which it is: some 2,000 mentions
_BLOCK = 2**22  # counts held at a time while drawing
_REST = 35.0  # e^-35, less than 1e-15, is the chance of what such a table leaves out
_NONE = 1e-16  # a smaller chance is what rounding leaves of none
_TIE = 1e-9  # chances, or indices, that differ by less are one


class Interval(NamedTuple):
    """A bootstrap interval, and the share of draws in which the index has nothing to rest on and is passed over."""

    low: float
    high: float
    undefined: float


class Drawn(NamedTuple):
    """The indices that draws can give, ascending, each with its chance among those draws, and the share of others."""

    values: np.ndarray
    chances: np.ndarray
    undefined: float


UNKNOWN = Interval(float("nan"), float("nan"), 0.0)


def resampled(news: pd.Series, size: int, *, seed: int = 0, draws: int = DRAWS, cells: int = _CELLS) -> Drawn:
    """Every mean of `news` that `size` statements drawn with replacement can give, with its chance.

    Worked out in full where the table it takes has up to `cells` cells; `seed` and `draws` tell only beyond.

    Parameters
    ----------
    news : Series of +1 and -1, indexed by statement id
        Statements without news only count in `size`.

    Notes
    -----
    A draw is `size` times one statement, so the joint distribution of its good and bad news is the distribution of one
    statement's, convolved `size` times with itself: a power of its Fourier transform. The table reaches as far as
    Bernstein's inequality asks for what is left out not to matter.
    """
    by_statement = pd.DataFrame({"good": news > 0, "bad": news < 0}).groupby(level=0).sum()
    if size < len(by_statement):
        raise ValueError(f"{len(by_statement)} statements hold news, and there are {size}")
    # Only how many statements give the same news matters: neither their names nor their order.
    kinds, counts = np.unique(by_statement.to_numpy(), axis=0, return_counts=True)
    kinds = np.vstack([np.zeros((1, 2), dtype=kinds.dtype), kinds])
    shares = np.concatenate([[size - counts.sum()], counts]) / size
    shape = tuple(_reach(column, shares, size) + 1 for column in kinds.T)
    if np.prod(shape, dtype=float) <= cells:
        good, bad, chances = _worked_out(kinds, shares, size, shape)
    else:
        good, bad, chances = _drawn(kinds, shares, size, np.random.default_rng(seed), draws)
    held = good + bad > 0
    means = (good - bad)[held] / (good + bad)[held]
    values, places = np.unique(means, return_inverse=True)
    chances, undefined = np.bincount(places, weights=chances[held], minlength=len(values)), chances[~held].sum()
    return Drawn(values, chances / chances.sum() if len(values) else chances, float(undefined))


def _reach(news: np.ndarray, shares: np.ndarray, size: int) -> int:
    """A number that the sum of `size` draws exceeds with a chance under e^-`_REST` (Bernstein's inequality)."""
    mean = news @ shares
    spread, most = size * ((news - mean) ** 2 @ shares), news.max()
    return int(np.ceil(size * mean + _REST * most / 3 + np.sqrt((_REST * most / 3) ** 2 + 2 * _REST * spread)))


def _worked_out(
    kinds: np.ndarray, shares: np.ndarray, size: int, shape: tuple[int, int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every sum of good and bad news that draws can give, with its chance."""
    one = np.zeros(shape)
    one[tuple(kinds.T)] += shares
    table = np.fft.irfft2(np.fft.rfft2(one) ** size, s=shape)
    good, bad = np.nonzero(table > _NONE)
    return good, bad, table[good, bad]


def _drawn(
    kinds: np.ndarray, shares: np.ndarray, size: int, chance: np.random.Generator, draws: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sums of good and bad news of so many draws, each with the same chance."""
    block = max(1, _BLOCK // len(kinds))
    sums = [
        chance.multinomial(size, shares, size=min(block, draws - start)) @ kinds for start in range(0, draws, block)
    ]
    good, bad = np.concatenate(sums).T
    return good, bad, np.full(draws, 1 / draws)


def percentile_interval(drawn: Drawn, level: float) -> Interval:
    """The middle `level` of the draws that are defined: as much as fits of the rest lies on either side, no more.

    The low end is the highest value with a chance of at most (1 - `level`) / 2 below it, the high end the lowest with
    at most that above it: both are values that a draw can give (Hyndman and Fan 1996, definition 1).
    """
    if not len(drawn.values):
        return Interval(float("nan"), float("nan"), drawn.undefined)
    outside = (1 - level) / 2 + _TIE
    low = np.searchsorted(np.cumsum(drawn.chances), outside, side="right")
    high = np.searchsorted(np.cumsum(drawn.chances[::-1]), outside, side="right")
    last = len(drawn.values) - 1
    return Interval(float(drawn.values[min(low, last)]), float(drawn.values[max(last - high, 0)]), drawn.undefined)


def percentile_interval_of_gap(one: Drawn, other: Drawn, level: float) -> Interval:
    """The same for the difference of two indices drawn apart from each other.

    There are too many differences to list, so the ends are found by halving what is left between -2 and 2.
    """
    undefined = 1 - (1 - one.undefined) * (1 - other.undefined)
    if not len(one.values) or not len(other.values):
        return Interval(float("nan"), float("nan"), undefined)
    # The high end of one minus other is the low end of other minus one, with its sign turned.
    return Interval(_low_end(one, other, level), -_low_end(other, one, level), undefined)


def _low_end(one: Drawn, other: Drawn, level: float) -> float:
    """The highest difference with a chance of at most (1 - `level`) / 2 below it."""
    below_one = np.concatenate([[0.0], np.cumsum(one.chances)])
    outside = (1 - level) / 2 + _TIE
    low, high = -2.0 - _TIE, 2.0 + _TIE
    while high - low > _TIE:
        middle = (low + high) / 2
        below = below_one[np.searchsorted(one.values, other.values + middle)] @ other.chances
        low, high = (middle, high) if below <= outside else (low, middle)
    return round((low + high) / 2, 8)
