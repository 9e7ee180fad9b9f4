"""The tables a scan writes: their columns, rows of what was found, and Parquet that is the same for the same rows."""

import io
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from communique.language import Mention
from communique.scan.items import Item
from communique.scan.reading import Found

ROWS = 20_000  # held at a time
_TEXT, _NAME = pa.string(), pa.dictionary(pa.int32(), pa.string())
_WHERE = [("document", _TEXT), ("file", _NAME), ("line", pa.int64()), ("date", pa.date32()), ("month", _NAME)]
_WHO = [("process", _NAME), ("round", pa.int32()), ("speaker", _NAME)]
STATEMENTS = pa.schema(
    [("statement_id", _TEXT), *_WHERE, ("title", _TEXT), ("publisher", _NAME), ("url", _TEXT), ("start", pa.int64()),
     ("end", pa.int64()), ("text", _TEXT), ("kind", _NAME), *_WHO, ("speaker_surface", _NAME), ("chain", _TEXT),
     ("baskets", _NAME), ("confidence", pa.float32())]
)  # fmt: skip
MENTIONS = pa.schema(
    [*_WHERE, ("statement_id", _TEXT), *_WHO, ("start", pa.int64()), ("end", pa.int64()), ("surface", _NAME),
     ("term", _NAME), ("family", _NAME), ("polarity", _NAME), ("status", _NAME), ("cue", _NAME), ("rule", _NAME),
     ("intensity", _NAME), ("resolution", _NAME), ("refers_to", _NAME), ("about", _NAME), ("certainty", pa.float32())]
)  # fmt: skip


def where(item: Item, day: Any) -> dict:
    """Where a row comes from: document, file, line, day and month (empty where the day is not known)."""
    month = day.isoformat()[:7] if day else ""
    return {"document": item.key, "file": item.file, "line": item.line, "date": day, "month": month}


def statement_row(item: Item, found: Found) -> dict:
    """A row of `STATEMENTS`; offsets count in the whole text."""
    told, document = found.suggestion, item.document
    return where(item, told.day or document.published) | {
        "statement_id": statement_id(item, found),
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "start": item.offset + told.statement.start,
        "end": item.offset + told.statement.end,
        "text": told.text,
        "kind": told.statement.kind,
        "process": found.process,
        "round": round_of(found),
        "speaker": found.speaker,
        "speaker_surface": told.surface,
        "chain": " > ".join(told.chain),
        "baskets": "|".join(tag.value for tag in told.baskets) if found.process else "",
        "confidence": told.confidence,
    }


def mention_row(item: Item, mention: Mention, found: Found | None) -> dict:
    """A row of `MENTIONS`; what stands in no statement's words has no speaker and no process."""
    day = found.suggestion.day if found else None
    own = {name: getattr(mention, name) for name in MENTIONS.names if hasattr(mention, name)}
    return own | where(item, day or item.document.published) | {
        "statement_id": statement_id(item, found) if found else "",
        "process": found.process if found else "",
        "round": round_of(found) if found else None,
        "speaker": found.speaker if found else "",
        "start": item.offset + mention.start,
        "end": item.offset + mention.end,
    }  # fmt: skip


def statement_id(item: Item, found: Found) -> str:
    """What a statement is called: its document, and where in its text it begins."""
    return f"{item.key}@{item.offset + found.suggestion.statement.start}"


def round_of(found: Found) -> int | None:
    """The round of its process that a statement was made around; None where it belongs to no process."""
    return int(found.suggestion.round.value) if found.process else None


class Table:
    """Rows written as Parquet, `ROWS` at a time."""

    def __init__(self, schema: pa.Schema):
        self.schema = schema
        self.rows = 0
        self._held: list[dict] = []
        self._sink = io.BytesIO()
        self._writer = ParquetWriter(self._sink, schema, compression="zstd", store_schema=True)

    def add(self, rows: Iterable[dict]) -> None:
        """Add rows, each a dict with a value for every column."""
        for row in rows:
            self._held.append(row)
            self.rows += 1
            if len(self._held) >= ROWS:
                self._flush()

    def content(self) -> bytes:
        """All that was added, as the bytes of a Parquet file; nothing can be added after it."""
        self._flush()
        self._writer.close()
        return self._sink.getvalue()

    def _flush(self) -> None:
        columns = [pa.array([row[field.name] for row in self._held], _plain(field.type)) for field in self.schema]
        columns = [
            each.dictionary_encode() if pa.types.is_dictionary(field.type) else each
            for each, field in zip(columns, self.schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(columns, schema=self.schema))
        self._held.clear()


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind
