"""Whether a name is a man's or a woman's, as a document says: by titles, kin, pronouns bound to it, given names."""

import re
from collections.abc import Mapping
from functools import lru_cache

from communique.sources.attribution.english.offices import LONGEST_READ, key
from communique.sources.attribution.english.words import SpeechWords

HE, SHE = "he", "she"
NAME = r"[A-Z][\w’'\-]+"
CALLED = re.compile(rf"\b([a-z]+)\s+(?:{NAME}\s+)?({NAME})|\b([a-z]+),\s({NAME}),")  # "wife Irina", "wife, Irina,"
# "Vance said on her way in": the place where somebody speaks.
BEHIND = re.compile(rf"({NAME}) [a-z]+ (?:on|in|at|from|through|outside) (his|her) [a-z]")
WORD = re.compile(r"[a-z]+")


def told_sexes(text: str, names: Mapping[str, str], w: SpeechWords) -> dict[str, str]:
    """Last name, folded, to "he" or "she", for whom the text tells it; what is told first stands.

    ``names`` maps last names to full ones: a given name says it of whom the text says it in no other way.
    """
    text = text[:LONGEST_READ]
    found: dict[str, str] = {}
    apposed, ahead = _patterns(w.articles, w.finite, w.prepositions | w.subordinators)
    for match in CALLED.finditer(text):
        _note(found, match.group(1) or match.group(3), match.group(2) or match.group(4), w)
    for match in apposed.finditer(text):
        _note(found, match.group(2).split()[-1], match.group(1), w)
    for match in ahead.finditer(text):
        told = WORD.findall(match.group("led"))
        bound = {_sex(word, w) for word in told[:-1]} - {""}  # a last word is whom something is done to: "to her"
        who = re.findall(NAME, match.group("who"))
        if len(bound) == 1 and who and "," not in match.group("who") and not {"him", "them"} & set(told):
            found.setdefault(key(who[-1]), bound.pop())
    for match in BEHIND.finditer(text):
        found.setdefault(key(match.group(1)), _sex(match.group(2), w))
    for last, full in names.items():
        given = full.split()[0].casefold()
        if given in w.given_to_women or given in w.given_to_men:
            found.setdefault(last, SHE if given in w.given_to_women else HE)
    return found


@lru_cache(maxsize=16)
def _patterns(articles: frozenset[str], finite: frozenset[str], opening: frozenset[str]) -> tuple[re.Pattern, ...]:
    """Match a name with what it is called behind its comma, and a circumstance with the name behind its comma.

    The first pattern's groups are the name and the description up to what hangs on it ("Arta Leka, a fisherwoman"); the
    second's are ``led``, in small letters, and ``who`` ("Before he boarded, envoy Ruslan Tiede said").
    """
    article, verb, opener = ("|".join(sorted(words)) for words in (articles, finite, opening))
    called = rf"({NAME}),(?: \d{{1,3}},)? (?:{article}) ([\w\- ]{{2,60}}?)(?= (?:{opener})\b|[,.;])"
    ahead = (
        rf"(?:^|(?<=[.!?\"”] )|(?<=\n))(?i:{opener})\b (?P<led>[^\n.;:!?\"“”,A-Z]{{1,80}}), "
        rf"(?P<who>[^\n.;:!?\"“”]{{2,90}}?),? (?:[a-z]+ed|{verb})\b"
    )
    return re.compile(called), re.compile(ahead)


def _sex(word: str, w: SpeechWords) -> str:
    """That of a pronoun: "her" and "she" to "she"; empty for any other word."""
    meant = w.subject_forms.get(word, word)
    return meant if meant in (HE, SHE) else ""


def _note(found: dict[str, str], word: str, name: str, w: SpeechWords) -> None:
    """Keep what a word beside a name says of it."""
    if word in w.female or word.endswith("woman"):
        found.setdefault(key(name), SHE)
    elif word in w.male:
        found.setdefault(key(name), HE)
