"""A sample of mentions coded by hand: drawn, written for a spreadsheet, and read back.

A sample is a CSV file with a row per marked term: ``id``, ``text``, ``start`` and ``end`` of the term in the text
(characters from 0), ``surface`` as it stands there, ``status`` as a person codes it (claimed, denied, open, doubted or
off; empty while it waits) and ``note``. The machine's reading is not in it: who codes must not see it.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from communique.errors import DataError, Fault, ParameterError
from communique.files.csv import read_rows
from communique.files.paths import data_folder
from communique.lab.gold import LANGUAGE
from communique.lab.scoring import CLASSES
from communique.prose import joined
from communique.report.exports import csv_text

COLUMNS = ("id", "text", "start", "end", "surface", "status", "note")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


class Coded(NamedTuple):
    """One marked term and the status a person gave it, empty where it waits to be coded."""

    id: str
    text: str
    start: int
    end: int
    surface: str
    status: str
    note: str


def shipped() -> Path:
    """The sample that comes with the project: mentions of its own statements, coded by one reader."""
    return LANGUAGE / "sample.csv"


def draw(found: pd.DataFrame, *, size: int = 50, seed: int = 2012) -> pd.DataFrame:
    """A random sample of mentions to code by hand, without their reading; each as likely as any other.

    `found` is the table of `texts.mentions_in`; terms in another sense are drawn too, so that wrongly set-aside ones
    are seen. The same seed draws the same rows.
    """
    rows = found.sample(min(max(size, 0), len(found)), random_state=seed).sort_values(["statement_id", "start"])
    table = rows.rename(columns={"statement_id": "id"}).assign(status="", note="")
    return table[list(COLUMNS)].reset_index(drop=True)


def write(sample: pd.DataFrame, path: str | Path) -> Path:
    """Write a sample as CSV no cell of which a spreadsheet runs; a file that is there is never written over.

    Raises
    ------
    ParameterError
        Where there is a file of that name, it lies in the project's data, or cannot be written.
    """
    path = Path(path).expanduser()
    if path.resolve().is_relative_to(data_folder().resolve()):
        raise ParameterError(f"{path}: a sample is not written into the project's data; name another folder")
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            out.write(csv_text(sample[list(COLUMNS)]))
    except FileExistsError:
        raise ParameterError(f"{path}: is there already, perhaps with codes in it; name another file") from None
    except OSError as error:
        raise ParameterError(f"{path}: cannot be written ({error.strerror})") from None
    return path


def read(path: str | Path = "") -> list[Coded]:
    """The rows of a sample; the shipped one where no file is named.

    Raises
    ------
    DataError
        With every fault of the file: a row that marks nothing, a status there is not, offsets that are no numbers.
    """
    path = Path(path).expanduser() if path else shipped()
    table, faults, _ = read_rows(path, COLUMNS, shown=str(path))
    coded: list[Coded] = []
    if table is not None and set(COLUMNS) <= set(table.cells):
        for line, *cells in zip(table.lines, *(table.cells[name] for name in COLUMNS), strict=True):
            row = dict(zip(COLUMNS, map(_given, cells), strict=True))
            problems = list(_faults(str(path), line, row))
            faults += problems
            if not problems:
                coded.append(Coded(**{**row, "start": int(row["start"]), "end": int(row["end"])}))
    if faults:
        raise DataError(faults)
    return coded


def done(sample: Iterable[Coded]) -> list[Coded]:
    """The rows that have a status."""
    return [row for row in sample if row.status]


def _given(cell: str) -> str:
    """A cell as it was before it was made harmless to a spreadsheet."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def _faults(path: str, line: int, row: dict[str, str]) -> Iterable[Fault]:
    if row["status"] not in ("", *CLASSES):
        yield Fault(path, line, "status", f"there is no status {row['status']!r}", joined(CLASSES, "or"))
    if not (row["start"].isascii() and row["start"].isdigit() and row["end"].isascii() and row["end"].isdigit()):
        yield Fault(path, line, "start", "start and end are no whole numbers", "give characters from 0")
        return
    marked = row["text"][int(row["start"]) : int(row["end"])]
    if not marked.strip() or marked != row["surface"]:
        problem = f"start and end mark {marked!r}, not {row['surface']!r}"
        yield Fault(path, line, "surface", problem, "leave text, start, end and surface as they were drawn")
