"""A text with its terms of progress and the cues that decide on them marked."""

from collections.abc import Iterable
from typing import Any

from communique.document.blocks import Inline, Text

Span = tuple[int, int]


def marked(text: str, terms: Iterable[Span], cues: Iterable[Span] = ()) -> tuple[Inline, ...]:
    """The text as inlines, with what stands at `terms` in the style "term" and at `cues` in the style "cue".

    Where a term and a cue, or two cues, lie over one another, the term is marked, or the cue that begins first.
    """
    spans = [*((*span, "term") for span in sorted(set(terms))), *((*span, "cue") for span in sorted(set(cues)))]
    held: list[tuple[int, int, str]] = []
    for span in spans:
        if 0 <= span[0] < span[1] and all(span[1] <= start or end <= span[0] for start, end, _ in held):
            held.append(span)
    parts: list[Inline] = []
    place = 0
    for start, end, style in sorted(held):
        parts += [Text(text[place:start])] if place < start else []
        parts.append(Text(text[start:end], style))
        place = end
    return (*parts, Text(text[place:])) if place < len(text) else tuple(parts)


def with_mentions(text: str, mentions: Iterable[Any]) -> tuple[Inline, ...]:
    """The text with the terms and cues of its mentions marked; rows of a mention table will do for mentions."""
    found = list(mentions)
    return marked(text, [(each.start, each.end) for each in found], [(each.cue_start, each.cue_end) for each in found])
