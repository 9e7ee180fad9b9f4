"""What describes the data to people and machines, made from the declaration of the tables.

``python -m communique.process.datapackage`` rewrites ``data/datapackage.json`` (a Frictionless Data Package, version
2.0) and the tables of columns in ``data/README.md``; run it after a change of `schema.TABLES` or of a ``process.yml``.
"""

import csv
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from communique.errors import CommuniqueError, DataError
from communique.files.paths import data_folder, process_names
from communique.process.cells import DAY, DUE_ROUND, IDENTIFIER, LANGUAGE, MONTH
from communique.process.description import FILE, Description, read_description
from communique.process.schema import LIST_SEPARATOR, OPTIONAL, TABLES, CsvColumn, CsvTable

NAME = "datapackage.json"
TYPES = {
    "id": {"type": "string", "constraints": {"pattern": IDENTIFIER.pattern}},
    "text": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "day": {"type": "date", "format": "%Y-%m-%d"},
    "month": {"type": "string", "constraints": {"pattern": f"{MONTH.pattern}|{DAY.pattern}"}},
    "choice": {"type": "string"},
    "language": {"type": "string", "constraints": {"pattern": LANGUAGE.pattern}},
    "list": {"type": "list", "delimiter": LIST_SEPARATOR, "itemType": "string"},
    "intervals": {"type": "list", "delimiter": LIST_SEPARATOR, "itemType": "string"},
    "due": {"type": "string", "constraints": {"pattern": f"{DAY.pattern}|{DUE_ROUND.pattern}"}},
}
_WORDS = {
    "id": "id",
    "text": "text",
    "url": "web address",
    "integer": "whole number",
    "day": "date",
    "month": "date, or year and month",
    "choice": "",
    "language": "two letters",
    "list": "list",
    "intervals": "list of `start/end`",
    "due": "date, or `round:N`",
}


def package(data: Path) -> dict:
    """The description of all processes in the folder `data`, as a Data Package.

    Raises `DataError` where a ``process.yml`` cannot be read, with its faults.
    """
    described = [(name, _described(data / name / FILE)) for name in process_names(data)]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "communique",
        "title": "Communiqué: statements, readings and expectations of negotiations, round by round",
        "description": "The tables of each process, coded from public sources. README.md is the codebook.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0 International",
            }
        ],
        "resources": [
            resource(name, description, _as_is(table, data / name / table.file))
            for name, description in described
            for table in (TABLES | OPTIONAL).values()
            if table.name in TABLES or (data / name / table.file).exists()
        ],
    }


def _as_is(table: CsvTable, path: Path) -> CsvTable:
    """The table with the columns its file has: those that a file may lack are described where they are there."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        heading = next(csv.reader(file), [])
    kept = tuple(column for column in table.columns if column.default is None or column.name in heading)
    return replace(table, columns=kept)


def _described(path: Path) -> Description:
    description, faults, _ = read_description(path, shown=str(path))
    if description is None:
        raise DataError(faults)
    return description


def resource(process: str, description: Description, table: CsvTable) -> dict:
    """The description of one table of one process, with its Table Schema."""
    schema: dict[str, object] = {
        "fields": [_field(column, table, description) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if keys := [_foreign_key(process, column) for column in table.columns if _is_foreign(column)]:
        schema["foreignKeys"] = keys
    return {
        "name": f"{process}-{table.name}",
        "path": f"{process}/{table.file}",
        "type": "table",
        "title": f"{description.title}: {table.name}",
        "description": table.row,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: CsvColumn, table: CsvTable, description: Description) -> dict:
    known = TYPES[column.kind]
    constraints: dict[str, object] = {"required": True} if column.required else {}
    constraints |= {"unique": True} if table.key == (column.name,) else {}
    constraints |= known.get("constraints", {})
    constraints |= {"minimum": column.least} if column.least is not None else {}
    constraints |= {"maximum": column.most} if column.most is not None else {}
    place, _, name = column.refers_to.partition(".")
    choices = list(getattr(description, name)) if place == "process" and column.kind != "list" else list(column.choices)
    constraints |= {"enum": choices} if choices else {}
    field = {"name": column.name, "description": column.description, **known, "constraints": constraints}
    return field if constraints else {key: content for key, content in field.items() if key != "constraints"}


def _is_foreign(column: CsvColumn) -> bool:
    # A list refers with each of its members, which a foreign key cannot say.
    return bool(column.refers_to) and not column.refers_to.startswith("process.") and column.kind != "list"


def _foreign_key(process: str, column: CsvColumn) -> dict:
    place, _, name = column.refers_to.partition(".")
    return {"fields": [column.name], "reference": {"resource": f"{process}-{place}", "fields": [name]}}


def card(table: CsvTable) -> str:
    """The Markdown table of a table's columns, as it stands in the codebook."""
    lines = ["| column | holds | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{column.name}` | {holds(column)} | {column.description} |" for column in table.columns]
    return "\n".join(lines)


def holds(column: CsvColumn) -> str:
    """What a column's cells may hold, in words: "whole number from 0 to 5", "list of ids in `sources.csv`"."""
    words = _WORDS[column.kind] or ", ".join(f"`{choice}`" for choice in column.choices)
    if column.least is not None:
        words += f" from {column.least} to {column.most}".replace("-", "−")
    place, _, name = column.refers_to.partition(".")
    if place == "process":
        target = f"`{FILE}` ({'baskets and dimensions' if name == 'ladders' else name})"
    else:
        target = f"`{place}.csv`"
    if place:
        words = {"list": "list of ids in ", "id": "id in "}.get(column.kind, f"{words} in ") + target
    elif column.kind == "list":
        words = "list of texts"
    words += "" if column.required else "; may be empty"
    if column.default is None:
        return words
    return words + (f"; may be left out, which counts as {column.default}" if column.default else " or left out")


def text(data: Path) -> str:
    """The content of ``datapackage.json`` for the folder `data`."""
    return json.dumps(package(data), ensure_ascii=False, indent=2) + "\n"


def codebook(content: str) -> str:
    """The content of the codebook with its tables of columns brought up to date."""

    def renewed(found: re.Match) -> str:
        return f"{found['start']}{card((TABLES | OPTIONAL)[found['table']])}\n{found['end']}"

    pattern = r"(?P<start><!-- columns of (?P<table>\w+) -->\n).*?(?P<end><!-- end -->)"
    return re.sub(pattern, renewed, content, flags=re.DOTALL)


def write(data: Path) -> None:
    """Rewrite ``datapackage.json`` and the tables of columns of ``README.md`` in the folder `data`."""
    (data / NAME).write_text(text(data), encoding="utf-8")
    readme = data / "README.md"
    readme.write_text(codebook(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    try:
        write(data_folder())
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
