"""What several spoke of: expectations grouped by the thing they are about, and what became of it."""

import re
from collections import Counter
from collections.abc import Callable

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Inline, Listing, Paragraph, Text, inlines
from communique.facts.shared import Dossier
from communique.narrative.delays import LATER
from communique.prose import capitalised, counted, day, days, joined, number, verb
from communique.wording import OUTCOME_WORDS


def shared_things(
    dossier: Dossier, expectations: pd.DataFrame, *, is_later: Callable[[pd.Timestamp], bool]
) -> list[Block]:
    """A line for each thing of which `expectations` speak more than once, with what became of it; nothing for none.

    What was settled on a day that `is_later` tells of is marked as later knowledge.
    """
    thing = measures.things(expectations)
    slipped = measures.slippage(expectations)
    items: list[tuple[Block, ...]] = []
    for each in thing.unique():
        rows = expectations.loc[thing == each]
        if len(rows) < 2:
            continue
        words: list[str | Inline] = [
            Text(called(dossier, each), "strong"),
            f": {counted(len(rows), 'expectation')} by {_speakers(rows)}, {became(rows)}",
            f"{_came(rows, slipped)}.",
        ]
        if any(map(is_later, rows["resolved_on"])):
            words += [" ", LATER]
        items.append((Paragraph(inlines([*words, *dossier.cite(rows["statement_id"], most=8)])),))
    return [Paragraph("Spoken of more than once:", role="note"), Listing(tuple(items), role="plain")] if items else []


def in_order_of_things(expectations: pd.DataFrame) -> pd.DataFrame:
    """The expectations with those about the same thing one after another, where the first of them stood."""
    thing = measures.things(expectations)
    places = {each: place for place, each in enumerate(thing.unique())}
    return expectations.loc[thing.map(places).sort_values(kind="stable").index]


def called(dossier: Dossier, thing: str) -> str:
    """What readers call a thing, from its id: "Third Astana meeting", with capitals as expectations write them."""
    found: dict[str, Counter[str]] = {}
    for text in dossier.expectations["expected"]:
        for word in re.findall(r"(?<=[^.!?] )[\w']+", text):  # not the first of a sentence
            found.setdefault(word.lower(), Counter())[word] += 1
    words = [found[word].most_common(1)[0][0] if word in found else word for word in re.split("[-_]", thing)]
    return capitalised(" ".join(words))


def became(expectations: pd.DataFrame) -> str:
    """What became of them in words: "of which two were met and one was missed", "both of which were missed"."""
    outcomes = expectations["outcome"].value_counts()
    if len(outcomes) == 1:
        all_of_them = {1: "and", 2: "both of which"}.get(len(expectations), "all of which")
        return f"{all_of_them} {_is_now(outcomes.index[0], len(expectations))}"
    return "of which " + joined(
        f"{number(count)} {_is_now(each, count)}" for each in OUTCOME_WORDS if (count := int(outcomes.get(each, 0)))
    )


def _is_now(outcome: str, count: int) -> str:
    """An outcome as a verb: "were met", "is still open"."""
    if outcome == "open":
        return f"{verb(count, 'is', 'are')} {OUTCOME_WORDS[outcome]}"
    return f"{verb(count, 'was', 'were')} {OUTCOME_WORDS[outcome]}"


def _speakers(rows: pd.DataFrame) -> str:
    """Who spoke: up to two by name, more by their number."""
    names = rows["name"].drop_duplicates().tolist()
    return joined(names) if len(names) < 3 else counted(len(names), "speaker")


def _came(rows: pd.DataFrame, slipped: pd.DataFrame) -> str:
    """When the thing came, where it has one day, and how late: "; it came on 28 November 2017, 58 to 79 days late"."""
    came = rows["happened_on"].dropna().unique()
    if len(came) != 1:
        return ""
    late = slipped.loc[slipped["expectation_id"].isin(rows["expectation_id"]) & (slipped["fate"] == "late"), "days"]
    told = ""
    if len(late):
        least, most = int(late.min()), int(late.max())
        lead = days(least).removesuffix(" days") if days(most).endswith(" days") else days(least)
        told = f", {days(most)} late" if least == most else f", {lead} to {days(most)} late"
    return f"; it came on {day(pd.Timestamp(came[0]))}{told}"
