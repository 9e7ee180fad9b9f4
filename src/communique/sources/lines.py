"""One suggestion as one line of the candidates file."""

import csv
import hashlib
import io
from dataclasses import dataclass

from communique.errors import printable
from communique.sources.attribution.english.words import words
from communique.sources.documents.readers import Document
from communique.sources.duplicates import signature
from communique.sources.suggestions import Suggestion

# The last two are known only to the ledger, which has seen the other documents.
COLUMNS = (
    "candidate_id", "decision", "decided_by", "decided_on", "statement_id",
    "document", "file", "publisher", "title", "author", "published", "url",
    "start", "end", "kind", "where", "text", "context", "context_start",
    "speaker", "speaker_surface", "chain", "speaker_candidates", "new_actor",
    "date", "round", "phase", "baskets", "mentions", "led_to", "rule", "confidence", "note", "duplicate_of", "copy_of",
)  # fmt: skip
DECISIONS = ("decision", "decided_by", "decided_on", "statement_id")
LONGEST_CELL = 20_000  # characters, as the tables of a process allow


@dataclass(frozen=True)
class CandidateLine:
    """A candidate as CSV but for its last two columns, with what the ledger compares and counts."""

    candidate_id: str
    csv: str
    signature: bytes | None
    new_actor: str


def candidate_id(document: str, start: int, end: int, surface: str) -> str:
    """The key of a candidate: the same for the same words of the same document, whoever reads it and when."""
    return "c" + hashlib.sha256(f"{document}|{start}|{end}|{surface}".encode()).hexdigest()[:15]


def line_of(document: Document, key: str, title: str, suggestion: Suggestion) -> CandidateLine:
    """The line of a suggestion; ``key`` is that of its document."""
    row = _row(document, key, title, suggestion)
    out = io.StringIO()
    # A cell with a line break is put in quotes only where the writer ends lines with one.
    csv.writer(out, lineterminator="\n").writerow([row.get(column, "") for column in COLUMNS[:-2]])
    return CandidateLine(row["candidate_id"], out.getvalue()[:-1], signature(suggestion.text), row["new_actor"])


def _row(document: Document, key: str, title: str, suggestion: Suggestion) -> dict[str, object]:
    statement, identity = suggestion.statement, suggestion.identity
    surface = statement.speaker.surface
    named = identity.name or statement.speaker.behind or surface
    stranger = statement.speaker.certain and not identity.actor and not identity.candidates
    return {
        "candidate_id": candidate_id(key, statement.start, statement.end, surface),
        "document": key,
        "file": printable(document.path.name),
        "publisher": document.publisher,
        "title": title[:500],
        "author": document.author[:200],
        "published": document.published.isoformat() if document.published else "",
        "url": document.url,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "where": statement.where,
        "text": suggestion.text[:LONGEST_CELL],
        "context": suggestion.context,
        "context_start": suggestion.context_start,
        "speaker": identity.actor,
        "speaker_surface": surface[:300],
        "chain": " > ".join(suggestion.chain)[:600],
        "speaker_candidates": "|".join(identity.candidates),
        "new_actor": named[:200] if stranger and _is_named(named) else "",
        "date": suggestion.day.isoformat() if suggestion.day else "",
        "round": suggestion.round.value if suggestion.round else "",
        "phase": suggestion.phase.value if suggestion.phase else "",
        "baskets": "|".join(tag.value for tag in suggestion.baskets),
        "mentions": "|".join(f"{mention.term}:{mention.status}" for mention in suggestion.mentions),
        "led_to": "; ".join(_led_to(document, suggestion))[:1_000],
        "rule": statement.rule,
        "confidence": f"{suggestion.confidence:.2f}",
        "note": "; ".join((*document.notes, *suggestion.notes)),
    }


def _is_named(surface: str) -> bool:
    """Whether a surface holds a name, and not only a description: "The official", "A Western diplomat"."""
    w, parts = words(), surface.split()
    described = parts[0].casefold() in w.articles | w.possessives | w.counting
    return any(part[0].isupper() for part in (parts[1:] if described else parts))


def _led_to(document: Document, suggestion: Suggestion) -> list[str]:
    """The words behind each suggestion: the cue, whom it names, the baskets, the date."""
    cue = suggestion.statement.cue
    led = []
    if cue and cue[1] > cue[0]:
        led.append(f"said: {' '.join(document.text[slice(*cue)].split())}")
    if suggestion.identity.actor:
        led.append(f"speaker: {suggestion.identity.how}")
    led += [f"{tag.value}: {tag.words} ({tag.where})" for tag in suggestion.baskets]
    if suggestion.round:
        led.append(f"round {suggestion.round.value}, {suggestion.phase.value}: {suggestion.round.words}")
    return led
