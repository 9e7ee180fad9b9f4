"""Documents that were read in by mistake cleared from the candidates, as if they had never been read.

Candidates that wait go; those decided only where that is asked for, and what they became stays in the tables. Of a
statement that several documents tell, another stands for the rest afterwards.
"""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from communique.desk import history
from communique.desk.statements.candidatefile import Candidates, decided, entries
from communique.errors import printable
from communique.files.journal import transaction
from communique.sources.candidates import FILE
from communique.sources.documents.readers import documents
from communique.sources.lines import COLUMNS

_AT = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True)
class ReadDocument:
    """A document whose statements are candidates: its key, what it is called, and its candidates."""

    key: str
    name: str
    waiting: tuple[str, ...]
    decided: tuple[str, ...]


def read_from(candidates: Candidates, source: str) -> list[ReadDocument]:
    """The documents that were read from a file, or from the files of a folder, by their names.

    `source` is a path, which may be gone by now, the name of a file, or the key of a document.
    """
    path = Path(source).expanduser()
    names = {printable(each.name) for each in documents([path])} if path.exists() else {printable(path.name)}
    wanted = [key for key, told in candidates.documents.items() if told["file"] in names or key == source]
    of: dict[str, list] = {key: [] for key in wanted}
    for entry in candidates.entries.values():
        if entry.document in of:
            of[entry.document].append(entry)
    return [
        ReadDocument(
            key,
            ", ".join(filter(None, (candidates.documents[key][name] for name in ("file", "title", "published")))),
            tuple(each.id for each in found if each.waits),
            tuple(each.id for each in found if not each.waits),
        )
        for key, found in of.items()
    ]


def forget(candidates: Candidates, ids: Collection[str]) -> None:
    """Take candidates out of their file; what was done about them can be taken back no more."""
    gone = set(ids)
    folder = candidates.path.parent
    with transaction(folder) as files:
        candidates.refresh()
        content = decided(files[FILE], {id_: candidates.entries[id_].cells for id_ in candidates.since})
        files[FILE] = _without(content, gone)
        for entry in history.standing(files):
            known = entry.get("after", {}).keys()
            if known and not {id_ for id_ in known if id_ in candidates.entries and id_ not in gone}:
                history.add(files, {"action": history.TAKE_BACK, "of": entry["number"], "by": "", "on": ""})
        history.add(files, {"action": history.KEPT})


def _without(content: bytes, gone: Collection[str]) -> bytes:
    """The candidates file without some of its rows, and without references to them; the others stay as they are."""
    rows = entries(content, Path(FILE))
    kept = [(entry, cells) for entry, cells in rows if entry.id not in gone]
    documents_left = {entry.document for entry, _ in kept}
    stands_for: dict[str, str] = {}  # which candidate tells what one that is gone told first
    for entry, _ in kept:
        if entry.duplicate_of in gone:
            stands_for.setdefault(entry.duplicate_of, entry.id)
    parts = [content[: rows[0][0].start]] if rows else [content]
    for entry, cells in kept:
        links = [entry.duplicate_of, cells[_AT["copy_of"]]]
        first = stands_for.get(entry.duplicate_of, entry.duplicate_of)
        now = ["" if first == entry.id else first, links[1] if links[1] in documents_left else ""]
        row = content[entry.start : entry.end]
        parts.append(row if now == links else _written([*cells[: _AT["duplicate_of"]], *now], row))
    return b"".join(parts)


def _written(cells: list[str], row: bytes) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n" if row.endswith(b"\r\n") else "\n").writerow(cells)
    return text.getvalue().encode()
