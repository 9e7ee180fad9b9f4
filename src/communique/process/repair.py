"""What can be mended in a table without knowing what it says: how spreadsheets spell what was meant.

That is the encoding, the separator, a byte order mark, columns and rows in which nothing stands, whole numbers written
as 1.0, and days written otherwise than YYYY-MM-DD, where all cells of a column leave one reading. A cell that is wrong
in any other way is left for somebody who knows what it should say.
"""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from communique.files import atomic
from communique.files.journal import locked, settle
from communique.files.paths import shown
from communique.files.regular import read_regular
from communique.files.text import read_text
from communique.process.cells import EARLIEST, LATEST, whole
from communique.process.schema import OPTIONAL, TABLES, CsvTable

KEPT = ".before-repair"  # behind the name of the file as it was
_MARK = b"\xef\xbb\xbf"
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})", re.ASCII)
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?", re.ASCII)
_DAYS = ("day", "month", "due")


@dataclass(frozen=True)
class Repair:
    """One table mended: its path, its bytes before and after, and what was done, in words.

    ``left`` says what looks mechanical and is not: a column of days that can be read in two ways.
    """

    path: Path
    before: bytes
    after: bytes
    done: tuple[str, ...]
    left: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after

    def diff(self) -> list[str]:
        """The lines that change, as a unified diff without context; none where only bytes do."""
        old, _, _ = read_text(self.path, shown=self.path.name)
        new = self.after.decode("utf-8")
        return list(unified_diff((old or "").splitlines(), new.splitlines(), "as it is", "mended", lineterm="", n=0))


def repairs(folder: Path) -> list[Repair]:
    """What can be mended in the tables of a process, for those where there is something to mend or to tell."""
    tables = (each for each in (TABLES | OPTIONAL).values() if (folder / each.file).exists())
    found = (repaired(folder / table.file, table) for table in tables)
    return [each for each in found if each is not None and (each.changes or each.left)]


def repaired(path: Path, table: CsvTable) -> Repair | None:
    """A table with all mended that can be; None where it cannot be read as one."""
    text, faults, content = read_text(path, shown=path.name)
    if text is None or any("character again" in fault.remedy for fault in faults):
        return None
    done = [f"written as UTF-8, in place of {fault.remedy.split('probably ')[1].split(';')[0]}" for fault in faults
            if "probably " in fault.remedy]  # fmt: skip
    if content.startswith(_MARK):
        done.append("byte order mark taken out")
    separator = _separator(text, table)
    rows = _rows(text, separator)
    if rows is None or not rows:
        return None
    if separator != ",":
        done.append(f"commas in place of {'tabs' if separator == chr(9) else 'semicolons'}")
    left: list[str] = []
    cells = _without_empty([cells for _, cells in rows], done)
    for column in table.columns:
        if cells and cells[0] is not None and column.name in cells[0]:
            _mend_column(column.name, column.kind, cells, done, left)
    ending = "\r\n" if "\r\n" in text else "\n"
    after = "".join(
        raw if separator == "," and new == old else _written(new, ending)
        for (raw, old), new in zip(rows, cells, strict=True)
        if new is not None
    )
    return Repair(path, content, after.encode() if done else content, tuple(done), tuple(left))


def write(repair: Repair) -> Path | None:
    """Put a mended table in its place, and give the path of the file as it was, which is kept beside it.

    None where it was changed in between: nothing is written then.
    """
    folder = repair.path.parent
    with locked(folder):
        settle(folder)
        if read_regular(repair.path) != repair.before:
            return None
        names = (f"{repair.path.name}{KEPT}{f'-{number}' if number else ''}" for number in range(10_000))
        kept = next(each for name in names if not (each := folder / name).exists())
        atomic.write(kept, repair.before)
        atomic.replace(repair.path, repair.after)
    return kept


def told(repair: Repair) -> str:
    """A repair in one line: ``events.csv: commas in place of semicolons; 3 days in date``."""
    parts = [*repair.done, *(f"left as it is: {each}" for each in repair.left)]
    return f"{shown(repair.path)}: {'; '.join(parts)}"


