"""Senses: whether a term speaks of talks at all, or of infections, bridges and economies.

`senses.csv` holds what decides: rows that put a term aside (``off``) or count it (``keep``) by the words next to it,
each with the reason. Where no row speaks, the nearest word that tells a topic does.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from communique.errors import DataError, Fault
from communique.language.clauses import COMMA
from communique.language.lexicon import Entry, Lexicon, rows
from communique.language.tokens import Line

# How far behind a term its complement ("progress in their nuclear program") and before it its subject may reach.
_COMPLEMENT, _SUBJECT = 8, 7
# How many words an item of an agenda, or a list of them, may have ("progress on healthcare and social security").
_AGENDA = 12
_LINKS = frozenset("on in of to toward towards for with against at regarding over".split())
# Of what someone makes, someone is the subject: the troops that made progress tell a topic.
_MAKING = frozenset("make makes made making".split())
_MODALS = frozenset("will would can could may might".split())
# Families whose words are said of everything under the sun: in running text they count only near words of talks.
_NEEDS_TALKS = frozenset(["collapse", "setback"])
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True)
class Sense:
    """One row of ``senses.csv``.

    ``terms`` are keys of ``en.csv`` or terms; ``pattern`` is a phrase with ``~`` where the term stands.
    """

    sense: str
    terms: str
    verdict: str
    pattern: str
    example: str
    near_miss: str
    why: str


class _Test(NamedTuple):
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


class Senses:
    """All sense filters, ready to judge a term in its line."""

    def __init__(self, words: Lexicon):
        path = words.folder / "senses.csv"
        self.senses: list[Sense] = []
        self._tests: dict[str, list[tuple[_Test, Sense]]] = defaultdict(list)
        names = {name for entry in words.entries for name in (entry.entry, entry.term)}
        for line, row in rows(path, set(Sense.__dataclass_fields__)):
            sense = Sense(**{name: row[name] for name in Sense.__dataclass_fields__})
            unknown = set(sense.terms.split("|")) - names
            if unknown or sense.verdict not in ("off", "keep"):
                raise DataError([Fault(str(path), line, "terms, verdict", f"{sense.terms}, {sense.verdict}",
                                       "terms of en.csv; off or keep")])  # fmt: skip
            self.senses.append(sense)
            for phrase in sense.pattern.split(" / "):
                before, tilde, behind = phrase.partition("~")
                if not tilde:  # the term is written out: find it by its own words
                    continue
                test = _Test(
                    re.compile(words.notation.regex_before(before)) if before.strip() else None,
                    re.compile(words.notation.regex(behind)) if behind.strip() else None,
                )
                for name in sense.terms.split("|"):
                    self._tests[name].append((test, sense))
        self._talks = frozenset(words.notation.words("{topic_talks}"))
        self._carried = frozenset(words.notation.words("{topic_war}"))
        self._elsewhere = frozenset(words.notation.words("{topic_elsewhere}"))
        self._other = self._elsewhere | frozenset(words.notation.words("{topic_other}"))

    def off(self, line: Line, walls: list[int], start: int, end: int, entry: Entry, before: str = "") -> str:
        """Rule that puts a term aside, or an empty string where the term counts.

        Parameters
        ----------
        line, walls
            The sentence and the heights of the walls between its clauses.
        start, end
            Tokens of the term.
        before : str
            Text in front of the sentence, asked only where the sentence itself tells no topic.
        """
        if _in_address(line.raw, line.starts[start], line.ends[end - 1]):
            return "address"
        norm, head = line.norm, line.at[start]
        tail = line.at[end] if end < len(line.at) else len(norm)
        for test, sense in self._tests.get(entry.entry, []) + (
            self._tests.get(entry.term, []) if entry.term != entry.entry else []
        ):
            if test.before and not test.before.search(norm, max(0, head - 80), head):
                continue
            if test.behind and not test.behind.match(norm, tail):
                continue
            return sense.sense if sense.verdict == "off" else ""
        if entry.guard == "guarded":
            return "guarded"
        if _is_name(line, start, end):
            return "name"
        return self._other_topic(line, walls, start, end, entry, before)

    def _other_topic(self, line: Line, walls: list[int], start: int, end: int, entry: Entry, before: str) -> str:
        words = line.words
        beside = words[max(0, start - 2) : start][::-1]
        complement = self._complement(words, walls, end, entry)
        if words[end : end + 1] == ["on"]:  # an item on an agenda, whatever it is, but not a front
            complement = [word for word in complement if word not in self._other or word in self._carried]
        subject = self._subject(words, walls, start)
        reach = [
            beside,
            complement,
            subject if _verbal(words[start], entry) or not _MAKING.isdisjoint(words[max(0, start - 4) : start]) else [],
        ]
        for near in reach:
            for word in near:
                if word in self._talks:
                    return ""
                if word in self._other:
                    return "other-topic-near"
        if any(word in self._talks for word in words):
            return ""
        context = set(_WORD.findall(before.lower()))
        others = [index for index, word in enumerate(words) if word in self._other]
        if words[end : end + 1] == ["on"]:
            others = [index for index in others if not end < index < end + _AGENDA or words[index] in self._carried]
        if len(others) == 1 and others[0] >= end and any(word in _MODALS for word in words[end : others[0]]):
            others = []  # "a breakthrough would calm the markets": what it would do is not what it is
        if len(others) > 1 or not self._elsewhere.isdisjoint(words) or (others and context.isdisjoint(self._talks)):
            return "other-topic"
        if entry.family in _NEEDS_TALKS and context.isdisjoint(self._talks) and context:
            return "no-talks"
        if not context & self._talks and context & self._carried:
            return "other-topic-before"
        return ""

    def _complement(self, words: list[str], walls: list[int], end: int, entry: Entry) -> list[str]:
        if end >= len(words):
            return []
        if entry.kind in ("verb", "adjective") and words[end] not in _LINKS:
            return words[end : end + 2]
        if words[end] not in _LINKS:
            return []
        stop = end + 1
        while stop < len(words) and stop - end < _COMPLEMENT and walls[stop] < COMMA:
            stop += 1
        return words[end + 1 : stop]

    def _subject(self, words: list[str], walls: list[int], start: int) -> list[str]:
        first = start
        while first and start - first < _SUBJECT and walls[first] < COMMA:
            first -= 1
        return words[first:start][::-1]


def _verbal(word: str, entry: Entry) -> bool:
    return entry.kind in ("verb", "adjective") or (entry.kind == "either" and word.endswith(("ed", "ing")))


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a term is part of a web address, or of a chain of words like one."""
    first = max(text.rfind(space, 0, start) for space in " \n\t(<") + 1
    behind = [at for at in (text.find(space, end) for space in " \n\t)>") if at >= 0]
    chunk = text[first : min(behind, default=len(text))]
    return "://" in chunk or "www." in chunk or (chunk.count("-") > 3 and " " not in chunk)


def _is_name(line: Line, start: int, end: int) -> bool:
    """Whether a term is part of a name: written with a capital inside a sentence that is no headline."""
    written = line.raw[line.starts[start] : line.ends[end - 1]]
    if not written[0].isupper() or start == 0 or not line.words[start - 1][-1].isalnum():
        return False
    written_words = [line.raw[a:b] for a, b in zip(line.starts, line.ends, strict=True)]
    long = [word for word in written_words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    if capitals * 10 >= len(long) * 8:
        return False
    return line.words[start - 1] != "q" and written_words[start - 1] != written_words[start - 1].upper()
