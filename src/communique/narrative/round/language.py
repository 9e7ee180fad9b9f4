"""What the round's statements say of progress: who claims, denies, hopes for and doubts it."""

from collections.abc import Mapping

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Inline, Listing, Paragraph, Text, inlines
from communique.facts.round import Briefing
from communique.language.accuracy import expected_accuracy
from communique.language.certainty import UNCERTAIN
from communique.measures.net_index import LEAST
from communique.narrative.round.front import breakthrough_strip
from communique.prose import alone, capitalised, counted, joined, number, percent, possessive, signed, times, verb
from communique.wording import ADVANCE, OBJECTS, SETBACK

# What speakers did who gave good and bad news.
GOOD = "reported progress or denied failure"
BAD = "denied progress or reported failure"
# How a status reads as a verb of the speaker, for terms that name something good (+) and something bad (-).
VERBS = {
    ("claimed", "+"): "claimed",
    ("denied", "+"): "denied",
    ("open", "+"): "hoped for, demanded or asked about",
    ("doubted", "+"): "doubted",
    ("claimed", "-"): "stated as real",
    ("denied", "-"): "denied",
    ("open", "-"): "feared or warned of",
    ("doubted", "-"): "ruled out",
}


def how_read() -> str:
    """What counts and index are read from, and how well that works, by the last evaluation."""
    accuracy = expected_accuracy()
    return (
        "These counts read the coders' English paraphrases of what was said, not the speakers' own words. Of "
        f"{counted(accuracy.sentences, 'sentence')} kept from sight when the rules of reading were made, "
        f"{accuracy.right} ({percent(accuracy.share)}) are read as a careful reader coded them: expect one "
        f"mention in {number(accuracy.one_wrong_in)} to be read otherwise. An index never stands alone: it is shown "
        "with the number of mentions behind it and the interval they allow, which knows nothing of such mistakes."
    )


def breakthrough_finding(briefing: Briefing) -> tuple[Inline, ...]:
    """One sentence on the word itself: was a breakthrough claimed, by whom, or denied, hoped for, doubted."""
    mentions = briefing.mentions.loc[briefing.mentions["family"] == "breakthrough"]
    if mentions.empty:
        return inlines("Nobody on record spoke of a breakthrough in this round, neither to claim nor to deny one.")
    told = [
        f"{VERBS[status, '+']} {times(len(rows))}{_by_whom(rows, briefing.process.called)}"
        for status in measures.STATUSES
        if len(rows := mentions.loc[mentions["status"] == status])
    ]
    claimed = (mentions["status"] == "claimed").any()
    opening = (
        f"A breakthrough was {joined(told)}." if claimed else f"Nobody claimed a breakthrough: one was {joined(told)}."
    )
    return inlines([opening, *briefing.cite(mentions["statement_id"], most=6)])


def _by_whom(mentions: pd.DataFrame, called: Mapping[str, str]) -> str:
    """Who spoke, the most frequent first, three names at most: " (Staffan de Mistura and two others)"."""
    names = [called[speaker] for speaker in mentions["speaker"].value_counts(sort=True).index]
    if len(names) > 3:
        names = [*names[:2], f"{number(len(names) - 2)} others"]
    return f" ({joined(names)})"


def language_finding(briefing: Briefing) -> tuple[Inline, ...]:
    """One or two sentences on how often progress was reported and denied, on how many occasions, and by whom most."""
    mentions = briefing.mentions
    if mentions.empty:
        return inlines("No word of progress or of its lack is on record for this round.")
    firm = mentions.loc[mentions["status"].isin(["claimed", "denied"])]
    good = firm.loc[(firm["polarity"] == "+") == (firm["status"] == "claimed")]
    bad = firm.drop(good.index)
    parts: list[str | Inline] = []
    if firm.empty:
        every = {1: "the one mention speaks", 2: "both mentions speak"}.get(
            len(mentions), f"all {counted(len(mentions), 'mention')} speak"
        )
        parts.append(f"Progress was neither claimed nor denied: {every} of what is hoped for, feared or doubted.")
    else:
        clauses = [f"{what} {times(len(rows))}" for what, rows in ((GOOD, good), (BAD, bad)) if len(rows)]
        parts.append(f"Speakers {joined(clauses)}{_on_occasions(firm)}.{_most(briefing, firm)}")
        if loose := len(mentions) - len(firm):
            mention = f"{capitalised(counted(loose, 'further mention'))} {verb(loose, 'speaks', 'speak')}"
            parts.append(f" {mention} of what was not there yet, hoped for, feared, asked about or doubted.")
    parts += [" ", _balance(briefing)]
    strongest = pd.concat([good.head(2), bad.head(2)])
    return inlines([*parts, *briefing.cite(strongest["statement_id"])])


