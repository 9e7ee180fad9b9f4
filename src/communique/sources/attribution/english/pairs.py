"""The two people of whom a text goes on to speak as "the former" and "the latter"."""

import re
from collections.abc import Mapping

from communique.sources.attribution.english.offices import LONGEST_READ, name_pattern

SIDE = re.compile(r"(?i)the (former|latter)")
PART = r"[A-Z][\w’'\-]+"
NEAR = 400  # characters a pair may stand before them


def is_of_pair(surface: str) -> bool:
    """Whether a subject is "the former" or "the latter"."""
    return bool(SIDE.fullmatch(surface))


def of_pair(text: str, surface: str, at: int, particles: frozenset[str], known: Mapping[str, str]) -> str:
    """The name "the former" or "the latter" at ``at`` stands for, empty where the text before names no one pair.

    ``known`` maps last names, folded, to full names: only people the text names in full make a pair.
    """
    side = SIDE.fullmatch(surface)
    if side is None or at > LONGEST_READ:
        return ""
    before = text[max(0, at - NEAR) : at].rpartition("\n\n")[2]
    sentences = re.split(r"(?<=[.!?])\s", before)
    for sentence in reversed(sentences):
        people = _people(sentence, particles, known)
        if people:
            return people[0 if side.group(1).casefold() == "former" else 1] if len(people) == 2 else ""
    return ""


def _people(sentence: str, particles: frozenset[str], known: Mapping[str, str]) -> list[str]:
    """Full names of those a sentence names, in order, each once."""
    found = [match.group().split()[-1] for match in name_pattern(particles).finditer(sentence)]
    found += re.findall(PART, sentence)
    places = sorted({sentence.index(name): name for name in found if name.casefold() in known}.items())
    return list(dict.fromkeys(known[name.casefold()] for _, name in places))
