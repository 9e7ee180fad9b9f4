"""Rows of the tables beside the statements, made at the desk: rounds, expectations and events.

A form for each follows its table in `schema`: what a statement tells already is not asked twice, an id is given in the
manner of those there are, and before anything is written the whole process is checked with the row in it.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from communique.desk import history
from communique.desk.statements import naming
from communique.desk.statements.accepting import DecisionRefused, Done, Problem
from communique.desk.statements.form import NEW, Form, source_row
from communique.desk.statements.validation import new_faults
from communique.desk.tablefile import appended, records, table
from communique.errors import Fault
from communique.files.journal import Files, transaction
from communique.process.schema import EVENTS, EXPECTATIONS, ROUNDS, SOURCES, STATEMENTS, CsvTable

ADDED = {each.name: each for each in (ROUNDS, EXPECTATIONS, EVENTS)}
CALLED = {"rounds": "round", "expectations": "expectation", "events": "event"}
_OF_STATEMENT = ("round", "date", "speaker")  # of an expectation: those of the statement that raised it
_COLUMNS = {each.file: each.names for each in (SOURCES, *ADDED.values())}
_USUAL = {each.file: each.defaults for each in ADDED.values()}
SOURCE_CELLS = ("source_ids", "source_id", "outcome_source_id")


def asked(name: str) -> list[str]:
    """The columns of a table that its form asks for: ids are given, and an expectation has much of its statement."""
    left_out = {"expectation_id", "event_id", *(_OF_STATEMENT if name == EXPECTATIONS.name else ())}
    return [column for column in ADDED[name].names if column not in left_out]


def suggested(name: str, files: Files, form: Mapping[str, object], statement: str = "") -> dict[str, str]:
    """What a new row may begin with, from the form of the candidate that is looked at and the `statement` it became."""
    day, source = str(form.get("date", "")), str(form.get("source", ""))
    if name == ROUNDS.name:
        number = 1 + max((_number(row["round"]) for row in table(files[ROUNDS.file])), default=0)
        return {"round": str(number), "short": f"Round {number}", "label": f"Round {number}", "start": day, "end": day,
                "source_ids": source}  # fmt: skip
    if name == EVENTS.name:
        return {"date": day, "weight": "2", "source_id": source}
    return {"statement_id": statement, "outcome": "open"}


def add_row(
    folder: Path, name: str, cells: Mapping[str, object], *, form: Form, coder: str, day: date
) -> tuple[Done, dict[str, str]]:
    """Enter a row into one of the tables of `ADDED`, and give what was done with the row as it stands.

    Parameters
    ----------
    folder
        That of the process.
    cells
        As filled in, by column. `NEW` in the place of a source means the new one of `form`, which is added too.
    form
        That of the candidate that is looked at.

    Raises
    ------
    DecisionRefused
        The row, or the source, would make the tables invalid.
    """
    declared = ADDED[name]
    given = {column: " ".join(str(cells.get(column) or "").split()) for column in declared.names}
    rows: dict[str, dict[str, str]] = {}
    with transaction(folder) as files:
        for column in SOURCE_CELLS:
            if given.get(column) == NEW:
                given[column] = rows.setdefault(SOURCES.file, source_row(form, files))["source_id"]
        row = _completed(declared, given, files)
        rows[declared.file] = row
        for file, added in rows.items():
            put = _with_round if file == ROUNDS.file else partial(appended, usual=_USUAL.get(file))
            files[file] = put(files[file], added, columns=_COLUMNS[file])
        if faults := new_faults(folder, files.changes):
            raise DecisionRefused(_problem(fault, declared) for fault in faults)
        entry = {"action": "add", "by": coder, "on": day.isoformat(), "rows": rows}
        history.add(files, entry)
    return Done("added", (), row[declared.key[0]]), row


def _completed(declared: CsvTable, given: dict[str, str], files: Files) -> dict[str, str]:
    """The row with what follows from the rest of it: its id, the sittings, what its statement tells."""
    row = {name: given[name] for name in declared.names}
    if declared is ROUNDS:
        return row | {"sittings": row["sittings"] or f"{row['start']}/{row['end']}"}
    rows = table(files[declared.file])
    if declared is EVENTS:
        return row | {"event_id": naming.numbered([each["event_id"] for each in rows], "E-01")}
    raised = (each for each in table(files[STATEMENTS.file]) if each["statement_id"] == row["statement_id"])
    told = next(raised, dict.fromkeys(_OF_STATEMENT, ""))
    row |= {name: told[name] for name in _OF_STATEMENT}
    known = [{"statement_id": each["expectation_id"], "round": each["round"]} for each in rows]
    return row | {"expectation_id": naming.statement_id(known, row["round"], first=("X", "-", 2))}


def _with_round(content: bytes, row: Mapping[str, str], *, columns: tuple[str, ...] = ()) -> bytes:
    """The table with a round in the place of its number, for rounds stand in order of time."""
    heading, *found = records(content)
    at = heading.cells.index("round")
    later = [each for each in found if _number(each.cells[at]) > _number(row["round"])]
    if not later or not row["round"].isdecimal():
        return appended(content, row, columns=columns)
    start = later[0].start
    made = appended(content[: heading.end], row)[heading.end :]
    return content[:start] + made + content[start:]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _problem(fault: Fault, declared: CsvTable) -> Problem:
    what = "; ".join(filter(None, (fault.problem, fault.remedy)))
    sentence = what[:1].upper() + what[1:] + "."
    own = fault.path == declared.file and fault.column in declared.names
    return Problem(f"row_{fault.column}" if own else "", f"{fault.column.replace('_', ' ').capitalize()}: {sentence}")
