"""What came late: expectations that named a day or a window, told in sentences."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from communique import measures
from communique.document.blocks import Inline, Paragraph, Tag, inlines
from communique.facts.shared import Dossier
from communique.prose import capitalised, counted, day, delay, window

LATER = Tag("known later", "later")
# How a speaker looks ahead: "hoped for by 31 May 2016"; "planned for May 2016"; of a window: "demanded in May 2016".
LOOKS = {"plan": "planned", "hope": "hoped for", "fear": "feared", "demand": "demanded", "prediction": "predicted"}
_ON_A_DAY = {"hope": "by", "demand": "by"}
_IN_A_WINDOW = {"hope": "in", "demand": "in"}
FATES = {
    "never happened": "it did not happen",
    "partly, no day known": "it was met in part",
    "met, no day known": "it was met",
    "open": "its fate is still open",
}


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


def dated_sentences(
    slippage: pd.DataFrame, dossier: Dossier, *, is_later: Callable[[pd.Timestamp], bool] = lambda moment: False
) -> Paragraph:
    """What became of dated expectations too few for a chart: who expected what by which day, and how late it came.

    What happened on a day that `is_later` tells of is marked as later knowledge.
    """
    parts: list[str | Inline] = [f"{capitalised(counted(len(slippage), 'expectation'))} named a day."]
    for row in slippage.to_dict("records"):
        when = named(row)
        words = f" {row['name']}, {when if when.startswith('by ') else f'for {when}'} ({row['kind']}): "
        words += f"{row['expected'].rstrip('.')}; {_came(row)}."
        parts += [words, *([" ", LATER] if is_later(row["happened_on"]) else []), *dossier.cite([row["statement_id"]])]
    return Paragraph(inlines(parts))


def _came(row: Mapping[str, Any]) -> str:
    """What became of a dated expectation: "it came three weeks late, on 13 March 2016"; "it did not happen"."""
    if pd.isna(row["days"]):
        return FATES[row["fate"]]
    if not row["days"]:
        return "it came on the day" if row["fate"] == "on the day" else f"it came in time, on {day(row['happened_on'])}"
    late = "late" if row["days"] > 0 else "early"
    return f"it came {delay(abs(int(row['days'])))} {late}, on {day(row['happened_on'])}"
