"""The figures of a round report: each drawn from the briefing, with the words that stand for it.

Where there is nothing to draw, a sentence that says so takes the figure's place.
"""

from dataclasses import replace

import pandas as pd

from communique import charts, measures
from communique.charts.mentions import PARAPHRASES
from communique.document.blocks import Figure, Paragraph, inlines
from communique.errors import ParameterError
from communique.facts.round import Briefing
from communique.prose import day, number
from communique.suggest import suggestion

AT_HAND = 4  # rounds that are drawn for a phone, the last of them the reported one
PHONE = 3.4  # inches, the width of its picture
FEWEST = 3  # dated expectations that came; fewer are told well enough in the tables


def heat_strip(briefing: Briefing) -> Figure:
    """The stage of every basket and other dimension over the rounds, this round framed; on a phone the last four."""
    process = briefing.process
    asked = {"groups": {"Baskets": process.baskets, "How the talks were held": process.dimensions}}
    rounds = process.rounds
    near = _up_to_now(briefing).tail(AT_HAND)
    words = charts.describe_heat_map(briefing.all_readings, rounds=rounds, mark=briefing.number, **asked)
    source = f"Source: readings of the coders, each from the statements of the round. {_later(briefing)}".rstrip()
    return charts.show(
        charts.heat_map(briefing.all_readings, rounds=rounds, mark=briefing.number, **asked),
        words,
        anchor="figure-stages",
        source=source,
        narrow=charts.heat_map(briefing.all_readings, rounds=near, mark=briefing.number, width=PHONE, **asked),
    )


def _later(briefing: Briefing) -> str:
    """That what stands to the right of the round became known only after it; empty for the last round."""
    if not (briefing.process.rounds["round"] > briefing.number).any():
        return ""
    return f"What stands to the right of {briefing.round['short']} became known only after it."


def mentions_by_round(briefing: Briefing) -> Figure | Paragraph:
    """What was claimed and denied in this round and the rounds before it, as good and bad news."""
    counts = figure_data(briefing, "mentions")
    if not counts["n"].any():
        return Paragraph("Nothing was claimed or denied in this round or in earlier ones.", role="empty")
    asked = {"rounds": _up_to_now(briefing), "mark": briefing.number}
    drawn = charts.mentions_chart(counts, **asked)
    return charts.show(drawn, charts.describe_mentions(counts, **asked), anchor="figure-mentions", source=PARAPHRASES)


def slippage(briefing: Briefing) -> Figure | Paragraph:
    """How far the dates announced in this round or carried into it slipped."""
    slipped = briefing.slippage
    if slipped["days"].count() < FEWEST:
        sentence = (
            f"Of the expectations carried in or raised here fewer than {number(FEWEST)} that named a day have come."
        )
        return Paragraph(sentence, role="empty")
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


# --- the tables behind them ------------------------------------------------------------------------------------------


def figure_data(briefing: Briefing, name: str) -> pd.DataFrame:
    """The table that a figure is drawn from, one observation a row, for a chart of one's own.

    Parameters
    ----------
    name : str
        "stages" (``round``, ``dimension``, ``stage`` and what else `measures.agreed` tells), "mentions" (``round``,
        ``family``, ``polarity``, ``status``, ``n``) or "slippage" (see `measures.slippage`).

    Raises
    ------
    ParameterError
        For any other name.
    """
    made = {"stages": _stages, "mentions": _mentions, "slippage": lambda told: told.slippage}
    if name not in made:
        raise ParameterError(f"figure_data: there is no figure {name!r} of a round; {suggestion(name, made)}")
    return made[name](briefing).reset_index(drop=True)


def _stages(briefing: Briefing) -> pd.DataFrame:
    return briefing.all_readings


def _mentions(briefing: Briefing) -> pd.DataFrame:
    """What was claimed and denied of each round's own progress up to this one."""
    mentions = measures.own(briefing.all_mentions)
    firm = mentions.loc[mentions["status"].isin(["claimed", "denied"])]
    levels = {"round": _up_to_now(briefing)["round"]}
    return measures.counts(firm, by=["round", "family", "polarity", "status"], levels=levels)
