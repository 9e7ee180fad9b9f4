"""Speakers as a document names them, led to the actors of a process: by name, alias, office, date and side."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from communique.sources.attribution.english.words import SpeechWords, words
from communique.sources.names import alike, folded, keyed, nations, skeleton
from communique.sources.namesakes import Namesakes

if TYPE_CHECKING:  # pandas takes half a second, and workers have no need of it
    import pandas as pd

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

    ``how`` says in a word how it was found; ``confidence`` is between 0 and 1; ``name`` is the full name the text gave
    before, where a last name alone is a stranger's.
    """

    actor: str = ""
    how: str = ""
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    name: str = ""


UNKNOWN = Identity(how="unknown")


def _day(value: object) -> date | None:
    """The day of a Timestamp or of an ISO 8601 date; None where there is none (NaT does not even equal itself)."""
    if not value or value != value:
        return None
    return date.fromisoformat(value) if isinstance(value, str) else value.date()


@dataclass
class Register:
    """The actors of a process by every word sequence that names them; ``spelt`` by the consonants of last names."""

    actors: dict[str, Actor]
    by_words: dict[tuple[str, ...], tuple[str, ...]]
    sides: dict[str, str] = field(default_factory=dict)
    spelt: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: "pd.DataFrame", sides: Iterable[tuple[str, str]] = ()) -> "Register":
        """The register of the `actors` table of a process; ``sides`` are pairs of side id and name."""
        w = words()
        known: dict[str, Actor] = {}
        by_words: dict[tuple[str, ...], list[str]] = {}
        spelt: dict[str, list[tuple[str, str]]] = {}
        roles, names = {}, {}
        for row in actors.itertuples(index=False):
            days = _day(row.active_from), _day(row.active_to)
            actor = Actor(row.actor_id, row.name, row.role, row.side, tuple(row.aliases), *days)
            known[actor.id] = actor
            own = [key for _, key in keyed(actor.name, w)]
            names[actor.id] = frozenset(own)
            told = {key for text in (actor.role, actor.side, *actor.aliases) for _, key in keyed(text, w)}
            roles[actor.id] = frozenset(told) | names[actor.id]
            for name in {actor.name, *actor.aliases}:
                key = tuple(key for _, key in keyed(name, w))
                if key and actor.id not in by_words.setdefault(key, []):
                    by_words[key].append(actor.id)
            if len(own) > 1 and not set(own) & w.bodies:
                spelt.setdefault(skeleton(own[-1]), []).append((actor.id, own[-1]))
        return cls(
            known,
            {key: tuple(ids) for key, ids in by_words.items()},
            dict(sides),
            {key: tuple(found) for key, found in spelt.items()},
            roles,
            names,
        )


