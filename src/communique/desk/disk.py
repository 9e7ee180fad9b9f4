"""What a person at the desk is told where the disk takes no more: what is kept, and what to do."""

from pathlib import Path

from communique.files.journal import FOLDER, JOURNAL
from communique.files.paths import shown


def refused(folder: Path, error: OSError) -> str:
    """In sentences, that something of a process could not be read or written, what is kept, and what would help."""
    where = shown(error.filename) if isinstance(error.filename, str | Path) else shown(folder)
    problem = f"{where}: {error.strerror or error}."
    if (folder / FOLDER / JOURNAL).exists():
        return f"{problem} Your change is kept and will be entered with the next one: free the disk, and go on."
    kept = "Nothing has changed in the tables, and what you filled in stays as it is"
    return f"{problem} {kept}: free the disk, and do it again."
