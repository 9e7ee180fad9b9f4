"""Statements of a document with everything suggested about them: speaker, date, round, baskets, mentions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from communique.sources.actors import UNKNOWN, Identifier, Identity, Register
from communique.sources.attribution.abroad import day_told, statements_abroad
from communique.sources.attribution.english.blocks import blocks
from communique.sources.attribution.english.days import day_said
from communique.sources.attribution.english.quotations import statements_in
from communique.sources.attribution.english.words import SpeechWords, words
from communique.sources.attribution.findings import Speaker, Statement, TextBlock
from communique.sources.attribution.languages import ENGLISH, language_of, named
from communique.sources.documents.readers import Document
from communique.sources.tagging import Baskets, BasketTag, Calendar

SENTENCE_BREAK = re.compile(r"[.!?]\s|\n")
READ_HERE = "English; French, German, Spanish, Russian and Arabic in part"
LONGEST_CONTEXT = 1_200  # characters of the paragraph kept beside a statement
# How often a construction is right, roughly, as read on news; the desk sorts by it.
CONFIDENCE = {
    "turn": 0.99, "quote": 0.95, "postposed": 0.95, "inverted": 0.95, "that": 0.95, "source": 0.9, "clause": 0.9,
    "announced": 0.9, "colon": 0.85, "as": 0.85, "signed": 0.85, "passive": 0.8, "object": 0.8, "infinitive": 0.8,
    "colon headline": 0.8, "floating": 0.75, "question": 0.7, "display": 0.7, "stated by": 0.75,
    "quoted abroad": 0.8, "told abroad": 0.7,
    "subject": 0.5, "runs on": 0.5, "unattributed": 0.4, "question turn": 0.3,
}  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """What a process tells the machine: its actors, baskets, rounds and the places of talks around it.

    Small, and can be sent to another process of the machine.
    """

    register: Register
    baskets: Baskets
    calendar: Calendar
    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, process) -> "Frame":
        """The frame of a `communique.Process`."""
        sides = [(side.id, side.name) for side in process.sides.values()]
        register, baskets = Register.of(process.actors, sides), Baskets(process.baskets)
        return cls(register, baskets, Calendar.of(process.rounds), tuple(process.places))

    @classmethod
    def empty(cls) -> "Frame":
        """A frame that knows nobody and nothing, for documents of no process."""
        return cls(Register({}, {}), Baskets({}), Calendar(()))


@dataclass(frozen=True)
class Suggestion:
    """A statement and what is suggested about it; ``context`` is its paragraph, from ``context_start`` on."""

    statement: Statement
    text: str
    identity: Identity
    chain: tuple[str, ...]
    day: date | None
    round: BasketTag | None
    phase: BasketTag | None
    baskets: tuple[BasketTag, ...]
    mentions: tuple = ()
    context: str = ""
    context_start: int = 0
    confidence: float = 0.0
    notes: tuple[str, ...] = field(default=())

    @property
    def surface(self) -> str:
        """The speaker as the document names them."""
        return self.statement.speaker.surface


def headline_of(document: Document) -> str:
    """The headline of a document: its title, or the block that reads like one."""
    if document.title:
        return document.title
    parts = blocks(document.text[:5_000], headline=document.headline)
    found = next((block for block in parts if block.kind == "headline"), None)
    return " ".join(document.text[found.start : found.end].split()) if found else ""


def suggestions(document: Document, frame: Frame, *, mentions: bool = True) -> Iterator[Suggestion]:
    """Yield the statements of a document in order of place, each with what is suggested about it.

    ``mentions`` false leaves the language engine out.
    """
    text = document.text
    parts = blocks(text, headline=document.headline)
    published = document.published
    language = language_of(text)
    if language != ENGLISH and published is None and language:
        published = day_told(text, language)
    if published is None and document.day_of_year:
        published = frame.calendar.year_of(*document.day_of_year)
    w = words(frame.places)
    identifier = Identifier(frame.register, published, w, text)
    terms = _mentions(text, frame.places) if mentions else ()
    earlier = 0
    for statement in _said(text, parts, language, w):
        block = parts[statement.block]
        paragraph = text[block.start : min(block.end, block.start + 20_000)]
        said = text[statement.start : statement.end]
        abroad = language != ENGLISH
        identity = identifier.within(statement.speaker.surface) if abroad else _identity(identifier, statement.speaker)
        around = _around(text, statement, earlier)
        earlier = statement.end
        day = day_said(published, around)
        place = frame.calendar.place(day, paragraph if len(paragraph) < 2_000 else around)
        tags = frame.baskets.tag(said, around)
        context, context_start = _context(text, block, statement)
        yield Suggestion(
            statement=statement,
            text=said,
            identity=identity,
            chain=statement.chain,
            day=day,
            round=place[0] if place else None,
            phase=place[1] if place else None,
            baskets=tuple(tags),
            mentions=_within(terms, statement),
            context=context,
            context_start=context_start,
            confidence=_confidence(statement, identity, bool(frame.register.actors)),
            notes=_notes(document, published, language),
        )


def _said(text: str, parts: list[TextBlock], language: str, w: SpeechWords) -> list[Statement]:
    """The statements of a text by the grammar of its language; none where that is none that is read."""
    if language == ENGLISH:
        return statements_in(text, parts, w)
    return statements_abroad(text, parts, language) if language else []


def _notes(document: Document, published: date | None, language: str) -> tuple[str, ...]:
    if language != ENGLISH:
        return (f"read as {named(language)}: speech of named speakers alone",)
    return () if published == document.published else ("the year of its date was taken from the rounds",)


def nothing_read(document: Document) -> str:
    """Why nothing was read of a document that is not in English; empty where it is."""
    language = language_of(document.text)
    if language == ENGLISH:
        return ""
    if not language:
        return f"nothing was read: it is in no language that is read ({READ_HERE}); translate it"
    why = "it gives no words to anybody by name"
    return f"nothing was read of this {named(language)} text: {why}; translate it, or add its statements by hand"


def _identity(identifier: Identifier, speaker: Speaker) -> Identity:
    """Who a speaker is: by the name the document gives, or else by the name behind a description of it."""
    if not speaker.certain:
        return UNKNOWN
    found = identifier.identify(speaker.surface, speaker.span[0] if speaker.span and not speaker.pronoun else None)
    if found.actor or found.candidates or not speaker.behind:
        return found
    behind = identifier.identify(speaker.behind)
    return replace(behind, how="called so before", confidence=0.8 * behind.confidence) if behind.actor else found


def _around(text: str, statement: Statement, earlier: int) -> str:
    """The attribution without the content: "Lavrov said on Thursday"; ``earlier`` is the end of the one before."""
    if statement.cue is None or statement.where == "turn":
        return ""
    start, end, cue = statement.start, statement.end, statement.cue[0]
    if cue >= end:
        after = SENTENCE_BREAK.split(text[end : max(cue + 80, end + 80)])[0]
        return after[: cue - end + 80]
    if cue < start:
        lo = max(0, cue - 80, start - 300)
        lo = max(lo, earlier) if earlier <= cue else lo
        return SENTENCE_BREAK.split(text[lo:start])[-1]
    if len(statement.parts) > 1:
        return text[statement.parts[0][1] : statement.parts[1][0]]
    return ""


def _context(text: str, block: TextBlock, statement: Statement) -> tuple[str, int]:
    """The paragraph around a statement, or the part of a long one that holds its beginning, and where that begins."""
    lo, hi = block.start, max(block.end, statement.end)
    if hi - lo > LONGEST_CONTEXT:
        lo = max(lo, statement.start - LONGEST_CONTEXT // 3)
        hi = min(hi, lo + LONGEST_CONTEXT)
    return text[lo:hi], lo


def _confidence(statement: Statement, identity: Identity, known: bool) -> float:
    sure = CONFIDENCE.get(statement.rule, 0.5)
    if not statement.speaker.certain:
        sure *= 0.5
    elif statement.speaker.pronoun:
        sure *= 0.9
    if known:
        sure *= identity.confidence or 0.7
    return round(sure, 2)


def _mentions(text: str, places: tuple[str, ...]) -> tuple:
    """Mentions of a whole text in order of place: read in their sentences, so that "denied that ..." is seen."""
    from communique.language import find_mentions

    return tuple(find_mentions(text, places=places))


def _within(mentions: tuple, statement: Statement) -> tuple:
    """The mentions that stand in the words of a statement."""
    at = bisect_left(mentions, statement.start, key=lambda mention: mention.start)
    stop = bisect_left(mentions, statement.end, key=lambda mention: mention.start)
    return tuple(mention for mention in mentions[at:stop] if mention.end <= statement.end)
