"""Every fault of a process folder in one run: `check`."""

from collections.abc import Iterator
from pathlib import Path

from communique.errors import Fault
from communique.process.checks import briefs, expectations, names, readings, sources, timing
from communique.process.description import FILE
from communique.process.folder import Folder, cell_faults, find, key_faults, read_folder, reference_faults
from communique.process.schema import OPTIONAL, TABLES

__all__ = ["check"]

ACROSS_TABLES = (timing, sources, readings, expectations, briefs, names)


def check(process: str | Path) -> list[Fault]:
    """Every fault of a process, in the order of files and lines; an empty list where there is none.

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
    faults = [*folder.faults, *_name_of_folder(folder)]
    for table in (TABLES | OPTIONAL).values():
        faults += key_faults(folder, table)
        for column in table.columns:
            faults += cell_faults(folder, table, column)
            if column.refers_to:
                faults += reference_faults(folder, table, column)
    for rules in ACROSS_TABLES:
        faults += rules.faults(folder)
    return sorted(set(faults))


def _name_of_folder(folder: Folder) -> Iterator[Fault]:
    """Yield a fault where the process has another id than its folder, by which commands know it."""
    description = folder.description
    name = folder.path.resolve().name
    if description is not None and description.id and description.id != name:
        problem = f"the id is {description.id!r}, the folder is called {name!r}"
        line = description.lines.get("id", 0)
        yield Fault(folder.where(FILE), line, "id", problem, f"write {name}, or rename the folder")
