"""How speakers put it, round by round: breakthroughs claimed and denied, the balance of news, what is not there yet."""

import pandas as pd

from communique import measures
from communique.document.blocks import Inline, Paragraph, inlines
from communique.facts.overview import Survey
from communique.measures.net_index import LEAST
from communique.narrative.round.language import VERBS, certainty_words, how_read, left_out
from communique.prose import counted, joined, number, percent, signed, times

NO_TERM = "No term of the lexicon was found in the statements of this process."


def breakthrough_finding(survey: Survey) -> tuple[Inline, ...]:
    """One or two sentences on the word itself: how often a breakthrough was claimed, denied, left open and doubted."""
    mentions = survey.mentions.loc[survey.mentions["family"] == "breakthrough"]
    if mentions.empty:
        return inlines("Nobody on record spoke of a breakthrough, neither to claim nor to deny one.")
    by_status = {status: mentions.loc[mentions["status"] == status] for status in measures.STATUSES}
    clauses = [f"{VERBS[status, '+']} {times(len(rows))}" for status, rows in by_status.items() if len(rows)]
    claimed = by_status["claimed"]
    if claimed.empty:
        sentence = f"Nobody claimed a breakthrough: one was {joined(clauses)}."
        return inlines([sentence, *survey.cite(mentions["statement_id"])])
    sentence = f"A breakthrough was {joined(clauses)}."
    in_rounds, sides = claimed["round"].value_counts(sort=False), claimed["side"].value_counts()
    if len(in_rounds) == 1:
        which = {1: "The claim was", 2: "Both claims were"}.get(len(claimed), "All claims were")
        sentence += f" {which} made in {survey.short(in_rounds.index[0])}"
    else:
        where = joined(f"{survey.short(each)} ({number(count)})" for each, count in in_rounds.items())
        sentence += f" It was claimed in {where}"
    named, leading = survey.process.sides, sides.index[sides == sides.iloc[0]]
    if len(sides) > 1 and len(leading) == 1:
        sentence += f", most often by {named[leading[0]].name} ({number(int(sides.iloc[0]))})"
    elif len(sides) == 1:
        sentence += f", {'always ' if len(claimed) > 1 else ''}by {named[sides.index[0]].name}"
    return inlines([sentence + ".", *survey.cite(claimed["statement_id"])])


def index_finding(survey: Survey) -> tuple[Inline, ...]:
    """One or two sentences on the net language index: over all rounds, and where it stands highest and lowest."""
    if survey.mentions.empty:
        return inlines(NO_TERM)
    whole = measures.net_index(survey.mentions)
    decided = measures.decided(survey.mentions)
    if pd.isna(whole):
        return inlines(
            f"With {counted(decided, 'mention')} claimed or denied, fewer than {number(LEAST)}, "
            "no net language index is given."
        )
    interval = survey.whole_interval
    sentence = (
        f"Over all rounds the net language index, from −1 (all bad news) to +1 (all good), stands at {signed(whole)} "
        f"({interval_words(survey, interval.low, interval.high)}, {decided} mentions claimed or denied)."
    )
    known = survey.index.loc[survey.index["index"].notna()]
    if len(known) < 2:
        alone = (
            f" Only {survey.short(known['round'].iloc[0])} by itself holds"
            if len(known)
            else " No round by itself holds"
        )
        return inlines([sentence, f"{alone} the {number(LEAST)} such mentions an index needs."])
    best, worst = known.loc[known["index"].idxmax()], known.loc[known["index"].idxmin()]
    apart = best["low"] > worst["high"]
    sentence += (
        f" By round it is highest in {survey.short(best['round'])} ({signed(best['index'])}) and lowest in "
        f"{survey.short(worst['round'])} ({signed(worst['index'])}); "
        f"their intervals {'do not overlap' if apart else 'overlap, so the order of the rounds is not sure'}."
    )
    evidence = [*_carrying(survey, best["round"], good=True)[:1], *_carrying(survey, worst["round"], good=False)[:1]]
    return inlines([sentence, *survey.cite(evidence)])


def interval_words(survey: Survey, low: float, high: float) -> str:
    """An interval with its level: "90 % interval −0.10 to +0.40"."""
    return f"{survey.interval_level * 100:g} % interval {signed(low)} to {signed(high)}"


def _carrying(survey: Survey, number_: int, *, good: bool) -> list[str]:
    """Ids of the statements whose claims and denials are good news, or bad news, of a round."""
    rows = survey.mentions
    rows = rows.loc[(rows["round"] == number_) & rows["status"].isin(["claimed", "denied"])]
    is_good = (rows["polarity"] == "+") == (rows["status"] == "claimed")
    return list(dict.fromkeys(rows.loc[is_good == good, "statement_id"]))


def open_share_finding(survey: Survey) -> tuple[Inline, ...]:
    """One sentence on how much of the talk is of what is not there yet, and in which round most."""
    loose = survey.mentions.loc[survey.mentions["status"].isin(["open", "doubted"])]
    sentence = (
        "The open share, what is hoped for, feared, demanded, asked about or doubted, is "
        f"{percent(measures.open_share(survey.mentions))} of all mentions"
    )
    shares = survey.index.loc[survey.index["mentions"] >= LEAST]
    if len(shares) > 1 and len(loose):
        top = shares.loc[shares["open_share"].idxmax()]
        sentence += f"; it is highest in {survey.short(top['round'])} ({percent(top['open_share'])})"
    return inlines([sentence + ".", *survey.cite(loose["statement_id"], most=2)])


def language_paragraph(survey: Survey) -> Paragraph:
    """What the index weighs, what was left out and what was read; how much of the talk is of what is not there yet."""
    if survey.mentions.empty:
        return Paragraph(NO_TERM, role="empty")
    words: list[str | Inline] = [
        "The net language index weighs good news (progress claimed, failure denied) against bad "
        "(progress denied, failure claimed)."
    ]
    words.append(left_out(survey.all_mentions))
    return Paragraph([*words, " ", how_read(), certainty_words(survey.mentions), " ", *open_share_finding(survey)])
