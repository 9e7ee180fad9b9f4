"""What a mention is about: the talks, another track, the truce, or relations within one side.

A sentence names the object of a term in one of three places: in its complement ("a breakthrough among the opposition
groups", "the collapse of the truce"), right before it ("a truce breakdown"), or as the subject of its verb ("the
ceasefire collapsed"). Where it names talks, or nothing, the mention is about the talks; one that is bound to other
talks (`binding`) is about another track.
"""

from communique.language.english.clauses import COMMA
from communique.language.english.phrases import Phrase
from communique.language.english.words import ObjectWords

TALKS, TRACK, TRUCE, SIDE = OBJECTS = ("talks", "another track", "truce", "within a side")

# How far behind a term its complement may reach, and how far in front of a verb its subject may stand.
_COMPLEMENT, _SUBJECT = 7, 5


def about(words: list[str], walls: list[int], phrase: Phrase, lists: ObjectWords) -> str:
    """What the term of a phrase is about by its own sentence: `TALKS`, `TRUCE` or `SIDE`."""
    behind = _complement(words, walls, phrase.end, lists)
    for place in (behind, _before(words, walls, phrase, lists)):
        if not lists.talks.isdisjoint(place):
            return TALKS
        if not lists.truce.isdisjoint(place):
            return TRUCE
        if not lists.sides.isdisjoint(place) and not lists.within.isdisjoint(place):
            return SIDE
    return TALKS


def _complement(words: list[str], walls: list[int], end: int, lists: ObjectWords) -> list[str]:
    """The words of the prepositional phrase right behind a term, past a participle ("progress made on the truce")."""
    start = end
    while start < len(words) and words[start] in lists.passed:
        start += 1
    if start >= len(words) or words[start] not in lists.links:
        return []
    stop = start + 1
    ends = lists.ends | (lists.links - {"of"})  # another preposition begins another phrase
    while stop < min(len(words), start + _COMPLEMENT) and walls[stop] < COMMA and words[stop] not in ends:
        stop += 1
    return words[start:stop]


def _before(words: list[str], walls: list[int], phrase: Phrase, lists: ObjectWords) -> list[str]:
    """The words of a phrase before its noun; of a verb, its subject."""
    if not phrase.verbal:
        return words[phrase.first : phrase.start]
    first = phrase.start
    while (
        first and phrase.start - first < _SUBJECT and walls[first] < COMMA and words[first - 1] not in lists.ends_left
    ):
        first -= 1
    return words[first : phrase.start]
