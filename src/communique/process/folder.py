"""A process folder read once: its description, its rows with their lines, and what is wrong with their form."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from communique.errors import DataError, Fault, ParameterError
from communique.files.csv import Rows, read_rows
from communique.files.paths import PROCESS_NAME, data_folder, process_names, shown
from communique.process.cells import IDENTIFIER, POINTED, members, value_or_fault, whole
from communique.process.description import FILE, Description, read_description
from communique.process.schema import OPTIONAL, TABLES, CsvColumn, CsvTable
from communique.prose import joined
from communique.suggest import Nearest

_FAULTY = object()
_PARTS = {"ladders": ("baskets", "dimensions")}


@dataclass(frozen=True)
class Folder:
    """What the files of a process hold, as text.

    `rows` has an entry for each table that can be read, and for those that a process may lack. `faults` are those of
    encoding, YAML, columns and rows. `fingerprint` is the SHA-256, in hexadecimal, over names and bytes of
    ``process.yml`` and of the tables there are, and of nothing else in the folder.
    """

    path: Path
    description: Description | None
    rows: dict[str, Rows]
    faults: tuple[Fault, ...]
    fingerprint: str
    _parsed: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict, repr=False)

    def where(self, file: str) -> str:
        """How faults name a file of the folder: from the current folder where it lies below, else in full."""
        return shown(self.path / file)

    def has(self, table: str, *columns: str) -> bool:
        """Whether the table can be read and has these columns."""
        return table in self.rows and set(columns) <= set(self.rows[table].cells)

    def known(self, refers_to: str) -> dict[str, None] | None:
        """The values that may be referred to, in order, as text; None where they cannot be read.

        `refers_to` is ``table.column``, or ``process`` with a list of its description, as in `schema.CsvColumn`.
        """
        place, _, name = refers_to.partition(".")
        if place == "process":
            readable = self.description is not None and not {name, *_PARTS.get(name, ())} & self.description.unread
            return dict.fromkeys(getattr(self.description, name)) if readable else None
        if not self.has(place, name):
            return None
        first, lost = self.rows[place].lost
        cells = [*self.rows[place].cells[name], *(lost if first == name else ())]
        if (TABLES | OPTIONAL)[place][name].kind == "integer":
            cells = map(whole, cells)  # a column of 1.0 is one fault, told there
        return dict.fromkeys(cells)

    def records(self, table: str, *columns: str) -> Iterator[tuple]:
        """Yield the line and the values of `columns` for each row in which all of them are as they should be.

        Values are those of `cells.value`. Nothing comes from a table that lacks one of the columns.
        """
        if not self.has(table, *columns):
            return
        rows = self.rows[table]
        read = [self._values(table, name) for name in columns]
        for line, *texts in zip(rows.lines, *(rows.cells[name] for name in columns), strict=True):
            values = [known[text] for known, text in zip(read, texts, strict=True)]
            if _FAULTY not in values:
                yield line, *values

    def _values(self, table: str, name: str) -> dict[str, object]:
        """What each different text of a column stands for."""
        if (table, name) not in self._parsed:
            column = (TABLES | OPTIONAL)[table][name]
            read = {text: value_or_fault(column, text) for text in set(self.rows[table].cells[name])}
            self._parsed[table, name] = {text: _FAULTY if wrong else found for text, (found, wrong) in read.items()}
        return self._parsed[table, name]


def find(process: str | Path, *, data: Path | None = None) -> Path:
    """The folder of a process; raises `ParameterError` for a name that is none, listing the processes there are."""
    data = data_folder() if data is None else Path(data)
    if isinstance(process, Path):
        if not process.exists():
            raise ParameterError(f"{process}: there is no such folder; it must hold {FILE} and the tables")
        if not process.is_dir():
            raise ParameterError(f"{process}: this is no folder; give the folder that holds {FILE}")
        return process
    known = process_names(data)
    if not isinstance(process, str) or not PROCESS_NAME.fullmatch(process):
        problem = "a name is made of letters, digits, - and _"
        raise ParameterError(f"PROCESS={process}: {problem}; {_there_are(known, data)}")
    if process not in known:
        raise ParameterError(f"PROCESS={process}: there is no such process; {_there_are(known, data)}")
    return data / process


def places_of(process: str) -> tuple[str, ...]:
    """The places of a process, for texts that are not in its tables.

    Raises `ParameterError` for a name that is none, and `DataError` where its description cannot be read.
    """
    path = find(process) / FILE
    description, faults, _ = read_description(path, shown=shown(path))
    if description is None:
        raise DataError(faults)
    return description.places


def _there_are(known: list[str], data: Path) -> str:
    if not known:
        return f"{data} holds no process"
    return f"there {'is' if len(known) == 1 else 'are'} {joined(known)}"


def read_folder(path: Path) -> Folder:
    """The folder's content, and every fault of form: of encoding, YAML, columns and rows."""
    digest = hashlib.sha256()
    description, faults, content = read_description(path / FILE, shown=shown(path / FILE))
    _add(digest, FILE, content)
    rows: dict[str, Rows] = {}
    for table in (TABLES | OPTIONAL).values():
        if table.name in OPTIONAL and not (path / table.file).exists():
            rows[table.name] = Rows(cells={name: [] for name in table.names})
            continue
        where = shown(path / table.file)
        found, wrong, content = read_rows(path / table.file, table.names, shown=where, defaults=table.defaults)
        _add(digest, table.file, content)
        faults = [*faults, *wrong]
        if found is not None:
            rows[table.name] = found
    return Folder(path, description, rows, tuple(faults), digest.hexdigest())


