"""All reports of a process, or of all: those that are stale are built side by side, then the front page over them.

When all are up to date this needs no more than the standard library, and so answers at once.
"""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from communique.document.faces import FACES
from communique.errors import CommuniqueError, DataError, ParameterError, PublishError
from communique.files.paths import DESCRIPTION, data_folder, process_names, shown
from communique.files.publishing import publish, settle, turn, workshop, write
from communique.files.regular import open_regular
from communique.report import build, formats, planning
from communique.report.parameters import declared
from communique.report.staleness import Edition, Manifest, digest, fingerprint
from communique.report.workers import Heard, Job, Result, build_each

ALL = "all"
INDEX = "index.html"


@dataclass
class Outcome:
    """What became of a call: the jobs that were up to date, how the others ended, the front page, the seconds."""

    fresh: list[Job]
    results: list[Result] = field(default_factory=list)
    index: Path | None = None
    index_error: CommuniqueError | None = None  # why there is no new front page
    seconds: float = 0.0

    @property
    def failed(self) -> list[Result]:
        """The results of reports that were not built, in the order of processes and rounds."""
        return sorted((each for each in self.results if each.error), key=lambda each: each.job.place)

    @property
    def exit_code(self) -> int:
        """The highest of the codes that the failures stand for; 0 where there is none."""
        errors = [each.error for each in self.failed] + [self.index_error] * bool(self.index_error)
        return max((error.exit_code for error in errors), default=0)

    def complaints(self) -> Iterator[str]:
        """Yield a line per report or page that failed, with why; faults in the data are listed once per process."""
        told = set()
        for each in self.failed:
            job, error = each.job, each.error
            if not isinstance(error, DataError):
                there = any((job.folder / f"{job.name}{face.suffix}").is_file() for face in FACES.values())
                stays = "; its last good edition stays" if there else ""
                yield f"communique: {job.key}: {error}{stays}"
            elif job.process not in told:
                told.add(job.process)
                yield from map(str, error.faults)
                yield f"communique: {job.process}: {reason(error)}; its reports stay as they were"
        if self.index_error:
            yield f"communique: {INDEX}: {self.index_error}"


def reports(
    process: str | None = None,
    *,
    jobs: int | None = None,
    output: Path | None = None,
    asked: tuple[str, ...] = formats.USUAL,
    timeout: int = build.TIMEOUT,
    heard: Heard = lambda job, done, total: None,
    planned: Callable[[list[Job]], None] = lambda stale: None,
    ended: Callable[[Result], None] = lambda result: None,
) -> Outcome:
    """Build what is stale of the reports of a process, or of "all", and the front page over all processes.

    Parameters
    ----------
    process
        Name of the process, or "all"; without one, that which the notebook for rounds declares.
    jobs
        How many reports to build at a time; as many as there are cores to run on where not given.
    output
        The folder of the reports; each process has one of its own within it.
    asked
        The formats they are asked for in, see `formats`; a report that lacks one is stale.
    timeout
        Seconds a cell may take.
    heard, planned, ended
        Told how far a report is, which reports are stale before any is built, and how each of them ended.

    Raises
    ------
    ParameterError
        Where there is no such process.
    PublishError
        Where the manifest could not be written.
    """
    started = monotonic()
    root = (output or planning.REPORTS).resolve()
    known = process_names()
    wanted = _wanted(process, known)
    for folder in [root, *(root / name for name in known)]:
        settle(folder)
    manifest = Manifest.read(root)
    all_jobs = _all_jobs(root, asked)
    fresh = [job for job in _fresh(all_jobs, manifest) if _is_complete(job, manifest)]
    outcome = Outcome([job for job in fresh if job.process in wanted])
    stale = [job for name in wanted for job in all_jobs[name] if job not in fresh]
    try:
        if stale:
            planned(stale)
            root.mkdir(parents=True, exist_ok=True)
            for folder in {job.folder for job in stale}:
                folder.mkdir(exist_ok=True)  # so that a report that fails does not take it from one that begins
            for result in build_each(_longest_first(stale), number=jobs or _cores(), timeout=timeout, heard=heard):
                outcome.results.append(result)
                ended(result)
                _remember(result, root)
            all_jobs = _all_jobs(root, asked)  # data may have changed meanwhile
        try:
            outcome.index = _front_page(root, all_jobs)
        except CommuniqueError as error:  # what was built is worth telling all the same
            outcome.index_error = error
    except OSError as error:
        problem = f"cannot write {shown(Path(error.filename or root))}: {error.strerror or error}"
        raise PublishError(f"{problem}; free it or choose another folder with --output") from error
    finally:
        for folder in {job.folder for job in stale}:
            _remove_if_empty(folder)
    outcome.seconds = monotonic() - started
    return outcome


# --- what there is to build ------------------------------------------------------------------------------------------


def _wanted(process: str | None, known: list[str]) -> list[str]:
    """The names of the processes to report on."""
    if process is None:
        parameter = declared(planning.ROUND_NOTEBOOK).get("PROCESS")
        process = parameter.default if parameter else ALL
    if process == ALL:
        if not known:
            raise ParameterError(f"{shown(data_folder())} holds no process; a process is a folder with {DESCRIPTION}")
        return known
    if process not in known:
        from communique.process.folder import find

        find(process)  # says what there is
    return [process]


