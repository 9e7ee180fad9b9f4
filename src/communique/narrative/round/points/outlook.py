"""What comes next: the latest plan and hope voiced at the table, and what is known of them by now."""

import pandas as pd

from communique.document.blocks import Inline, inlines
from communique.facts.round import Briefing
from communique.facts.salience import salience
from communique.narrative.delays import LATER
from communique.narrative.round.points.point import CLOSE, Point
from communique.narrative.things import pages
from communique.prose import capitalised, lowered, possessive, sentence
from communique.wording import OUTCOME_WORDS


def ahead(briefing: Briefing, used: frozenset[str]) -> Point:
    """The latest plan and the latest hope voiced at the table, and, marked where known later, what became of each."""
    told: list[str | Inline] = []
    ids: list[str] = []
    table = (*briefing.process.mediating, *briefing.process.negotiating)
    raised = briefing.raised
    things: set[str] = set()
    for kind in ("plan", "hope", "demand", "prediction"):
        rows = raised.loc[(raised["kind"] == kind) & raised["side"].isin(table) & ~raised["about"].isin(things)]
        if rows.empty or len(ids) == 2:
            continue
        rows = rows.assign(
            _soon=rows["date"] <= briefing.round["end"] + CLOSE,
            _close=rows["date"] >= briefing.round["end"],
            _mediates=rows["side"].isin(briefing.process.mediating),
            _weight=rows["statement_id"].map(salience(briefing)),
        )
        row = rows.sort_values(["_soon", "_close", "_mediates", "_weight", "date"], kind="stable").iloc[-1]
        opening = f"{' ' if told else ''}{possessive(row['name'])} {kind}: "
        told += [
            opening,
            lowered(row["expected"], briefing.names).rstrip("."),
            *briefing.cite([row["statement_id"]]),
            ".",
        ]
        told += _fate(briefing, row)
        things.add(row["about"])
        ids.append(row["statement_id"])
    if not told:
        told = ["No plan, hope, demand or prediction voiced at the table is on record."]
    return Point(inlines(told), frozenset(ids))


def _fate(briefing: Briefing, row: pd.Series) -> list[str | Inline]:
    """What became of an expectation: marked as later knowledge where it is, and empty where nothing is known."""
    if row["outcome"] == "open":
        return [" It is still open."]
    later = briefing.is_later(row["resolved_on"])
    mark = [" ", LATER] if later else []
    outcome = capitalised(OUTCOME_WORDS[row["outcome"]])
    if not row["outcome_note"]:
        return [*mark, f" {outcome}."]
    told = f" {outcome}: {sentence(lowered(row['outcome_note'], briefing.names))}"
    return [*mark, told, *pages(briefing, [row["outcome_source_id"]])]
