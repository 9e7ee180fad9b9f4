"""What came late: expectations that named a day or a window, told in sentences."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from communique import measures
from communique.document.blocks import Tag
from communique.prose import day, delay, window

LATER = Tag("known later", "later")
# How a speaker looks ahead: "hoped for by 31 May 2016"; "planned for May 2016"; of a window: "demanded in May 2016".
LOOKS = {"plan": "planned", "hope": "hoped for", "fear": "feared", "demand": "demanded", "prediction": "predicted"}
_ON_A_DAY = {"hope": "by", "demand": "by"}
_IN_A_WINDOW = {"hope": "in", "demand": "in"}


class Miss(NamedTuple):
    """A sentence on something that came late, the statement that had expected it, and the day on which it came."""

    sentence: str
    statement_id: str
    happened_on: pd.Timestamp


def sharpest_miss(expectations: pd.DataFrame) -> Miss | None:
    """The dated expectation that came true the most days late, told in a sentence, or None."""
    late = measures.slippage(expectations)
    late = late.loc[late["fate"] == "late"]
    if late.empty:
        return None
    worst = late.sort_values("days", kind="stable").iloc[-1]
    sentence = (
        f"The longest delay: what {worst['name']} {_expected(worst)} came {delay(int(worst['days']))} late, on "
        f"{day(worst['happened_on'])}."
    )
    return Miss(sentence, worst["statement_id"], worst["happened_on"])


def _expected(row: pd.Series) -> str:
    """How a speaker looked ahead, and to when: "planned for May 2016", "hoped for by 31 May 2016"."""
    when = named(row)
    if when.startswith("by "):
        return f"{LOOKS[row['kind']]} {when}"
    lead = _ON_A_DAY if pd.isna(row["due_end"]) else _IN_A_WINDOW
    return f"{LOOKS[row['kind']]} {lead.get(row['kind'], 'for')} {when}"


def named(row: Mapping[str, Any]) -> str:
    """The day or window that a row of `measures.slippage` named: "15 May 2017", "May 2017", "by 31 May 2017"."""
    if pd.isna(row["due_end"]):
        return day(row["due"])
    return window(row["due"], row["due_end"], row["date"])
