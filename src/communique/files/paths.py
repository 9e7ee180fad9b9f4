"""Where the data lie, for a checkout and an installed package; what processes, reports and paths are called."""

import os
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from communique.errors import ParameterError

DESCRIPTION = "process.yml"  # what makes a folder of the data folder that of a process
PROCESS_NAME = re.compile("[A-Za-z0-9_-]+")
OVERVIEW = "overview"  # what the report on a whole process is called among files
_ROUND = "round-"
_LONGEST = 40  # characters of a value within the name of a report
_MARK = Path("lexicon", "en.csv")


def data_folder() -> Path:
    """Folder that holds the processes and the lexicon, as an absolute path.

    The environment variable ``COMMUNIQUE_DATA`` decides where it is set. Else it is the ``data`` folder of the current
    folder or of the nearest parent that has one with a lexicon in it, else that of the checkout this file lies in.

    Raises
    ------
    ParameterError
        ``COMMUNIQUE_DATA`` names no folder, or no data folder is found.
    """
    named = os.environ.get("COMMUNIQUE_DATA")
    if named:
        folder = Path(named).expanduser().absolute()
        if not folder.is_dir():
            raise ParameterError(
                f"COMMUNIQUE_DATA names {named!r}, which is no folder; set it to the project's data folder"
            )
        return folder
    here = Path.cwd()
    for parent in (here, *here.parents, *Path(__file__).resolve().parents):
        if (parent / "data" / _MARK).is_file():
            return parent / "data"
    raise ParameterError(
        f"no data folder with {_MARK.as_posix()} at or above {here}; run inside the project or set COMMUNIQUE_DATA"
    )


def lexicon_folder() -> Path:
    """Folder of the words that texts are read with, in the data folder; raises as `data_folder` does."""
    return _lexicon_folder(os.environ.get("COMMUNIQUE_DATA"), os.getcwd())


@cache
def _lexicon_folder(told: str | None, here: str) -> Path:
    return (data_folder() / _MARK.parent).resolve()


def process_names(data: Path | None = None) -> list[str]:
    """Names of the processes in the folder `data`, in alphabetical order: its folders that hold a description."""
    folders = [each.parent.name for each in (data_folder() if data is None else Path(data)).glob(f"*/{DESCRIPTION}")]
    return sorted(name for name in folders if PROCESS_NAME.fullmatch(name))


def shown(path: Path) -> str:
    """A path as a reader would type it: from the current folder where it lies below it, else in full."""
    path, here = Path(os.path.abspath(path)), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def round_name(number: int) -> str:
    """What the report on a round is called among files: "round-07"."""
    return f"{_ROUND}{number:02d}"


def round_number(name: str) -> int | None:
    """The round that a report of that name tells of; None for an overview. Undoes `round_name`."""
    number = name.removeprefix(_ROUND)
    return int(number) if number != name and number.isdecimal() else None


def report_name(name: str, as_of: date | None, settings: Mapping[str, object] = MappingProxyType({})) -> str:
    """What a report is called among files, by what it tells, the day of which, and what is set otherwise than usual.

    "round-07-as-of-2017-07-31", "round-07-compare-to-brexit-5"; `settings` are parameters by name.
    """
    parts = [name, *([f"as-of-{as_of.isoformat()}"] if as_of else [])]
    return "-".join(parts + [f"{_in_a_name(key)}-{_in_a_name(value)}" for key, value in settings.items()])


def _in_a_name(value: object) -> str:
    """A value as part of a file's name; where letters alone do not tell it from others, a few digits of a hash do."""
    text = str(value)
    told = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-") or "none"
    plain = told == re.sub("[_.:]", "-", text.lower()) or not text
    return told if plain and len(told) <= _LONGEST else f"{told[:_LONGEST]}-{sha256(text.encode()).hexdigest()[:8]}"
