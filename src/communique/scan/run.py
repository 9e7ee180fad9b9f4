"""A scan from its corpus to its results: planned or gone on with, read by workers, kept, added up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.errors import Fault, ParameterError
from communique.files.paths import process_names
from communique.process.folder import find
from communique.scan.code import fingerprint
from communique.scan.corpus import files_of
from communique.scan.cutting import SIZE, bundled, numbered
from communique.scan.keeping import Kept, Plan
from communique.scan.merging import merge
from communique.scan.partition import cut_here, read
from communique.scan.workers import Job, Workers, workers

Progress = Callable[[int, int], None]


@dataclass
class Scanned:
    """What a scan has done.

    ``partitions`` there are, of which ``before`` had been read by an earlier run; ``failed`` are those that could not
    be read after several tries. ``faults`` lists them and each text that could not be read.
    """

    folder: Path
    partitions: int = 0
    before: int = 0
    failed: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0, or 3 where something could not be read."""
        return 3 if self.faults else 0


def scan(
    corpus: str,
    out: str | Path,
    *,
    processes: Sequence[str] | None = None,
    scheduler: str | None = None,
    number: int | None = None,
    size: int = SIZE,
    anew: bool = False,
    progress: Progress | None = None,
) -> Scanned:
    """Read a corpus into a folder, or go on with what was broken off there.

    Parameters
    ----------
    corpus
        A file or a folder, on this machine or by a URL that fsspec knows.
    out
        The folder that gets the tables; it must hold nothing else.
    processes
        Names of the processes whose actors and rounds are looked for; by default all there are.
    scheduler
        The address of a Dask scheduler; without one, processes of this machine read.
    number
        How many processes; by default one for each core. 0 reads in this one.
    size
        Bytes of a partition.
    anew
        Whether to forget what stands in the folder.
    progress
        Called with the number of partitions done and that of all.

    Raises
    ------
    ParameterError
        Nothing can be read there; the folder holds a scan of something else, or another scan writes to it; there is no
        such process or scheduler.
    """
    names = tuple(process_names() if processes is None else processes)
    for name in names:
        find(name)
    if size < 1:
        raise ParameterError("a partition must have at least one byte")
    asked = Plan({"processes": list(names), "partition_bytes": size}, fingerprint(), tuple(files_of(corpus)))
    kept = Kept(Path(out))
    with kept.held():
        if anew:
            kept.forget()
        standing = kept.plan()
        if standing is not None:
            asked.refuse_other(standing, kept.folder)
        with workers(number, scheduler) as team:
            plan = standing or _planned(asked, size, team)
            if standing is None:
                kept.begin(plan)
            return _read(plan, names, kept, team, progress)


def _planned(asked: Plan, size: int, team: Workers) -> Plan:
    """The plan with its partitions, in order of the files."""
    tables = [file for file in asked.files if file.kind != "document"]
    jobs = [Job(place, (file, size, asked.code)) for place, file in enumerate(tables)]
    partitions, faults = {}, []
    for outcome in team.each(cut_here, jobs):
        if outcome.error is not None:
            raise outcome.error
        partitions[outcome.job.key], wrong = outcome.value
        faults += wrong
    documents = bundled((file for file in asked.files if file.kind == "document"), size)
    whole = [each for place in range(len(tables)) for each in partitions[place]]
    return Plan(asked.settings, asked.code, asked.files, tuple(numbered([*whole, *documents])), tuple(sorted(faults)))


def _read(plan: Plan, names: tuple[str, ...], kept: Kept, team: Workers, progress: Progress | None) -> Scanned:
    result = Scanned(kept.folder, len(plan.partitions))
    left = [each for each in plan.partitions if not kept.is_done(each.number)]
    result.before = done = result.partitions - len(left)
    failures = []
    if progress is not None:
        progress(done, result.partitions)
    for outcome in team.each(read, [Job(each.number, (each, names, plan.code)) for each in left]):
        if outcome.error is None:
            kept.keep(outcome.value)
        else:
            result.failed.append(outcome.job.key)
            failures.append(_told(outcome.job.arguments[0], outcome.error))
        done += 1
        if progress is not None:
            progress(done, result.partitions)
    result.failed.sort()
    read_ = [each.number for each in plan.partitions if each.number not in set(result.failed)]
    result.faults = merge(kept, plan, read_, failures)
    return result


def _told(partition, error: BaseException) -> Fault:
    """A partition that could not be read, as a fault of the file that it is of or begins with."""
    name = partition.files[0].name
    more = f" and {len(partition.files) - 1} more files" if len(partition.files) > 1 else ""
    what = " ".join(str(error).split()) or type(error).__name__
    problem = f"partition {partition.number}{more} could not be read ({what})"
    return Fault(name, partition.line if partition.start else 0, "", problem, "run the scan again to try it once more")
