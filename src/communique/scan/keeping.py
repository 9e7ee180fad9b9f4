"""The folder a scan writes: what it was begun with, what was read of it so far, and who writes there.

========================  =====================================================================================
``plan.json``             what the scan was begun with: settings, fingerprint of the code, files, partitions
``statements/``           a Parquet file for each partition
``mentions/``             the same
``parts/``                what each partition adds to the sums; a partition that has one is done
========================  =====================================================================================

A file takes its place whole or not at all, and that of ``parts/`` comes last: whatever moment a scan is killed at, what
stands there is what an unbroken one would have written.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from communique.errors import Fault, ParameterError
from communique.files import atomic
from communique.files.paths import shown
from communique.files.regular import read_regular
from communique.prose import joined
from communique.scan.corpus import CorpusFile
from communique.scan.cutting import Partition
from communique.scan.partition import Findings
from communique.scan.records import Sheet

PLAN, PARTS, STATEMENTS, MENTIONS = "plan.json", "parts", "statements", "mentions"
_FORMAT = 1
_ANEW = "begin anew with --anew, or give another --out"


@dataclass(frozen=True)
class Plan:
    """What a scan was begun with; ``faults`` are of files that could not be cut into partitions."""

    settings: dict[str, Any]
    code: str
    files: tuple[CorpusFile, ...]
    partitions: tuple[Partition, ...] = ()
    faults: tuple[Fault, ...] = ()

    def refuse_other(self, standing: "Plan", folder: Path) -> None:
        """Raise `ParameterError` where what stands in the folder was begun with something else."""
        wrong = [name for name, value in self.settings.items() if standing.settings.get(name) != value]
        what = [f"other settings ({joined(wrong)})"] if wrong else []
        what += ["another corpus, or it has changed"] if standing.files != self.files else []
        what += ["other code, lexicon or processes"] if standing.code != self.code else []
        if what:
            raise ParameterError(f"{shown(folder)} holds a scan of {joined(what)}; {_ANEW}")


class Kept:
    """A folder that holds a scan, or is to hold one."""

    def __init__(self, folder: Path):
        self.folder = folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """A block in which no other scan writes to the folder; raises `ParameterError` where one does."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise ParameterError(f"--out={self.folder}: this is a file; give a folder") from None
        handle = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            try:
                atomic.hold(handle, wait=False)
            except BlockingIOError:
                raise ParameterError(f"another scan writes to {shown(self.folder)}; wait for it to end") from None
            except OSError:
                pass  # a system without locks
            yield
        finally:
            os.close(handle)

    def plan(self) -> Plan | None:
        """The plan that stands there, None where there is none; raises `ParameterError` for one of another kind."""
        try:
            told = json.loads(read_regular(self.folder / PLAN))
            if told["format"] != _FORMAT:
                raise ValueError
            files = tuple(CorpusFile(**each) for each in told["files"])
            return Plan(
                settings=told["settings"],
                code=told["code"],
                files=files,
                partitions=tuple(_partition(each, files, number) for number, each in enumerate(told["partitions"])),
                faults=tuple(Fault(**each) for each in told["faults"]),
            )
        except FileNotFoundError:
            ours = (STATEMENTS, MENTIONS, PARTS)
            if any(not path.name.startswith(".") and path.name not in ours for path in self.folder.iterdir()):
                raise ParameterError(
                    f"{shown(self.folder)} holds other files, and no scan; give a folder of its own"
                ) from None
            return None
        except (ValueError, KeyError, TypeError):
            raise ParameterError(f"{shown(self.folder / PLAN)} cannot be read as a plan; {_ANEW}") from None

    def begin(self, plan: Plan) -> None:
        """Write down what the scan begins with."""
        for name in (STATEMENTS, MENTIONS, PARTS):
            (self.folder / name).mkdir(exist_ok=True)
        places = {file: place for place, file in enumerate(plan.files)}
        told = {
            "format": _FORMAT,
            "settings": plan.settings,
            "code": plan.code,
            "files": [asdict(file) for file in plan.files],
            "partitions": [
                [[places[file] for file in each.files], each.start, each.stop, each.line, each.sheet]
                for each in plan.partitions
            ],
            "faults": [asdict(fault) for fault in plan.faults],
        }
        atomic.replace(self.folder / PLAN, _json(told))

    def forget(self) -> None:
        """Remove what a scan has written, the plan first; what it did not write stays."""
        for pattern in (PLAN, f"{PARTS}/*.jsonl", f"{STATEMENTS}/*.parquet", f"{MENTIONS}/*.parquet", *RESULTS):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    def keep(self, found: Findings) -> None:
        """Put what a partition holds in its place: its tables first, then what says that it is done."""
        name = _name(found.number)
        atomic.replace(self.folder / STATEMENTS / f"{name}.parquet", found.statements)
        atomic.replace(self.folder / MENTIONS / f"{name}.parquet", found.mentions)
        head = {
            "rows": found.rows,
            "bytes": {STATEMENTS: len(found.statements), MENTIONS: len(found.mentions)},
            "months": dict(sorted(found.months.items())),
            "counts": [[*key, count] for key, count in sorted(found.counts.items())],
            "faults": [asdict(fault) for fault in found.faults],
        }
        lines = [head, *([*key, *sums] for key, sums in sorted(found.groups.items()))]
        atomic.replace(self.folder / PARTS / f"{name}.jsonl", b"".join(_json(line) for line in lines))

    def is_done(self, number: int) -> bool:
        """Whether a partition was read, and its tables are in their places."""
        name = _name(number)
        try:
            told = self.head(number)["bytes"]
            return all((self.folder / each / f"{name}.parquet").stat().st_size == told[each] for each in told)
        except (OSError, ValueError, KeyError):
            return False

    def head(self, number: int) -> dict:
        """What a partition tells of itself: rows, documents by month, counts, faults."""
        with open(self.part(number), "rb") as file:
            return json.loads(file.readline())

    def part(self, number: int) -> Path:
        """The file of what a partition adds to the sums."""
        return self.folder / PARTS / f"{_name(number)}.jsonl"


RESULTS = ("index.csv", "counts.csv", "faults.csv", "scan.json")


def _name(number: int) -> str:
    return f"part-{number:06}"


def _partition(told: list, files: tuple[CorpusFile, ...], number: int) -> Partition:
    places, start, stop, line, sheet = told
    known = Sheet(sheet[0], tuple(sheet[1])) if sheet else None
    return Partition(number, tuple(files[place] for place in places), start, stop, line, known)


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=True).encode() + b"\n"
