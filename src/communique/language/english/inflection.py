"""The forms of English verbs, and the notation of phrases that names verbs in all their forms."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from communique.language.english.words import EnglishWords
from communique.language.lexicon import rows
from communique.language.patterns import Notation

_VOWELS = "aeiou"


def inflect(verb: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All forms of an English verb, its base first: base, third person, past, participles.

    ``irregular`` gives past forms and participles that the rules would get wrong. Of a phrasal verb ("break down")
    the first word is inflected.
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if head.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = head + "es"
    elif head.endswith("y") and head[-2] not in _VOWELS:
        third = head[:-1] + "ies"
    else:
        third = head + "s"
    stem = head[:-1] if head.endswith("e") and not head.endswith(("ee", "oe", "ye")) else head
    past = head[:-1] + "ied" if head.endswith("y") and head[-2] not in _VOWELS else stem + "ed"
    forms = [head, third, *irregular.get(head, (past, stem + "ing"))]
    return tuple(dict.fromkeys(form + tail for form in forms))


def read_notation(folder: Path, lists: EnglishWords) -> Notation:
    """Word classes (``words.csv``) and irregular verbs (``verbs.csv``) of a lexicon folder."""
    classes = {row["class"]: tuple(row["words"].split()) for _, row in rows(folder / "words.csv", {"class", "words"})}
    irregular = {row["base"]: tuple(row["forms"].split()) for _, row in rows(folder / "verbs.csv", {"base", "forms"})}
    return Notation(classes, partial(inflect, irregular=irregular), lists.notation.never_in_a_gap)
