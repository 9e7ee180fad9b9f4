"""Certainty: how often sentences that were read in the same way were read rightly.

How a status was decided tells how far to trust it. ``certainty.csv`` counts, over the sentences of the gold whose
mistakes were studied, how many there are of each way of deciding and how many of them were read rightly; the
certainty of a mention is the share of its way, drawn towards that of all ways by `_PRIOR` sentences (Laplace).
`make evaluate` writes the file. The ways are kinds of decision, by how clearly the words around speak of talks:

===========  =======================================================================================================
``none``     no cue reaches the term
``granted``  the sentence takes the thing for granted
``near``     one cue decided, at most `_NEAR` words away
``far``      one cue decided, farther away
``several``  several cues, one upon the other
``form``     the form of the sentence: a question, a condition, an answer
``off``      the term is set aside
===========  =======================================================================================================
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import DataError, Fault

if TYPE_CHECKING:
    from communique.language.english.status import Decision

FILE = "certainty.csv"
KINDS = ("none", "granted", "near", "far", "several", "form", "off")
TOPICS = ("clear", "doubtful")
# A mention of less certainty is called uncertain.
UNCERTAIN = 0.8
_PRIOR = 4
_NEAR = 3
# Up to this score the topic is doubtful, on either side of the border.
_DOUBTFUL = 1


def way(decision: "Decision | None", score: int) -> tuple[str, str]:
    """How a status was decided: the kind of decision, None being set aside, and whether the topic was clear."""
    topic = "doubtful" if -_DOUBTFUL - 1 <= score <= _DOUBTFUL else "clear"
    if decision is None:
        return "off", topic
    if decision.rule.startswith("granted-"):
        return "granted", topic
    if not decision.rule:
        return "none", topic
    if decision.cue is None:
        return "form", topic
    if sum(step.cue.effect != "null" for step in decision.steps) > 1:
        return "several", topic
    phrase, cue = decision.phrase, decision.cue
    apart = phrase.start - cue.end if cue.end <= phrase.start else cue.start - phrase.end
    return "near" if apart <= _NEAR else "far", topic


class Certainty:
    """The record of each way of deciding, from a lexicon folder; a folder without one takes every way for alike."""

    def __init__(self, folder: Path):
        path = folder / FILE
        counts = _counts(path) if path.is_file() else {}
        every = sum(of for _, of in counts.values())
        whole = sum(right for right, _ in counts.values()) / every if every else 1.0
        self._shares = {
            (kind, topic): round((right + _PRIOR * whole) / (of + _PRIOR), 3)
            for kind in KINDS
            for topic in TOPICS
            for right, of in [counts.get((kind, topic), (0, 0))]
        }

    def of(self, decided: tuple[str, str]) -> float:
        """The share of sentences decided in this way that were read rightly."""
        return self._shares[decided]


def _counts(path: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """Right and all of each way.

    Raises
    ------
    DataError
        A row is no way, or has no whole numbers.
    """
    found = {}
    with open(path, encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                right, of = int(row["right"]), int(row["of"])
                known = row["kind"] in KINDS and row["topic"] in TOPICS and 0 <= right <= of
            except (KeyError, TypeError, ValueError):
                known = False
            if not known:
                raise DataError(
                    [Fault(str(path), line, "", "no count of a way of deciding", "make evaluate writes it")]
                )
            found[row["kind"], row["topic"]] = right, of
    return found


def keep(ways: Iterable[tuple[tuple[str, str], bool]], folder: Path) -> bool:
    """Store how many sentences of each way were read rightly; whether that changed the file."""
    counts = {(kind, topic): [0, 0] for kind in KINDS for topic in TOPICS}
    for each, right in ways:
        counts[each][0] += right
        counts[each][1] += 1
    lines = [f"{kind},{topic},{right},{of}" for (kind, topic), (right, of) in counts.items()]
    text = "\n".join(["kind,topic,right,of", *lines]) + "\n"
    path = folder / FILE
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
