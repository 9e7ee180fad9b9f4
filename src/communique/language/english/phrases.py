"""The phrase a term stands in: where it begins, and what it takes for granted."""

from typing import NamedTuple

from communique.language.english.clauses import COMMA, Grammar
from communique.language.english.tokens import Line
from communique.language.lexicon import Entry

_LONGEST = 6


class Phrase(NamedTuple):
    """The noun phrase, or the verb, that a term is.

    Attributes
    ----------
    first, start, end : int
        Tokens where the phrase and the term begin, and the token behind the term.
    words : frozenset of str
        What stands in the phrase before the term: articles, adjectives.
    verbal : bool
        The term is a verb, so that no article in front of it is its own.
    definite : bool
        The phrase takes its thing for granted: "the collapse", "their progress".
    granted : bool
        It does so by itself: "the progress", but not "their progress", which may be looked for.
    pointed : bool
        It points at its thing: "this breakthrough", "the latest setback".
    attributive : bool
        A participle before a noun, "the stalled talks", which takes for granted what it says.
    second : bool
        A past form behind *and*: a second verb, out of reach of what governs the first.
    finite : bool
        A past form with a subject of its own, "talks failed", and no object of a verb before it.
    past : bool
        A past form or participle of a verb, or one in -s: no subject of what follows it.
    """

    first: int
    start: int
    end: int
    words: frozenset[str]
    verbal: bool
    definite: bool
    granted: bool
    pointed: bool
    attributive: bool
    second: bool
    finite: bool
    past: bool

    def intensity(self, grammar: Grammar) -> str:
        """``limited``, ``major`` or an empty string, by the adjectives of the phrase."""
        if not self.words.isdisjoint(grammar.limited):
            return "limited"
        return "" if self.words.isdisjoint(grammar.major) else "major"


def phrase_of(line: Line, walls: list[int], grammar: Grammar, start: int, end: int, entry: Entry) -> Phrase:
    """The phrase of the term that fills the tokens ``start`` up to and without ``end``."""
    first = _first(line.words, walls, grammar, start)
    verbal = _verbal(line.words, grammar, start, entry)
    words = frozenset(line.words[first:start])
    if _that(line.words, grammar, first, end):
        first, words = first - 1, words | {"that"}
    own = frozenset() if verbal else words
    return Phrase(
        first,
        start,
        end,
        words,
        verbal=verbal,
        definite=not own.isdisjoint(grammar.definite),
        granted=not own.isdisjoint(grammar.granting),
        pointed=_pointed(own, grammar),
        attributive=_attributive(line.words, grammar, start, end, entry),
        second=_second(line.words, grammar, start, entry),
        finite=(finite := _finite(line.words, walls, grammar, start, entry)),
        past=finite or (entry.kind == "verb" and line.words[start].endswith("ed")),
    )


def _pointed(own: frozenset[str], grammar: Grammar) -> bool:
    timed = "'s" in own and not own.isdisjoint(grammar.times) and "next" not in own
    return timed or "that" in own or not own.isdisjoint(grammar.lists.phrases.pointed)


def _that(words: list[str], grammar: Grammar, first: int, end: int) -> bool:
    """Whether *that* in front of a phrase is its article: "and so that failure has been seen", "after that setback"."""
    if first < 2 or words[first - 1] != "that":
        return False
    past = words[end : end + 1] and words[end] in grammar.lists.phrases.perfect
    return words[first - 2] in grammar.prep or (words[first - 2] == "so" and bool(past))


def _first(words: list[str], walls: list[int], grammar: Grammar, start: int) -> int:
    """Token where the noun phrase of a term begins, as far as closed lists can tell."""
    index = start
    while index and start - index < _LONGEST:
        word = words[index - 1]
        if word in grammar.not_in_phrase:
            if word == "of" and index >= 2 and words[index - 2] in grammar.lists.phrases.measures:
                index -= 2
                continue
            break
        if walls[index - 1] >= COMMA and word != "—":
            break
        index -= 1
        if word in grammar.determiners:
            break
    return index


def _verbal(words: list[str], grammar: Grammar, start: int, entry: Entry) -> bool:
    if entry.kind == "verb":
        return True
    before = words[start - 1] if start else ""
    return entry.kind == "either" and words[start].endswith(("ed", "ing")) and before not in grammar.determiners


def _attributive(words: list[str], grammar: Grammar, start: int, end: int, entry: Entry) -> bool:
    if entry.kind not in ("verb", "adjective") or not words[start].endswith("ed") or not start or end >= len(words):
        return False
    before, follows = words[start - 1], words[end]
    introduced = before != "neither" and (before in grammar.determiners or before in grammar.prep)
    noun = (
        follows.replace("-", "").isalpha()
        and follows not in grammar.not_in_phrase
        and follows not in grammar.lists.phrases.joining
    )
    return introduced and noun


def _second(words: list[str], grammar: Grammar, start: int, entry: Entry) -> bool:
    past = words[start].endswith("ed") or words[start] in grammar.lists.phrases.past
    return entry.kind in ("verb", "either") and past and start > 0 and words[start - 1] == "and"


def _finite(words: list[str], walls: list[int], grammar: Grammar, start: int, entry: Entry) -> bool:
    """Whether a past form, or one in -s, follows its subject at once and so is the verb of its clause."""
    past = words[start].endswith("ed") or words[start] in grammar.lists.phrases.past
    if entry.kind == "verb" and words[start].endswith("s") and start and words[start - 1] not in grammar.determiners:
        return True
    if not (entry.kind in ("verb", "either") and past and start and walls[start] == 0):
        return False
    before = words[start - 1]
    never = grammar.not_in_phrase | grammar.determiners | grammar.lists.clauses.joining | grammar.lists.clauses.adverbs
    return before.replace("-", "").isalnum() and before not in never and not before.endswith("ly")
