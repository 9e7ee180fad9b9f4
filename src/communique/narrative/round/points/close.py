"""How the close of a round was put: by the mediator, then by each negotiating side."""

import pandas as pd

from communique.document.blocks import Inline, inlines
from communique.facts.round import Briefing
from communique.facts.salience import salience
from communique.narrative.round.points.point import CLOSE, Point
from communique.prose import lowered

MOST = 8  # of a verdict's salience counts: what coders cite often may be a detail
# Words by which a statement leans on one that a brief does not show: "on Ireland, by contrast, he found ...".
LEANS = r"\b(?:by contrast|likewise|that reading)\b"


def close(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """How the mediator put the close, where there is one, then each negotiating side's own verdict."""
    process = briefing.process
    told: list[str | Inline] = []
    ids: list[str] = []
    for side in (*process.mediating, *process.negotiating):
        if (row := _verdict(briefing, side)) is not None:
            words = f"For {process.sides[side].name}, {lowered(row['text'], briefing.names)}"
            told += [" " * bool(told) + words, *briefing.cite([row["statement_id"]])]
            ids.append(row["statement_id"])
    return Point(inlines(told), frozenset(ids)) if ids else None


def _verdict(briefing: Briefing, side: str) -> pd.Series | None:
    """The statement by which a side closes the round: one with words of progress before others, then the weightiest.

    One that leans on another, which the brief does not show, comes behind those that stand alone. Of those who speak
    for a side the ones heard at least half as often as the one heard most are preferred. Where none spoke at the close,
    one made during the round; None where they were silent.
    """
    rows = briefing.statements
    rows = rows.loc[(rows["side"] == side) & (rows["phase"] != "before")]
    heard = rows["speaker"].map(rows["speaker"].value_counts())
    leading = heard >= heard.max() / 2
    soon = rows["date"] <= briefing.round["end"] + CLOSE
    after = rows["phase"] == "after"
    for among in (rows.loc[after & soon & leading], rows.loc[after & soon], rows.loc[after], rows):
        if len(among):
            mentioned = briefing.mentions["statement_id"].value_counts()
            words = among["statement_id"].map(mentioned).fillna(0).clip(upper=2)
            salient = among["statement_id"].map(salience(briefing))
            ranked = among.assign(
                _leans=among["text"].str.contains(LEANS, case=False),
                _weight=salient.clip(upper=MOST) + 4 * words,
                _salient=salient,
            )
            order = ["_leans", "_weight", "_salient", "date"]
            return ranked.sort_values(order, ascending=[True, False, False, True], kind="stable").iloc[0]
    return None
