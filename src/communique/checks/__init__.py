"""Every fault of a process folder in one run: `check`."""

from collections.abc import Iterator
from pathlib import Path

from communique.cells import value_or_fault
from communique.checks import expectations, names, readings, sources, timing
from communique.errors import Fault
from communique.folder import Folder, key_faults, read_folder, reference_faults
from communique.process import find
from communique.processfile import FILE
from communique.schema import TABLES, Table

__all__ = ["check"]

ACROSS_TABLES = (timing, sources, readings, expectations, names)


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
    for table in TABLES.values():
        faults += _cell_faults(folder, table)
        faults += key_faults(folder, table)
        for column in table.columns:
            if column.refers_to:
                faults += reference_faults(folder, table, column)
    for rules in ACROSS_TABLES:
        faults += rules.faults(folder)
    return sorted(set(faults))


def _cell_faults(folder: Folder, table: Table) -> Iterator[Fault]:
    """Yield the faults of single cells, as the table's pandera schema finds them."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    from communique.schema import table_schema

    rows = folder.rows.get(table.name)
    if rows is None:
        return
    frame = pd.DataFrame(rows.cells, index=pd.Index(rows.lines, dtype="int64"), dtype="object")
    try:
        table_schema(table, rows.cells).validate(frame, lazy=True)
    except SchemaErrors as errors:
        where = folder.where(table.file)
        for found in errors.schema_errors:
            column = table[found.schema.name]
            for line, text in found.failure_cases[["index", "failure_case"]].itertuples(index=False):
                _, wrong = value_or_fault(column, text)
                yield Fault(where, int(line), column.name, wrong.problem, wrong.remedy)


def _name_of_folder(folder: Folder) -> Iterator[Fault]:
    """Yield a fault where the process has another id than its folder, by which commands know it."""
    description = folder.description
    name = folder.path.resolve().name
    if description is not None and description.id and description.id != name:
        problem = f"the id is {description.id!r}, the folder is called {name!r}"
        line = description.lines.get("id", 0)
        yield Fault(folder.where(FILE), line, "id", problem, f"write {name}, or rename the folder")
