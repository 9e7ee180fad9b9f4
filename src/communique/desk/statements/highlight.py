"""A candidate's context in pieces, each marked for what it led the machine to."""

import re
from collections.abc import Mapping

from communique.process.schema import LIST_SEPARATOR

Span = tuple[int, int]
_LED = re.compile(r"^(?P<to>[^:]+): (?P<words>.+?)(?: \([a-z]+\))?$")


def pieces(row: Mapping[str, str]) -> list[dict[str, object]]:
    """The context of a candidate as pieces of text, in order, which together are the context.

    Each has ``text``, ``said`` (whether it is in the statement itself) and ``led_to``: what its words led to, as
    ``speaker``, ``said``, ``progress`` or the id of a basket, "" for nothing.
    """
    context = row["context"]
    begin = max(0, int(row["start"]) - int(row["context_start"] or 0))
    end = max(begin, min(len(context), int(row["end"]) - int(row["context_start"] or 0)))
    marks = [""] * len(context)
    anchor = (begin, end)
    for what, words in _led_to(row):
        if what in ("said", "speaker"):
            places = _beside(context, words, (begin, end), anchor)
            anchor = places[0] if what == "said" and places else anchor  # a speaker stands beside the verb
        else:
            places = _within(context, words, (begin, end))
        for start, stop in places:
            marks[start:stop] = [mark or what for mark in marks[start:stop]]
    found: list[dict[str, object]] = []
    for at, character in enumerate(context):
        said = begin <= at < end
        if found and (found[-1]["said"], found[-1]["led_to"]) == (said, marks[at]):
            found[-1]["text"] += character
        else:
            found.append({"text": character, "said": said, "led_to": marks[at]})
    return found


def _led_to(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the machine suggests with the words that led to it: verb, speaker, then baskets and terms of progress."""
    found = [("speaker", row["speaker_surface"])] if row["speaker_surface"] else []
    for part in row["led_to"].split("; "):
        match = _LED.match(part)
        if match and not match["to"].startswith(("round ", "speaker")):
            found.insert(0 if match["to"] == "said" else len(found), (match["to"], match["words"]))
    terms = (each.rpartition(":")[0] for each in row["mentions"].split(LIST_SEPARATOR))
    return found + [("progress", term) for term in terms if term]


def _within(context: str, words: str, statement: Span) -> list[Span]:
    """Where the words stand in the statement, else the first place outside it."""
    begin, end = statement
    found = _places(context, words)
    return [span for span in found if begin <= span[0] and span[1] <= end] or [
        span for span in found if span[1] <= begin or span[0] >= end
    ][:1]


def _beside(context: str, words: str, statement: Span, anchor: Span) -> list[Span]:
    """The place outside the statement where the words stand nearest to an anchor, if there is one."""
    begin, end = statement
    apart = [span for span in _places(context, words) if span[1] <= begin or span[0] >= end]
    return sorted(apart, key=lambda span: min(abs(anchor[0] - span[1]), abs(span[0] - anchor[1])))[:1]


def _places(context: str, words: str) -> list[Span]:
    """Every place where the words stand, white space and letter case aside."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", context, re.I)]
