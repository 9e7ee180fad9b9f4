"""Senses: whether a term speaks of talks at all, or of infections, bridges and economies.

`senses.csv` holds what decides: rows that put a term aside (``off``) or count it (``keep``) by the words next to it,
each with the reason. Where no row speaks, `communique.language.english.topics` weighs the words around.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from communique.errors import DataError, Fault
from communique.language.english.tokens import Line
from communique.language.english.topics import Topics
from communique.language.english.words import EnglishWords
from communique.language.lexicon import Entry, Lexicon, rows


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


# How far before a term its phrases reach, in characters; and how many tokens around it are looked at first.
_BEFORE, _AROUND = 80, 24
# How far a verdict of a row, a name or an address is from the other.
SURE = 9


class Judgement(NamedTuple):
    """The rule that puts a term aside, empty where it counts, and how far the words around were from the other verdict.

    ``score`` is that of `Topics.score`, or `SURE`.
    """

    rule: str
    score: int


class _Test(NamedTuple):
    """What must stand before and behind a term, and words of which one must for that to be."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    needed_before: frozenset[str]
    needed_behind: frozenset[str]


class Senses:
    """All sense filters, ready to judge a term in its line."""

    def __init__(self, words: Lexicon, lists: EnglishWords):
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
                    words.notation.needed(before),
                    words.notation.needed(behind),
                )
                for name in sense.terms.split("|"):
                    self._tests[name].append((test, sense))
        self._topics = Topics(words, lists)

    def judge(
        self,
        line: Line,
        walls: list[int],
        start: int,
        end: int,
        entry: Entry,
        before: str = "",
        earlier: str = "",
        *,
        about_talks: bool = False,
    ) -> Judgement:
        """Whether a term is put aside, and how narrowly.

        Parameters
        ----------
        line, walls
            The sentence and the heights of the walls between its clauses.
        start, end
            Tokens of the term.
        before : str
            Text in front of the sentence.
        earlier : str
            What the document said before that.
        about_talks : bool
            The text is known to be about talks.
        """
        if _in_address(line.raw, line.starts[start], line.ends[end - 1]):
            return Judgement("address", SURE)
        norm, head = line.norm, line.at[start]
        tail = line.at[end] if end < len(line.at) else len(norm)
        ahead, follows = (
            frozenset(line.words[max(0, start - _AROUND) : start]),
            frozenset(line.words[end : end + _AROUND]),
        )
        for test, sense in self._tests.get(entry.entry, []) + (
            self._tests.get(entry.term, []) if entry.term != entry.entry else []
        ):
            if test.needed_before and test.needed_before.isdisjoint(ahead):
                continue
            if test.needed_behind and test.needed_behind.isdisjoint(follows):
                continue
            if test.before and not test.before.search(norm, max(0, head - _BEFORE), head):
                continue
            if test.behind and not test.behind.match(norm, tail):
                continue
            return Judgement(sense.sense if sense.verdict == "off" else "", SURE)
        if entry.guard == "guarded":
            return Judgement("guarded", SURE)
        if _is_name(line, start, end):
            return Judgement("name", SURE)
        score = self._topics.score(line, walls, start, end, entry, before, earlier, about_talks)
        return Judgement("other-topic" if score < 0 else "", score)


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
