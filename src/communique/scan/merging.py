"""What the partitions of a scan add up to: an index over month, process and speaker, counts, faults, and the sum."""

import csv
import heapq
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from communique.commitment import FAMILIES, STATUSES
from communique.errors import Fault
from communique.files import atomic
from communique.measures.net_index import index_of
from communique.scan.keeping import Kept, Plan
from communique.scan.partition import SUMS

INDEX = ("month", "process", "speaker", *SUMS, "index", "open_share")
COUNTS = ("month", "process", "family", "status", "n")
FAULTS = ("file", "line", "column", "problem", "remedy")
_OPEN = 64  # files read at a time
Row = list  # month, process, speaker, and the sums


def merge(kept: Kept, plan: Plan, done: Sequence[int], failed: Sequence[Fault]) -> list[Fault]:
    """Write the results of the partitions that are done, the same whoever read them; gives all faults in order."""
    counts, months, rows = Counter(), Counter(), Counter()
    faults = [*plan.faults]
    for number in done:
        head = kept.head(number)
        counts.update({tuple(key): count for *key, count in head["counts"]})
        months.update(head["months"])
        rows.update(head["rows"])
        faults += [Fault(**each) for each in head["faults"]]
    faults = sorted([*faults, *failed])
    with tempfile.TemporaryDirectory(dir=kept.folder, prefix=".merging-") as scratch:
        groups = _added([kept.part(number) for number in done], Path(scratch), skip=1)
        atomic.replace(kept.folder / "index.csv", _csv(INDEX, map(_indexed, filter(_mentions, groups))))
    atomic.replace(kept.folder / "counts.csv", _csv(COUNTS, _in_order(counts)))
    listed = ([each.path, each.line or "", each.column, each.problem, each.remedy] for each in faults)
    atomic.replace(kept.folder / "faults.csv", _csv(FAULTS, listed))
    told = {
        "settings": plan.settings,
        "code": plan.code,
        "files": [{"name": file.name, "bytes": file.size} for file in plan.files],
        "partitions": {"all": len(plan.partitions), "read": len(done)},
        "documents": sum(months.values()),
        "documents_by_month": dict(sorted(months.items())),
        **rows,
        "faults": len(faults),
    }
    atomic.replace(kept.folder / "scan.json", json.dumps(told, indent=1).encode() + b"\n")
    return faults


def _added(paths: list[Path], scratch: Path, skip: int) -> Iterator[Row]:
    """Yield the rows of sorted files with those of one key added up, in order.

    However many files there are, `_OPEN` are read at a time, a line of each: larger numbers are added in rounds.
    """
    level = 0
    while len(paths) > _OPEN:
        level += 1
        later = []
        for start in range(0, len(paths), _OPEN):
            path = scratch / f"{level}-{start}.jsonl"
            with open(path, "w", encoding="ascii") as file:
                rows = _together(paths[start : start + _OPEN], skip)
                file.writelines(json.dumps(row) + "\n" for row in rows)
            later.append(path)
        paths, skip = later, 0
    yield from _together(paths, skip)


def _together(paths: Iterable[Path], skip: int) -> Iterator[Row]:
    with ExitStack() as stack:
        files = [stack.enter_context(open(path, encoding="ascii")) for path in paths]
        for file in files:
            for _ in range(skip):
                file.readline()
        merged = heapq.merge(*(map(json.loads, file) for file in files), key=itemgetter(0, 1, 2))
        for key, rows in groupby(merged, key=itemgetter(0, 1, 2)):
            yield [*key, *map(sum, zip(*(row[3:] for row in rows), strict=True))]


def _mentions(row: Row) -> bool:
    """Whether anything was mentioned: speakers who never speak of progress would fill the index."""
    return sum(row[4:]) > 0


def _indexed(row: Row) -> Row:
    _, mentions, good, bad, open_, doubted, _ = row[3:]
    index = index_of(good, bad)
    share = (open_ + doubted) / mentions if mentions else None
    return [*row, "" if index != index else f"{index:.6f}", "" if share is None else f"{share:.6f}"]


def _in_order(counts: Counter) -> Iterator[list]:
    """Yield counts by month and process, families and statuses in the order of all charts."""
    families = list(FAMILIES)
    for key in sorted(counts, key=lambda key: (*key[:2], families.index(key[2]), STATUSES.index(key[3]))):
        yield [*key, counts[key]]


def _csv(head: Sequence[str], rows: Iterable[Sequence]):
    """What writes a table of CSV to a file, row by row."""

    def write(file: io.BufferedWriter) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
        text.detach()

    return write
