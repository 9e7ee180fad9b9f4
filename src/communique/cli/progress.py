"""Bars that follow a build on a terminal; in a pipe, nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.report.workers import Job, Result


@contextmanager
def cells(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """A block in which a bar follows the cells of a run: the function to tell of them, None without a terminal."""
    if not _on_a_terminal():
        yield None
        return
    with _bar(desc=name, unit=" cells") as bar:

        def reached(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield reached


@contextmanager
def documents(name: str) -> Iterator[Callable[[int, int, str], None] | None]:
    """A block in which a bar follows documents being read: the function to tell of them, None without a terminal."""
    if not _on_a_terminal():
        yield None
        return
    with _bar(desc=name, unit=" documents") as bar:

        def read(done: int, total: int, document: str) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield read


@contextmanager
def partitions(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """A block in which a bar follows partitions being read: the function to tell of them, None without a terminal."""
    if not _on_a_terminal():
        yield None
        return
    with _bar(desc=name, unit=" partitions") as bar:

        def read(done: int, total: int) -> None:
            if bar.total is None:
                bar.total, bar.initial, bar.n = total, done, done  # what an earlier run has read tells no speed
            bar.update(done - bar.n)

        yield read


class Reports:
    """One bar over many reports, which moves with every cell of each of them.

    The methods are those that `communique.report.many.reports` asks for.
    """

    def __init__(self) -> None:
        self.bar: Any = None
        self.parts: dict[str, float] = {}  # the part of each report that is done
        self.ended_already = 0

    def planned(self, stale: list["Job"]) -> None:
        """Begin, once it is known what there is to build."""
        if _on_a_terminal():
            self.bar = _bar(total=len(stale), desc="reports", bar_format="{desc} {percentage:3.0f}% |{bar}| {postfix}")
            self._move()

    def heard(self, job: "Job", done: int, total: int) -> None:
        """Move on: a report has reached a cell. What follows the last cell, rendering, counts as one more."""
        self.parts[job.key] = done / (total + 1)
        self._move()

    def ended(self, result: "Result") -> None:
        """Move on: a report was built or given up."""
        self.parts[result.job.key] = 1.0
        self.ended_already += 1
        self._move()

    def close(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.close()

    def _move(self) -> None:
        if self.bar is not None:
            self.bar.set_postfix_str(f"{self.ended_already} of {self.bar.total}", refresh=False)
            self.bar.update(sum(self.parts.values()) - self.bar.n)


def _on_a_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(**options: Any) -> Any:
    from tqdm import tqdm

    return tqdm(leave=False, file=sys.stderr, dynamic_ncols=True, **options)