def _all_jobs(root: Path, asked: tuple[str, ...]) -> dict[str, list[Job]]:
    """The reports on every process, by its name."""
    return {name: list(jobs_of(name, root, asked)) for name in process_names()}


def _fresh(jobs: Mapping[str, list[Job]], manifest: Manifest) -> list[Job]:
    """The jobs whose reports are up to date."""
    return [job for each in jobs.values() for job in each if _is_fresh(job, manifest)]


def jobs_of(process: str, root: Path, asked: tuple[str, ...] = formats.USUAL) -> Iterator[Job]:
    """Yield the overview of a process, then each of its rounds.

    Of a process whose rounds cannot be told, only the overview: building it says what is wrong.
    """
    data = data_folder()
    rounds = _rounds(data / process)
    overview, of_round = planning.OVERVIEW_NOTEBOOK, planning.ROUND_NOTEBOOK
    for number in [None, *rounds]:
        notebook = overview if number is None else of_round
        given = {"PROCESS": process} | ({} if number is None else {"ROUND": number})
        folders = [data / each for each in [process, *_others(notebook, process, data)]]
        yield Job(process, number, notebook, root / process, fingerprint(notebook, given, folders), asked)


def _rounds(folder: Path) -> list[int]:
    """The numbers of the rounds, as far as they can be told without checking the data."""
    try:
        with io.TextIOWrapper(open_regular(folder / "rounds.csv"), encoding="utf-8-sig", newline="") as file:
            return sorted({int(row["round"]) for row in csv.DictReader(file)})
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        return []


def _others(notebook: Path, process: str, data: Path) -> list[str]:
    """Other processes that the defaults of a notebook name, as a round to compare with is named: "process:5"."""
    try:
        values = [each.default for each in declared(notebook).values()]
    except ParameterError:  # building says so
        return []
    named = {value.partition(":")[0] for value in values if isinstance(value, str) and ":" in value}
    return sorted(name for name in named - {process} if (data / name / DESCRIPTION).is_file())


def _is_fresh(job: Job, manifest: Manifest) -> bool:
    edition = manifest.editions.get(job.key)
    return edition is not None and edition.is_fresh(job.inputs, job.folder)


def _is_complete(job: Job, manifest: Manifest) -> bool:
    """Whether an edition that is up to date holds every format asked for, and every one that stands beside it."""
    wanted = formats.of_edition(job.formats, job.folder, job.name)
    return set(formats.file_names(wanted, job.name)) <= manifest.editions[job.key].files.keys()


def _longest_first(jobs: Iterable[Job]) -> list[Job]:
    """Overviews first: they take longest, and none should be left over when all else is done."""
    return sorted(jobs, key=lambda job: job.round is not None)


def _cores() -> int:
    """The cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- afterwards ------------------------------------------------------------------------------------------------------


def _remember(result: Result, root: Path) -> None:
    """Write down how a job ended at once, so that what was built is not built again after an interruption.

    Others may write down theirs: each reads what the manifest holds by now, and adds its own.
    """
    job = result.job
    with turn(root):
        manifest = Manifest.read(root)
        if result.report:
            paths = [*result.report.paths, *result.report.numbers]
            manifest.editions[job.key] = Edition.made(job.inputs, paths, result.date)
        else:
            manifest.failed(job.key, reason(result.error))
        manifest.write()


def reason(error: CommuniqueError) -> str:
    """Why a report failed, in one line."""
    if isinstance(error, DataError):
        number = len(error.faults)
        return f"the data have {number} {'fault' if number == 1 else 'faults'}"
    return str(error)


def _forget(manifest: Manifest, jobs: Mapping[str, list[Job]]) -> None:
    """Forget the reports on what is no longer in the data; where the rounds cannot be told, none is forgotten."""
    for process in {key.partition("/")[0] for key in manifest.editions}:
        there = jobs.get(process, [])
        if process not in jobs or len(there) > 1:
            manifest.forget(process, but=[job.key for job in there])


def _front_page(root: Path, jobs: Mapping[str, list[Job]]) -> Path:
    """The front page over the reports there are by now, written where anything it tells has changed."""
    target = root / INDEX
    root.mkdir(parents=True, exist_ok=True)
    with turn(root):
        manifest = Manifest.read(root)
        before = manifest.text()
        _forget(manifest, jobs)
        outdated = manifest.editions.keys() - {job.key for job in _fresh(jobs, manifest)}
        told = Manifest(root, manifest.editions, {"outdated": " ".join(sorted(outdated))})
        made_from = fingerprint(Path(), {"state": told.text()}, [])
        if manifest.index != {"inputs": made_from, "digest": digest(target)}:
            from communique.report.front_page import front_page

            with workshop(root, "index", files=[INDEX]) as made:
                write(made, INDEX, front_page(manifest, outdated).encode("utf-8"))
                publish(made, root, [INDEX])
            manifest.index = {"inputs": made_from, "digest": digest(target)}
        if manifest.text() != before:
            manifest.write()
    return target


def _remove_if_empty(folder: Path) -> None:
    for each in (folder, folder.parent):
        try:
            each.rmdir()
        except OSError:
            return
