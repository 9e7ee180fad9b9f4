"""Whether the tables of a process were changed beside a desk: by another desk, by hand, by git."""

from pathlib import Path

from communique.process.schema import TABLES

Stamps = list[tuple[int, int]]


def stamps(folder: Path, *tables: str) -> Stamps:
    """What tells the tables as they are from what they were: when each was written, and how long it is.

    Of all tables, where none is named.
    """
    files = [folder / TABLES[name].file for name in tables or TABLES]
    return [(status.st_mtime_ns, status.st_size) for status in (file.stat() for file in files if file.exists())]
