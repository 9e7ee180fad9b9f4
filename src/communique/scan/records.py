"""Rows of JSON Lines and CSV as they stand in a stream of bytes, each with its line and the byte at which it ends.

Memory is bounded by the longest row that is taken, whatever the stream holds.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from communique.files.jsonlines import object_of
from communique.files.regular import size
from communique.sources.documents.readers import MOST_BYTES

_PIECE = 2**20


class Record(NamedTuple):
    """A row: the line it begins on, the byte and the line behind it, and its columns, or what is wrong with it."""

    line: int
    end: int
    next: int
    row: dict | None
    wrong: str = ""


class Line(NamedTuple):
    """A line with its number, the byte behind it, and its bytes; None for one that is too long to be held."""

    number: int
    end: int
    content: bytes | None


def lines(stream: BinaryIO, *, at: int = 0, number: int = 1, longest: int = MOST_BYTES) -> Iterator[Line]:
    """Yield the lines of a stream that stands at byte `at`, the first of which has that `number`."""
    while content := stream.readline(longest):
        at += len(content)
        if len(content) == longest and not content.endswith(b"\n"):
            while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
                at += len(rest)
            at += len(rest)
            content = None
        yield Line(number, at, content)
        number += 1


def json_records(found: Iterable[Line]) -> Iterator[Record]:
    """Yield the rows of JSON Lines; blank lines are passed over."""
    for line in found:
        if line.content is None:
            yield Record(
                line.number, line.end, line.number + 1, None, f"longer than {size(MOST_BYTES)}; split the text"
            )
            continue
        try:
            row = object_of(line.content)
        except ValueError as error:
            yield Record(line.number, line.end, line.number + 1, None, f"{error}; give one JSON object a line")
            continue
        if row is not None:
            yield Record(
                line.number, line.end, line.number + 1, {str(name).casefold(): value for name, value in row.items()}
            )


class Sheet(NamedTuple):
    """How a CSV file is written: what parts its cells, and the names of its columns."""

    delimiter: str
    columns: tuple[str, ...]


def sheet_of(first: Line | None) -> Sheet | None:
    """What the first line of a CSV file tells; None where it tells of no column `text`."""
    if first is None or first.content is None:
        return None
    head = first.content.decode("utf-8-sig", "replace").rstrip("\r\n")
    delimiter = max(",;\t", key=head.count)
    columns = next(csv.reader([head], delimiter=delimiter), [])
    names = tuple(name.strip().casefold() for name in columns)
    return Sheet(delimiter, names) if "text" in names else None


def csv_records(found: Iterable[Line], sheet: Sheet) -> Iterator[Record]:
    """Yield the rows of a CSV file behind its head.

    A row of the wrong number of cells, one that is not UTF-8 and one whose quotation mark is never closed are wrong by
    themselves; reading goes on behind them.
    """
    csv.field_size_limit(MOST_BYTES)
    feed = _Feed(found)
    reader = csv.reader(feed, delimiter=sheet.delimiter, strict=True)
    while True:
        begins = feed.number + 1
        feed.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(begins, feed.end, feed.number + 1, None, f"{error}; is a quotation mark left open?")
            continue
        if feed.wrong:
            yield Record(begins, feed.end, feed.number + 1, None, feed.wrong)
        elif len(cells) == len(sheet.columns):
            yield Record(begins, feed.end, feed.number + 1, dict(zip(sheet.columns, cells, strict=True)))
        elif cells:
            wrong = f"{len(cells)} cells under {len(sheet.columns)} columns; is one with a comma not quoted?"
            yield Record(begins, feed.end, feed.number + 1, None, wrong)


class _Feed:
    """The lines of a stream as text, for `csv.reader`; tells how far it was read, and what was wrong on the way."""

    def __init__(self, found: Iterable[Line]):
        self._lines = iter(found)
        self.number = self.end = 0
        self._first: Line | None = next(self._lines, None)
        if self._first is not None:
            self.number = self._first.number - 1
        self.wrong = ""
        self._held = 0

    def begin(self) -> None:
        """Take note that another row begins."""
        self.wrong, self._held = "", 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._first = self._first or next(self._lines), None
        self.number, self.end = line.number, line.end
        if line.content is None:
            self.wrong = f"longer than {size(MOST_BYTES)}; split the text"
            return "\n"
        self._held += len(line.content)
        if self._held > MOST_BYTES:
            self.begin()
            raise csv.Error(f"a row longer than {size(MOST_BYTES)}")
        try:
            return line.content.decode("utf-8")
        except UnicodeDecodeError as error:
            self.wrong = f"not UTF-8 (byte {error.start + 1}); save it as UTF-8"
            return line.content.decode("utf-8", "replace")
