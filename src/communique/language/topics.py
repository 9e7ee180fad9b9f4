"""Topics: whether the words around a term speak of talks or of something else, weighed by where they stand.

Four classes of ``words.csv`` tell topics: what by itself speaks of talks or of something else, and what is said of one
more often than of the other. A word weighs most in the term's own phrase, its complement ("progress on tariffs") and
its subject, less elsewhere in the sentence, least in the text before. The weights are those of a logistic regression
on sentences with known answers, rounded; what speaks for an entry before any word is weighed is its ``lean``.
"""

import re

from communique.language.characters import levelled
from communique.language.clauses import COMMA, Grammar
from communique.language.lexicon import Entry, Lexicon
from communique.language.tokens import Line

# How far the complement, the subject and the rest of the sentence may reach, in tokens.
_COMPLEMENT, _OBJECT, _SUBJECT, _SENTENCE = 9, 5, 8, 30
_LINKS = frozenset("on in of to toward towards for with against at regarding over".split())
# Of what someone makes, someone is the subject: the troops that made progress tell a topic.
_MAKING = frozenset("make makes made making".split())
# Behind these *to* opens what was not done, which tells what failed.
_UNDONE = frozenset(["fail", "failure"])
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
# What a word adds: topic_talks, topic_near_talks, topic_other, topic_elsewhere.
_NEAR, _FAR, _BEFORE = (3, 2, -2, -2), (2, 1, -2, -2), (2, 1, -1, -1)
# How many words of a class count in one place.
_MOST = 2


class Topics:
    """The words that tell topics, and how they are weighed."""

    def __init__(self, words: Lexicon, grammar: Grammar):
        self._grammar = grammar
        names = ("topic_talks", "topic_near_talks", "topic_other", "topic_elsewhere")
        classes = [frozenset(words.notation.words(f"{{{name}}}")) for name in names]
        self._rank = {word: rank for rank in (2, 3, 1, 0) for word in classes[rank]}
        self._fronts = frozenset(words.notation.words("{topic_war}"))

    def elsewhere(self, line: Line, walls: list[int], start: int, end: int, entry: Entry, before: str) -> bool:
        """Whether a sentence that holds a term, and the text before it, speak more of other things than of talks."""
        words = line.words
        first = start
        while first and start - first < _SUBJECT and walls[first] < COMMA:
            if words[first - 1] in self._grammar.not_in_phrase:
                break
            first -= 1
        last = self._complement(words, walls, end, entry)
        begin = self._subject(words, walls, start, first, entry)
        near = words[begin:start] + words[end:last]
        far = words[max(0, begin - _SENTENCE) : begin] + words[last : last + _SENTENCE]
        if words[end : end + 1] == ["on"]:  # an item on an agenda, whatever it is, but not a front
            near = words[begin:start] + [word for word in words[end:last] if self._tells(word)]
        weight = entry.lean + self._weigh(near, _NEAR) + self._weigh(far, _FAR)
        context = _WORD.findall(levelled(before).lower())
        weight += self._weigh(context, _BEFORE)
        return weight < 0

    def _tells(self, word: str) -> bool:
        return self._rank.get(word, 2) < 2 or word in self._fronts

    def _weigh(self, words: list[str], weights: tuple[int, int, int, int]) -> int:
        counts = [0, 0, 0, 0]
        for word in words:
            rank = self._rank.get(word)
            if rank is not None and counts[rank] < _MOST:
                counts[rank] += 1
        return sum(count * weight for count, weight in zip(counts, weights, strict=True))

    def _complement(self, words: list[str], walls: list[int], end: int, entry: Entry) -> int:
        """Token behind the complement or object of a term."""
        if end >= len(words):
            return end
        linked = words[end] in _LINKS
        undone = words[end] == "to" and entry.entry in _UNDONE
        most = _COMPLEMENT if linked or undone else _OBJECT if entry.kind == "verb" or entry.term == "advance" else 0
        stop = end + linked
        while stop < len(words) and stop - end < most and walls[stop] < COMMA:
            stop += 1
        return max(stop, end)

    def _subject(self, words: list[str], walls: list[int], start: int, first: int, entry: Entry) -> int:
        """Token where the subject of a term begins; of a noun that nobody makes, where its phrase begins."""
        verbal = entry.kind in ("verb", "adjective") or words[start].endswith(("ed", "ing"))
        if not verbal and _MAKING.isdisjoint(words[max(0, start - 4) : start]):
            return first
        begin = start
        while begin and start - begin < _SUBJECT and walls[begin] < COMMA:
            begin -= 1
        return min(begin, first)
