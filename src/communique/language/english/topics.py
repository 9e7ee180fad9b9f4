"""Topics: whether the words around a term speak of talks or of something else, weighed by where they stand.

Four classes of ``words.csv`` tell topics: what by itself speaks of talks or of something else, and what is said of one
more often than of the other. A word weighs most in the term's clause before it ("the troops made progress") and in its
complement ("progress on tariffs"), less elsewhere in the sentence, least in the text before. The weights are those of
a logistic regression on sentences with known answers, rounded; what speaks for an entry before any word is weighed is
its lean, or its family's, in ``leans.csv``.
"""

import re

from communique.commitment import FAMILIES
from communique.errors import DataError, Fault
from communique.language.characters import levelled
from communique.language.english.clauses import COMMA
from communique.language.english.tokens import Line
from communique.language.english.words import EnglishWords
from communique.language.lexicon import Entry, Lexicon, rows

# How far the complement, the subject and the rest of the sentence may reach, in tokens.
_COMPLEMENT, _OBJECT, _SUBJECT, _SENTENCE = 9, 5, 8, 30
_UNDOER = 7
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
# What a word adds: topic_talks, topic_near_talks, topic_other, topic_elsewhere; right beside the term ("engine
# failure") something more.
_BESIDE = (3, 0, 0, -3)
_NEAR, _FAR, _BEFORE = (4, 2, -2, -4), (2, 1, -2, -2), (2, 1, -1, -1)
# Where no word tells anything, an entry counts from this lean on.
_DOUBT = -1
# What it adds that a text is known to be about talks.
_KNOWN = 4
# What it adds or takes away that what failed to be done is done by talks; how far behind the term its *to* may stand.
_AGREED, _TO = 2, 2
# What it takes away that neither the sentence nor a text before it of some length holds any word of talks.
_SILENCE, _SOME = -2, 5
# How many words of the negotiating table in the text before show that talks are what it is about.
_TABLE = 2
# How many they must be where a longer text is looked at, which comes upon some by chance.
_TABLE_EARLIER = 3
# How many words of a class count in one place.
_MOST = 2


