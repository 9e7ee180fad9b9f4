"""What was expected and what became of it: how far dates slipped, and who was right."""

from collections.abc import Sequence

import pandas as pd

LEAST = 5  # expectations of known fate under which a share of hits would say nothing
OUTCOMES = ("met", "partly", "missed", "open")
_DATED = r"\d{4}-\d{2}-\d{2}"


def slippage(expectations: pd.DataFrame) -> pd.DataFrame:
    """Expectations that named a day or a window of days, with the days by which the thing missed it.

    Parameters
    ----------
    expectations : DataFrame
        Expectations as in the data, with the speaker's ``name`` where known (else the speaker's id is shown).
        ``due`` holds a date, ``round:N`` or nothing; only dates are measured. ``due_end``, where it holds a day, makes
        a window of it, in which nothing is early or late. ``about`` may be absent (see `things`).

    Returns
    -------
    DataFrame
        One row per dated expectation, by due day: ``expectation_id``, ``round``, ``date`` (NaT where not given),
        ``speaker``, ``name``, ``kind``, ``thing``, ``expected``, ``due``, ``due_end``, ``happened_on`` (datetime64, NaT
        where there is none), ``days`` (Int64: from the last day of the window when late, from the first, and so
        negative, when early, 0 within; missing where nothing happened or no day is known), ``outcome``,
        ``statement_id`` and ``fate``: "early", "on the day", "within the window", "late", "never happened" (missed, and
        no later day is known), "partly, no day known", "met, no day known" or "open".
    """
    rows = expectations.loc[expectations["due"].str.fullmatch(_DATED)]
    due = pd.to_datetime(rows["due"], format="%Y-%m-%d").astype("datetime64[ns]")
    window = _days(rows, "due_end")
    early, late = (rows["happened_on"] - due).dt.days, (rows["happened_on"] - window.fillna(due)).dt.days
    days = late.where(late > 0, early.where(early < 0, 0)).where(rows["happened_on"].notna())
    table = rows.assign(
        due=due,
        due_end=window,
        date=_days(rows, "date"),
        days=days.astype("Int64"),
        name=rows["name"] if "name" in rows else rows["speaker"],
        thing=things(rows),
    )
    told = zip(table["days"], table["due_end"].notna(), table["outcome"], strict=True)
    table["fate"] = [_fate(*each) for each in told]
    names = ["expectation_id", "round", "date", "speaker", "name", "kind", "thing", "expected", "due", "due_end"]
    names += ["happened_on", "days", "outcome", "statement_id", "fate"]
    ordered = table.sort_values(["due", "happened_on", "expectation_id"], kind="stable", ignore_index=True)
    return ordered[names].astype({"fate": "str"})


def things(expectations: pd.DataFrame) -> pd.Series:
    """What each expectation is about: the id in ``about``, else its own, since it then stands alone."""
    own = expectations["expectation_id"]
    return own.where(expectations["about"] == "", expectations["about"]) if "about" in expectations else own


def _days(rows: pd.DataFrame, column: str) -> pd.Series:
    """A column of days, all of them missing where a table has no such column."""
    return rows[column] if column in rows else pd.Series(pd.NaT, index=rows.index, dtype="datetime64[ns]")


def _fate(days: int, window: bool, outcome: str) -> str:
    if pd.notna(days):
        return "late" if days > 0 else "early" if days < 0 else "within the window" if window else "on the day"
    return {"missed": "never happened", "open": "open"}.get(outcome, f"{outcome}, no day known")


def record(expectations: pd.DataFrame, *, by: Sequence[str] = ("side",)) -> pd.DataFrame:
    """How many expectations were met, met in part, missed and are open, for each value of the columns `by`.

    By "thing" those that speak of the same thing are counted together (see `things`).

    An expectation is met when what it names came about. A fear that is met is bad news, a demand that is met is no
    proof of foresight: count by ``kind`` as well where that matters.

    Returns
    -------
    DataFrame
        The columns `by`, ``met``, ``partly``, ``missed``, ``open``, ``n``, ``settled`` (int64: those whose fate is
        known) and ``met_share`` (of the settled; NaN where there is none), the largest ``n`` first. Reports tell shares
        of what was met by these two columns alone, so that they all have one denominator.
    """
    keys = list(by)
    if "thing" in keys:
        expectations = expectations.assign(thing=things(expectations))
    table = expectations.groupby([*keys, "outcome"], observed=True).size().unstack("outcome", fill_value=0)
    table = table.reindex(columns=list(OUTCOMES), fill_value=0).astype("int64")
    settled = table["met"] + table["partly"] + table["missed"]
    table = table.assign(
        n=settled + table["open"], settled=settled, met_share=table["met"] / settled.where(settled > 0)
    )
    table = table.rename_axis(columns=None).reset_index()
    return table.sort_values(["n", *keys], ascending=[False, *(True for _ in keys)], ignore_index=True)