def _separator(text: str, table: CsvTable) -> str:
    """What stands between the cells of the heading."""
    heading = text.partition("\n")[0].strip("\r")
    counts = {mark: len({cell.strip('" ') for cell in heading.split(mark)} & set(table.names)) for mark in ",;\t"}
    return max(counts, key=counts.__getitem__) if max(counts.values()) > 1 else ","


def _rows(text: str, separator: str) -> list[tuple[str, list[str]]] | None:
    """Each record as it is written and as its cells; None where a quotation mark is astray."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=separator, strict=True)
    found, at = [], 0
    limit = csv.field_size_limit(len(text) + 1)
    try:
        for cells in reader:
            found.append(("".join(lines[at : reader.line_num]), cells))
            at = reader.line_num
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(limit)
    return found


def _without_empty(rows: list[list[str]], done: list[str]) -> list[list[str] | None]:
    """The rows without columns that have neither name nor cell; None in the place of rows of nothing but commas."""
    heading = rows[0]
    width = max(map(len, rows))
    blank = [
        place
        for place in range(width)
        if not any(row[place].strip() for row in rows if len(row) > place) and (place > 0 or len(heading) > 1)
    ]
    named = [place for place in blank if place < len(heading) and heading[place].strip()]
    blank = [place for place in blank if place not in named]
    nothing = [bool(row) and len(row) > 1 and not any(cell.strip() for cell in row) for row in rows]
    if blank:
        done.append(f"{_counted(len(blank), 'empty column')} taken out")
    if any(nothing):
        done.append(f"{_counted(sum(nothing), 'row')} of commas taken out")
    kept = [[cell for place, cell in enumerate(row) if place not in blank] for row in rows]
    return [None if empty else row for row, empty in zip(kept, nothing, strict=True)]


def _mend_column(name: str, kind: str, rows: list[list[str] | None], done: list[str], left: list[str]) -> None:
    """Mend the cells of one column where they stand."""
    place = rows[0].index(name)
    body = [row for row in rows[1:] if row is not None and len(row) > place]
    if kind == "integer":
        _replace(body, place, whole, f"{{}} in {name} without .0", done)
    if kind in _DAYS:
        _replace(body, place, lambda text: _MIDNIGHT.sub(r"\1", text), f"{{}} in {name} without its time", done)
        readings = _readings([row[place] for row in body])
        if len(readings) == 1:
            _replace(body, place, readings[0], f"{{}} in {name} as YYYY-MM-DD", done)
        elif readings:
            example = next(row[place] for row in body if readings[0](row[place]) != readings[1](row[place]))
            one, two = (reading(example) for reading in readings[:2])
            left.append(f"{name}, where {example} may be {one} or {two}")


def _replace(rows: list[list[str]], place: int, mended: Callable[[str], str], words: str, done: list[str]) -> None:
    number = 0
    for row in rows:
        new = mended(row[place])
        number += new != row[place]
        row[place] = new
    if number:
        done.append(words.format(_counted(number, "cell")))


def _readings(texts: list[str]) -> list[Callable[[str], str]]:
    """The orders of day, month and year in which all of a column's days can be read, that differ in what they say."""
    asked = [text for text in texts if _NUMBERS.fullmatch(text) and not re.fullmatch(r"\d{4}-\d\d-\d\d", text)]
    if not asked:
        return []
    found: dict[tuple[str | None, ...], Callable[[str], str]] = {}
    for order in ("ymd", "dmy", "mdy"):
        days = tuple(_day(text, order) for text in asked)
        if None not in days:
            found.setdefault(days, _Reading(order))
    return list(found.values())


@dataclass(frozen=True)
class _Reading:
    order: str

    def __call__(self, text: str) -> str:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return text
        return _day(text, self.order) or text


def _day(text: str, order: str) -> str | None:
    """The day of a text like 10/07/2017 in an order; None where that is none."""
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    parts = dict(zip(order, (match[1], match[3], match[4]), strict=True))
    if len(parts["y"]) != 4 or max(len(parts["m"]), len(parts["d"])) > 2:
        return None
    try:
        day = date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None
    return day.isoformat() if EARLIEST <= day <= LATEST else None


def _written(cells: list[str], ending: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=ending).writerow(cells)
    return text.getvalue()


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
