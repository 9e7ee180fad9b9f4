"""What a version of a process's data changed in the figures against the one before it, for those who cite the data.

The figures stand in ``CHANGES.md`` in the folder of the process, under the newest version between two marks; what was
mended is told there by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from communique import measures
from communique.errors import ParameterError
from communique.facts.overview import Survey
from communique.files import atomic
from communique.files.paths import shown
from communique.files.regular import read_regular
from communique.process.folder import Folder, read_folder
from communique.process.model import load
from communique.process.schema import TABLES, CsvTable
from communique.prose import signed

FILE = "CHANGES.md"
START, END = "<!-- figures -->\n", "<!-- end -->"
_NONE = "–"
_OUTCOMES = ("met", "partly", "missed", "open")


def write(folder: Path, before: Path) -> Path:
    """The ``CHANGES.md`` of a process with the figures of its newest version brought up to date.

    Parameters
    ----------
    folder
        That of the process, with the data as they are now.
    before
        The same process as the version before had it: its folder, or the data folder that it lies in.

    Raises
    ------
    ParameterError
        There is no ``CHANGES.md`` with a place for figures, or `before` does not hold the process.
    DataError
        The tables of one of the two cannot be read.
    """
    path = folder / FILE
    text = read_regular(path).decode("utf-8") if path.is_file() else ""
    opening, start, rest = text.partition(START)
    _, end, closing = rest.partition(END)
    if not start or not end:
        wanted = f"begin it with a heading for the version, below which stand {START.strip()} and {END}, each on a line"
        raise ParameterError(f"{shown(path)}: there is no place for figures; {wanted}")
    told = figures(folder, _same_process(before, folder.name))
    atomic.replace(path, f"{opening}{start}{told}{end}{closing}".encode())
    return path


def _same_process(before: Path, name: str) -> Path:
    """The folder of the process in what was given as the data before."""
    for each in (before / name, before):
        if each.name == name and each.is_dir():
            return each
    raise ParameterError(
        f"BEFORE={before}: there is no folder {name} in it; give the data folder of the version before"
    )


def figures(folder: Path, before: Path) -> str:
    """What changed between two folders of a process, as Markdown: rows, mentions and index by round, stages, outcomes.

    Where a figure changed both stand, the earlier first: "3 → 4". Both versions are read as reports read them today,
    and with the same names of places, so no difference comes from the code.
    """
    later = load(folder)
    old, new = Survey(replace(load(before), places=later.places)), Survey(later)
    rows = _table(["table", "rows", "added", "removed", "changed"], _rows(read_folder(before), read_folder(folder)))
    heading = ["round", "statements", "claimed", "denied", "open", "doubted", "index"]
    rounds = _table(heading, _both(_mentions(old), _mentions(new)))
    numbers = [str(number) for number in new.rounds["round"]]
    stages = _table(["stage in round", *numbers], _both(_stages(old, numbers), _stages(new, numbers)))
    outcomes = _table(["expectations", *_OUTCOMES], _both(_outcomes(old), _outcomes(new)))
    return f"\n{rows}\n{rounds}\n{stages}\n{outcomes}\n"


def _table(heading: list[str], rows: Iterable[list[str]]) -> str:
    """A Markdown table whose first column holds words, the others numbers."""
    rule = ["---"] + ["---:"] * (len(heading) - 1)
    lines = ([cell.replace("|", "\\|") for cell in cells] for cells in (heading, rule, *rows))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _both(old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield the rows of the new version, then those it no longer has; a cell that changed holds both."""
    width = len(next(iter((new or old).values()), []))
    for name in [*new, *(each for each in old if each not in new)]:
        pairs = zip(old.get(name, [_NONE] * width), new.get(name, [_NONE] * width), strict=True)
        yield [name, *(now if was == now else f"{was} → {now}" for was, now in pairs)]


# --- what is told -----------------------------------------------------------------------------------------------------


def _rows(old: Folder, new: Folder) -> Iterator[list[str]]:
    """Yield of each table how many rows it has, and how many came, went and were changed."""
    for table in TABLES.values():
        before, now = (_by_key(each, table) for each in (old, new))
        came_and_went = [now.keys() - before.keys(), before.keys() - now.keys()]
        same = _comparable(old, table)
        changed = [key for key in before.keys() & now.keys() if any(before[key][x] != now[key][x] for x in same)]
        counts = f"{len(before)} → {len(now)}" if len(before) != len(now) else str(len(now))
        yield [f"`{table.name}`", counts, *(str(len(each)) for each in (*came_and_went, changed))]


def _by_key(folder: Folder, table: CsvTable) -> dict[tuple[str, ...], dict[str, str]]:
    cells = folder.rows[table.name].cells
    rows = [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]
    return {tuple(row[name] for name in table.key): row for row in rows}


def _comparable(old: Folder, table: CsvTable) -> list[str]:
    """The columns of a table but those that came later: a column filled in for the first time changes no row."""
    cells = old.rows[table.name].cells
    return [name for name in table.names if set(cells[name]) - {table.defaults.get(name)} or name not in table.defaults]


def _mentions(survey: Survey) -> dict[str, list[str]]:
    """Of each round, and of all: statements, mentions by status, and the net language index."""
    rows_by_name = {}
    rounds = {f"{row.round}: {row.short}": row.round for row in survey.rounds.itertuples()}
    for name, number in (rounds | {"all": None}).items():
        spoken, mentions = (
            rows if number is None else rows.loc[rows["round"] == number] for rows in (survey.spoken, survey.mentions)
        )
        by_status = [str((mentions["status"] == status).sum()) for status in measures.STATUSES]
        index = measures.net_index(mentions)
        rows_by_name[name] = [str(len(spoken)), *by_status, _NONE if pd.isna(index) else signed(index)]
    return rows_by_name


def _stages(survey: Survey, numbers: Iterable[str]) -> dict[str, list[str]]:
    """Of each basket and other dimension the stage that reports show, round by round."""
    rows = survey.all_readings
    read = {
        (each, str(number)): str(stage)
        for each, number, stage in zip(rows["dimension"], rows["round"], rows["stage"], strict=True)
    }
    return {each: [read.get((each, number), _NONE) for number in numbers] for each in survey.process.ladders}


def _outcomes(survey: Survey) -> dict[str, list[str]]:
    """How many expectations of each outcome there are."""
    outcomes = survey.process.expectations["outcome"]
    return {"all": [str((outcomes == outcome).sum()) for outcome in _OUTCOMES]}