class Identifier:
    """Answers who a speaker is, within one document: remembers whom the document has already named."""

    def __init__(self, register: Register, day: date | None = None, w: SpeechWords | None = None, text: str = ""):
        self.register = register
        self.day = day
        self.w = w or words()
        self.named: list[str] = []
        self.namesakes = Namesakes(text, self.w)
        self._nations = nations(self.w)
        self._cache: dict[str, Identity] = {}
        self._alone: dict[str, str] = {}  # surfaces that are a last name alone, and that name

    def identify(self, surface: str, at: int | None = None) -> Identity:
        """The actor a surface names, which stands at a place of the text.

        A last name alone is that of whom the text has last named in full, be it an actor or a stranger. An alias that
        several actors share is narrowed by who was in office on the day, by a side named beside it and by whom the
        document has named; what is still open then stays open.
        """
        if not surface:
            return UNKNOWN
        full = self._in_full(surface, at) if at is not None else ""
        surface = full or surface
        known = self._cache.get(surface)
        if known is None or not known.actor:
            known = self._cache[surface] = self._look_up(surface)
        if known.actor:
            if known.actor in self.named:
                self.named.remove(known.actor)
            self.named.append(known.actor)
        return known if known.actor or not full else replace(known, name=full)

    def within(self, surface: str) -> Identity:
        """The actor whose name or alias ends a surface in a language whose words are not known.

        A last name alone is not enough where what stands in front may be another's first name.
        """
        part = keyed(surface, self.w)
        keys = [key for _, key in part]
        for size in range(min(LONGEST_ALIAS, len(keys)), 0, -1):
            ids = self.register.by_words.get(tuple(keys[-size:]))
            if not ids:
                continue
            before = part[-size - 1] if size < len(part) else None
            apart = before is None or size > 1 or not before[0][0].isupper()
            fitting = tuple(id_ for id_ in ids if apart or self._bears(id_, [before[1]]))
            if fitting:
                return self._narrowed(fitting, keys, tuple(keys[-size:]), exact=len(ids) == 1)
            return Identity(how="ambiguous", candidates=ids)
        return self._respelt(keys[-2:]) if keys else UNKNOWN

    def _in_full(self, surface: str, at: int) -> str:
        """The full name that a last name alone, with or without a form of address, is short for in the text."""
        name = self._alone.get(surface)
        if name is None:
            name = self._alone[surface] = self._last_name(surface)
        return self.namesakes.last_named(name, at) if name else ""

    def _last_name(self, surface: str) -> str:
        """The last name that a surface is nothing but, forms of address and particles aside; empty without."""
        found = keyed(surface, self.w)
        while found and found[0][1] in self.w.honorifics:
            found = found[1:]
        particles = self.w.particles
        if not found or any(key not in particles for _, key in found[:-1]) or not found[-1][0][:1].isalpha():
            return ""
        name = found[-1][0]
        return name if name[0].isupper() or name.startswith("al-") else ""

    def _look_up(self, surface: str) -> Identity:
        """The actor by name where a surface holds one, else by the office it describes."""
        parts = [keyed(piece, self.w) for piece in surface.split(",")]
        parts = [part for part in parts if part]
        if not parts:
            return UNKNOWN
        named = next((part for part in parts[:3] if self._person(part)), None)
        if named is not None:
            return self._by_name(named, self._person(named))
        return self._by_office(parts[0])

    def _person(self, part: list[tuple[str, str]]) -> int:
        """How many words at the end of a stretch are the name of whom it speaks of; 0 where it names nobody.

        "the envoy for Syria Staffan de Mistura" names its envoy; "a spokesman for UN envoy Staffan de Mistura" does
        not name the spokesman.
        """
        w, size = self.w, 0
        for raw, key in reversed(part):
            small = key in w.particles and raw[0].islower()
            if not (raw[0].isupper() or small or raw.startswith(("al-", "el-"))):
                break
            if key in w.titles or key in w.not_people or key in self._nations or (key in w.determiners and not small):
                break
            if raw.endswith(("'s", "’s", "s'", "s’")) and size:
                break
            size += 1
        while size and part[-size][1] in w.particles and part[-size][0][0].islower():
            size -= 1
        name = part[len(part) - size :]
        if not size or any(key in w.bodies or key in w.documents for _, key in name):
            return 0
        before = [key for _, key in part[: len(part) - size]]
        ends = [at for at, key in enumerate(before) if key in w.head_ends]
        if not ends:
            alone = size > 1 or not before or before[-1] in w.titles or before[-1] in w.honorifics
            return size if alone or self._known(name) else 0
        between = set(before[ends[-1] + 1 :]) - w.honorifics - w.determiners
        return size if size > 1 and between and not between & w.titles else 0

    def _known(self, name: list[tuple[str, str]]) -> bool:
        return tuple(key for _, key in name) in self.register.by_words

    def _by_name(self, part: list[tuple[str, str]], size: int) -> Identity:
        """The actor of a name of so many words: known by all of it, by its last part, or by another spelling."""
        name = [key for _, key in part[len(part) - size :]]
        titled = [key for _, key in part[: len(part) - size]]
        for start in range(len(name)):
            key = tuple(name[start:])
            ids = self.register.by_words.get(key)
            if not ids:
                continue
            first = [word for word in name[:start] if word not in self.w.particles]
            fitting = tuple(id_ for id_ in ids if self._bears(id_, first))
            if fitting:
                return self._narrowed(fitting, titled, key, exact=len(ids) == 1)
            if len(key) == 1:
                break
        return self._respelt(name)

    def _bears(self, id_: str, first: list[str]) -> bool:
        """Whether what stands before a last name is a first name of the actor's: "Ivanka Trump" is not Trump."""
        own = self.register.names[id_]
        return all(
            word in own
            or word in self.register.roles[id_]
            or any(skeleton(word) == skeleton(other) and word[:1] == other[:1] for other in own)
            or (len(word) == 1 and any(other.startswith(word) for other in own))
            for word in first
        )

    def _respelt(self, name: list[str]) -> Identity:
        """The one actor whose name this is in another transliteration."""
        near = self.register.spelt.get(skeleton(name[-1]), ())
        first = [word for word in name[:-1] if word not in self.w.particles]
        found = {id_ for id_, last in near if alike(name[-1], last) and self._bears(id_, first)}
        if len(found) == 1:
            return Identity(found.pop(), "another spelling", 0.9 if first else 0.75)
        return Identity(how="ambiguous", candidates=tuple(sorted(found))) if found else UNKNOWN

    def _by_office(self, part: list[tuple[str, str]]) -> Identity:
        """The actor of whom all is true that a description says: its owner, its office, what it is for."""
        w, register = self.w, self.register
        keys = [key for _, key in part]
        ids: list[str] = []
        longest = 0
        for size in range(min(LONGEST_ALIAS, len(keys)), 0, -1):
            if size < longest:
                break
            for start in range(len(keys) - size + 1):
                found = register.by_words.get(tuple(keys[start : start + size]))
                if not found or any(key in w.head_ends for key in keys[:start]):
                    continue
                if part[start + size - 1][0].endswith(("'s", "’s")) and start + size < len(part):
                    continue  # "De Mistura's deputy"
                fitting = [id_ for id_ in found if self._is_true(part, start, size, id_)]
                if fitting:
                    longest = size
                    ids += fitting
        if not ids:
            ids = self._described_by(part)
        if ids:
            return self._narrowed(tuple(dict.fromkeys(ids)), keys, tuple(keys), exact=len(set(ids)) == 1)
        return self._described(keys)

    def _is_true(self, part: list[tuple[str, str]], start: int, size: int, id_: str) -> bool:
        """Whether whatever a description says beside an alias is borne out by what is known of the actor."""
        role, w = self.register.roles[id_], self.w
        for at, (raw, key) in enumerate(part):
            if start <= at < start + size or key in role or key in w.head_ends or key in w.determiners:
                continue
            telling = raw[0].isupper() or key in self._nations or key in w.titles or key in w.not_holding
            if telling and not (at == 0 and key in w.openers) and key not in w.honorifics:
                return False
        stop = start + size
        if stop < len(part) and part[stop][0][0].islower() and part[stop][1] not in w.head_ends | w.subordinators:
            # "the Trump administration", but "the UN envoy also".
            return part[stop][1] in w.adverbs
        return True

    def _described_by(self, part: list[tuple[str, str]]) -> list[str]:
        """Actors with an alias whose words all stand in a description, though apart: "the UN Syria envoy"."""
        keys = [key for _, key in part]
        if len(keys) > 10 or not set(keys) & self.w.titles:
            return []
        head = next((key for key in reversed(keys[: self._head_end(keys)]) if key in self.w.titles), "")
        found = []
        for alias, ids in self.register.by_words.items():
            if len(alias) > 1 and alias[-1] == head and set(alias) <= set(keys):
                found += [id_ for id_ in ids if self._is_true(part, 0, 0, id_)]
        return found

    def _head_end(self, keys: list[str]) -> int:
        return next((at for at, key in enumerate(keys) if at and key in self.w.head_ends), len(keys))

    def _narrowed(self, ids: tuple[str, ...], beside: list[str], alias: tuple[str, ...], *, exact: bool) -> Identity:
        register = self.register
        left = ids
        if self.day is not None:
            office = [a for a in left if not set(alias) & register.names[a]]
            left = tuple(a for a in left if a not in office or register.actors[a].active(self.day))
            if len(left) > 1:
                left = tuple(a for a in left if register.actors[a].active(self.day)) or left
        if len(left) == 1:
            return Identity(left[0], "name" if exact else "name and date", 0.95 if exact else 0.85)
        if not left:
            return Identity(how="out of office", candidates=ids)
        sided = [a for a in left if register.actors[a].side in beside]
        if len(sided) == 1:
            return Identity(sided[0], "name and side", 0.8)
        seen = [a for a in self.named if a in left]
        if seen and (len(seen) == 1 or set(alias) & register.names[seen[-1]]):
            return Identity(seen[-1], "named before", 0.75)
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
            if head in map(folded, self.register.actors[actor].role.split(" of ")[0].replace(",", " ").split())
            and all(key in self.register.roles[actor] for key in keys[1:])
        ]
        if len(fitting) == 1:
            return Identity(fitting[0], "office named before", 0.7)
        return Identity(how="ambiguous", candidates=tuple(fitting)) if fitting else UNKNOWN
