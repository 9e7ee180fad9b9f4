"""The cues: words around a term that decide how its speaker commits to it, read from ``cues.csv``."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from communique.errors import DataError, Fault
from communique.language.effects import EFFECTS
from communique.language.english.tokens import Line
from communique.language.lexicon import Lexicon, rows

SIDES = ("left", "right")
REACHES = {
    "left": ("np", "adjective", "object", "clause", "embed", "cond"),
    "right": ("adjacent", "predicate", "copula", "post", "state", "cond", "beyond"),
}


@dataclass(frozen=True)
class Cue:
    """One row of ``cues.csv``.

    Attributes
    ----------
    cue : str
        Key of the row; it is the ``rule`` of the mentions it decides.
    pattern : str
        The phrase, in the notation of `communique.language.patterns`.
    side : str
        Whether the phrase stands left or right of the term.
    reach : str
        What may lie between phrase and term; see `communique.language.english.status`.
    window : int
        The most words that may lie between them.
    effect : str
        What the cue does to the status it meets; see `communique.language.english.status`.
    """

    cue: str
    pattern: str
    side: str
    reach: str
    window: int
    effect: str
    example: str
    example_status: str
    near_miss: str
    near_miss_status: str
    note: str


class Found(NamedTuple):
    """A cue found in a line: tokens ``start`` up to and without ``end``."""

    start: int
    end: int
    cue: Cue


class _Phrase:
    """One phrase of a cue: its expression, compiled when its first word is met, for most never are."""

    __slots__ = ("_compiled", "cue", "expression", "needed")

    def __init__(self, expression: str, cue: Cue, needed: frozenset[str]):
        self.expression, self.cue, self.needed = expression, cue, needed
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The phrase where it stands in a text at this place."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled.match(text, at)


class Cues:
    """All cues, ready to be found in a line."""

    def __init__(self, words: Lexicon):
        path = words.folder / "cues.csv"
        faults: list[Fault] = []
        self.cues: list[Cue] = []
        first: dict[str, dict[str, list[tuple[_Phrase, frozenset[str] | None]]]] = {
            side: defaultdict(list) for side in SIDES
        }
        for line, row in rows(path, set(Cue.__dataclass_fields__)):
            cue = Cue(**{**{name: row[name] for name in Cue.__dataclass_fields__}, "window": int(row["window"] or 0)})
            if cue.side not in SIDES or cue.reach not in REACHES[cue.side] or cue.effect not in EFFECTS:
                faults.append(
                    Fault(str(path), line, "side, reach, effect", f"{cue.side}, {cue.reach}, {cue.effect}",
                          f"sides and reaches are {REACHES}, effects {', '.join(EFFECTS)}")
                )  # fmt: skip
                continue
            self.cues.append(cue)
            for phrase in cue.pattern.split(" / "):
                needed = words.notation.needed(phrase, path=str(path), line=line)
                found = _Phrase(words.notation.regex(phrase, path=str(path), line=line), cue, needed)
                for word, follows in words.notation.openings(phrase, path=str(path), line=line).items():
                    first[cue.side][word].append((found, follows))
        if faults:
            raise DataError(faults)
        self._first = first
        self._second = {
            side: {word: {each for _, follows in first[side][word] for each in follows or ()} for word in first[side]}
            for side in SIDES
        }
        self._candidates: dict[str, dict[tuple[str, str], tuple[_Phrase, ...]]] = {side: {} for side in SIDES}

    def find(self, line: Line, side: str) -> list[Found]:
        """Cues of one side in a line, in order.

        Those that overlap are all given: which of them counts depends on the term; see `english.scope`.
        """
        first = self._first[side]
        found: list[Found] = []
        norm, at, there = line.norm, line.at, frozenset(line.words)
        for index, (word, follows) in enumerate(zip_longest(line.words, line.words[1:], fillvalue="")):
            if word not in first:
                continue
            matches: dict[int, list[Cue]] = {}
            for phrase in self._beginning(side, word, follows):
                if phrase.needed.isdisjoint(there):
                    continue
                match = phrase.match(norm, at[index])
                if match:
                    rows_found = matches.setdefault(match.end(), [])
                    if phrase.cue not in rows_found:
                        rows_found.append(phrase.cue)
            for end in sorted(matches, reverse=True):
                found += [Found(index, line.index(end), cue) for cue in matches[end]]
        return found

    def _beginning(self, side: str, word: str, follows: str) -> tuple[_Phrase, ...]:
        """The phrases that can begin with two words, in order; most that begin with one do not go on with the other."""
        second = follows if follows in self._second[side][word] else ""
        known = self._candidates[side].get((word, second))
        if known is None:
            phrases = self._first[side][word]
            known = tuple(phrase for phrase, seconds in phrases if seconds is None or second in seconds)
            self._candidates[side][word, second] = known
        return known
