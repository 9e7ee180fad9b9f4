"""Documents read and searched by several processes at once, their findings handed back in the order they were given."""

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from pathlib import Path

from communique import signals
from communique.errors import printable
from communique.sources.documents.readers import Document, Unreadable, documents, read_all
from communique.sources.documents.sandbox import Parser
from communique.sources.duplicates import signature
from communique.sources.lines import CandidateLine, line_of
from communique.sources.suggestions import Frame, headline_of, nothing_read, suggestions

ENOUGH = 24  # documents from which a second process is worth its start
AHEAD = 6  # documents a worker may be ahead of the writer: what bounds the memory
Worth = tuple[bool, bool, bool, int]  # how good a source is: address, publisher and date known, and how early
FAULT = "searching it failed ({}), which is a fault of this program; please report it with the document"
SIGNED = 60_000  # characters of a document that its signature is taken from


@dataclass(frozen=True)
class Work:
    """What is to be done with each document."""

    frame: Frame
    mentions: bool = True
    known: frozenset[str] = frozenset()  # documents read before, which need not be read again
    columns: Mapping[str, str] = field(default_factory=dict)  # what tables of articles call their columns


@dataclass
class DocumentFindings:
    """What one document holds: lines of the candidates file, or why it could not be read."""

    path: str
    name: str
    error: str = ""
    document: str = ""
    signature: bytes | None = None
    worth: Worth = (False, False, False, 0)
    lines: list[CandidateLine] = field(default_factory=list)


def found_in(
    paths: Iterable[str | Path], work: Work, *, workers: int | None = None
) -> Iterator[tuple[int, int, DocumentFindings]]:
    """Yield (number done, number of all, findings) for each document, in the order given."""
    files = list(documents(map(Path, paths)))
    workers = workers if workers is not None else min(2, os.cpu_count() or 1)
    if workers < 2 or len(files) < ENOUGH:
        with Parser(columns=work.columns) as parser:
            for number, path in enumerate(files, 1):
                for found in each(path, work, parser):
                    yield number, len(files), found
        return
    for number, all_ in enumerate(_by_pool(files, work, workers), 1):
        for found in all_:
            yield number, len(files), found


def _by_pool(files: list[Path], work: Work, workers: int) -> Iterator[list[DocumentFindings]]:
    """Findings of each file by a pool of workers; what breaks one is named, and the rest goes on in a new pool."""
    waiting: deque[Path] = deque(files)
    while waiting:
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=(work,))
        under_way: deque = deque()
        try:
            while waiting or under_way:
                while waiting and len(under_way) < AHEAD * workers:
                    under_way.append((waiting[0], pool.submit(_each, waiting[0])))
                    waiting.popleft()
                path, future = under_way[0]
                yield future.result()
                under_way.popleft()
        except BrokenProcessPool:
            path, _ = under_way.popleft()
            broken = "reading it breaks the reader; give a smaller or simpler file"
            yield [DocumentFindings(str(path), path.name, error=broken)]
            waiting.extendleft(reversed([path for path, _ in under_way]))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_work: Work | None = None
_parser: Parser | None = None


def _begin(work: Work) -> None:
    global _work, _parser
    signals.end_with(parent_process().pid)
    _work, _parser = work, Parser(columns=work.columns)


def _each(path: Path) -> list[DocumentFindings]:
    return list(each(path, _work, _parser))


def each(path: Path, work: Work, parser: Parser) -> Iterator[DocumentFindings]:
    """Yield what each document of a file holds, or one that says why it cannot be read."""
    try:
        for document in read_all(path, parser):
            yield _found(path, document, work)
    except Unreadable as error:
        yield DocumentFindings(str(path), printable(path.name), error=str(error))


def _found(path: Path, document: Document, work: Work) -> DocumentFindings:
    found = DocumentFindings(str(path), printable(path.name))
    found.document = hashlib.sha256(os.fsencode(path.name) + b"\0" + document.text.encode()).hexdigest()[:16]
    if found.document in work.known:
        return found
    found.signature = signature(document.text[:SIGNED])
    day = document.published
    found.worth = (bool(document.url), bool(document.publisher), day is not None, -day.toordinal() if day else 0)
    try:
        found.lines = _lines(document, found.document, work)
        found.error = "" if found.lines else nothing_read(document)
    except Exception as error:  # a fault of ours, which must not cost the other documents
        found.error = FAULT.format(type(error).__name__)
    return found


def _lines(document: Document, key: str, work: Work) -> list[CandidateLine]:
    """The lines of what a document says; the questions of a briefing are none."""
    told = [s for s in suggestions(document, work.frame, mentions=work.mentions) if s.statement.rule != "question turn"]
    title = headline_of(document) if told else ""
    return [line_of(document, key, title, suggestion) for suggestion in told]
