"""How far the record reaches: what share of it each side, kind of source, language and phase holds."""

import pandas as pd

ASPECTS = ("side", "source_kind", "language", "phase")


def coverage(spoken: pd.DataFrame, *, aspects: tuple[str, ...] = ASPECTS) -> pd.DataFrame:
    """Number and share of statements for each value of each aspect, the most frequent first; phases in time.

    Parameters
    ----------
    spoken : DataFrame
        Statements joined with speakers and sources, as `Process.spoken` gives them.

    Returns
    -------
    DataFrame
        ``aspect``, ``value`` (text), ``statements``, ``sources`` (int64: how many different ones) and ``share``
        (float64: of all statements).
    """
    parts = []
    for aspect in aspects:
        grouped = spoken.groupby(aspect, observed=False, sort=True)
        table = grouped.agg(statements=("statement_id", "size"), sources=("source_id", "nunique"))
        if not isinstance(spoken[aspect].dtype, pd.CategoricalDtype):
            table = table.sort_values("statements", ascending=False, kind="stable")
        share = table["statements"] / len(spoken) if len(spoken) else float("nan")
        values = table.index.astype("str")
        parts.append(table.assign(aspect=aspect, value=values, share=share).reset_index(drop=True))
    kinds = {"aspect": "str", "value": "str", "statements": "int64", "sources": "int64", "share": "float64"}
    return pd.concat(parts, ignore_index=True)[list(kinds)].astype(kinds)
