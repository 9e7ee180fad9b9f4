"""Whose words a document says it holds: the principal of "Remarks by the envoy", and the initials of its names."""

import re
from dataclasses import dataclass, field
from functools import cache

from communique.sources.attribution.english.offices import name_pattern
from communique.sources.attribution.english.words import SpeechWords

ROWS = 8  # lines in which a document introduces itself
NEAR = 30  # characters of a line before it says what the document is
LONGEST = 2_000  # characters of them


@dataclass(frozen=True)
class Introduced:
    """What the head of a document tells: who speaks in it, and what the initials of its names are short for.

    ``whole`` is set where a line says so of the whole document: "Remarks by the envoy", and not "after remarks by ...".
    """

    principal: str = ""
    initials: dict[str, str] = field(default_factory=dict)
    whole: bool = False


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
            for short in _shortened(name):
                initials.setdefault(short, " ".join(name))
    kind = match.group().casefold() if match else ""
    whole = kind.startswith(tuple(w.verbatim)) and _opens_row(rows, match.start())
    return Introduced(principal, initials, whole)


def _shortened(name: list[str]) -> set[str]:
    """What a name is shortened to in a record: "SM", "SdM" and "SdeM" of Staffan de Mistura."""
    found = {
        "".join(part[0] for part in name if part[0].isupper()),
        "".join(part[0] for part in name),
        "".join(part[0] if part[0].isupper() else part for part in name),
    }
    return {short for short in found if len(short) > 1}


def _opens_row(rows: str, at: int) -> bool:
    """Whether a line says what the document is from its start, or behind a colon: "Note to correspondents: ..."."""
    before = rows[rows.rfind("\n", 0, at) + 1 : at]
    return len(before) < NEAR or before.rstrip().endswith((":", "|"))
