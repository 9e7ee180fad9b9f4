"""How often each family of terms was mentioned with each status."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from communique.commitment import FAMILIES, STATUSES

_LEVELS = {"family": tuple(FAMILIES), "status": STATUSES, "polarity": ("+", "-")}


def own(mentions: pd.DataFrame) -> pd.DataFrame:
    """Mentions that count: those of the round's own talks, read as claimed, denied, open or doubted.

    Left out are mentions that speak of another round or process (``refers_to``), of the truce or of relations within
    one side (``about``), and filtered senses (status ``off``).
    """
    counted = mentions["status"].isin(STATUSES)
    if "refers_to" in mentions:
        counted &= mentions["refers_to"] == ""
    if "about" in mentions:
        counted &= mentions["about"] == "talks"
    return mentions.loc[counted]


def apart(mentions: pd.DataFrame) -> pd.Series:
    """How many mentions `own` leaves out by what they are about: int64, indexed by ``about``; ``off`` ones are none."""
    rest = mentions.drop(own(mentions).index)
    rest = rest.loc[rest["status"].isin(STATUSES)]
    return rest["about"].value_counts().sort_index().astype("int64")


def left_out(mentions: pd.DataFrame) -> int:
    """How many mentions `own` and `counts` leave out."""
    return len(mentions) - len(own(mentions))


def counts(
    mentions: pd.DataFrame,
    *,
    by: Sequence[str] = ("family", "status"),
    levels: Mapping[str, Iterable[object]] | None = None,
) -> pd.DataFrame:
    """Number of mentions for every combination of the columns `by`, zeros kept.

    Parameters
    ----------
    mentions : DataFrame
        A mention table, joined with its statements where `by` names their columns.
    by : sequence of column names
        "basket" counts a mention once for each of its statement's ``baskets`` (tuples), so that baskets do not add up.
    levels : mapping of column name to values, optional
        The values a column is completed with, e.g. ``{"round": rounds["round"]}``. Families, statuses and polarities
        are always complete; other columns otherwise hold the values found. Values found but not listed come last.

    Returns
    -------
    DataFrame
        The columns `by` and ``n`` (int64), in the order of the levels.
    """
    rows = own(mentions)
    if "basket" in by:
        rows = rows.assign(basket=rows["baskets"]).explode("basket")
        rows = rows.loc[rows["basket"].notna()]
    given = {**_LEVELS, **{name: tuple(values) for name, values in (levels or {}).items()}}
    complete = [_complete(rows[column], given.get(column)) for column in by]
    places = [values.get_indexer(rows[column]) for values, column in zip(complete, by, strict=True)]
    grid = np.zeros([len(values) for values in complete], dtype="int64")
    np.add.at(grid, tuple(places), 1)
    index = pd.MultiIndex.from_product(complete, names=list(by))
    return pd.DataFrame({"n": grid.ravel()}, index=index).reset_index()


def _complete(found: pd.Series, expected: tuple[object, ...] | None) -> pd.Index:
    """Values a column is counted over: those expected, then any others found."""
    if expected is None and isinstance(found.dtype, pd.CategoricalDtype):
        expected = tuple(found.cat.categories)
    others = sorted(set(found.dropna().unique()) - set(expected or ()))
    return pd.Index([*(expected or ()), *others])
