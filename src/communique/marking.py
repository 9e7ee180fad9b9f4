"""A text with its terms of progress and the cues that decide on them marked."""

from collections.abc import Iterable
from typing import Any

from communique.document import Inline, Text


def marked(text: str, mentions: Iterable[Any]) -> tuple[Inline, ...]:
    """The text as inlines, terms in the style "term" and cues in the style "cue".

    `mentions` have ``start``, ``end``, ``cue_start`` and ``cue_end`` (-1 where there is no cue), as `Mention` and the
    rows of a mention table do. Where a term and a cue, or two cues, lie over one another, the term is marked, or the
    cue that begins first.
    """
    found = list(mentions)
    terms = {(each.start, each.end, "term") for each in found}
    cues = {(each.cue_start, each.cue_end, "cue") for each in found if each.cue_start >= 0}
    held: list[tuple[int, int, str]] = []
    for span in [*sorted(terms), *sorted(cues)]:
        if span[0] < span[1] and all(span[1] <= start or end <= span[0] for start, end, _ in held):
            held.append(span)
    parts: list[Inline] = []
    place = 0
    for start, end, style in sorted(held):
        parts += [Text(text[place:start])] if place < start else []
        parts.append(Text(text[start:end], style))
        place = end
    return (*parts, Text(text[place:])) if place < len(text) else tuple(parts)
