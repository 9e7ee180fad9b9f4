"""Every fault of a process folder in one run: `check`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from communique.errors import Fault
from communique.process.checks import briefs, expectations, names, readings, sources, timing
from communique.process.description import FILE
from communique.process.folder import Folder, cell_faults, find, key_faults, read_folder, reference_faults
from communique.process.schema import OPTIONAL, TABLES

__all__ = ["check"]

MOST_TOLD = 2_000  # faults of one column: a file with more has one trouble, not thousands
ACROSS_TABLES = (timing, sources, readings, expectations, briefs, names)


def check(process: str | Path) -> list[Fault]:
    """Every fault of a process, in the order of files and lines; an empty list where there is none.

    Where a column has very many (`MOST_TOLD`), the rest are counted.

    Parameters
    ----------
    process : str or Path
        The name of a process, or the folder that holds one.

    Raises
    ------
    ParameterError
        There is no such process or folder. What the files hold raises nothing.
    """
    folder = read_folder(find(process))
    return sorted(set(_some(_all(folder))))


def _all(folder: Folder) -> Iterator[Fault]:
    yield from folder.faults
    yield from _name_of_folder(folder)
    for table in (TABLES | OPTIONAL).values():
        yield from key_faults(folder, table)
        for column in table.columns:
            yield from cell_faults(folder, table, column)
            if column.refers_to:
                yield from reference_faults(folder, table, column)
    for rules in ACROSS_TABLES:
        yield from rules.faults(folder)


def _some(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield the faults, but of a column's no more than somebody could mend, and how many more there are."""
    told: Counter[tuple[str, str]] = Counter()
    for fault in faults:
        place = fault.path, fault.column
        told[place] += 1
        if told[place] <= MOST_TOLD:
            yield fault
    for (path, column), number in told.items():
        if number > MOST_TOLD:
            problem = f"{number - MOST_TOLD:,} more faults like those told of"
            yield Fault(path, 0, column, problem, "mend these, and check again")


def _name_of_folder(folder: Folder) -> Iterator[Fault]:
    """Yield a fault where the process has another id than its folder, by which commands know it."""
    description = folder.description
    name = folder.path.resolve().name
    if description is not None and description.id and description.id != name:
        problem = f"the id is {description.id!r}, the folder is called {name!r}"
        line = description.lines.get("id", 0)
        yield Fault(folder.where(FILE), line, "id", problem, f"write {name}, or rename the folder")
