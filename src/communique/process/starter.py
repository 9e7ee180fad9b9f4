"""A new process to fill in: a folder that passes every check, and whose report says that nothing is on record.

What is not known is not made up. A round needs days, a place and a source, so the one round there is has those that
were given, or says in so many words that they are to be filled in; its source has an address that leads nowhere.
"""

import csv
import io
import json
import os
import re
import tempfile
from datetime import date
from pathlib import Path
from string import Template

from communique.errors import ParameterError
from communique.files.paths import data_folder
from communique.process.cells import IDENTIFIER
from communique.process.description import FILE
from communique.process.schema import TABLES, CsvTable
from communique.prose import joined

_DESCRIPTION = Path(__file__).with_name("starter.yml")
_LONGEST = 60
# `all` is what commands call every process together; the other lies in the data folder beside processes.
_RESERVED = ("all", "lexicon")
_TO_FILL_IN = "to be filled in"
_SOURCE = "S-to-be-filled-in"
_NOWHERE = "https://to-be-filled-in.invalid/"  # .invalid is set apart for addresses that must lead nowhere (RFC 2606)


def new_process(
    name: str, *, title: str = "", start: str = "", end: str = "", venue: str = "", data: Path | None = None
) -> Path:
    """The folder of a new process, written whole or not at all.

    Parameters
    ----------
    name
        What the folder and the process are called: letters, digits, - and _.
    title
        The process as readers see it; the words of the name where none is given.
    start, end
        The first and last day of the first round, as YYYY-MM-DD; today, and the first day, where none is given.
    venue
        Where the first round is held.
    data
        The folder to write it to; the project's data folder where none is given.

    Raises
    ------
    ParameterError
        Where the name will not do or is taken, or what else is given cannot stand in the tables.
    """
    data = data_folder() if data is None else Path(data)
    _refuse(name, data)
    files = {FILE: _description(name, title)} | _tables(start=start, end=end, venue=venue)
    with tempfile.TemporaryDirectory(prefix=".new-process-", dir=data) as workshop:
        made = Path(workshop, name)  # of the same name, which is checked too
        made.mkdir()
        for file, text in files.items():
            # What a terminal could not decode goes back to the bytes it was, for the check to refuse.
            (made / file).write_bytes(text.encode("utf-8", "surrogateescape"))
        _refuse_faulty(made)
        try:
            os.rename(made, data / name)
        except OSError:
            _refuse(name, data)  # somebody was faster
            raise
    return data / name


def _refuse(name: str, data: Path) -> None:
    """Raise ParameterError where no process of that name can be made."""
    if not name:
        raise ParameterError("no name given; choose one for the new process, e.g. NAME=lake-orrin")
    if not IDENTIFIER.fullmatch(name):
        raise ParameterError(f"NAME={name}: a name is made of letters a-z, digits, - and _, with no - or _ in front")
    if len(name) > _LONGEST:
        raise ParameterError(f"NAME={name}: this is longer than {_LONGEST} characters; the title can be long instead")
    if name.casefold() in _RESERVED:
        raise ParameterError(f"NAME={name}: {joined(_RESERVED)} mean something else here; choose another name")
    # Two names that differ in capitals alone are one folder on some systems.
    taken = [each.name for each in data.iterdir() if each.name.casefold() == name.casefold()]
    if taken:
        raise ParameterError(f"NAME={name}: {data.name}/{taken[0]} exists, and is left as it is; choose another name")


def _refuse_faulty(folder: Path) -> None:
    """Raise ParameterError with the first fault of the folder, where it has one."""
    from communique.process.checks import check

    given = ("title", "start", "end", "venue")
    faults = sorted(check(folder), key=lambda fault: given.index(fault.column) if fault.column in given else len(given))
    if faults:
        option = f"--{faults[0].column}: " if faults[0].column in given else ""
        raise ParameterError(f"{option}{faults[0].problem}; {faults[0].remedy}")


def _description(name: str, title: str) -> str:
    """The text of ``process.yml``, with the comments that explain it."""
    words = " ".join(title.split()) or " ".join(re.split("[-_]+", name.strip("-_"))).title()
    # A JSON string is a YAML string, whatever quotation marks and colons it holds; so is a name like 2017 or no.
    filled = {"id": json.dumps(name), "title": json.dumps(words, ensure_ascii=False)}
    return Template(_DESCRIPTION.read_text(encoding="utf-8")).substitute(filled)


def _tables(*, start: str, end: str, venue: str) -> dict[str, str]:
    """The text of each table by file: headings, and in two of them the first round and its source."""
    missing = [what for what, given in (("dates", start), ("place", venue), ("source", "")) if not given]
    first = start or end or date.today().isoformat()
    last = end or first
    rounds = {
        "round": "1",
        "short": "Round 1",
        "label": "Round 1",
        "start": first,
        "end": last,
        "sittings": f"{first}/{last}",
        "venue": " ".join(venue.split()) or _TO_FILL_IN,
        "headline": f"Nothing is on record yet; still {_TO_FILL_IN}: {joined(missing)} of this round",
        "source_ids": _SOURCE,
    }
    sources = {
        "source_id": _SOURCE,
        "publisher": _TO_FILL_IN,
        "title_kind": "unknown",
        "url": _NOWHERE,
        "kind": "other",
        "language": "en",
    }
    rows = {"rounds": [rounds], "sources": [sources]}
    return {table.file: _csv(table, rows.get(table.name, [])) for table in TABLES.values()}


def _csv(table: CsvTable, rows: list[dict[str, str]]) -> str:
    """A table as the text of its file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, table.names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
