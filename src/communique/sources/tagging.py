"""What a statement is about and when it was said: baskets, round, phase and mentions, each with the words behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from communique.sources.attribution.english.words import words

if TYPE_CHECKING:  # pandas takes half a second, and workers have no need of it
    import pandas as pd

OWN, AROUND = 0.9, 0.5  # confidence in a basket by where its word stands
FAR = 60  # days from a round beyond which a statement belongs to none


@cache
def _closing(phrases: frozenset[str]) -> re.Pattern[str]:
    """Matches what tells that a round is over."""
    joined = "|".join(r"\s+".join(phrase.split()) for phrase in sorted(phrases))
    return re.compile(rf"\b(?:{joined})", re.I)


@dataclass(frozen=True)
class BasketTag:
    """One suggestion: what is suggested, the words that led to it, where they stand, and how sure it is (0 to 1)."""

    value: str
    words: str
    where: str
    confidence: float


class Baskets:
    """Finds the baskets a stretch of text speaks of, by the names and aliases of the process."""

    def __init__(self, baskets: Mapping[str, object]):
        w = words()
        article = re.compile(rf"^(?:{'|'.join(sorted(w.articles))}) ")
        self.ids = tuple(baskets)
        self.by_alias: dict[str, str] = {}
        for id_, basket in baskets.items():
            for alias in (*basket.aliases, basket.name, id_.replace("_", " ")):
                self.by_alias.setdefault(" ".join(article.sub("", alias).casefold().split()), id_)
        parts = sorted(map(re.escape, self.by_alias), key=len, reverse=True)
        joined = "|".join(part.replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]?") for part in parts)
        self.pattern = re.compile(rf"(?<![\w-])(?:{joined})(?:s|es|['’]s)?(?![\w-])", re.I) if parts else None
        number = "|".join((*w.numbers[len(self.ids) : len(self.ids) + 1], str(len(self.ids)), *sorted(w.all_of_them)))
        called = "|".join(sorted(w.baskets))
        self.together = re.compile(rf"\b(?:{number})\s+(?:\S+\s+)?[\"'“‘]?(?:{called})\b", re.I)

    def find(self, text: str) -> dict[str, str]:
        """Basket ids in the order of their first word in the text, each with that word."""
        found: dict[str, str] = {}
        if self.pattern is None or not text:
            return found
        for match in self.pattern.finditer(text):
            id_ = self._id(match.group())
            if id_:
                found.setdefault(id_, " ".join(match.group().split()))
        if len(self.ids) > 1 and (together := self.together.search(text)):
            for id_ in self.ids:
                found.setdefault(id_, " ".join(together.group().split()))
        return found

    def _id(self, surface: str) -> str | None:
        key = " ".join(surface.casefold().split())
        for form in (key, re.sub(r"(?:['’]s|es|s)$", "", key), re.sub(r"s$", "", key)):
            if form in self.by_alias:
                return self.by_alias[form]
            loose = re.sub(r"[-\s]", "", form)
            if hit := next((id_ for alias, id_ in self.by_alias.items() if re.sub(r"[-\s]", "", alias) == loose), None):
                return hit
        return None

    def tag(self, statement: str, around: str) -> list[BasketTag]:
        """Baskets of a statement: by its own words, or else by those of its attribution ("Asked about elections, ...").

        What else stands in the paragraph or above it bears no basket: on the documents measured, three of four
        suggestions by such words were wrong.
        """
        for text, where, confidence in ((statement, "statement", OWN), (around, "attribution", AROUND)):
            if found := self.find(text):
                return [BasketTag(id_, words, where, confidence) for id_, words in found.items()]
        return []


@dataclass(frozen=True)
class Calendar:
    """The rounds of a process: their numbers and sittings, in order of time."""

    rounds: tuple[tuple[int, tuple[tuple[date, date], ...]], ...]
    _kept: dict[date, tuple] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, rounds: "pd.DataFrame") -> "Calendar":
        """The calendar of the `rounds` table of a process."""
        rows = []
        for row in rounds.itertuples(index=False):
            sittings = row.sittings or ((row.start, row.end),)
            rows.append((int(row.round), tuple((first.date(), last.date()) for first, last in sittings)))
        return cls(tuple(sorted(rows, key=lambda row: row[1][0])))

    def place(self, day: date | None, context: str = "") -> tuple[BasketTag, BasketTag] | None:
        """Round and phase of something said on a day, None where it is far from every round.

        Within a sitting it is `during`, the last day of a round `after` where the context tells of its closing press
        conference; between two sittings of a round it is `between`. Otherwise the nearer round decides.
        """
        if day is None or not self.rounds:
            return None
        told = f"{day.day} {day:%B %Y}"
        if (kept := self._kept.get(day)) is not None:
            return kept or None
        near = self._place(day, context, told)
        if not any(day == sittings[-1][1] for _, sittings in self.rounds):
            self._kept[day] = near or ()
        return near

    def _place(self, day: date, context: str, told: str) -> tuple[BasketTag, BasketTag] | None:
        for number, sittings in self.rounds:
            if any(a <= day <= b for a, b in sittings):
                closing = day == sittings[-1][1] and _closing(words().closings).search(context)
                return self._tags(
                    number, "after" if closing else "during", told, 0.9 if day != sittings[-1][1] else 0.7
                )
            if sittings[0][0] < day < sittings[-1][1]:
                return self._tags(number, "between", told, 0.9)
        near = []
        for number, sittings in self.rounds:
            if day > sittings[-1][1]:
                near.append(((day - sittings[-1][1]).days, number, "after"))
            else:
                near.append(((sittings[0][0] - day).days, number, "before"))
        distance, number, phase = min(near)
        return self._tags(number, phase, told, 0.85 if distance <= 7 else 0.6) if distance <= FAR else None

    @staticmethod
    def _tags(number: int, phase: str, words: str, confidence: float) -> tuple[BasketTag, BasketTag]:
        return BasketTag(str(number), words, "date", confidence), BasketTag(phase, words, "date", confidence)

    def year_of(self, month: int, day: int) -> date | None:
        """The date of a day and month without a year, where one round alone is near: within a week, or else a month."""
        for near in (7, FAR // 2):
            found = self._near(month, day, timedelta(near))
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _near(self, month: int, day: int, reach: timedelta) -> set[date]:
        found = set()
        for _, sittings in self.rounds:
            for year in {sittings[0][0].year - 1, sittings[0][0].year, sittings[-1][1].year + 1}:
                try:
                    when = date(year, month, day)
                except ValueError:
                    continue
                if sittings[0][0] - reach <= when <= sittings[-1][1] + reach:
                    found.add(when)
        return found