def _on_occasions(mentions: pd.DataFrame) -> str:
    """On how many occasions things were said, where fewer than things: one press conference may hold several."""
    occasions = len(mentions.drop_duplicates(["speaker", "date", "occasion"]))
    if occasions == len(mentions):
        return ""
    return f", on {counted(occasions, 'occasion')} in all"


def _most(briefing: Briefing, firm: pd.DataFrame) -> str:
    """Whose the remarks mostly are, where one speaker makes half of them or more: " Seven of these 13 are his."."""
    speakers = firm["speaker"].value_counts()
    count = int(speakers.iloc[0])
    if count * 2 < len(firm) or len(firm) < 3:
        return ""
    name = briefing.process.called[speakers.index[0]]
    if count == len(firm):
        return f" All of these remarks are {possessive(name)}."
    return f" {capitalised(number(count))} of these {number(len(firm))} remarks are {possessive(name)}."


def success_section(briefing: Briefing) -> list[Block]:
    """Who said that the round succeeded: how often on how many occasions, who claims, denies, hopes and doubts."""
    if briefing.mentions.empty:
        return [Paragraph(language_finding(briefing), role="empty")]
    strip = [breakthrough_strip(briefing)] if (briefing.mentions["family"] == "breakthrough").any() else []
    return [
        *strip,
        Paragraph(language_finding(briefing)),
        Paragraph(breakthrough_finding(briefing)),
        *status_findings(briefing),
    ]


def index_paragraph(briefing: Briefing) -> Paragraph:
    """What the net language index weighs, and how much of the talk is of what may come."""
    mentions = briefing.mentions
    words = [
        "The net language index weighs good news (progress claimed, failure denied) against bad "
        "(progress denied, failure claimed), from −1 to +1."
    ]
    if len(mentions):
        words.append(
            f" The open share, what is hoped for, feared, demanded, asked about or doubted, is "
            f"{percent(measures.open_share(mentions))} of all mentions."
        )
    everything = briefing.all_mentions.loc[briefing.all_mentions["round"] == briefing.number]
    words.append(left_out(everything))
    return Paragraph([*words, " ", how_read(), certainty_words(mentions)])


def left_out(everything: pd.DataFrame) -> str:
    """One sentence on the mentions that are found and not counted, by what they are about; empty where all count."""
    apart = measures.apart(everything)
    left = int(apart.sum())
    if not left:
        return ""
    told = joined(f"{number(count)} of {OBJECTS[about]}" for about, count in apart.items() if count)
    them = verb(left, "is", "are")
    they = verb(left, "it speaks", "they speak")
    return f" {capitalised(counted(left, 'mention'))} {them} not counted, for {they} of something else: {told}."


def certainty_words(mentions: pd.DataFrame) -> str:
    """How many mentions are uncertain, and the net language index without them; empty where none is."""
    sure = mentions.loc[mentions["certainty"] >= UNCERTAIN]
    doubtful = len(mentions) - len(sure)
    if not doubtful:
        return ""
    index, without = measures.net_index(mentions), measures.net_index(sure)
    words = (
        f" {capitalised(counted(doubtful, 'mention'))} {verb(doubtful, 'was', 'were')} read in a way that was right in "
        f"fewer than {percent(UNCERTAIN)} of known sentences"
    )
    if pd.isna(index):
        return words + "."
    instead = "no index is given" if pd.isna(without) else f"the index is {signed(without)} in place of {signed(index)}"
    return f"{words}; without {verb(doubtful, 'it', 'them')} {instead}."


