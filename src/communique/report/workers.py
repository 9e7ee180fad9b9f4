"""Reports built side by side, each by a process of its own: one that fails or dies takes no other with it.

Where processes can be copied, all is imported once, by a process that does nothing else (`preloaded`), and each report
is built by a copy of it. Elsewhere a worker builds one report after the other, so that it pays its imports once.
Workers ignore the keyboard's interrupt and obey the request to end, as a build on its own does: kernels are stopped and
working folders removed.
"""

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from pathlib import Path

from communique import signals
from communique.errors import CommuniqueError, DataError, KernelDied
from communique.files import publishing
from communique.files.paths import OVERVIEW, round_name
from communique.report import formats, surroundings
from communique.report.build import Report, build
from communique.report.planning import Plan, plan_overview, plan_round

_PATIENCE = 60  # seconds a worker has to tidy up, on a machine with much else to do
Heard = Callable[["Job", int, int], None]  # told the cells a report has reached, and those it has in all


@dataclass(frozen=True)
class Job:
    """A report to build: the overview of a process, or that on one round."""

    process: str
    round: int | None
    notebook: Path
    folder: Path  # where it goes
    inputs: str  # fingerprint of all it depends on
    formats: tuple[str, ...] = formats.USUAL  # that it is asked for in

    @property
    def name(self) -> str:
        """What its files are called: "round-07"."""
        return OVERVIEW if self.round is None else round_name(self.round)

    @property
    def key(self) -> str:
        """What tells it from all other reports: "geneva/round-07"."""
        return f"{self.process}/{self.name}"

    @property
    def place(self) -> tuple[str, int]:
        """What puts jobs in order: a process's overview, then its rounds by number."""
        return self.process, -1 if self.round is None else self.round

    def plan(self) -> Plan:
        """The plan of the report; raises `ParameterError` or `DataError` where it cannot be built."""
        how = {"notebook": self.notebook, "output": self.folder, "asked": self.formats}
        if self.round is None:
            return plan_overview({"PROCESS": self.process}, **how)
        return plan_round({"PROCESS": self.process, "ROUND": self.round}, **how)


@dataclass(frozen=True)
class Result:
    """How a job ended: with a report and the date of its data, or with an error."""

    job: Job
    report: Report | None = None
    date: str = ""
    error: CommuniqueError | None = None


def build_each(jobs: Sequence[Job], *, number: int, timeout: int, heard: Heard) -> Iterator[Result]:
    """Yield how each job ended, as it ends; `number` of them are under way at a time.

    Where the data of a process have faults, none of its other reports is tried: all end with the same error.
    """
    waiting = deque(jobs)
    crew: list[_Worker] = []
    try:
        while waiting or any(worker.job for worker in crew):
            crew = [worker for worker in crew if worker.alive]
            while waiting and len(crew) < number:
                crew.append(_Worker())
            for worker in crew:
                if waiting and not worker.job:
                    worker.begin(waiting.popleft(), timeout)
            for result in _next_results(crew, heard):
                yield result
                if isinstance(result.error, DataError):
                    same = [job for job in waiting if job.process == result.job.process]
                    waiting = deque(job for job in waiting if job not in same)
                    yield from (Result(job, error=result.error) for job in same)
    finally:
        _dismiss(crew)


def _next_results(crew: Sequence["_Worker"], heard: Heard) -> Iterator[Result]:
    """Wait until a worker says something, and yield the results among what was said."""
    busy = {worker.pipe: worker for worker in crew if worker.job}
    for pipe in wait(busy):
        result = busy[pipe].listen(heard)
        if result is not None:
            yield result


class _Worker:
    """A process that builds reports, seen from the one that gives it jobs."""

    def __init__(self) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        self.is_copy = context.get_start_method() == "forkserver"
        given = (theirs, dict(os.environ), self.is_copy)
        self.process = context.Process(target=_serve, args=given, daemon=True)
        with _deaf_to_the_keyboard():
            self.process.start()
        theirs.close()
        self.job: Job | None = None
        self.alive = True

    def begin(self, job: Job, timeout: int) -> None:
        """Give it a job; a worker that died while idle will be heard of by `listen`."""
        self.job = job
        with contextlib.suppress(OSError):
            self.pipe.send((job, timeout))

    def listen(self, heard: Heard) -> Result | None:
        """Take what it says: how far the job is, which is passed on, or how it ended, which is returned."""
        job = self.job
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            return self._died()
        if isinstance(said, Result):
            self.job = None
            if self.is_copy:  # its work is done
                self.alive = False
                self.pipe.close()
                self.process.join()
            return said
        heard(job, *said)
        return None

    def _died(self) -> Result:
        job, self.job, self.alive = self.job, None, False
        self.process.join()
        self.pipe.close()
        publishing.clear(job.folder, job.name, process=self.process.pid)
        code = self.process.exitcode
        how = f"killed by signal {-code}" if code and code < 0 else f"ended with code {code}"
        return Result(job, error=KernelDied(f"the process that built it died ({how}); out of memory?"))


def _dismiss(crew: Sequence[_Worker]) -> None:
    """Let idle workers go, end the busy ones, and wait until all have tidied up."""
    for worker in crew:
        if worker.job:
            worker.process.terminate()
        with contextlib.suppress(OSError):
            worker.pipe.close()
    for worker in crew:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
            if worker.job:
                publishing.clear(worker.job.folder, worker.job.name, process=worker.process.pid)


@contextlib.contextmanager
def _deaf_to_the_keyboard() -> Iterator[None]:
    """A block in which processes are started that never hear Ctrl-C: the one that started them will end them."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _context() -> BaseContext:
    """What starts workers: the process that all are copies of, where there can be one, started where it is not yet."""
    if not surroundings.can_copy():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["communique.report.preloaded"])
    before = dict(os.environ)
    os.environ.update(surroundings.fixed())
    try:
        forkserver.ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)
    return context


# --- the worker itself -----------------------------------------------------------------------------------------------


def _serve(pipe: Connection, environment: dict[str, str], once: bool) -> None:
    """Build one report after the other, or only one, until there is nobody to build for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update(environment)
    if once:
        os.environ.update(surroundings.fixed())  # in which it was started
    with signals.in_good_order("SIGTERM"), contextlib.suppress(EOFError, OSError):
        signals.end_with(os.getppid(), signal.SIGTERM)
        while True:
            job, timeout = pipe.recv()
            pipe.send(_done(job, timeout, lambda *cells: pipe.send(cells)))
            if once:
                return


def _done(job: Job, timeout: int, progress: Callable[[int, int], None]) -> Result:
    """How the job ended."""
    try:
        plan = job.plan()
        report = build(plan, timeout=timeout, progress=progress)
        return Result(job, report, plan.date.isoformat())
    except CommuniqueError as error:
        return Result(job, error=error)
    except Exception as error:
        return Result(job, error=CommuniqueError(f"internal error: {type(error).__name__}: {error}"))
