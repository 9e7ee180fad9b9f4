"""Whose words a document says it holds: the principal of "Remarks by the envoy", and the initials of its names."""

import re
from dataclasses import dataclass, field
from functools import cache

from communique.sources.attribution.english.offices import name_pattern
from communique.sources.attribution.english.words import SpeechWords

ROWS = 8  # lines in which a document introduces itself
LONGEST = 2_000  # characters of them


@dataclass(frozen=True)
class Introduced:
    """What the head of a document tells: who speaks in it, and what the initials of its names are short for."""

    principal: str = ""
    initials: dict[str, str] = field(default_factory=dict)


@cache
def _told(records: frozenset[str], ending: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Match "Remarks by the chief negotiator" and then "Press conference of ...", whose first group is the speaker."""
    kinds = "|".join(r"\s+".join(map(re.escape, kind.split())) for kind in sorted(records, key=len, reverse=True))
    stops = "|".join(sorted(map(re.escape, ending)))
    who = rf"((?:the\s+)?[^\W\d_][^\n,;:(]{{1,80}}?)(?=\s+(?:{stops})\b|\s*[,;:(\n–—]|\s*$)"
    led = rf"\b(?:{kinds})\b[^\n,.:;]{{0,60}}?\b"
    return tuple(re.compile(rf"{led}(?:{joint})\s+{who}", re.I) for joint in ("given by|by|with|from", "of"))


def introduced(text: str, before: int, w: SpeechWords) -> Introduced:
    """What the lines before the first turn, at ``before``, tell of whom the document quotes."""
    head = text[: min(LONGEST, max(before, 0) + 200)].splitlines()
    rows = "\n".join(text[: min(LONGEST, max(before, 1))].splitlines()[:ROWS])
    match = next(filter(None, (each.search(rows) for each in _told(w.records, w.circumstantial))), None)
    principal = " ".join(match.group(1).split()) if match else ""
    initials: dict[str, str] = {}
    for row in head:
        for found in name_pattern(w.particles).finditer(row):
            name = [part for part in found.group().split() if part.casefold().strip(".") not in w.titles]
            short = "".join(part[0] for part in name if part[0].isupper())
            if len(short) > 1:
                initials.setdefault(short, " ".join(name))
    return Introduced(principal, initials)
