"""Rows added to and taken from a CSV file, every other byte of it left as it stands."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MARK = b"\xef\xbb\xbf"  # a byte order mark, as some editors leave


class TableRow(NamedTuple):
    """One row: where its bytes begin and end (line end included), and its cells."""

    start: int
    end: int
    cells: list[str]


def records(content: bytes) -> Iterator[TableRow]:
    """Yield the records of a CSV file, the heading first; blank lines are passed over.

    A record ends where a line ends outside quotation marks.
    """
    start = at = len(MARK) if content.startswith(MARK) else 0
    quotes = 0
    while at < len(content):
        end = content.find(b"\n", at) + 1 or len(content)
        quotes += content.count(b'"', at, end)
        at = end
        if quotes % 2 and at < len(content):
            continue
        line = content[start:end].decode("utf-8").replace("\r\n", "\n")
        cells = next(csv.reader([line]), [])
        if cells:
            yield TableRow(start, end, cells)
        start, quotes = end, 0


def table(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of its heading."""
    found = records(content)
    heading = next(found, TableRow(0, 0, [])).cells
    return [dict(zip(heading, record.cells, strict=False)) for record in found]


def appended(
    content: bytes, *rows: Mapping[str, str], columns: tuple[str, ...] = (), usual: Mapping[str, str] | None = None
) -> bytes:
    """The file with rows behind the others, in the order of its own heading and with its own line ends.

    `columns` is the heading of a file that is not there yet; of one that is, those it lacks are added where a row fills
    them. `usual` tells by column what the rows before such a column hold; a row that holds but that needs none.
    """
    usual = usual or {}
    heading = next(records(content), TableRow(0, 0, list(columns))).cells
    for name in columns:
        if name not in heading and any(row.get(name, "") not in ("", usual.get(name)) for row in rows):
            # It came later than the file.
            content, heading = _with_column(content, name, usual.get(name, "")), [*heading, name]
    ending = "\r\n" if b"\r\n" in content else "\n"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=ending)
    if not content:
        writer.writerow(heading)
    elif not content.endswith(b"\n"):
        text.write(ending)
    writer.writerows([row.get(name, "") for name in heading] for row in rows)
    return content + text.getvalue().encode()


def without(content: bytes, row: Mapping[str, str]) -> bytes:
    """The file without the one row that holds just these cells; raises `KeyError` where there is no such row."""
    found = records(content)
    heading = next(found, TableRow(0, 0, [])).cells
    for record in found:
        cells = dict(zip(heading, record.cells, strict=False))
        if all(cells.get(name, "") == cell for name, cell in row.items()):
            return content[: record.start] + content[record.end :]
    raise KeyError(next(iter(row.values()), ""))


def _with_column(content: bytes, name: str, cell: str) -> bytes:
    """The file with a column behind the others that holds the same cell in every row."""
    parts = []
    for number, record in enumerate(records(content)):
        row = content[record.start : record.end]
        bare = row.rstrip(b"\r\n")
        parts.append(bare + b"," + (cell if number else name).encode() + row[len(bare) :])
    mark = MARK if content.startswith(MARK) else b""
    return mark + b"".join(parts)
