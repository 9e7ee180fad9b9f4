"""Gaps between two voices: mediators against parties, headlines against what was said."""

from collections.abc import Collection

import pandas as pd

from communique.measures.bootstrap import DRAWS, UNKNOWN, percentile_interval_of_gap, resampled
from communique.measures.net_index import LEAST, decided, net_index, news

WHOLE = "whole process"


def optimism_gap(
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    *,
    mediating: Collection[str],
    negotiating: Collection[str],
    by: str = "",
    level: float = 0.90,
    seed: int = 0,
    draws: int = DRAWS,
    least: int = LEAST,
) -> pd.DataFrame:
    """How much better the mediators' account of the talks sounds than the parties': the difference of their indices.

    Parameters
    ----------
    mentions : DataFrame
        A mention table with ``statement_id``.
    statements : DataFrame
        All statements with ``statement_id``, ``side`` and, as `by` asks, ``date`` or the column itself.
    mediating, negotiating : collections of side ids
        Either may be empty: then there is no gap to tell of.
    by : str
        "" for the whole process, "year" for the calendar year of the statement, or a column such as "round".

    Returns
    -------
    DataFrame
        One row per period in order: ``period`` (the value of `by`, "whole process" for ""), ``mediating``,
        ``negotiating``, ``gap``, ``low``, ``high`` (float64; NaN where an index is undefined or a role is absent),
        ``mediating_n``, ``negotiating_n`` (int64: the claimed and denied mentions each index rests on).
    """
    periods = _periods(statements, by)
    said_in = mentions["statement_id"].map(pd.Series(periods.to_numpy(), index=statements["statement_id"]))
    said_by = mentions["statement_id"].map(statements.set_index("statement_id")["side"])
    rows = []
    for period in sorted(periods.unique()):
        row: dict[str, object] = {"period": period}
        drawn = []
        # The two voices are drawn apart; where draws are made, another seed for the second keeps them independent.
        for offset, (role, sides) in enumerate((("mediating", mediating), ("negotiating", negotiating))):
            said = mentions.loc[(said_in == period) & said_by.isin(list(sides))]
            row[role] = net_index(said, least=least)
            row[f"{role}_n"] = decided(said)
            size = int((statements["side"].isin(list(sides)) & (periods == period)).sum())
            if pd.notna(row[role]):
                drawn.append(resampled(news(said), size, seed=seed + offset, draws=draws))
        row["gap"] = row["mediating"] - row["negotiating"]
        interval = percentile_interval_of_gap(*drawn, level) if len(drawn) == 2 else UNKNOWN
        rows.append(row | {"low": interval.low, "high": interval.high})
    shares = dict.fromkeys(("mediating", "negotiating", "gap", "low", "high"), "float64")
    numbers = dict.fromkeys(("mediating_n", "negotiating_n"), "int64")
    return pd.DataFrame(rows, columns=["period", *shares, *numbers]).astype({**shares, **numbers})


def headline_gap(spoken: pd.DataFrame, headlines: pd.DataFrame, *, least: int = LEAST) -> pd.DataFrame:
    """What headlines say against what speakers said: two tables of `counts` over the same columns, side by side.

    Parameters
    ----------
    spoken, headlines : DataFrame
        Tables of `counts` by family and status, and by round where asked; ``n`` is the number of mentions.
    least : int
        Shares of fewer mentions than that are undefined: they would be noise.

    Returns
    -------
    DataFrame
        The columns counted by, ``spoken``, ``headlines`` (int64), ``spoken_share``, ``headline_share`` (of all
        mentions of the same round, NaN under `least`) and ``gap``: headline share minus spoken share.
    """
    keys = [column for column in spoken.columns if column != "n"]
    spoken, headlines = (each.set_index(keys)["n"] for each in (spoken, headlines))
    # In the order of what was said, which is that of families and statuses; what only headlines hold comes last.
    order = spoken.index.append(headlines.index.difference(spoken.index, sort=False))
    both = pd.DataFrame({"spoken": spoken, "headlines": headlines}).reindex(order).reset_index()
    both = both.fillna({"spoken": 0, "headlines": 0}).astype({"spoken": "int64", "headlines": "int64"})
    outer = [column for column in keys if column not in ("family", "status", "polarity")]
    for voice, share in (("spoken", "spoken_share"), ("headlines", "headline_share")):
        total = both.groupby(outer)[voice].transform("sum") if outer else pd.Series(both[voice].sum(), both.index)
        both[share] = both[voice] / total.where(total >= max(least, 1))
    return both.assign(gap=both["headline_share"] - both["spoken_share"])


def _periods(statements: pd.DataFrame, by: str) -> pd.Series:
    if by == "year":
        return statements["date"].dt.year
    return statements[by] if by else pd.Series(WHOLE, index=statements.index)
