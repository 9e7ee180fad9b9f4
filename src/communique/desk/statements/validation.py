"""What a change would break, asked before it is made."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from communique.errors import Fault
from communique.process.description import FILE
from communique.process.schema import TABLES


def new_faults(folder: Path, changes: Mapping[str, bytes]) -> list[Fault]:
    """Faults that `communique.process.checks` finds in a process with these files changed and not in it as it stands.

    Parameters
    ----------
    folder
        That of the process; its files are read, not changed.
    changes
        New contents by file name; files that are no table of the process do not matter.
    """
    from communique.process.checks import check

    folder = Path(folder).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        staged = Path(scratch) / folder.name
        staged.mkdir()
        for name in (FILE, *(table.file for table in TABLES.values())):
            if name in changes:
                (staged / name).write_bytes(changes[name])
            elif (folder / name).exists():
                (staged / name).symlink_to(folder / name)
        after = check(staged)
    # Whether the tables are sound as they stand matters only where something is wrong afterwards.
    known = Counter(map(_apart_from_line, check(folder))) if after else Counter()
    found = []
    for fault in after:
        if known[_apart_from_line(fault)]:
            known[_apart_from_line(fault)] -= 1
        else:
            found.append(Fault(Path(fault.path).name, fault.line, fault.column, fault.problem, fault.remedy))
    return found


def _apart_from_line(fault: Fault) -> tuple[str, str, str]:
    # A row taken out moves all below it, whose old faults are no news.
    return Path(fault.path).name, fault.column, fault.problem
