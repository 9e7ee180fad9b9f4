"""Who reads the partitions: processes of this machine, or a Dask cluster that exists already."""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any, Protocol

from communique import signals
from communique.errors import CommuniqueError, ParameterError
from communique.scan.code import OtherCode

ATTEMPTS = 3  # times a partition is read before it counts as failed
AHEAD = 2  # partitions a worker may be ahead: what bounds the memory of who keeps what they find
PATIENCE = 60  # seconds for a worker to join a cluster


@dataclass
class Job:
    """A call to be made, by a key that is the caller's; ``tries`` is how often it has failed."""

    key: Any
    arguments: tuple
    tries: int = 0


@dataclass(frozen=True)
class Outcome:
    """What came of a job: a value, or the error of its last try."""

    job: Job
    value: Any = None
    error: BaseException | None = None


class Workers(Protocol):
    """Whoever makes calls: ``each`` yields an outcome for every job, in the order in which they end."""

    def each(self, function: Callable, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job."""

    def __enter__(self) -> "Workers": ...

    def __exit__(self, *exception) -> None: ...


def workers(number: int | None = None, scheduler: str | None = None) -> Workers:
    """The workers asked for: a cluster by the address of its scheduler, else so many processes of this machine.

    Without a number there is one for each core that this process may use; 0 is this process itself.
    """
    if scheduler is not None:
        return Cluster(scheduler)
    return Processes(_cores() if number is None else number) if number != 0 else Here()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Here:
    """This process, one job after the other."""

    def __enter__(self) -> "Here":
        return self

    def __exit__(self, *exception) -> None:
        pass

    def each(self, function: Callable, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job."""
        for job in jobs:
            while True:
                try:
                    outcome = Outcome(job, function(*job.arguments))
                except Exception as error:
                    outcome = _failed(job, error)
                if outcome is not None:
                    yield outcome
                    break


class Processes:
    """A pool of processes of this machine; one that dies costs the others nothing but another start.

    Where a worker dies, nobody can say of which of the jobs under way. So each of them is done again by itself: the one
    that kills its worker then too has failed, and the others are done.
    """

    def __init__(self, number: int):
        self.number = number
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *exception) -> None:
        if self._pool is not None:
            if exception[0] is not None:  # nobody waits for what is under way
                for process in list((self._pool._processes or {}).values()):
                    process.kill()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def each(self, function: Callable, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job, in the order in which they end."""
        waiting, suspects = deque(jobs), deque()
        while waiting or suspects:
            if suspects:
                job = suspects.popleft()
                outcomes, broken = self._together(function, deque([job]))
                if broken:
                    gone = BrokenProcessPool("reading it ends the worker; is there too little memory?")
                    outcomes = [outcome] if (outcome := _failed(job, gone)) else suspects.append(job) or []
                yield from outcomes
                continue
            under_way: dict[Future, Job] = {}
            try:
                while waiting or under_way:
                    self._submit(function, waiting, under_way)
                    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                        outcome = _of(future, under_way[future])  # raises before it is forgotten
                        job = under_way.pop(future)
                        if outcome is None:
                            waiting.append(job)
                        else:
                            yield outcome
            except BrokenProcessPool:
                suspects.extend(sorted(under_way.values(), key=lambda job: str(job.key)))
                self.__exit__(None)

    def _together(self, function: Callable, waiting: deque[Job]) -> tuple[list[Outcome], bool]:
        """The outcomes of jobs done now, and whether that broke the pool."""
        under_way: dict[Future, Job] = {}
        self._submit(function, waiting, under_way)
        outcomes = []
        try:
            for future, job in under_way.items():
                if (outcome := _of(future, job)) is None:
                    again, broken = self._together(function, deque([job]))
                    outcomes += again
                    if broken:
                        return outcomes, True
                else:
                    outcomes.append(outcome)
        except BrokenProcessPool:
            self.__exit__(None)
            return outcomes, True
        return outcomes, False

    def _submit(self, function: Callable, waiting: deque[Job], under_way: dict[Future, Job]) -> None:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.number, get_context("spawn"), initializer=_begin)
        while waiting and len(under_way) < AHEAD * self.number:
            job = waiting.popleft()
            try:
                under_way[self._pool.submit(function, *job.arguments)] = job
            except BrokenProcessPool:
                waiting.appendleft(job)
                raise


def _begin() -> None:
    signals.end_with(parent_process().pid)


def _of(future: Future, job: Job) -> Outcome | None:
    try:
        return Outcome(job, future.result())
    except BrokenProcessPool:
        raise
    except Exception as error:
        return _failed(job, error)


def _failed(job: Job, error: BaseException) -> Outcome | None:
    """The outcome of a job that failed; None where it is worth another try."""
    if isinstance(error, OtherCode):
        raise error
    job.tries += 1
    return Outcome(job, error=error) if job.tries >= ATTEMPTS or isinstance(error, CommuniqueError) else None


class Cluster:
    """A Dask cluster by the address of its scheduler; Dask itself takes care of workers that die or join."""

    def __init__(self, scheduler: str):
        self.scheduler = scheduler
        self._client: Any = None

    def __enter__(self) -> "Cluster":
        from distributed import Client

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what becomes of a job is told by its outcome
        try:
            self._client = Client(self.scheduler, timeout=PATIENCE / 2, set_as_default=False)
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            self.__exit__()
            raise ParameterError(
                f"no worker has joined {self.scheduler} in {PATIENCE} s; start some with `dask worker {self.scheduler}`"
            ) from None
        except (OSError, ValueError, ImportError) as error:
            self.__exit__()
            raise ParameterError(
                f"there is no scheduler at {self.scheduler} ({error}); start one with `dask scheduler`"
            ) from None
        return self

    def __exit__(self, *exception) -> None:
        if self._client is not None:
            self._client.close(timeout=5)
            self._client = None

    def each(self, function: Callable, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job, in the order in which they end."""
        from distributed import as_completed

        waiting, under_way = deque(jobs), {}
        ended = as_completed(loop=self._client.loop)
        while waiting or under_way:
            threads = sum(self._client.nthreads().values())
            while waiting and len(under_way) < max(1, AHEAD * threads):
                job = waiting.popleft()
                future = self._client.submit(function, *job.arguments, pure=False, retries=ATTEMPTS - 1)
                under_way[future] = job
                ended.add(future)
            future = next(ended)
            job = under_way.pop(future)
            if future.status in ("cancelled", "lost"):
                raise CommuniqueError(f"the scheduler at {self.scheduler} is gone; run the scan again, and it goes on")
            if (error := future.exception()) is None:
                yield Outcome(job, future.result())
            elif isinstance(error, OtherCode):
                raise error
            else:
                yield Outcome(job, error=error)
            future.release()
