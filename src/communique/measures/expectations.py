"""What was expected and what became of it: how far dates slipped, and who was right."""

from collections.abc import Sequence

import pandas as pd

LEAST = 5  # expectations of known fate under which a share of hits would say nothing
OUTCOMES = ("met", "partly", "missed", "open")
_DATED = r"\d{4}-\d{2}-\d{2}"


def slippage(expectations: pd.DataFrame) -> pd.DataFrame:
    """Expectations that named a day, with the days from that day to the day the thing happened.

    Parameters
    ----------
    expectations : DataFrame
        Expectations as in the data, with the speaker's ``name`` where known (else the speaker's id is shown).
        ``due`` holds a date, ``round:N`` or nothing; only dates are measured.

    Returns
    -------
    DataFrame
        One row per dated expectation, by due day: ``expectation_id``, ``round``, ``speaker``, ``name``, ``kind``,
        ``expected``, ``due``, ``happened_on`` (datetime64, NaT where unknown), ``days`` (Int64: positive when late,
        missing where nothing happened or no day is known), ``outcome``, ``statement_id`` and ``fate``: "early",
        "on the day", "late", "never happened" (missed, and no later day is known), "partly, no day known",
        "met, no day known" or "open".
    """
    rows = expectations.loc[expectations["due"].str.fullmatch(_DATED)]
    due = pd.to_datetime(rows["due"], format="%Y-%m-%d").astype("datetime64[ns]")
    days = (rows["happened_on"] - due).dt.days.astype("Int64")
    table = rows.assign(due=due, days=days, name=rows["name"] if "name" in rows else rows["speaker"])
    table["fate"] = [_fate(*each) for each in zip(table["days"], table["outcome"], strict=True)]
    names = ["expectation_id", "round", "speaker", "name", "kind", "expected", "due", "happened_on", "days", "outcome"]
    ordered = table.sort_values(["due", "happened_on", "expectation_id"], kind="stable", ignore_index=True)
    return ordered[[*names, "statement_id", "fate"]].astype({"fate": "str"})


def _fate(days: int, outcome: str) -> str:
    if pd.notna(days):
        return "late" if days > 0 else "early" if days < 0 else "on the day"
    return {"missed": "never happened", "open": "open"}.get(outcome, f"{outcome}, no day known")


def record(expectations: pd.DataFrame, *, by: Sequence[str] = ("side",)) -> pd.DataFrame:
    """How many expectations were met, met in part, missed and are open, for each value of the columns `by`.

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
    table = expectations.groupby([*keys, "outcome"], observed=True).size().unstack("outcome", fill_value=0)
    table = table.reindex(columns=list(OUTCOMES), fill_value=0).astype("int64")
    settled = table["met"] + table["partly"] + table["missed"]
    table = table.assign(
        n=settled + table["open"], settled=settled, met_share=table["met"] / settled.where(settled > 0)
    )
    table = table.rename_axis(columns=None).reset_index()
    return table.sort_values(["n", *keys], ascending=[False, *(True for _ in keys)], ignore_index=True)
