"""Names as people write them, made comparable: accents, articles, countries, spellings of one name in many scripts."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

from communique.sources.attribution.english.words import SpeechWords

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ.\-][^\W_]+)*\.?")
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an)-(?=\w)|^al(?=-)")
MARKS = re.compile(r"[.\-'ʼ‘’`]")
NEAR = 0.72  # share of letters that two spellings of a last name have in common
LEAST = 3  # letters of a name that can be told by its consonants
# Letters that transliterations of Arabic, Persian and Russian exchange; a written vowel decides nothing.
SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("sh", "s"), ("ch", "c"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ou", ""), ("ck", "k"), ("x", "ks"), ("q", "k"),
    ("w", "v"), ("z", "s"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word without case, accents, hyphens, full stops, a possessive and an Arabic article."""
    plain = word.casefold().replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    if not plain.isascii():
        plain = _latin(plain)
    plain = re.sub(r"(?<=s)'$|'s$", "", plain)
    return MARKS.sub("", ARTICLE.sub("", plain))


def _latin(word: str) -> str:
    """A word in Latin letters without marks, whatever script it is in."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if plain.isascii():
        return plain
    from anyascii import anyascii

    return anyascii(plain).casefold()


@cache
def skeleton(word: str) -> str:
    """The consonants of a folded word: what all spellings of an Arabic, Persian or Russian name have in common."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    first, rest = word[:1], re.sub(r"[aeiouyh]|j$", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", ("" if first in "aeiouy" else first) + rest)


def alike(one: str, other: str) -> bool:
    """Whether two folded last names are spellings of one: the same consonants, and most letters."""
    same = skeleton(one) == skeleton(other) and min(len(one), len(other)) > LEAST
    return same and SequenceMatcher(None, one, other).ratio() >= NEAR


@cache
def _nations(w: SpeechWords) -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Words for a country or body to the one it is known by, and by their first word those of several words."""
    single: dict[str, str] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, others in w.nations.items():
        for other in (name, *filter(None, others.split("|"))):
            parts = tuple(folded(part) for part in other.split())
            if len(parts) == 1:
                single[parts[0]] = name.replace(" ", "")
            else:
                several.setdefault(parts[0], []).append((parts, name.replace(" ", "")))
    return single, {first: tuple(sorted(found, reverse=True)) for first, found in several.items()}


class Words(list):
    """Words of a surface as ``(written, key)``; a country is one word, and a word it is known by."""


def keyed(surface: str, w: SpeechWords) -> Words:
    """The words of a surface with their keys; articles of Arabic names on their own are left out."""
    single, several = _nations(_Hashed(w))
    raw = WORD.findall(surface)[:60]
    keys = [folded(word) for word in raw]
    found, at = Words(), 0
    while at < len(raw):
        match = next(
            ((parts, name) for parts, name in several.get(keys[at], ()) if tuple(keys[at : at + len(parts)]) == parts),
            None,
        )
        if match:
            parts, name = match
            found.append((" ".join(raw[at : at + len(parts)]), name))
            at += len(parts)
            continue
        if keys[at] and not (keys[at] in ("al", "el") and at + 1 < len(raw)):
            key = single.get(keys[at], keys[at]) if raw[at][:1].isupper() else keys[at]
            found.append((raw[at], key))
        at += 1
    return found


class _Hashed:
    """Words of attribution as something a cache can hold: one object, one key."""

    def __init__(self, w: SpeechWords):
        self.nations = w.nations

    def __hash__(self) -> int:
        return id(self.nations)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.nations is self.nations


def nations(w: SpeechWords) -> frozenset[str]:
    """The keys of all countries and bodies."""
    return frozenset(_nations(_Hashed(w))[0].values())
