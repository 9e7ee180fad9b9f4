"""What a text of an archive holds: its statements and mentions, and the process that each belongs to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.language import Mention, find_mentions
from communique.process.model import Process, load
from communique.process.round_names import callings
from communique.scan.items import Item
from communique.sources.documents.readers import Document
from communique.sources.suggestions import Frame, Suggestion, suggestions

QUESTIONS = "question turn"  # what reporters ask asserts nothing


@dataclass(frozen=True)
class Found:
    """A statement of a text: what is suggested about it, and the process it belongs to, if to one."""

    suggestion: Suggestion
    process: str

    @property
    def speaker(self) -> str:
        """The actor of the process where it belongs to one, else the name in the text; empty where none is sure."""
        if self.process:
            return self.suggestion.identity.actor
        speaker = self.suggestion.statement.speaker
        if not speaker.certain:
            return ""
        return " ".join((self.suggestion.identity.name or speaker.behind or speaker.surface).split())


@dataclass(frozen=True)
class _Known:
    """A process as far as texts are read by it: what its rounds' own talks are called, by round."""

    name: str
    frame: Frame
    callings: dict[int, tuple[str, ...]]

    @classmethod
    def of(cls, process: Process) -> "_Known":
        named = {int(number): callings(process, number) for number in process.rounds["round"]}
        return cls(process.id, Frame.of(process), named)


@dataclass(frozen=True)
class _Near:
    """A process near a round of which a text was published; ``is_named`` where the text calls that round's talks so."""

    name: str
    frame: Frame
    callings: tuple[str, ...]
    is_named: bool

    @classmethod
    def of(cls, known: _Known, document: Document) -> "_Near | None":
        """The process, or None where the text is far from all its rounds."""
        place = known.frame.calendar.place(document.published)
        if place is None:
            return None
        names = known.callings[int(place[0].value)]
        return cls(known.name, known.frame, names, bool(_pattern(names).search(document.text)))

    def claims(self, told: Suggestion) -> bool:
        """Whether a statement belongs to the process."""
        return bool(told.identity.actor and told.round is not None and (told.baskets or self.is_named))


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


class Reading:
    """Reads texts by some processes.

    A statement belongs to a process where three things are so: its speaker is one of the process's actors; its day is
    within `sources.tagging.FAR` days of a round; and it speaks of a basket, or its text calls that round's talks by a
    name of theirs. Where that holds of several processes, it belongs to one whose basket it speaks of, or else the
    first. The others belong to none.
    """

    def __init__(self, processes: Sequence[str]):
        self.known = [_Known.of(load(name)) for name in processes]
        self.nobody = Frame.empty()

    def read(self, item: Item) -> tuple[list[Found], list[Mention]]:
        """The statements of a text and its mentions, each in order of place; offsets count in the item's text."""
        document = item.document
        near = [near for each in self.known if (near := _Near.of(each, document))]
        readings = [_by_place(suggestions(document, each.frame, mentions=False)) for each in near]
        readings = readings or [_by_place(suggestions(document, self.nobody, mentions=False))]
        found = []
        for place, suggestion in readings[0].items():
            if suggestion.statement.rule == QUESTIONS:
                continue
            claims = [
                (each, told)
                for each, by_place in zip(near, readings, strict=False)
                if (told := by_place.get(place)) is not None and each.claims(told)
            ]
            claim = min(claims, key=lambda claim: not claim[1].baskets, default=None)  # the first of equals
            found.append(Found(claim[1], claim[0].name) if claim else Found(suggestion, ""))
        speaking = [each for each in near if each.is_named]
        own = [name for each in speaking for name in each.callings]
        places = [name for each in speaking for name in each.frame.places]
        return found, find_mentions(document.text, own=own, places=places)


def _by_place(told: Iterable[Suggestion]) -> dict[tuple[int, int], Suggestion]:
    """Suggestions by where their statement stands: processes know different places, and so find different speakers."""
    return {(each.statement.start, each.statement.end): each for each in told}


def holding(found: Sequence[Found], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Found | None]]:
    """Yield each mention with the statement whose words hold it: the last to begin, where they lie in one another."""
    open_, ahead = [], 0
    for mention in mentions:
        while ahead < len(found) and found[ahead].suggestion.statement.start <= mention.start:
            open_.append(found[ahead])
            ahead += 1
        open_ = [each for each in open_ if each.suggestion.statement.end > mention.start]
        fitting = [each for each in open_ if each.suggestion.statement.end >= mention.end]
        yield mention, fitting[-1] if fitting else None


@lru_cache(maxsize=2)
def reading(processes: tuple[str, ...]) -> Reading:
    """The reading by these processes, made once in a worker."""
    return Reading(processes)
