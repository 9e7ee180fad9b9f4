"""What came late: expectations that named a day or a window, told in sentences."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from communique import measures
from communique.document.blocks import Tag
from communique.facts.shared import Dossier
from communique.prose import day, delay, lowered, possessive, sentence, window

LATER = Tag("known later", "later")


class Miss(NamedTuple):
    """Sentences on something that came late, the statement that had expected it, and the day on which it came."""

    sentence: str
    statement_id: str
    happened_on: pd.Timestamp


def sharpest_miss(dossier: Dossier, expectations: pd.DataFrame) -> Miss | None:
    """The dated expectation that came true the most days late, told in sentences, or None."""
    late = measures.slippage(expectations)
    late = late.loc[late["fate"] == "late"]
    if late.empty:
        return None
    worst = late.sort_values("days", kind="stable").iloc[-1]
    when = named(worst)
    told = (
        f"The longest delay was {delay(int(worst['days']))}. {possessive(worst['name'])} {worst['kind']}, "
        f"{when if when.startswith('by ') else f'for {when}'}: {sentence(lowered(worst['expected'], dossier.names))} "
        f"It came on {day(worst['happened_on'])}."
    )
    return Miss(told, worst["statement_id"], worst["happened_on"])


def named(row: Mapping[str, Any]) -> str:
    """The day or window that a row of `measures.slippage` named: "15 May 2017", "May 2017", "by 31 May 2017"."""
    if pd.isna(row["due_end"]):
        return day(row["due"])
    return window(row["due"], row["due_end"], row["date"])
