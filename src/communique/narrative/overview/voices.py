"""Who says what: sides and statuses, mediators against parties, headlines against speakers."""

import pandas as pd

from communique.document.blocks import Block, Inline, Paragraph, inlines
from communique.facts.overview import Survey
from communique.measures.net_index import LEAST
from communique.narrative.overview.language import interval_words
from communique.prose import alone, counted, joined, number, percent, signed, sounding, verb


def optimism_finding(survey: Survey) -> tuple[Inline, ...]:
    """One or two sentences on how much better the talks sound from the mediating than from the negotiating sides."""
    process = survey.process
    if not process.mediating:
        return inlines("This process has no mediating side, so there is no optimism gap to speak of.")
    if not process.negotiating:
        return inlines("This process names no negotiating side, so there is no optimism gap to speak of.")
    gap = survey.optimism.iloc[0] if len(survey.optimism) else None
    mediating, negotiating = role_names(survey)
    if gap is None or pd.isna(gap["gap"]):
        counts = dict.fromkeys((mediating, negotiating), 0)
        if gap is not None:
            counts = {mediating: int(gap["mediating_n"]), negotiating: int(gap["negotiating_n"])}
        clause = joined(f"{alone(count)} from {voice}" for voice, count in counts.items())
        return inlines(
            f"No optimism gap is given: each voice needs {number(LEAST)} claims and denials, and there are {clause}."
        )
    voices = (
        f"{mediating} (net language index {signed(gap['mediating'])})",
        f"{negotiating} ({signed(gap['negotiating'])})",
    )
    clear = "wider than chance would make it" if gap["low"] > 0 or gap["high"] < 0 else "which may be chance"
    sentence = (
        f"The talks sound {sounding(gap['gap'], *voices)}: a gap of {signed(gap['gap'])} "
        f"({interval_words(survey, gap['low'], gap['high'])}){', ' + clear if voices_apart(survey) else ''}."
    )
    return inlines([sentence, *survey.cite(voices_apart(survey, most=1))])


def optimism_paragraph(survey: Survey) -> list[Block]:
    """How much better the talks sound from the one voice, and which years alone are too thin to tell."""
    if survey.optimism["gap"].isna().all():
        return [Paragraph(optimism_finding(survey), role="empty")]
    blocks = [Paragraph(optimism_finding(survey))]
    years = survey.optimism.iloc[1:]
    thin = years.loc[years["gap"].isna(), "period"]
    if thin.empty:
        return blocks
    which = "Every year" if len(thin) == len(years) else joined(thin)
    hold = "holds" if len(thin) == len(years) else verb(len(thin), "holds", "hold")
    return [
        *blocks,
        Paragraph(f"{which} alone {hold} too few claims and denials of either voice for a gap.", role="note"),
    ]


def voices_apart(survey: Survey, *, most: int = 2) -> list[str]:
    """Ids of statements in which the two voices part: `most` of the mediating sides, `most` of the negotiating.

    None where the two sound alike, or where no gap can be given.
    """
    gap = survey.optimism["gap"].iloc[0] if len(survey.optimism) else float("nan")
    if pd.isna(gap) or signed(gap) == signed(0):
        return []
    better = gap > 0
    ids = []
    for sides, good in ((survey.process.mediating, better), (survey.process.negotiating, not better)):
        rows = survey.mentions
        rows = rows.loc[rows["side"].isin(sides) & rows["status"].isin(["claimed", "denied"])]
        is_good = (rows["polarity"] == "+") == (rows["status"] == "claimed")
        ids += list(dict.fromkeys(rows.loc[is_good == good, "statement_id"]))[:most]
    return ids


def role_names(survey: Survey) -> tuple[str, str]:
    """What the mediating and the negotiating sides are called together: "the mediator", "the EU and the UK"."""
    sides = survey.process.sides
    return tuple(
        joined(sides[each].name for each in ids) for ids in (survey.process.mediating, survey.process.negotiating)
    )


_NAMES = {
    "breakthrough": "a breakthrough",
    "progress": "progress",
    "setback": "a setback",
    "deadlock": "a deadlock",
    "collapse": "a collapse",
}


def headline_paragraph(survey: Survey) -> Paragraph:
    """Whether English headlines announced breakthroughs in rounds in which no speaker claimed one."""
    titles = len(survey.headlines)
    if not titles:
        return Paragraph("No English headline is on record for the sources of this process.", role="empty")
    counts = survey.headline_counts
    ahead = counts.loc[(counts["headlines"] > 0) & (counts["said"] == 0)]
    both = counts.loc[(counts["headlines"] > 0) & (counts["said"] > 0)]
    quiet = counts.loc[(counts["headlines"] == 0) & (counts["said"] > 0)]
    lists = [joined(survey.short(each) for each in rows["round"]) for rows in (ahead, both, quiet)]
    announced = survey.headline_mentions
    announced = announced.loc[(announced["family"] == "breakthrough") & (announced["status"] == "claimed")]
    announcing = announced["source_id"].nunique()
    parts = [
        f"Of {counted(titles, 'English headline')}, {alone(announcing)} "
        f"{verb(announcing, 'announces', 'announce')} a breakthrough."
    ]
    if len(ahead):
        parts.append(f"In {lists[0]} headlines did so though no speaker on record had claimed one.")
    if len(both):
        speakers = "a speaker" if both["said"].sum() == 1 else "speakers"
        parts.append(f"In {lists[1]} {speakers} claimed one too.")
    if len(quiet):
        speakers = "a speaker" if len(quiet) == 1 else "speakers"
        parts.append(f"In {lists[2]} {speakers} on record claimed one, and no headline did.")
    parts += _widest_gaps(survey)
    parts.append("Headlines are read like statements and counted apart: they are the papers' words, not a speaker's.")
    return Paragraph(" ".join(parts))


def _widest_gaps(survey: Survey) -> list[str]:
    """One sentence on what headlines tell more often than speakers, and less often; none where there are too few."""
    gap = survey.headline_gap.dropna(subset="gap")
    if gap.empty:
        return []
    more, less = gap.loc[gap["gap"].idxmax()], gap.loc[gap["gap"].idxmin()]
    told = [
        f"{how} on {_NAMES[row['family']]} {row['status']} ({percent(row['headline_share'])} of the mentions in "
        f"headlines, {percent(row['spoken_share'])} of those in statements)"
        for how, row in (("more", more), ("less", less))
        if round(row["gap"], 2)
    ]
    return [f"Headlines dwell {joined(told)}."] if told else []
