"""Speakers as a document names them, led to the actors of a process: by name, alias, office, date and side."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from communique.sources.attribution.english.words import SpeechWords, words

if TYPE_CHECKING:  # pandas takes half a second, and workers have no need of it
    import pandas as pd

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*\.?")
LONGEST_ALIAS = 8  # words


@dataclass(frozen=True)
class Actor:
    """What is known of an actor: the words people call it by, and when it held the office they name."""

    id: str
    name: str
    role: str
    side: str
    aliases: tuple[str, ...]
    active_from: date | None
    active_to: date | None

    def active(self, day: date) -> bool:
        """Whether the actor held its office on a day."""
        return (self.active_from is None or self.active_from <= day) and (
            self.active_to is None or day <= self.active_to
        )


@dataclass(frozen=True)
class Identity:
    """Whom a surface names: ``actor`` is empty where it stays open, and ``candidates`` then lists who it may be.

    ``how`` says in a word how it was found; ``confidence`` is between 0 and 1.
    """

    actor: str = ""
    how: str = ""
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()


UNKNOWN = Identity(how="unknown")


def folded(word: str) -> str:
    """A word without case, accents, hyphens, full stops and a possessive."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"'s?$|[.\-'ʼ]", "", re.sub(r"'s$", "", plain))


def _words(surface: str) -> list[str]:
    return WORD.findall(surface)


def _day(value: object) -> date | None:
    """The day of a Timestamp or of an ISO 8601 date; None where there is none (NaT does not even equal itself)."""
    if not value or value != value:
        return None
    return date.fromisoformat(value) if isinstance(value, str) else value.date()


@dataclass
class Register:
    """The actors of a process by every word sequence that names them."""

    actors: dict[str, Actor]
    by_words: dict[tuple[str, ...], tuple[str, ...]]
    sides: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: "pd.DataFrame", sides: Iterable[tuple[str, str]] = ()) -> "Register":
        """The register of the `actors` table of a process; ``sides`` are pairs of side id and name."""
        known: dict[str, Actor] = {}
        by_words: dict[tuple[str, ...], list[str]] = {}
        for row in actors.itertuples(index=False):
            actor = Actor(
                row.actor_id,
                row.name,
                row.role,
                row.side,
                tuple(row.aliases),
                _day(row.active_from),
                _day(row.active_to),
            )
            known[actor.id] = actor
            for name in {actor.name, *actor.aliases}:
                key = tuple(filter(None, map(folded, _words(name))))
                if key and actor.id not in by_words.setdefault(key, []):
                    by_words[key].append(actor.id)
        return cls(known, {key: tuple(ids) for key, ids in by_words.items()}, dict(sides))


