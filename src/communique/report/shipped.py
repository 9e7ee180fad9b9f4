"""Reports built from the notebooks as they are shipped, whatever was tried in them and saved; what differs, in words.

``shipped.json`` remembers the values of parameters and a digest of each cell. A value saved in a parameters cell was
tried, and a build takes the one shipped; a cell that was edited is meant, and a build follows it and says so. Who means
a value for good renews the file: ``python -m communique.report.shipped``, then commits both.
"""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from communique.files import atomic
from communique.files.regular import read_regular
from communique.prose import joined

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"
NAMES = ("round.ipynb", "process.ipynb")  # those that reports are built from
FILE = Path(__file__).with_name("shipped.json")
NOTEBOOK = "NOTEBOOK"  # what a run is given beside its parameters where cells differ from those shipped
_LONGEST = 40  # characters of a cell's first line that name it


@dataclass(frozen=True)
class Differences:
    """How a notebook differs from the edition shipped; false where it does not.

    `values` holds each parameter's value as saved and as shipped, both as written in Python; `changed`, `added` and
    `left_out` name cells.
    """

    notebook: str
    values: Mapping[str, tuple[str, str]]
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values or self.edits)

    @property
    def edits(self) -> str:
        """The cells that a report follows though they are not as shipped: "changed: success; left out: slippage"."""
        parts = {"changed": self.changed, "added": self.added, "left out": self.left_out}
        return "; ".join(f"{what}: {joined(cells)}" for what, cells in parts.items() if cells)

    @property
    def line(self) -> str:
        """All that differs, in one line; empty where nothing does."""
        told = [
            f"{name} = {saved} is saved there, where {own} is shipped, and not used"
            for name, (saved, own) in self.values.items()
        ]
        told += [f"the report follows its cells, {self.edits}"] if self.edits else []
        return f"{self.notebook} is not as shipped: {'; '.join(told)}" if told else ""


def differences(notebook: Path) -> Differences:
    """What of a notebook differs from the edition shipped; nothing for one that is not shipped, or cannot be read."""
    edition = _edition(notebook)
    try:
        cells = json.loads(read_regular(notebook))["cells"] if edition else []
        now = {_key(cell, place): (_digest(cell), _name(cell, place)) for place, cell in enumerate(cells, start=1)}
        source = next((_source(cell) for cell in cells if _declares(cell)), "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Differences(notebook.name, {})
    if not edition:
        return Differences(notebook.name, {})
    own, kept = edition["parameters"], edition["cells"]
    values = {name: (text, own[name]) for name, text in _values(source).items() if name in own and text != own[name]}
    return Differences(
        notebook.name,
        values,
        changed=tuple(key for key, (digest, _) in now.items() if key in kept and digest != kept[key]),
        added=tuple(name for key, (_, name) in now.items() if key not in kept),
        left_out=tuple(key for key in kept if key not in now),
    )


def as_built(notebook: Path) -> dict[str, Any]:
    """The notebook as JSON with the values of its parameters as shipped: what a build runs.

    A notebook that is not shipped is as it is. Raises OSError and ValueError where it cannot be read.
    """
    raw = json.loads(read_regular(notebook))
    if edition := _edition(notebook):
        for cell in raw["cells"]:
            if _declares(cell):
                cell["source"] = with_values(_source(cell), edition["parameters"]).splitlines(keepends=True)
    return raw


def content(notebook: Path) -> str:
    """A digest of what a build makes of a notebook: of one that is shipped, neither tried values nor outputs count."""
    try:
        if not _edition(notebook):
            return sha256(read_regular(notebook)).hexdigest()
        raw = as_built(notebook)
        for cell in raw["cells"]:
            for name in ("outputs", "execution_count"):
                cell.pop(name, None)
        return sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def with_values(source: str, values: Mapping[str, str]) -> str:
    """Assignments with other values, each given as written in Python; what cannot be parsed stays as it is."""
    told = source.encode()
    starts = [0, *accumulate(map(len, told.splitlines(keepends=True)))]
    for name, node in reversed(list(_assigned(source))):
        if name in values:
            start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
            told = told[:start] + values[name].encode() + told[end:]
    return told.decode()


def _values(source: str) -> dict[str, str]:
    """The values assigned, as written in Python, by name."""
    return {name: ast.get_source_segment(source, node) or "" for name, node in _assigned(source)}


def _assigned(source: str) -> Iterator[tuple[str, ast.expr]]:
    """Yield name and value of each assignment to one name, in order; none where the source is not Python."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return
    for statement in body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value


# --- cells -----------------------------------------------------------------------------------------------------------


def _edition(notebook: Path) -> dict[str, Any] | None:
    """What is remembered of a notebook as shipped; None for any other."""
    if notebook.name not in NAMES or notebook.resolve().parent != NOTEBOOKS:
        return None
    return json.loads(FILE.read_text(encoding="utf-8"))[notebook.name]


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def _declares(cell: Mapping[str, Any]) -> bool:
    """Whether a cell declares the parameters."""
    return "parameters" in cell["metadata"].get("tags", ())


def _digest(cell: Mapping[str, Any]) -> str:
    """A digest of what a cell says and of its tags; of the one that declares parameters, without their values."""
    source = _source(cell)
    if _declares(cell):
        source = with_values(source, dict.fromkeys(_values(source), "..."))
    told = [cell["cell_type"], source, sorted(cell["metadata"].get("tags", ()))]
    return sha256(json.dumps(told).encode()).hexdigest()[:16]


def _key(cell: Mapping[str, Any], place: int) -> str:
    return cell.get("id") or f"cell {place}"


def _name(cell: Mapping[str, Any], place: int) -> str:
    """What a cell that was added is called: its place and first line."""
    first = next((line.strip() for line in _source(cell).splitlines() if line.strip()), "empty")
    return f"cell {place} ({first if len(first) <= _LONGEST else first[: _LONGEST - 1] + '…'})"


# --- the edition shipped ---------------------------------------------------------------------------------------------


def edition() -> dict[str, Any]:
    """The notebooks as they are now, as ``shipped.json`` remembers them."""
    told = {}
    for name in NAMES:
        cells = json.loads(read_regular(NOTEBOOKS / name))["cells"]
        (source,) = (_source(cell) for cell in cells if _declares(cell))
        told[name] = {
            "parameters": _values(source),
            "cells": {_key(cell, place): _digest(cell) for place, cell in enumerate(cells, start=1)},
        }
    return told


if __name__ == "__main__":
    atomic.replace(FILE, (json.dumps(edition(), indent=1) + "\n").encode("utf-8"))
