"""Members of a parliament, who stand on lines of their own above their words, as Hansard is copied."""

import re
from functools import cache
from itertools import zip_longest

from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Span, TurnLabel


@cache
def _single(particles: frozenset[str]) -> re.Pattern[str]:
    """Matches a line that is nothing but a name with brackets, as in Hansard."""
    within = "|".join(sorted(particles))
    return re.compile(
        r"(?:[^\n]{3,60} Portrait )?(?P<name>[A-Z][\w.’'\-]*"
        rf"(?: (?:(?:{within}|of|the|for|and)(?![a-z])|[A-Z])"
        r"[\w.,’'\-]*){0,12})"
        r"(?:\s*\((?P<one>[^()\n]{2,70})\))?(?:\s*\((?P<two>[^()\n]{2,14})\))?"
    )


def members(text: str, rows: list[Span], w: SpeechWords) -> dict[int, TurnLabel]:
    """Labels that stand on lines of their own, where one of them has the brackets of a member or of an office."""
    pattern, firm, loose = _single(w.particles), {}, {}
    for (start, end), following in zip_longest(rows, rows[1:]):
        if end - start > 160 or following is None:
            continue
        match = pattern.fullmatch(text[start:end])
        if match is None:
            continue
        name, one, two = match.group("name", "one", "two")
        words = {word.casefold().strip(".,") for word in name.split()}
        span = (start + match.start("name"), start + match.end("name"))
        if two and (two.casefold() in w.party_marks or two[0].isupper()):
            firm[start] = TurnLabel(span, end, brackets=two, strong=True)
        elif one and words & (w.titles | w.chairs) and len(one.split()) > 1 and one[0].isupper():
            named = (start + match.start("one"), start + match.end("one"))
            firm[start] = TurnLabel(named, end, brackets=name, strong=True)
        elif not one:
            loose[start] = TurnLabel(span, end, strong=True)
    if not firm:
        return {}
    last = {text[slice(*label.name)].split()[-1].casefold() for label in firm.values()}
    for start, label in loose.items():
        words = text[slice(*label.name)].casefold().split()
        titled = words[0].strip(".") in w.honorifics | w.chairs or words[-1] in w.chairs
        if (words[-1] in last and len(words) < 5) or (titled and len(words) < 5):
            firm[start] = label
    return firm