def _balance(briefing: Briefing) -> str:
    """One sentence on the net language index of the round with its interval, against the round before."""
    index = briefing.index
    if briefing.number not in index.index:
        return "No statement is on record, so no net language index is given."
    here = index.loc[briefing.number]
    if pd.isna(here["index"]):
        return (
            f"With {counted(int(here['decided']), 'mention')} claimed or denied, fewer than {number(LEAST)}, "
            "no net language index is given."
        )
    words = f"The net language index, from −1 to +1, stands at {signed(here['index'])}"
    words += f" ({percent(briefing.interval_level)} interval {signed(here['low'])} to {signed(here['high'])})"
    if briefing.previous is None or pd.isna(before := index["index"].get(briefing.previous["round"], float("nan"))):
        return words + "."
    change = here["index"] - before
    verb = "little changed from" if abs(change) < 0.1 else "up from" if change > 0 else "down from"
    earlier = index.loc[briefing.previous["round"]]
    apart = here["low"] > earlier["high"] or earlier["low"] > here["high"]
    sure = "; the intervals do not overlap" if apart else ", but the intervals overlap" if abs(change) >= 0.1 else ""
    return f"{words}, {verb} {signed(before)} in {briefing.previous['short']}{sure}."


def status_findings(briefing: Briefing) -> list[Block]:
    """One item per status: who claims, who denies, who hopes or fears, who doubts; nothing where nobody does."""
    items: list[tuple[Block, ...]] = []
    for status in measures.STATUSES:
        for polarity, name in (("+", "progress"), ("-", "failure")):
            rows = briefing.mentions
            rows = rows.loc[(rows["status"] == status) & (rows["polarity"] == polarity)]
            if rows.empty:
                continue
            speakers = [
                f"{briefing.process.sides[side].name} {times(count)}"
                for side, count in rows["side"].value_counts().items()
            ]
            label = capitalised(VERBS[status, polarity])
            subject = ADVANCE if name == "progress" else SETBACK
            sentence = [Text(f"{label}", "strong"), f" ({subject}): {joined(speakers)}."]
            items.append((Paragraph(inlines([*sentence, *briefing.cite(rows["statement_id"], most=8)])),))
    return [Listing(tuple(items), role="plain")] if items else []


def headline_paragraph(briefing: Briefing) -> Paragraph:
    """What English headlines made of a breakthrough, announced or denied, and whether a speaker claimed one."""
    headlines = briefing.headline_mentions
    titles = briefing.headlines
    if titles.empty:
        return Paragraph("No English headline is on record for this round's sources.", role="empty")
    using = headlines["source_id"].nunique()
    if not using:
        sentence = f"None of {counted(len(titles), 'English headline')} uses a word of the lexicon."
        return Paragraph(sentence, role="empty")
    opening = f"Of {counted(len(titles), 'English headline')}, {alone(using)} "
    opening += f"{verb(using, 'uses', 'use')} a word of the lexicon."
    own = headlines.loc[headlines["family"] == "breakthrough"]
    spoken = briefing.mentions
    claims = spoken.loc[(spoken["status"] == "claimed") & (spoken["family"] == "breakthrough")]
    verdicts = []
    for status, says in _HEADLINES.items():
        if count := own.loc[own["status"] == status, "source_id"].nunique():
            verdicts.append(f"{alone(count)} {verb(count, *says)}")
    verdict = f" Of a breakthrough {joined(verdicts)}." if verdicts else " None speaks of a breakthrough."
    announced = (own["status"] == "claimed").any()
    if announced and claims.empty:
        verdict += " No speaker on record claimed one."
    elif not announced and len(claims):
        verdict += " A speaker on record claimed one."
    method = " Headlines are read like statements and counted apart: they are the papers' words, not a speaker's."
    return Paragraph(opening + verdict + method)


_HEADLINES = {
    "claimed": ("says that there was one", "say that there was one"),
    "denied": ("says that there was none", "say that there was none"),
    "open": ("hopes for or asks about one", "hope for or ask about one"),
    "doubted": ("doubts one", "doubt one"),
}
