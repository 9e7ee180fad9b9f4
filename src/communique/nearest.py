"""What would have worked in place of a word that did not."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

SHOWN = 12  # longer lists of choices help nobody on one line


def nearest(word: str, choices: Collection[str]) -> str:
    """The choice most like `word`, or an empty string where none is alike; letter case does not count."""
    found = process.extractOne(word, choices, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=65)
    return found[0] if found else ""


def suggestion(word: str, choices: Collection[str]) -> str:
    """A remedy for `word`: the nearest of the choices, else a list of them where it is short, in a phrase."""
    if not choices:
        return "there are none to choose from"
    close = nearest(word, choices)
    if close:
        return f"did you mean {close}?"
    ordered = list(choices)
    if len(ordered) > SHOWN:
        return f"none of the {len(ordered):,} known is like it, e.g. {', '.join(ordered[:3])}"
    return f"write {' or '.join(filter(None, [', '.join(ordered[:-1]), ordered[-1]]))}"
