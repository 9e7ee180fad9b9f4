"""What several spoke of: expectations gathered by the thing they are about, and what became of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from communique import measures
from communique.document.blocks import Inline
from communique.facts.shared import Dossier
from communique.narrative.citing import page
from communique.prose import capitalised, day, delay, joined, number, verb
from communique.wording import OUTCOME_WORDS


def by_thing(expectations: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each thing with the expectations about it, in the order in which things are first spoken of.

    An expectation that is about nothing in particular is a thing of its own.
    """
    thing = measures.things(expectations)
    for each in thing.unique():
        yield each, expectations.loc[thing == each]


def called(dossier: Dossier, thing: str) -> str:
    """What readers call a thing, from its id: "Third Astana meeting", with capitals as expectations write them."""
    spellings: dict[str, Counter[str]] = {}
    for text in dossier.expectations["expected"]:
        for word in re.findall(r"(?<=[^.!?] )[\w']+", text):  # not the first of a sentence
            spellings.setdefault(word.lower(), Counter())[word] += 1
    words = [spellings[word].most_common(1)[0][0] if word in spellings else word for word in re.split("[-_]", thing)]
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


def pages(dossier: Dossier, source_ids: Iterable[str]) -> list[str | Inline]:
    """The pages that tell what became of something, each once, in brackets behind a space; empty without any."""
    known = [source for each in dict.fromkeys(source_ids) if (source := dossier.source(each)) is not None]
    links = [part for source in known for part in ("; ", page(source))]
    return [" (", *links[1:], ")"] if links else []


def came(rows: pd.DataFrame) -> str:
    """When a thing came, where it has one day, and how late, as a sentence: "It came on 8 May 2017, one week late."."""
    days_it_came = rows["happened_on"].dropna().unique()
    if len(days_it_came) != 1:
        return ""
    slipped = measures.slippage(rows)
    late = slipped.loc[slipped["fate"] == "late", "days"]
    lateness = ""
    if len(late):
        least, most = delay(int(late.min())), delay(int(late.max()))
        (first, unit), (_, other) = least.split(), most.split()
        lead = first if unit.rstrip("s") == other.rstrip("s") else least
        lateness = f", {most} late" if least == most else f", {lead} to {most} late"
    return f"It came on {day(pd.Timestamp(days_it_came[0]))}{lateness}."
