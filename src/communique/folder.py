"""A process folder read once: its description, its rows with their lines, and the faults of its form."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from communique.cells import CellError, members, value
from communique.csvfile import Rows, read_rows
from communique.errors import Fault
from communique.nearest import suggestion
from communique.processfile import FILE, Description, read_description
from communique.schema import TABLES, Column, Table


@dataclass(frozen=True)
class Folder:
    """What the files of a process hold, as text.

    `rows` has an entry for each table that can be read. `fingerprint` is the SHA-256, in hexadecimal, over names and
    bytes of ``process.yml`` and the seven tables, and of nothing else in the folder.
    """

    path: Path
    description: Description | None
    rows: dict[str, Rows]
    faults: tuple[Fault, ...]
    fingerprint: str


def read_folder(path: Path) -> Folder:
    """The folder's content, and every fault of form: of encoding, YAML, columns and rows."""
    digest = hashlib.sha256()
    description, faults, content = read_description(path / FILE, shown=str(path / FILE))
    _add(digest, FILE, content)
    rows: dict[str, Rows] = {}
    for table in TABLES.values():
        shown = str(path / table.file)
        found, wrong, content = read_rows(path / table.file, table.names, shown=shown)
        _add(digest, table.file, content)
        faults = [*faults, *wrong]
        if found is not None:
            rows[table.name] = found
    return Folder(path, description, rows, tuple(faults), digest.hexdigest())


def _add(digest, name: str, content: bytes) -> None:
    # With its length before it, no content can pass for the next file's.
    digest.update(f"{name}\n{len(content)}\n".encode())
    digest.update(content)


def cell_faults(folder: Folder, table: Table, column: Column) -> list[Fault]:
    """Faults of the column's cells, each taken alone; empty where the table lacks the column."""
    rows = folder.rows.get(table.name)
    if rows is None or column.name not in rows.cells:
        return []
    cells = rows.cells[column.name]
    wrong: dict[str, CellError] = {}
    for text in set(cells):
        try:
            value(column, text)
        except CellError as error:
            wrong[text] = error
    if not wrong:
        return []
    shown = str(folder.path / table.file)
    return [
        Fault(shown, line, column.name, wrong[text].problem, wrong[text].remedy)
        for line, text in zip(rows.lines, cells, strict=True)
        if text in wrong
    ]


def key_faults(folder: Folder, table: Table) -> list[Fault]:
    """Faults of rows that have the key of an earlier row, naming that row's line."""
    rows = folder.rows.get(table.name)
    if rows is None or not set(table.key) <= set(rows.cells):
        return []
    shown = str(folder.path / table.file)
    first: dict[tuple[str, ...], int] = {}
    faults = []
    for line, key in zip(rows.lines, zip(*(rows.cells[name] for name in table.key), strict=True), strict=True):
        if not all(key):
            continue
        if key in first:
            named = ", ".join(f"{name} {part}" for name, part in zip(table.key, key, strict=True))
            problem = f"{named} is there already, on line {first[key]}"
            faults.append(Fault(shown, line, table.key[-1], problem, "a key names one row"))
        else:
            first[key] = line
    return faults


def reference_faults(folder: Folder, table: Table, column: Column) -> list[Fault]:
    """Faults of values that the column they refer to does not hold; none where that column cannot be read."""
    rows = folder.rows.get(table.name)
    known = _known(folder, column.refers_to)
    if rows is None or known is None or column.name not in rows.cells:
        return []
    shown, target = str(folder.path / table.file), _target(column.refers_to)
    remedies: dict[str, str] = {}
    faults = []
    for line, text in zip(rows.lines, rows.cells[column.name], strict=True):
        for part in members(text) if column.kind == "list" else (text,):
            name = part.strip()
            if not name or name in known:
                continue
            if name not in remedies:
                remedies[name] = suggestion(name, known)
            faults.append(Fault(shown, line, column.name, f"{target} has no {name!r}", remedies[name]))
    return faults


def _known(folder: Folder, refers_to: str) -> dict[str, None] | None:
    """The values that may be referred to, in order; None where they cannot be read."""
    place, _, name = refers_to.partition(".")
    if place == "process":
        return None if folder.description is None else dict.fromkeys(getattr(folder.description, name))
    rows = folder.rows.get(place)
    return None if rows is None or name not in rows.cells else dict.fromkeys(rows.cells[name])


def _target(refers_to: str) -> str:
    place, _, name = refers_to.partition(".")
    if place != "process":
        return TABLES[place].file
    return f"{FILE} ({'baskets and dimensions' if name == 'ladders' else name})"
