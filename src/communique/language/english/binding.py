"""Binding: whether a mention speaks of another round or another process than its statement's own.

``binding.csv`` holds the phrases that tell ("of the previous round", "since", "Geneva II") and names by which the
world knows talks; what a process alone makes a name of talks is told by the process. A name binds only where it stands
with the term: behind it ("progress in Astana"), right before it ("the Bali breakthrough") or as the subject of its
clause ("Sochi would bring no progress"), not where someone merely speaks.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from communique.language.english.clauses import COMMA, COMPLEMENT, MAIN
from communique.language.english.tokens import Line
from communique.language.english.words import EnglishWords
from communique.language.lexicon import Lexicon, rows

# How many tokens behind a term its place may stand ("progress had been made at Astana").
_REACH = 7
# How far in front of a term a place may stand: as its subject, and before a relative clause.
_SUBJECT, _CLAUSE = 6, 9
# Longest name of talks, in tokens.
_LONGEST = 4
# How many words in front of a meeting are looked at for what makes it no subject ("after talks in Riyadh").
_TITLE = 3
_ROMAN = re.compile(r"(?:[ivx]+|\d{1,2})$")


@dataclass(frozen=True)
class Binding:
    """One row of ``binding.csv``: a name of talks (kind "name") or a phrase with ``~`` for the term ("phrase")."""

    binding: str
    kind: str
    pattern: str
    example: str
    refers_to: str
    near_miss: str
    note: str


class Bindings:
    """All rows of ``binding.csv``, ready to be asked for one mention."""

    def __init__(self, words: Lexicon, lists: EnglishWords):
        self._lists, self._tokens = lists.binding, lists.tokens
        self._places: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
        self._oblique = lists.binding.places | lists.binding.oblique
        self.bindings = [
            Binding(**{name: row[name] for name in Binding.__dataclass_fields__})
            for _, row in rows(words.folder / "binding.csv", set(Binding.__dataclass_fields__))
        ]
        self._names = {tuple(row.pattern.split()) for row in self.bindings if row.kind == "name"}
        self._phrases = []
        for row in self.bindings:
            if row.kind != "phrase":
                continue
            for phrase in row.pattern.split(" / "):
                before, _, behind = phrase.partition("~")
                self._phrases.append(
                    (
                        re.compile(words.notation.regex_before(before)) if before.strip() else None,
                        re.compile(words.notation.regex(behind)) if behind.strip() else None,
                    )
                )
        self._aux = frozenset(words.notation.words("{aux}"))
        self._prep = frozenset(words.notation.words("{prep}"))

    def refers_to(
        self, line: Line, walls: list[int], start: int, end: int, own: Iterable[str] = (), places: Iterable[str] = ()
    ) -> str:
        """What other round or process a mention speaks of, as written; empty where it speaks of its own.

        Parameters
        ----------
        line, walls
            The sentence and the heights of its walls.
        start, end
            Tokens of the term.
        own
            Names of the statement's own round and process ("Geneva", "Geneva VII"). Without any, a bare name of
            talks binds only where the words say that it is past ("since the breakthrough of Bali") or numbered.
        places
            Names of talks around the statement's own, beside those of the lexicon.
        """
        mine = {name.lower() for name in own}
        names = self._names | self._tokens_of(tuple(places)) if places else self._names
        span = self._named(line, walls, start, end, names, bool(mine))
        if span is None:
            span = self._phrased(line, start, end)
        if span is None:
            return ""
        written = line.raw[line.starts[span[0]] : line.ends[span[1] - 1]]
        return "" if " ".join(line.words[span[0] : span[1]]) in mine else " ".join(written.split())

    def _tokens_of(self, places: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
        """The tokens of each place, cut as those of a sentence are."""
        if places not in self._places:
            self._places[places] = frozenset(tuple(Line(place, self._tokens).words) for place in places)
        return self._places[places]

    def _phrased(self, line: Line, start: int, end: int) -> tuple[int, int] | None:
        head = line.at[start]
        tail = line.at[end] if end < len(line.at) else len(line.norm)
        for before, behind in self._phrases:
            left = before.search(line.norm, max(0, head - 70), head) if before else None
            right = behind.match(line.norm, tail) if behind else None
            if (before and not left) or (behind and not right):
                continue
            match = right or left
            return self._meeting(line, line.index(match.start()), line.index(match.end()))
        return None

    def _named(
        self, line: Line, walls: list[int], start: int, end: int, names: Set[tuple[str, ...]], any_name: bool
    ) -> tuple[int, int] | None:
        words, others = line.words, self._lists.called
        past = any(word in self._lists.since for word in words[max(0, start - 4) : start])
        for index in range(end, min(len(words), end + _REACH)):
            if walls[index] >= COMPLEMENT:
                break
            span = _name_at(line, index, names, others)
            if span and (words[index - 1] in self._lists.places or words[index - 1] == "the"):
                numbered = span[1] - span[0] > 1 and _ROMAN.match(words[span[1] - 1])
                return span if any_name or past or numbered else None
        for index in range(max(0, start - 3), start):
            span = _name_at(line, index, names, others)
            if span and span[1] <= start and not self._lists.before_a_name.isdisjoint(words[index - 1 : index]):
                return span if any_name or past else None
        if any_name:
            for index in range(max(0, start - _CLAUSE), start):
                span = _name_at(line, index, names, others)
                if span and self._met_there(line, span[1]):
                    return span
                if not span or start - index > _SUBJECT or max(walls[index + 1 : start], default=0) >= MAIN:
                    continue
                if self._meets_there(line, walls, index, start):
                    return span
                verb = words[span[1]] if span[1] < len(words) else ""
                before = words[index - 1] if index else ""
                if (verb in self._aux or before in self._aux) and before not in self._oblique:
                    return span
        return None

    def _meets_there(self, line: Line, walls: list[int], index: int, start: int) -> bool:
        """Whether a meeting at the place named is the subject of the term's clause ("Meetings in Riyadh fail")."""
        words = line.words
        if index < 2 or words[index - 1] not in self._lists.at or words[index - 2] not in self._lists.meetings:
            return False
        apart = max(walls[index + 1 : start], default=0) >= COMMA
        return not apart and self._prep.isdisjoint(words[max(0, index - 2 - _TITLE) : index - 2])

    def _met_there(self, line: Line, end: int) -> bool:
        """Whether a relative clause behind a name tells what happened there ("Sochi, from which they walked out")."""
        words = line.words
        comma = words[end : end + 1] == [","]
        return words[end + comma + 1 : end + comma + 2] == ["which"] and words[end + comma] in self._lists.there

    def _meeting(self, line: Line, first: int, last: int) -> tuple[int, int]:
        """Tokens of "previous round" in a longer phrase; the whole phrase where there is no such pair."""
        words = line.words
        for index in range(first, last):
            if words[index] in self._lists.earlier:
                end = index + 1
                if end < last and words[end] in self._lists.meetings:
                    end += 1
                return index, end
        return first, last


def _name_at(line: Line, index: int, names: Set[tuple[str, ...]], others: Set[str]) -> tuple[int, int] | None:
    """Tokens of a name of talks that begins at a token, with the number or word that belongs to it.

    A place in front of something else that is called by it is no name of talks: "the Cairo platform", "the Florence
    speech", "the Moscow and Cairo groups".
    """
    words = line.words
    for length in range(_LONGEST, 0, -1):
        last = index + length
        if last <= len(words) and tuple(words[index:last]) in names:
            behind = last + 2 if words[last : last + 1] == ["and"] else last
            if words[behind : behind + 1] and words[behind] in others:
                return None
            if last < len(words) and _ROMAN.match(words[last]):
                last += 1
            return index, last
    return None
