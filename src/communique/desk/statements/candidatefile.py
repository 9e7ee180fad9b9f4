"""The candidates of a process as the desk reads them, and decisions written into them with all else left alone."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from communique.desk import history
from communique.desk.tablefile import records
from communique.errors import DataError, Fault
from communique.files.journal import Files, transaction
from communique.files.regular import open_regular, read_regular
from communique.sources.candidates import FILE
from communique.sources.lines import COLUMNS, DECISIONS

ENTERED = ("accepted", "corrected")  # decisions that made a statement
WORDS = (*ENTERED, "rejected", "set_aside", "repeat")
_AT = {name: place for place, name in enumerate(COLUMNS)}
_CELL = r'(?:"(?:[^"]|"")*"|[^,"\r\n]*)'
_HEAD = re.compile(",".join([_CELL] * (1 + len(DECISIONS))).encode() + b"(?=,)")


@dataclass(frozen=True, slots=True)
class CandidateEntry:
    """What is kept in mind of each candidate; the rest is read from its place in the file when it is shown."""

    id: str
    decision: str
    decided_by: str
    decided_on: str
    statement_id: str
    document: str
    speaker: str
    surface: str
    duplicate_of: str
    begin: int
    start: int  # of its bytes in the file
    end: int

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return not self.decision

    @property
    def cells(self) -> dict[str, str]:
        """Its decision, as the cells of its row."""
        return {name: getattr(self, name) for name in DECISIONS}


class Candidates:
    """The candidates of a process with the decisions on them, read anew when either has changed.

    The file is long, and a decision short: it is added to `history`, and written into the file with many others.
    """

    def __init__(self, folder: Path):
        self.path = Path(folder) / FILE
        self.entries: dict[str, CandidateEntry] = {}
        self.documents: dict[str, dict[str, str]] = {}
        self.since: set[str] = set()  # candidates whose decisions are not as in the file
        self.remarks: dict[str, dict[str, dict[str, str]]] = {}
        self._stamp: tuple | None = None
        self._done = 0  # entries of the history that are known
        self.refresh()

    def refresh(self) -> bool:
        """Read the file again where it has changed, and what was added to the history; whether there was anything.

        Raises
        ------
        DataError
            It is no candidates file, or is damaged.
        """
        done = history.entries(Files(self.path.parent))
        stamp = self._now()
        if stamp == self._stamp and self._done <= len(done):
            decisions, news = history.since_kept(done, beginning=self._done), len(done) > self._done
            self._decide(decisions, done)
            return news
        self.entries, self.documents = {}, {}
        if stamp is not None:
            for entry, cells in entries(read_regular(self.path), self.path):
                self.entries[entry.id] = entry
                self.documents.setdefault(entry.document, {name: cells[_AT[name]] for name in _OF_DOCUMENT})
        self._stamp, self.since = stamp, set()
        self._decide(history.since_kept(done), done)
        return True

    def _decide(self, decisions: Mapping[str, Mapping[str, str]], done: list[dict]) -> None:
        """Take decisions up that are not in the file."""
        known = {id_: cells for id_, cells in decisions.items() if id_ in self.entries}
        self.entries |= {id_: replace(self.entries[id_], **cells) for id_, cells in known.items()}
        self.since |= known.keys()
        self._done = len(done)
        self.remarks = history.remarks(done)

    def keep(self) -> None:
        """Write all decisions into the file, as is done from time to time."""
        with transaction(self.path.parent) as files:
            self.refresh()
            if self.since:
                files[FILE] = decided(files[FILE], {id_: self.entries[id_].cells for id_ in self.since})
                history.add(files, {"action": history.KEPT})

    def _now(self) -> tuple | None:
        if not self.path.exists():
            return None
        status = self.path.stat()
        return status.st_ino, status.st_size, status.st_mtime_ns

    def row(self, id_: str) -> dict[str, str]:
        """All cells of a candidate."""
        self.refresh()
        entry = self.entries[id_]
        with open_regular(self.path) as file:
            file.seek(entry.start)
            (record,) = records(file.read(entry.end - entry.start))
        return dict(zip(COLUMNS, record.cells, strict=True)) | entry.cells

    def with_repeats(self, ids: Iterable[str]) -> list[str]:
        """Candidates, and behind them those that tell what one of them tells."""
        chosen = dict.fromkeys(ids)
        told = {self.entries[id_].duplicate_of or id_ for id_ in chosen}
        others = (id_ for id_, each in self.entries.items() if each.duplicate_of in told)
        return list(chosen | dict.fromkeys(others))

    def repeats(self, id_: str) -> list[CandidateEntry]:
        """The other candidates that tell what this one tells: of the first among them, and of each other."""
        first = self.entries[id_].duplicate_of or id_
        return [each for each in self.entries.values() if id_ != each.id and first in (each.id, each.duplicate_of)]


_OF_DOCUMENT = ("document", "file", "publisher", "title", "author", "published", "url")


def entries(content: bytes, path: Path) -> list[tuple[CandidateEntry, list[str]]]:
    """Every candidate of a file, with its cells; raises `DataError` where it is damaged."""

    def fault(line: int, problem: str) -> DataError:
        remedy = "move it away and ingest again, or restore it from a backup"
        return DataError([Fault(str(path), line, "", problem, remedy)])

    found = []
    limit = csv.field_size_limit(2**31 - 1)
    try:
        for number, record in enumerate(records(content)):
            cells = record.cells
            if not number:
                if tuple(cells) != COLUMNS:
                    raise fault(1, "the columns are not those of a candidates file")
                continue
            if len(cells) != len(COLUMNS) or not cells[_AT["start"]].isdecimal():
                raise fault(content.count(b"\n", 0, record.start) + 1, "the row is not that of a candidate")
            named = [cells[_AT[name]] for name in _IN_MIND]
            found.append((CandidateEntry(*named, int(cells[_AT["start"]]), record.start, record.end), cells))
    except (UnicodeDecodeError, csv.Error) as error:
        raise fault(0, f"it cannot be read ({error})") from None
    finally:
        csv.field_size_limit(limit)
    return found


_IN_MIND = ("candidate_id", *DECISIONS, "document", "speaker", "speaker_surface", "duplicate_of")


def decided(content: bytes, decisions: Mapping[str, Mapping[str, str]]) -> bytes:
    """The candidates file with decisions in the rows named; every byte outside their decision cells stays.

    Parameters
    ----------
    content
        The file as it stands.
    decisions
        For each candidate id the cells ``decision``, ``decided_by``, ``decided_on`` and ``statement_id``.

    Raises
    ------
    KeyError
        The file has no such candidate.
    """
    left = dict(decisions)
    parts, at = [], 0
    for entry, _ in entries(content, Path(FILE)):
        cells = left.pop(entry.id, None)
        if cells is None:
            continue
        head = _HEAD.match(content, entry.start, entry.end)
        parts += [content[at : entry.start], _joined([entry.id, *(cells[name] for name in DECISIONS)])]
        at = head.end()
    if left:
        raise KeyError(next(iter(left)))
    return b"".join([*parts, content[at:]])


def _joined(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue().encode()