class Topics:
    """The words that tell topics, and how they are weighed."""

    def __init__(self, words: Lexicon, lists: EnglishWords):
        self._lists, self._modals = lists.topics, lists.status.modals
        names = ("topic_talks", "topic_near_talks", "topic_other", "topic_elsewhere")
        classes = [frozenset(words.notation.words(f"{{{name}}}")) for name in names]
        self._rank = {word: rank for rank in (2, 3, 1, 0) for word in classes[rank]}
        self._talks = classes[0] | classes[1]
        self._table = frozenset(words.notation.words("{topic_table}"))
        self._matter = frozenset(words.notation.words("{topic_matter}"))
        self._leans = _leans(words)
        self._fronts = frozenset(words.notation.words("{topic_war}"))

    def score(
        self,
        line: Line,
        walls: list[int],
        start: int,
        end: int,
        entry: Entry,
        before: str,
        earlier: str,
        about_talks: bool,
    ) -> int:
        """How much more a sentence that holds a term, and the text before it, speak of talks than of other things.

        Below 0 they speak of something else. ``before`` is the text right before the sentence, ``earlier`` what the
        document has said before that; it tells only whether talks are what the document is about.
        With ``about_talks`` the text is known to be about talks, which a word or two do not outweigh.
        """
        words = line.words
        begin = self._clause(walls, start)
        last = self._complement(words, walls, end, entry)
        rest = words[last : last + _SENTENCE]
        if not self._modals.isdisjoint(
            rest[:2]
        ):  # "a collapse would send prices soaring": what it would do is not what it is
            rest = []
        near, far = words[begin:start] + words[end:last], words[max(0, begin - _SENTENCE) : begin] + rest
        agenda = words[end : end + 1] == ["on"] and not self._talks.isdisjoint(words[begin:start] + far)
        if agenda or (entry.kind == "verb" and any(self._rank.get(word) == 0 for word in words[begin:start])):
            # An item on an agenda, whatever it is, but not a front; or what a deal failed to do.
            near = words[begin:start] + [word for word in words[end:last] if self._tells(word)]
        context = _WORD.findall(levelled(before).lower())
        silent = len(context) >= _SOME and self._talks.isdisjoint(words) and self._talks.isdisjoint(context)
        known = about_talks or not self._table.isdisjoint(words)
        if not known and (silent or not self._matter.isdisjoint(near) or not self._matter.isdisjoint(far)):
            known = self._told_of_talks(context, earlier)
        if known:
            near, far = self._no_matter(near), self._no_matter(far)
        beside = self._weigh(words[max(0, start - 1) : start], _BESIDE)
        told = [beside, self._weigh(near, _NEAR), self._weigh(far, _FAR), self._weigh(context, _BEFORE)]
        if entry.entry in self._lists.undone and "to" in words[end : end + _TO]:
            told.append(self._undone(words, end))
        if silent and not known:
            told.append(_SILENCE)
        return self._leans[entry.entry] + (_KNOWN if about_talks else 0) + sum(told) - (0 if any(told) else _DOUBT)

    def _told_of_talks(self, context: list[str], earlier: str) -> bool:
        """Whether what a document has said so far holds several words of the negotiating table."""
        told = self._table.intersection(context)
        if len(told) < _TABLE and earlier:
            told |= self._table.intersection(_WORD.findall(levelled(earlier).lower()))
        return len(told) >= (_TABLE if not earlier else _TABLE_EARLIER)

    def _undone(self, words: list[str], end: int) -> int:
        """What it adds that what failed to be done is done by talks ("failed to agree") or not ("to notice")."""
        to = words.index("to", end)
        verbs = words[to + 1 : to + 3]
        if not self._lists.agreeing.isdisjoint(verbs):
            return 2 * _AGREED
        return -_AGREED if self._lists.settling.isdisjoint(verbs) else _AGREED

    def _no_matter(self, words: list[str]) -> list[str]:
        """Words without those of what talks are often about."""
        return [word for word in words if word not in self._matter]

    def _tells(self, word: str) -> bool:
        return word in self._talks or word in self._fronts

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
        linked = words[end] in self._lists.links
        undone = entry.entry in self._lists.undone and "to" in words[end : end + _UNDOER]
        transitive = entry.kind == "verb" or entry.term == "advance"
        most = _UNDOER + _COMPLEMENT if undone else _COMPLEMENT if linked else _OBJECT if transitive else 0
        stop = end + linked
        while stop < len(words) and stop - end < most and walls[stop] < COMMA:
            stop += 1
        return max(stop, end)

    def _clause(self, walls: list[int], start: int) -> int:
        """Token where the clause of a term begins: its subject, and the verb that makes the term its object."""
        begin = start
        while begin and start - begin < _SUBJECT and walls[begin] < COMMA:
            begin -= 1
        return begin


def _leans(words: Lexicon) -> dict[str, int]:
    """The lean of each entry, its own or its family's.

    Raises
    ------
    DataError
        A row names no entry or family or has no whole number, or a family has no row.
    """
    path = words.folder / "leans.csv"
    known = {*FAMILIES, *(entry.entry for entry in words.entries)}
    found: dict[str, int] = {}
    for line, row in rows(path, {"name", "lean", "why"}):
        if row["name"] not in known or not row["lean"].lstrip("-").isdigit():
            told = f"{row['name']}, {row['lean']}"
            raise DataError([Fault(str(path), line, "name, lean", told, "an entry or family, and a whole number")])
        found[row["name"]] = int(row["lean"])
    if missing := [family for family in FAMILIES if family not in found]:
        raise DataError([Fault(str(path), 0, "name", f"lacks {', '.join(missing)}", "give each family a row")])
    return {entry.entry: found.get(entry.entry, found[entry.family]) for entry in words.entries}