class Identifier:
    """Answers who a speaker is, within one document: remembers whom the document has already named."""

    def __init__(self, register: Register, day: date | None = None, w: SpeechWords | None = None):
        self.register = register
        self.day = day
        self.w = w or words()
        self.named: list[str] = []
        self._cache: dict[str, Identity] = {}

    def identify(self, surface: str) -> Identity:
        """The actor a surface names.

        An alias that several actors share is narrowed by who was in office on the day, by a side named beside it and
        by whom the document has named; what is still open then stays open.
        """
        if not surface:
            return UNKNOWN
        known = self._cache.get(surface)
        if known is None or not known.actor:
            known = self._cache[surface] = self._look_up(surface)
        if known.actor and known.actor not in self.named:
            self.named.append(known.actor)
        return known

    def _look_up(self, surface: str) -> Identity:
        raw = _words(surface)[:40]
        keys = [folded(word) for word in raw]
        found: list[tuple[int, int, tuple[str, ...]]] = []
        for size in range(min(LONGEST_ALIAS, len(keys)), 0, -1):
            for start in range(len(keys) - size + 1):
                ids = self.register.by_words.get(tuple(keys[start : start + size]))
                if (
                    ids
                    and not any(lo <= start < hi for lo, hi, _ in found)
                    and self._names(raw, keys, start, start + size)
                ):
                    found.append((start, start + size, ids))
        if not found:
            return self._described(keys)
        start, stop, ids = min(
            found,
            key=lambda hit: (
                self._outside_head(keys, hit[0]) and not self._closes(keys, hit[0], hit[1]),
                -(hit[1] - hit[0]),
                hit[0],
            ),
        )
        return self._narrowed(ids, keys, " ".join(raw[start:stop]))

    def _outside_head(self, keys: list[str], start: int) -> bool:
        return any(key in self.w.head_ends for key in keys[:start])

    def _closes(self, keys: list[str], start: int, stop: int) -> bool:
        """Whether a full name ends what is said of its bearer: "the envoy for Syria Staffan de Mistura".

        Not where an office of its own stands before it: "a spokesman for UN envoy Staffan de Mistura".
        """
        last = max(at for at in range(start) if keys[at] in self.w.head_ends)
        between = set(keys[last + 1 : start]) - self.w.honorifics
        whole = [folded(word) for word in _words(self.register.actors[self._ids(keys, start, stop)[0]].name)]
        named = stop == len(keys) and stop - start > 1 and list(filter(None, whole)) == keys[start:stop]
        return named and bool(between) and not between & self.w.titles

    def _ids(self, keys: list[str], start: int, stop: int) -> tuple[str, ...]:
        return self.register.by_words[tuple(keys[start:stop])]

    def _names(self, raw: list[str], keys: list[str], start: int, stop: int) -> bool:
        """Whether an alias found in a surface is the person meant, not the owner or the namesake of another."""
        if raw[stop - 1].endswith(("'s", "’s", "s'", "s’")) and stop < len(raw):
            return False  # "De Mistura's deputy"
        if self._outside_head(keys, start) and not self._closes(keys, start, stop):
            return False  # "a spokesman for De Mistura"
        if self._outside_head(keys, start):
            return True
        if stop < len(raw) and raw[stop][0].isupper() and keys[stop] not in self.w.titles and stop - start == 1:
            return False  # "Assad Khoury"
        if (
            stop < len(raw)
            and raw[stop][0].islower()
            and not (
                keys[stop] in self.w.head_ends or keys[stop] in self.w.determiners or keys[stop] in self.w.subordinators
            )
        ):
            return False  # "the Trump administration"
        named_actor = self.register.by_words[tuple(keys[start:stop])]
        before = start - 1
        if before < 0 or not raw[before][0].isupper() or (raw[before].isupper() and len(raw[before]) > 3):
            return True
        key = keys[before]
        if key in self.w.titles or key in self.w.determiners or key in self.w.particles or key in self.w.openers:
            return True
        owned = raw[before].endswith(("'s", "’s"))
        own_words = {word for actor in named_actor for word in map(folded, _words(self.register.actors[actor].name))}
        if key in own_words or owned:
            return True
        # "Ivanka Trump" is not Trump; "Russian President Putin" and "US Secretary Kerry" have a title in between.
        return any(folded(word) == key for actor in named_actor for word in _words(self.register.actors[actor].role))

    def _narrowed(self, ids: tuple[str, ...], keys: list[str], alias: str) -> Identity:
        register = self.register
        alias_keys = set(map(folded, _words(alias)))
        left = ids
        if self.day is not None:
            office = [a for a in left if not alias_keys & set(map(folded, _words(register.actors[a].name)))]
            left = tuple(a for a in left if a not in office or register.actors[a].active(self.day))
            if len(left) > 1:
                left = tuple(a for a in left if register.actors[a].active(self.day)) or left
        if len(left) == 1:
            return Identity(left[0], "name" if len(ids) == 1 else "name and date", 0.95 if len(ids) == 1 else 0.85)
        if not left:
            return Identity(how="out of office", candidates=ids)
        sided = [a for a in left if register.actors[a].side in keys]
        if len(sided) == 1:
            return Identity(sided[0], "name and side", 0.8)
        seen = [a for a in left if a in self.named]
        if len(seen) == 1:
            return Identity(seen[0], "named before", 0.75)
        return Identity(how="ambiguous", candidates=left)

    def _described(self, keys: list[str]) -> Identity:
        """The actor that "the envoy" or "the minister" means: the only one named so far whose role says so."""
        if len(keys) < 2 or len(keys) > 4 or keys[0] not in self.w.defining:
            return UNKNOWN
        head = keys[-1]
        if head not in self.w.titles:
            return UNKNOWN
        fitting = [
            actor
            for actor in self.named
            if head in map(folded, _words(self.register.actors[actor].role.split(" of ")[0]))
            and all(key in map(folded, _words(self.register.actors[actor].role)) for key in keys[1:])
        ]
        if len(fitting) == 1:
            return Identity(fitting[0], "office named before", 0.7)
        return Identity(how="ambiguous", candidates=tuple(fitting)) if fitting else UNKNOWN
