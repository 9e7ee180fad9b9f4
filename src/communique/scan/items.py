"""Texts of a partition, one at a time: rows of tables and documents of files, each with where it stands."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from communique.errors import Fault
from communique.scan.corpus import DAMAGED, CorpusFile, is_local, local_path, opened
from communique.scan.cutting import Partition
from communique.scan.records import Record, csv_records, json_records, lines
from communique.sources.documents.encodings import legible
from communique.sources.documents.kinds import TABLE_COLUMNS
from communique.sources.documents.readers import MOST_BYTES, Document, Unreadable, in_row, read_all
from communique.sources.documents.sandbox import Parser

PIECE = 1_000_000  # characters read at a time: some 170,000 words
ROWS = 8  # of Parquet held at a time
_BREAKS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True)
class Item:
    """A text to read, or a part of a long one: its document, its name, and where it stands.

    ``key`` is the row's ``id``, or file and line; ``offset`` the characters of the text before this part.
    """

    key: str
    file: str
    line: int
    document: Document
    offset: int = 0


def items(partition: Partition) -> Iterator[Item | Fault]:
    """Yield the texts of a partition in order, and a fault for each that cannot be read."""
    if partition.files[0].kind == "document":
        yield from _documents(partition.files)
        return
    (file,) = partition.files
    read = _parquet if file.kind == "parquet" else _rows
    for record in read(file, partition):
        if record.wrong:
            yield Fault(file.name, record.line, "", record.wrong, "")
        else:
            yield from _in_row(file, record)


def _rows(file: CorpusFile, partition: Partition) -> Iterator[Record]:
    at = partition.start
    line = partition.line
    try:
        with opened(file, at) as stream:
            found = lines(stream, at=at, number=line)
            records = json_records(found) if partition.sheet is None else csv_records(found, partition.sheet)
            for record in records:
                yield record
                line = record.next
                if 0 <= partition.stop <= record.end:
                    return
    except DAMAGED as error:
        if not file.compression:
            raise
        yield Record(line, -1, line, None, f"the file is damaged from here on ({error}); pack it anew")


def _parquet(file: CorpusFile, partition: Partition) -> Iterator[Record]:
    from pyarrow.parquet import ParquetFile

    with opened(file) as stream:
        parquet = ParquetFile(stream, buffer_size=2**20, pre_buffer=False)
        wanted = {*TABLE_COLUMNS, "id"}
        columns = [name for name in parquet.schema_arrow.names if name.casefold() in wanted]
        stop = partition.stop if partition.stop >= 0 else parquet.num_row_groups
        groups = list(range(partition.start, stop))
        line = partition.line
        for batch in parquet.iter_batches(ROWS, groups, columns, use_threads=False):
            for place in range(batch.num_rows):
                row = {name.casefold(): batch.column(name)[place].as_py() for name in columns}
                yield Record(line, -1, line + 1, row)
                line += 1


def _in_row(file: CorpusFile, record: Record) -> Iterator[Item | Fault]:
    """Yield the texts of a row: one, or the parts of a long one."""
    row = record.row
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        problem = "has no text" if text is None or isinstance(text, str) else "its text is no string"
        yield Fault(file.name, record.line, "text", problem, "give the text of an article, or leave the row out")
        return
    if len(text) > MOST_BYTES:
        yield Fault(file.name, record.line, "text", f"{len(text):,} characters are too many", "split the text")
        return
    told = {name: _cell(row.get(name)) for name in TABLE_COLUMNS if name != "text"}
    key = _cell(row.get("id")) or f"{file.name}:{record.line}"
    path = Path(PurePosixPath(file.name).name)
    for offset, part in parts(legible(text)):
        try:
            found = in_row(path, told | {"text": part})
            bare = len(part) - len(part.lstrip())  # a row is read without the white space around it
            yield from _named(found, key, file.name, record.line, offset + bare)
        except Unreadable as error:
            yield Fault(file.name, record.line, "text", str(error), "")


def _cell(value: Any) -> str:
    """A cell as text: days and numbers as they are written, nothing for what is no single value."""
    if isinstance(value, date):  # a moment too
        return value.isoformat()[:10]
    return str(value).strip() if isinstance(value, str | int | float) and value == value else ""


def _named(found: Iterator[Document], key: str, file: str, line: int, offset: int = 0) -> Iterator[Item]:
    for number, document in enumerate(found):
        yield Item(f"{key}#{number + 1}" if number else key, file, line, document, offset)


def parts(text: str, longest: int = PIECE) -> Iterator[tuple[int, str]]:
    """Yield a text in parts, each with its offset: cut between paragraphs, or else lines, sentences or words."""
    start = 0
    while len(text) - start > longest:
        stop = start + longest
        for mark in _BREAKS:
            at = text.rfind(mark, start + longest // 2, stop)
            if at >= 0:
                stop = at + len(mark)
                break
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def _documents(files: tuple[CorpusFile, ...]) -> Iterator[Item | Fault]:
    with Parser() as parser:
        for file in files:
            try:
                with _here(file) as path:
                    for item in _named(read_all(path, parser), file.name, file.name, 0):
                        document = item.document
                        if len(document.text) <= PIECE:
                            yield item
                            continue
                        for offset, part in parts(document.text):
                            headline = None if offset else document.headline
                            yield replace(item, document=replace(document, text=part, headline=headline), offset=offset)
            except Unreadable as error:
                yield Fault(file.name, 0, "", str(error), "")


@contextmanager
def _here(file: CorpusFile) -> Iterator[Path]:
    """A file of the corpus as one of this machine, under its own name: what a name tells of a day counts."""
    if is_local(file):
        yield Path(local_path(file))
        return
    if file.size > MOST_BYTES:
        raise Unreadable(f"{file.size / 2**20:.0f} MB; at most {MOST_BYTES // 2**20} MB are read: split it")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, PurePosixPath(file.name).name)
        with opened(file) as stream:
            path.write_bytes(stream.read(MOST_BYTES + 1))
        yield path
