"""Statements of documents as JSON Lines, printed and not kept."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from communique.errors import printable
from communique.sources.documents.readers import Unreadable, documents, read_all
from communique.sources.documents.sandbox import Parser
from communique.sources.suggestions import Frame, Suggestion, nothing_read, suggestions
from communique.sources.workers import FAULT


def line(source: str, found: Suggestion) -> dict:
    """One statement with the keys of `communique statements`."""
    return {
        "source": source,
        "start": found.statement.start,
        "end": found.statement.end,
        "text": found.text,
        "kind": found.statement.kind,
        "speaker": found.identity.actor or None,
        "speaker_surface": found.surface or None,
        "date": found.day.isoformat() if found.day else None,
        "baskets": [tag.value for tag in found.baskets],
    }


def statements(
    files: Iterable[str | Path], process, out: TextIO, err: TextIO, *, columns: Mapping[str, str] | None = None
) -> int:
    """Print the statements of documents as JSON Lines; 0, or 3 where a document could not be read.

    ``start`` and ``end`` count characters in the text as read: line ends are LF. ``process`` is a `communique.Process`
    whose actors, baskets and rounds are looked for, or None; ``columns`` are what tables call their columns.
    What cannot be read is named on ``err``, one line each,
    and the rest goes on.
    """
    frame = Frame.of(process) if process is not None else Frame.empty()
    failed = False
    with Parser(columns=columns) as parser:
        for path in documents(map(Path, files)):
            try:
                told = list(read_all(path, parser))
            except Unreadable as error:
                print(printable(f"{path}: {error}"), file=err)
                failed = True
                continue
            try:
                lines = [
                    line(source_of(path), found)
                    for document in told
                    for found in suggestions(document, frame, mentions=False)
                ]
            except Exception as error:  # a fault of ours, which must not cost the other documents
                print(printable(f"{path}: {FAULT.format(type(error).__name__)}"), file=err)
                failed = True
                continue
            if not lines and (why := next(filter(None, map(nothing_read, told)), "")):
                print(printable(f"{path}: {why}"), file=err)
                failed = True
            for found in lines:
                print(json.dumps(found, ensure_ascii=False), file=out)
    return 3 if failed else 0


def source_of(path: Path) -> str:
    """A path as the lines name it, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
