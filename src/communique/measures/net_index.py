"""The net language index: the balance of good and bad news in what was claimed and denied, and how sure it is."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from communique.measures.bootstrap import DRAWS, UNKNOWN, Interval, percentile_interval, resampled
from communique.measures.counts import own

LEAST = 5  # claimed and denied mentions under which an index would be noise


def net_index(mentions: pd.DataFrame, *, least: int = LEAST) -> float:
    """Net language index of a set of mentions, in [-1, 1]; NaN under `least` claimed and denied mentions.

    (claimed positive + denied negative - denied positive - claimed negative) / all claimed and denied mentions.
    Mentions that `own` leaves out do not count.
    """
    told = news(mentions)
    return float(told.mean()) if len(told) >= max(least, 1) else float("nan")


def index_of(good: int, bad: int, *, least: int = LEAST) -> float:
    """The index that `net_index` gives of so many mentions that are good and bad `news`, where they were counted."""
    return (good - bad) / (good + bad) if good + bad >= max(least, 1) else float("nan")


def open_share(mentions: pd.DataFrame) -> float:
    """Share of mentions that are open or doubted: talk of what is not there yet. NaN where there are none."""
    rows = own(mentions)
    return float(rows["status"].isin(["open", "doubted"]).mean()) if len(rows) else float("nan")


def decided(mentions: pd.DataFrame) -> int:
    """How many mentions are claimed or denied, the number an index rests on."""
    return len(news(mentions))


def bootstrap_interval(
    mentions: pd.DataFrame,
    statements: pd.DataFrame | int,
    *,
    level: float = 0.90,
    seed: int = 0,
    draws: int = DRAWS,
    least: int = LEAST,
) -> Interval:
    """Percentile interval of `net_index` under resampling of statements; NaN where the index is.

    Statements are drawn, not mentions, because the terms of one statement stand and fall together. Every statement of
    the set takes part, those without a mention too. The interval is that of all draws there can be: same input, same
    interval, in whatever order the rows come. Only a set too large for that (see `resampled`) is drawn from, `draws`
    times with `seed`. A draw without a claimed or denied mention has no index: it is passed over, and `undefined`
    is the share of such draws.

    Parameters
    ----------
    mentions : DataFrame
        A mention table with ``statement_id``.
    statements : DataFrame or int
        The set the mentions were found in, one row per statement, or its size.
    level : float
        Coverage of the interval, between 0 and 1.

    Notes
    -----
    Efron and Tibshirani, An Introduction to the Bootstrap (1993), sections 6.2 (ideal bootstrap) and 13.3 (percentile
    interval).
    """
    size = statements if isinstance(statements, int) else len(statements)
    if decided(mentions) < max(least, 1):
        return UNKNOWN
    return percentile_interval(resampled(news(mentions), size, seed=seed, draws=draws), level)


def index_by_round(
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    *,
    rounds: Iterable[int] | None = None,
    level: float = 0.90,
    seed: int = 0,
    draws: int = DRAWS,
    least: int = LEAST,
) -> pd.DataFrame:
    """Net language index of each round with its interval and the numbers behind it.

    Parameters
    ----------
    mentions : DataFrame
        A mention table with ``statement_id``.
    statements : DataFrame
        ``statement_id`` and ``round`` of all statements.
    rounds : iterable of int, optional
        The rounds to tell of; those with statements where none are given.

    Returns
    -------
    DataFrame
        ``round`` (int64), ``index``, ``low``, ``high``, ``open_share`` (float64, NaN where undefined), ``decided``
        (claimed and denied mentions), ``mentions``, ``statements`` (int64) and ``undefined`` (float64: the share of
        draws passed over).
    """
    wanted = sorted(statements["round"].unique()) if rounds is None else list(rounds)
    where = mentions["statement_id"].map(statements.set_index("statement_id")["round"])
    rows = []
    for number in wanted:
        said = mentions.loc[where == number]
        size = int((statements["round"] == number).sum())
        interval = bootstrap_interval(said, size, level=level, seed=seed, draws=draws, least=least)
        rows.append(
            {
                "round": number,
                "index": net_index(said, least=least),
                "low": interval.low,
                "high": interval.high,
                "open_share": open_share(said),
                "decided": decided(said),
                "mentions": len(own(said)),
                "statements": size,
                "undefined": interval.undefined,
            }
        )
    counts = dict.fromkeys(("round", "decided", "mentions", "statements"), "int64")
    shares = dict.fromkeys(("index", "low", "high", "open_share", "undefined"), "float64")
    names = ["round", "index", "low", "high", "open_share", "decided", "mentions", "statements", "undefined"]
    return pd.DataFrame(rows, columns=names).astype({**counts, **shares})


def news(mentions: pd.DataFrame) -> pd.Series:
    """+1 for each claimed or denied mention that is good news (claimed +, denied -), -1 for each that is bad.

    int64, indexed by statement id; open and doubted mentions are no news yet.
    """
    rows = own(mentions)
    rows = rows.loc[rows["status"].isin(["claimed", "denied"])]
    good = (rows["polarity"] == "+") == (rows["status"] == "claimed")
    return pd.Series(np.where(good, 1, -1), index=rows["statement_id"], dtype="int64")
