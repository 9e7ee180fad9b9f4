"""`data/<process>/candidates.csv`: statements found by machine that wait for a person to accept, correct or reject.

The file is only ever added to and always replaced whole: a run that is killed leaves it as it was. The columns that
hold a decision belong to the coding desk; rows that stand are copied byte for byte and never written anew. It holds
original wording and is private: git ignores it, and no export, fingerprint or licence of the project covers it.
"""

import csv
import io
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from communique.errors import DataError, Fault, printable
from communique.files import atomic
from communique.files.journal import locked, settle
from communique.files.regular import open_regular
from communique.sources.duplicates import Known, signature
from communique.sources.lines import COLUMNS
from communique.sources.suggestions import Frame
from communique.sources.workers import DocumentFindings, Work, Worth, found_in

FILE = "candidates.csv"
Progress = Callable[[int, int, str], None]


@dataclass
class IngestResult:
    """What a run has done.

    ``path`` is the candidates file; ``documents`` were read, of which ``already`` had been read before; ``added``
    candidates are new, ``repeated`` of them tell what another tells; ``copies`` are documents that are nearly another;
    ``unreadable`` names the documents that could not be read; ``new_actors`` counts speakers the process does not know.
    """

    path: Path
    documents: int = 0
    already: int = 0
    added: int = 0
    repeated: int = 0
    copies: int = 0
    unreadable: list[Fault] = field(default_factory=list)
    new_actors: Counter = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        """0, or 3 where a document could not be read."""
        return 3 if self.unreadable else 0


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a candidates file.

    Raises
    ------
    DataError
        Where it is no candidates file, or was damaged.
    """
    if not path.exists():
        return
    csv.field_size_limit(2**31 - 1)
    try:
        with io.TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                remedy = "move it away and ingest again; take decisions over by candidate_id"
                raise DataError([Fault(str(path), 1, "", "the columns are not those of a candidates file", remedy)])
            for row in reader:
                if None in row or None in row.values():
                    problem = "a row has too many or too few cells"
                    raise DataError([Fault(str(path), reader.line_num, "", problem, "restore it from a backup")])
                yield row
    except (csv.Error, UnicodeDecodeError) as error:
        raise DataError([Fault(str(path), 0, "", f"cannot be read ({error})", "restore it from a backup")]) from None


def ingest(
    paths: Iterable[str | Path],
    process,
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    mentions: bool = True,
    columns: Mapping[str, str] | None = None,
) -> IngestResult:
    """Read documents and add the statements found in them to the candidates of a process.

    Parameters
    ----------
    paths
        Files, and folders with all they hold.
    process
        The `communique.Process` whose folder gets the candidates.
    progress
        Called with the number of documents done, that of all, and the name of the last.
    workers
        Processes that read documents; two where the machine has them and there is enough to do.
    mentions
        Whether the language engine is asked for terms of progress.
    columns
        What tables of articles call their columns, by the names `text`, `date`, `title`, `publisher` and `url`.

    Raises
    ------
    DataError
        Where the candidates file that stands is damaged; nothing is written then.
    """
    folder = Path(process.folder)
    target = folder / FILE
    result = IngestResult(target)
    ledger = _Ledger(target)
    known = frozenset(ledger.documents)
    work = Work(Frame.of(process), mentions=mentions, known=known, columns=columns or {})
    with tempfile.TemporaryFile() as part:
        for done, total, found in found_in(paths, work, workers=workers):
            _take(found, ledger, part, result)
            if progress is not None:
                progress(done, total, found.name)
        if result.added:
            with locked(folder):
                settle(folder)  # what the desk was broken off at has its turn first
                meanwhile = {row["document"] for row in rows(target)} & ledger.fresh
                _append(target, _finished(part, ledger.best, meanwhile))
    return result


class _Ledger:
    """Documents and statements seen before, in the file or in this run."""

    def __init__(self, path: Path):
        self.path = path
        self.documents = {row["document"] for row in rows(path)}
        self.fresh: set[str] = set()  # documents of this run
        self.wholes = Known(alike=0.6, remembered=50_000)
        self.worths: dict[str, Worth] = {}  # of what this run has added and may yet be found to repeat
        self.best: dict[str, tuple[Worth, str]] = {}  # for each repeated one of them, who tells it best

    @cached_property
    def statements(self) -> Known:
        """The statements of the file, and those of this run: read when the first new one comes."""
        known = Known(forgotten=lambda key: self.worths.pop(key, None))
        for row in rows(self.path):
            signed = None if row["duplicate_of"] else signature(row["text"])
            if signed is not None:
                known.add(row["candidate_id"], signed)
        return known

    def meet(self, first: str, id_: str, worth: Worth) -> None:
        """Take note that a new candidate tells what another does, and who of them tells it best.

        Those of an earlier run stay the first: a decision may hang on them.
        """
        if first in self.worths:
            standing = self.best.get(first, (self.worths[first], first))
            self.best[first] = max(standing, (worth, id_), key=lambda told: told[0])


def _take(found: DocumentFindings, ledger: _Ledger, out: BinaryIO, result: IngestResult) -> None:
    """Write down the lines of one document that are new, each behind its length, document, key, twin and original."""
    if found.error:
        result.unreadable.append(Fault(printable(found.path), 0, "", found.error, ""))
        return
    result.documents += 1
    if found.document in ledger.documents:
        result.already += 1
        return
    ledger.documents.add(found.document)
    ledger.fresh.add(found.document)
    copy_of = ""
    if found.signature is not None:
        copy_of = ledger.wholes.first_like(found.signature) or ""
        result.copies += bool(copy_of)
        if not copy_of:
            ledger.wholes.add(found.document, found.signature)
    for line in found.lines:
        signed = line.signature
        twin = ledger.statements.first_like(signed) if signed is not None else None
        if twin is not None:
            ledger.meet(twin, line.candidate_id, found.worth)
        elif signed is not None:
            ledger.statements.add(line.candidate_id, signed)
            ledger.worths[line.candidate_id] = found.worth
        result.added += 1
        result.repeated += twin is not None
        if line.new_actor:
            result.new_actors[line.new_actor] += 1
        row = line.csv.encode()
        head = f"{len(row)} {found.document} {line.candidate_id} {twin or '-'} {copy_of or '-'}\n"
        out.write(head.encode() + row)


def _finished(part: BinaryIO, best: dict[str, tuple[Worth, str]], meanwhile: set[str]) -> Iterator[bytes]:
    """Yield the rows of a run with their last two columns: what each repeats, and which document its own is a copy of.

    Where several tell the same, the one from the best source stands for them, whichever was read first. Documents that
    another run has added ``meanwhile`` are left out.
    """
    part.seek(0)
    while head := part.readline():
        size, document, id_, twin, copy_of = head.decode().split()
        row = part.read(int(size))
        if document in meanwhile:
            continue
        first = id_ if twin == "-" else twin
        chosen = best[first][1] if first in best else first
        yield b"%s,%s,%s\n" % (row, b"" if chosen == id_ else chosen.encode(), copy_of.encode().strip(b"-"))


def _append(target: Path, fresh: Iterable[bytes]) -> None:
    """Put the new rows behind those that stand, which are copied as they are."""

    def write(out: io.BufferedWriter) -> None:
        if target.exists():
            with open_regular(target) as standing:
                shutil.copyfileobj(standing, out)
                standing.seek(0, os.SEEK_END)
                if standing.tell():
                    standing.seek(-1, os.SEEK_END)
                    if standing.read(1) != b"\n":
                        out.write(b"\n")
        else:
            out.write((",".join(COLUMNS) + "\n").encode())
        out.writelines(fresh)

    atomic.replace(target, write)