def _add(digest, name: str, content: bytes) -> None:
    # With its length before it, no content can pass for the next file's.
    digest.update(f"{name}\n{len(content)}\n".encode())
    digest.update(content)


def cell_faults(folder: Folder, table: CsvTable, column: CsvColumn) -> Iterator[Fault]:
    """Yield the faults of the column's cells, each taken alone; none where the table lacks the column."""
    if not folder.has(table.name, column.name):
        return
    rows = folder.rows[table.name]
    read = {text: value_or_fault(column, text)[1] for text in set(rows.cells[column.name])}
    where = folder.where(table.file)
    if column.kind == "integer":
        yield from _with_points(rows, column.name, where)
    for line, text in zip(rows.lines, rows.cells[column.name], strict=True):
        if (wrong := read[text]) and not (column.kind == "integer" and POINTED.fullmatch(text)):
            yield Fault(where, line, column.name, wrong.problem, wrong.remedy)


def _with_points(rows: Rows, name: str, where: str) -> Iterator[Fault]:
    """Yield one fault for a column of whole numbers that spreadsheets have written as 1.0."""
    found = [(line, text) for line, text in zip(rows.lines, rows.cells[name], strict=True) if POINTED.fullmatch(text)]
    if found:
        line, text = found[0]
        more = f", as in {len(found) - 1:,} more of its cells" if len(found) > 1 else ""
        problem = f"{text!r} is not a whole number{more}"
        yield Fault(where, line, name, problem, f"write {whole(text)}; communique repair does")


def key_faults(folder: Folder, table: CsvTable) -> Iterator[Fault]:
    """Yield a fault for each key that several rows have, at the second of them, naming the others' lines."""
    if not folder.has(table.name, *table.key):
        return
    rows, where = folder.rows[table.name], folder.where(table.file)
    found: dict[tuple[str, ...], list[int]] = {}
    for line, key in zip(rows.lines, zip(*(rows.cells[name] for name in table.key), strict=True), strict=True):
        if all(key):
            found.setdefault(key, []).append(line)
    for key, (first, *repeated) in found.items():
        if not repeated:
            continue
        named = ", ".join(f"{name} {part}" for name, part in zip(table.key, key, strict=True))
        problem = f"{named if len(key) > 1 else key[0]} is on line {first} already"
        if more := repeated[1:]:
            again = joined([*map(str, more[:10]), *([f"{len(more) - 10:,} more"] if len(more) > 10 else [])])
            problem += f", and again on line{'s' * (len(more) > 1)} {again}"
        left, some = ("all but one", "each") if more else ("one of the two", "this")
        remedy = f"give {some} row another, or remove {left}"
        yield Fault(where, repeated[0], table.key[-1], problem, remedy)


def reference_faults(folder: Folder, table: CsvTable, column: CsvColumn) -> Iterator[Fault]:
    """Yield the faults of values that the column they refer to does not hold; none where that column cannot be read."""
    known = folder.known(column.refers_to)
    if known is None or not folder.has(table.name, column.name):
        return
    rows, where, target = folder.rows[table.name], folder.where(table.file), _target(column.refers_to)
    remedy = Nearest([each for each in known if IDENTIFIER.fullmatch(each)])
    for line, text in zip(rows.lines, rows.cells[column.name], strict=True):
        for part in members(text) if column.kind == "list" else (text,):
            name = whole(part.strip()) if column.kind == "integer" else part.strip()
            if name and name not in known:
                yield Fault(where, line, column.name, f"{target} has no {name!r}", remedy(name))


def _target(refers_to: str) -> str:
    place, _, name = refers_to.partition(".")
    if place != "process":
        return TABLES[place].file
    return f"{FILE} ({'baskets and dimensions' if name == 'ladders' else name})"
