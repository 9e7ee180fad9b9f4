"""A corpus cut into partitions: pieces of about as many bytes each, cut where a text ends.

Where the cuts fall depends on the files and the size asked for alone, never on who reads them: so the same corpus gives
the same partitions, and the same bytes, on any number of workers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.errors import Fault
from communique.scan.corpus import DAMAGED, CorpusFile, opened
from communique.scan.records import Sheet, csv_records, lines, sheet_of

SIZE = 8 * 2**20  # bytes of a partition, unless asked otherwise: some ten seconds of work
MOST_CUTS = 16  # of a compressed file: each of its partitions has to decompress all that stands before it
_PIECE = 2**20
_RATIO = 4  # how much larger than compressed a text is taken to be


@dataclass(frozen=True)
class Partition:
    """A piece of a corpus.

    Of a table ``start`` and ``stop`` are bytes of the one file as decompressed (of Parquet: row groups), -1 for its
    end, and ``line`` is the line (of Parquet: the row) it begins with; ``sheet`` is how a CSV file is written.
    Documents are whole files, as many as make a partition.
    """

    number: int
    files: tuple[CorpusFile, ...]
    start: int = 0
    stop: int = -1
    line: int = 1
    sheet: Sheet | None = None

    @property
    def size(self) -> int:
        """About how many bytes of files it holds, for the choice of words on progress."""
        return sum(file.size for file in self.files) if self.stop < 0 else self.stop - self.start


def cut(file: CorpusFile, size: int) -> tuple[list[Partition], list[Fault]]:
    """The partitions of a table, numbered from 0, or why there are none; it is read through where it is a large one."""
    try:
        match file.kind:
            case "jsonl":
                return _jsonl(file, size), []
            case "csv":
                return _csv(file, size)
            case "parquet":
                return _parquet(file, size)
    except DAMAGED as error:
        return [], [Fault(file.name, 0, "", f"cannot be read ({error})", "restore it, or take it out of the corpus")]
    raise ValueError(f"{file.kind} is no kind of table")


def bundled(files: Iterable[CorpusFile], size: int) -> Iterator[Partition]:
    """Yield partitions of documents, each of as many files as hold about `size` bytes together."""
    bundle: list[CorpusFile] = []
    for file in files:
        if bundle and sum(each.size for each in bundle) + file.size > size:
            yield Partition(0, tuple(bundle))
            bundle = []
        bundle.append(file)
    if bundle:
        yield Partition(0, tuple(bundle))


def numbered(partitions: Iterable[Partition]) -> list[Partition]:
    """Partitions with the numbers of their place."""
    return [replace(each, number=number) for number, each in enumerate(partitions)]


def _is_small(file: CorpusFile, size: int) -> bool:
    return file.size * (_RATIO if file.compression else 1) <= size


def _jsonl(file: CorpusFile, size: int) -> list[Partition]:
    whole = Partition(0, (file,))
    if _is_small(file, size):
        return [whole]
    return _between(whole, _few(file, list(_line_ends(file, size))))


def _few(file: CorpusFile, ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places to cut at, of a compressed file no more than `MOST_CUTS` evenly among them."""
    apart = -(-(len(ends) + 1) // MOST_CUTS) if file.compression else 1
    return ends[apart - 1 :: apart]


def _between(whole: Partition, ends: list[tuple[int, int]]) -> list[Partition]:
    """Pieces of a whole that end at the places given, each with the line that follows; the last goes to its end."""
    starts = [(whole.start, whole.line), *ends]
    stops = [*(end for end, _ in ends), -1]
    return [
        replace(whole, start=start, line=line, stop=stop)
        for (start, line), stop in zip(starts, stops, strict=True)
        if start != stop
    ]


def _line_ends(file: CorpusFile, size: int) -> Iterator[tuple[int, int]]:
    """Yield the byte behind a line after every `size` bytes, and the number of the line that follows."""
    with opened(file) as stream:
        at, line, target = 0, 1, size
        try:
            while piece := stream.read(_PIECE):
                done = 0
                while at + len(piece) >= target:
                    newline = piece.find(b"\n", max(done, target - at - 1))
                    if newline < 0:
                        break
                    line += piece.count(b"\n", done, newline + 1)
                    done = newline + 1
                    yield at + done, line
                    target = at + done + size
                line += piece.count(b"\n", done)
                at += len(piece)
        except DAMAGED:  # the partition that reads as far tells of it
            return


def _csv(file: CorpusFile, size: int) -> tuple[list[Partition], list[Fault]]:
    with opened(file) as stream:
        found = lines(stream)
        head = next(found, None)
        sheet = sheet_of(head)
        if sheet is None:
            problem = "the file is empty" if head is None else "a table without a column text"
            return [], [Fault(file.name, 1 if head else 0, "", problem, "name the columns text, date, title, id")]
        whole = Partition(0, (file,), start=head.end, line=2, sheet=sheet)
        if _is_small(file, size):
            return [whole], []
        ends, target = [], head.end + size
        try:
            for record in csv_records(found, sheet):
                if record.end >= target:
                    ends.append((record.end, record.next))
                    target = record.end + size
        except DAMAGED:  # as above
            pass
    return _between(whole, _few(file, ends)), []


def _parquet(file: CorpusFile, size: int) -> tuple[list[Partition], list[Fault]]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with opened(file) as stream:
            parquet = ParquetFile(stream)
            names = {name.casefold() for name in parquet.schema_arrow.names}
            groups = [parquet.metadata.row_group(each) for each in range(parquet.num_row_groups)]
            rows, sizes = [group.num_rows for group in groups], [group.total_byte_size for group in groups]
    except (ArrowException, *DAMAGED) as error:
        return [], [Fault(file.name, 0, "", f"no Parquet that can be read ({error})", "write it anew")]
    if "text" not in names:
        remedy = "name the columns text, date, title, id"
        return [], [Fault(file.name, 0, "", "a table without a column text", remedy)]
    ends, held, line = [], 0, 1
    for group, (count, weight) in enumerate(zip(rows, sizes, strict=True)):
        held, line = held + weight, line + count
        if held >= size and group + 1 < len(rows):
            ends.append((group + 1, line))
            held = 0
    return _between(Partition(0, (file,)), ends) if rows else [], []
