"""The figures of a round report: each drawn from the briefing, with the words that stand for it.

Where there is nothing to draw, a sentence that says so takes the figure's place.
"""

from dataclasses import replace

import pandas as pd

from communique import charts, measures
from communique.document.blocks import Figure, Paragraph, inlines
from communique.facts.round import Briefing
from communique.measures.net_index import LEAST
from communique.narrative.delays import dated_sentences
from communique.prose import day, number

FEWEST = 3  # dated expectations; fewer are sooner told than drawn


def basket_ladders(briefing: Briefing) -> Figure:
    """The way of every basket over the rounds, this round marked."""
    return _ladders(briefing, briefing.process.baskets, "figure-baskets")


def process_ladders(briefing: Briefing) -> Figure:
    """The way of contact, trust and the other process dimensions over the rounds, this round marked."""
    return _ladders(briefing, briefing.process.dimensions, "figure-dimensions")


def _ladders(briefing: Briefing, dimensions, anchor: str) -> Figure:
    asked = {"dimensions": dimensions, "rounds": briefing.process.rounds, "mark": briefing.number}
    words = charts.describe_ladders(briefing.all_readings, **asked)
    if (briefing.process.rounds["round"] > briefing.number).any():
        later = f" What stands to the right of {briefing.round['short']} became known only after it."
        words = words._replace(caption=words.caption + later)
    return charts.show(charts.ladders(briefing.all_readings, **asked), words, anchor=anchor)


def mentions_by_round(briefing: Briefing) -> Figure | Paragraph:
    """Good and bad news of this round and the rounds before it, by family and status."""
    rounds = _up_to_now(briefing)
    mentions = measures.own(briefing.all_mentions)
    if not mentions["round"].isin(rounds["round"]).any():
        return Paragraph(
            "No term of the lexicon was found in this round's statements or in earlier ones.", role="empty"
        )
    counts = measures.counts(mentions, by=["round", "family", "polarity", "status"], levels={"round": rounds["round"]})
    statements = briefing.spoken["round"].value_counts().to_dict()
    asked = {"rounds": rounds, "mark": briefing.number}
    drawn = charts.mentions_chart(counts, statements=statements, **asked)
    return charts.show(drawn, charts.describe_mentions(counts, **asked), anchor="figure-mentions")


def index_by_round(briefing: Briefing) -> Figure | Paragraph:
    """The net language index of this round and the rounds before it, with intervals."""
    asked = {"rounds": _up_to_now(briefing), "mark": briefing.number}
    index = briefing.index.loc[briefing.index["round"] <= briefing.number].reset_index(drop=True)
    if index["index"].isna().all():
        few = f"No round so far has the {number(LEAST)} claimed or denied mentions that an index needs."
        return Paragraph(few, role="empty")
    words = charts.describe_net_index(index, level=briefing.interval_level, **asked)
    return charts.show(charts.net_index_chart(index, **asked), words, anchor="figure-index")


def voices(briefing: Briefing) -> Figure | Paragraph:
    """Who claims, denies, hopes for or fears, and doubts in this round, by side."""
    if briefing.mentions.empty:
        return Paragraph("No side is on record with a term of the lexicon in this round.", role="empty")
    counts = measures.counts(
        briefing.mentions, by=["side", "polarity", "status"], levels={"side": briefing.process.sides}
    )
    words = charts.describe_voices(counts, sides=briefing.process.sides)
    return charts.show(charts.voices_chart(counts, sides=briefing.process.sides), words, anchor="figure-voices")


def slippage(briefing: Briefing) -> Figure | Paragraph:
    """How far the dates announced in this round or carried into it slipped."""
    if briefing.slippage.empty:
        return Paragraph(
            "No expectation carried in or raised here named a date, so no slippage can be shown.", role="empty"
        )
    slipped = briefing.slippage
    if len(slipped) < FEWEST:
        return dated_sentences(slipped, briefing, is_later=briefing.is_later)
    words = charts.describe_slippage(slipped)
    figure = charts.show(charts.slippage_chart(slipped), words, anchor="figure-slippage")
    if slipped["happened_on"].map(briefing.is_later).any():
        later = f" Days after {day(briefing.round['end'])} are later knowledge."
        words = words._replace(caption=words.caption + later)
    telling = slipped.loc[slipped["fate"].isin(["late", "never happened"]), "statement_id"]
    return replace(figure, caption=inlines([words.caption, *briefing.cite(telling, most=8)]))


def _up_to_now(briefing: Briefing) -> pd.DataFrame:
    """The rounds up to this one."""
    rounds = briefing.process.rounds
    return rounds.loc[rounds["round"] <= briefing.number]
