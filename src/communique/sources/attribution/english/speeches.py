"""Documents that hold somebody's words from their first line on: "Transcript of the stakeout by the envoy"."""

import re

from communique.sources.attribution.english.bearings import introduced
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Span, TurnLabel

LINE, SPOKEN = 60, 2  # characters of a line that tells something; every other is in the first person


def speech(text: str, rows: list[Span], until: int, w: SpeechWords) -> dict[int, TurnLabel]:
    """What opens a document that says whose words it holds: the first line that is spoken, up to the first label."""
    head = introduced(text, until, w)
    if not head.whole:
        return {}
    before = [(start, end) for start, end in rows if start < until]
    spoken = [(start, end) for start, end in before if end - start > LINE and in_first_person(text[start:end], w)]
    told = sum(end - start > LINE for start, end in before)
    at = text.find(head.principal.split()[-1])
    if not spoken or len(spoken) * SPOKEN < told or at < 0:
        return {}
    start = spoken[0][0]
    return {start: TurnLabel((at, at + len(head.principal.split()[-1])), start, who=head.principal, strong=True)}


def in_first_person(line: str, w: SpeechWords) -> bool:
    """Whether somebody speaks of themselves, outside quote marks."""
    bare = re.sub(r"[“\"«][^”\"»]*[”\"»]?", "", line.replace("’", "'"))
    return not w.spoken.isdisjoint(re.findall(r"[a-z]+", bare.casefold()))
