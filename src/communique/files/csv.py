"""Rows of a CSV file with the line each starts on, and every fault of its form."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from communique.errors import Fault
from communique.files.text import read_text
from communique.suggest import suggestion

MOST_COLUMNS = 100  # in a heading: no table has a quarter of that
MOST_ROWS_TOLD = 1_000  # of one trouble in a table: nobody mends more by hand
_COMMAS = "communique repair mends it; Excel writes the list separator of the system, LibreOffice asks for one: a comma"
MOST_CHARACTERS = 20_000  # in one cell: beyond that a quotation mark is missing, or a whole document was pasted


@dataclass
class Rows:
    """The cells of a table: `lines[i]` is the line, from 1, on which the row with the cells `cells[name][i]` starts.

    `lost` holds the first cell of each row that could not be read, under the name of the first column, so that what
    refers to such a row is not called wrong too.
    """

    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=dict)
    lost: tuple[str, list[str]] = ("", [])


def read_rows(
    path: Path, columns: tuple[str, ...], *, shown: str, defaults: Mapping[str, str] | None = None
) -> tuple[Rows | None, list[Fault], bytes]:
    """Rows of the file `path`, which must have the `columns`, with the faults of its form and its bytes.

    It may lack those with a default, which then stands in each of their cells.

    Lines end in LF or CRLF and a byte order mark may open the file. Rows of the wrong length are told of and left
    out, blank lines passed over. Rows are None where the file has no columns to read by. `shown` is how faults name
    the file. Line numbers count as an editor does, so a line break within quotation marks counts.
    """
    text, faults, content = read_text(path, shown=shown)
    if text is None:
        return None, faults, content
    lost: list[str] = []
    records = _records(text, faults, lost, shown)
    line, heading = next(records, (0, []))
    if not heading:
        if not faults:
            faults.append(Fault(shown, 0, "", "the file is empty", f"it needs the heading {','.join(columns)}"))
        return None, faults, content
    if separator := _other_separator(heading, columns):
        problem = f"cells are separated by {separator}"
        faults.append(Fault(shown, line, "", problem, _COMMAS))
        return None, faults, content
    if not set(heading) & set(columns):
        faults.append(Fault(shown, line, "", "this is no heading", f"the first line must be {','.join(columns)}"))
        return None, faults, content
    if len(heading) > MOST_COLUMNS:
        problem = f"the heading has {len(heading):,} columns"
        faults.append(Fault(shown, line, "", problem, f"the columns are {', '.join(columns)}"))
        return None, faults, content
    defaults = defaults or {}
    kept = list(records)
    blank = [place for place, name in enumerate(heading) if not name.strip() and _is_empty(kept, place)]
    faults += _heading_faults(heading, columns, defaults, line, shown, blank)
    rows = Rows(cells={name: [] for name in columns if name in heading}, lost=(heading[0], lost))
    places = {name: heading.index(name) for name in rows.cells}
    faults += _rows_of_commas(kept, shown)
    for line, record in kept:
        if not any(cell.strip() for cell in record):
            continue
        if len(record) != len(heading):
            _lose(record[0], _ragged, (record, heading, line, shown), faults, lost)
            continue
        rows.lines.append(line)
        for name, place in places.items():
            rows.cells[name].append(record[place])
            if len(record[place]) > MOST_CHARACTERS:
                problem = f"the cell holds {len(record[place]):,} characters"
                faults.append(Fault(shown, line, name, problem, f"at most {MOST_CHARACTERS:,} are allowed"))
    if len(lost) > MOST_ROWS_TOLD:
        problem = f"{len(lost) - MOST_ROWS_TOLD:,} more rows have faults like those told of"
        faults.append(Fault(shown, 0, "", problem, "mend these, and check again"))
    rows.cells |= {name: [text] * len(rows.lines) for name, text in defaults.items() if name not in heading}
    return rows, faults, content


def _is_empty(records: list[tuple[int, list[str]]], place: int) -> bool:
    """Whether no row has anything in a column."""
    return not any(record[place].strip() for _, record in records if len(record) > place)


def _rows_of_commas(records: list[tuple[int, list[str]]], shown: str) -> Iterator[Fault]:
    """Yield a fault for each run of rows in which nothing stands, as spreadsheets leave them."""
    for nothing, run in groupby(records, key=lambda each: not any(cell.strip() for cell in each[1])):
        if nothing:
            first, *more = [line for line, _ in run]
            which = f"lines {first} to {more[-1]} hold" if more else "the row holds"
            yield Fault(shown, first, "", f"{which} nothing but commas", f"delete {'them' if more else 'it'}")


def _records(text: str, faults: list[Fault], lost: list[str], shown: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it starts on; one that cannot be read becomes a fault, its first cell `lost`.

    After such a record reading starts again on the next line, so that one quotation mark too many costs one row.
    """
    # One kind of line break, so that a file says the same whichever its editor used.
    lines = list(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")))
    start = 0
    limit = csv.field_size_limit(len(text) + 1)  # long cells are told of by the caller, and do not stop the reading
    try:
        while start < len(lines):
            reader = csv.reader((lines[place] for place in range(start, len(lines))), strict=True)
            first, read = start, 0
            try:
                for record in reader:
                    if record:
                        yield first + read + 1, record
                    read = reader.line_num
                return
            except csv.Error as error:
                start = first + read
                first_cell = lines[start].partition(",")[0].strip()
                _lose(first_cell, _unreadable, (str(error), start + 1, shown), faults, lost)
                start += 1
    finally:
        csv.field_size_limit(limit)


def _lose(cell: str, told: Callable[..., Fault], about: tuple, faults: list[Fault], lost: list[str]) -> None:
    """Take note of a row that is left out, by its first cell; it is told of unless very many are already."""
    lost.append(cell)
    if len(lost) <= MOST_ROWS_TOLD:
        faults.append(told(*about))


def _unreadable(reason: str, line: int, shown: str) -> Fault:
    if "unexpected end of data" in reason:
        remedy = 'close it, or write "" for a quotation mark within a cell'
        return Fault(shown, line, "", "a quotation mark opened in this row is never closed", remedy)
    if "expected after" in reason:
        remedy = 'put the whole cell in quotation marks, and write "" for one within it'
        return Fault(shown, line, "", "text follows a closing quotation mark", remedy)
    return Fault(shown, line, "", f"the row cannot be read ({reason})", "compare it with the rows around it")


def _ragged(record: list[str], heading: list[str], line: int, shown: str) -> Fault:
    problem = f"the row has {len(record)} cell{'s' * (len(record) != 1)}, the heading {len(heading)}"
    if len(record) > len(heading):
        return Fault(shown, line, "", problem, "put a cell that holds a comma in quotation marks")
    remedy = f"its last cell stands under {heading[len(record) - 1]}; an empty cell needs its comma"
    return Fault(shown, line, "", problem, remedy)


def _other_separator(heading: list[str], columns: tuple[str, ...]) -> str:
    """Name of the separator that a heading in one cell seems to use in place of commas, else an empty string."""
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(heading) == 1 and len(set(heading[0].split(mark)) & set(columns)) > len(columns) / 2:
            return name
    return ""


def _heading_faults(
    heading: list[str],
    columns: tuple[str, ...],
    defaults: Mapping[str, str],
    line: int,
    shown: str,
    blank: list[int],
) -> list[Fault]:
    """Faults of unknown, missing and repeated columns; those with a default may be missing.

    Columns that are `blank`, without a name and with nothing in them, are one fault.
    """
    faults = []
    if blank:
        which = f"column {blank[0] + 1} has" if len(blank) == 1 else f"columns {blank[0] + 1} to {blank[-1] + 1} have"
        remedy = f"delete {'it' if len(blank) == 1 else 'them'}"
        faults.append(Fault(shown, line, "", f"{which} no name and nothing in any row", remedy))
    absent = [name for name in columns if name not in heading]
    missing = [name for name in absent if name not in defaults]
    # A name that is none may be meant for any column not there; where all that must be there are, for any at all.
    meant = absent if missing else columns
    for place, name in enumerate(heading):
        if place in blank:
            continue
        if name in heading[:place]:
            faults.append(Fault(shown, line, name, "the column is there twice", "keep one of the two"))
        elif name not in columns:
            problem = f"there is no column {name!r}" if name else f"column {place + 1} has no name"
            faults.append(Fault(shown, line, name, problem, suggestion(name, meant)))
    for name in missing:
        faults.append(Fault(shown, line, name, "the column is missing", f"the columns are {', '.join(columns)}"))
    return faults
