"""How far coders who worked apart agree: Krippendorff's alpha."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

UNDEFINED = "undefined: nothing varies"


def krippendorff_alpha(ratings: Sequence[Sequence[object]], *, level: str = "ordinal") -> float:
    """Krippendorff's alpha: 1 for perfect agreement, 0 for what chance gives; NaN where nothing varies.

    Parameters
    ----------
    ratings : array-like, coders x units
        One row per coder, one column per unit; None or NaN where a coder did not rate a unit. Units rated by fewer
        than two coders say nothing on agreement and are passed over.
    level : "nominal", "ordinal" or "interval"
        Whether values only differ, are ordered, or lie at measured distances.

    Notes
    -----
    Alpha = 1 - observed / expected disagreement over the coincidence matrix: K. Krippendorff, "Computing
    Krippendorff's alpha-reliability" (2011), https://repository.upenn.edu/asc_papers/43.
    """
    if level not in _DISTANCES:
        raise ValueError(f"level {level!r}: there are {', '.join(_DISTANCES)}")
    table = np.asarray(ratings, dtype=object)
    rated = ~pd.isna(table)
    values = sorted(set(table[rated]))
    if not values:
        return float("nan")
    tallies = np.stack([((table == value) & rated).sum(axis=0) for value in values], axis=1)  # units x values
    tallies = tallies[tallies.sum(axis=1) > 1]
    coincidences = np.zeros((len(values), len(values)))
    for unit in tallies:
        coincidences += (np.outer(unit, unit) - np.diag(unit)) / (unit.sum() - 1)
    totals = coincidences.sum(axis=0)
    distance = _DISTANCES[level](values, totals)
    expected = (np.outer(totals, totals) * distance).sum()
    if not expected:
        return float("nan")
    return float(1 - (totals.sum() - 1) * (coincidences * distance).sum() / expected)


def _nominal(values: Sequence[object], totals: np.ndarray) -> np.ndarray:
    return 1 - np.eye(len(values))


def _interval(values: Sequence[float], totals: np.ndarray) -> np.ndarray:
    numbers = np.asarray(values, dtype=float)
    return (numbers[:, None] - numbers[None, :]) ** 2


def _ordinal(values: Sequence[object], totals: np.ndarray) -> np.ndarray:
    # Two values lie as far apart as there are ratings between them, half of their own counted in.
    middles = np.cumsum(totals) - totals / 2
    return (middles[:, None] - middles[None, :]) ** 2


_DISTANCES = {"nominal": _nominal, "ordinal": _ordinal, "interval": _interval}


def reading(alpha: float) -> str:
    """How far to rely on an alpha: "reliable" from .800, "tentative" from .667, below "not to be relied on".

    The thresholds are Krippendorff's: Content Analysis (2004), chapter 11.
    """
    if np.isnan(alpha):
        return UNDEFINED
    return "reliable" if alpha >= 0.8 else "tentative" if alpha >= 0.667 else "not to be relied on"


def agreement(assessments: pd.DataFrame, *, value: str = "stage", level: str = "ordinal") -> pd.DataFrame:
    """How far the coders agree on each dimension; ladders differ, so dimensions are never pooled.

    Parameters
    ----------
    assessments : DataFrame
        ``round``, ``dimension``, ``coder`` and the column named by `value`; one row per round, dimension and coder.

    Returns
    -------
    DataFrame
        ``dimension``, ``alpha`` (float64, NaN where nothing varies or nothing was coded twice), ``same`` (float64: the
        share of cells on which all coders agree), ``n`` (int64: cells coded by two or more) and ``reading`` (see
        `reading`), in the order the dimensions first appear. Empty where fewer than two coders coded.
    """
    rows = []
    for dimension, coded in assessments.groupby("dimension", sort=False):
        ratings = coded.pivot(index="coder", columns="round", values=value)
        twice = ratings.loc[:, ratings.notna().sum() > 1]
        if twice.empty:
            continue
        alpha = krippendorff_alpha(twice.to_numpy(), level=level)
        same = (twice.nunique() == 1).mean()
        cell = {"dimension": dimension, "alpha": alpha, "same": same, "n": twice.shape[1], "reading": reading(alpha)}
        rows.append(cell)
    kinds = {"dimension": "str", "alpha": "float64", "same": "float64", "n": "int64", "reading": "str"}
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)
