"""What a mention is about: the talks, another track, the truce, or relations within one side.

A sentence names the object of a term in one of four places: in its complement ("a breakthrough among the opposition
groups", "the collapse of the truce"), right before it ("a truce breakdown"), as the subject of its verb ("the
ceasefire collapsed"), or in the subject of the verb whose object it is ("talks among the platforms had brought
progress", "the factions found common ground"). Where it names talks, or nothing, the mention is about the talks; one
that is bound to other talks (`binding`) is about another track.
"""

from communique.language.english.clauses import COMMA, MAIN
from communique.language.english.phrases import Phrase
from communique.language.english.words import ObjectWords

TALKS, TRACK, TRUCE, SIDE = OBJECTS = ("talks", "another track", "truce", "within a side")

# How far behind a term its complement may reach, and how far in front of a verb its subject may stand.
_COMPLEMENT, _SUBJECT = 7, 5
# How far in front of a phrase the subject of its verb may begin.
_AGENT = 20


def about(words: list[str], walls: list[int], phrase: Phrase, lists: ObjectWords) -> str:
    """What the term of a phrase is about by its own sentence: `TALKS`, `TRUCE` or `SIDE`."""
    behind = _complement(words, walls, phrase.end, lists)
    if _among(words[phrase.end :], lists) or (not phrase.verbal and _agents(words, walls, phrase, lists)):
        return SIDE
    for place in (behind, _before(words, walls, phrase, lists)):
        if not lists.talks.isdisjoint(place):
            return TALKS
        if not lists.truce.isdisjoint(place):
            return TRUCE
        if not lists.sides.isdisjoint(place) and not lists.within.isdisjoint(place):
            return SIDE
    return TALKS


def _among(words: list[str], lists: ObjectWords) -> bool:
    """Whether words begin with several within a side, in a list or not: "among the Riyadh and Moscow platforms"."""
    if words[:1] and words[0] in lists.among:
        for word in words[1 : _COMPLEMENT + 2]:
            if word in lists.sides:
                return True
            if word in lists.ends and word != "and":
                return False
    return False


def _agents(words: list[str], walls: list[int], phrase: Phrase, lists: ObjectWords) -> bool:
    """Whether those whom the verb of a term speaks of move among themselves.

    Either talks "among the platforms" are the subject, or several within a side have what nobody has alone
    ("the factions found common ground").
    """
    nearest = range(phrase.start - 1, max(0, phrase.first - 2), -1)
    verb = next((index for index in nearest if words[index] in lists.bringing), 0)
    if not verb:
        return False
    first = verb
    while first and verb - first < _AGENT and walls[first] < MAIN and words[first] not in lists.opening:
        first -= 1
    subject = words[first:verb]
    if any(_among(subject[index:], lists) for index in range(len(subject))):
        return True
    mutual = not lists.mutual.isdisjoint(words[phrase.start : phrase.end])
    return mutual and not lists.several.isdisjoint(subject) and "with" not in words[phrase.end : phrase.end + 2]


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
