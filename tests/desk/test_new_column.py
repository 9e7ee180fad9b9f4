"""A column added to the statements is one of the schema and the data: reading, report and desk follow."""

import csv
import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from communique.desk import widget
from communique.desk.statements.accepting import NEEDED
from communique.desk.statements.form import COLUMNS, Form, field_of
from communique.process.schema import STATEMENTS
from communique.report import results

from .conftest import rows

SCRIPT = """
import dataclasses, json, sys
from datetime import date
from pathlib import Path

from communique.process import schema

added = schema.CsvColumn("medium", "choice", "Spoken or written.", choices=("spoken", "written"))
known = schema.STATEMENTS
schema.STATEMENTS = dataclasses.replace(known, columns=(*known.columns, added))
schema.TABLES["statements"] = schema.STATEMENTS

import jsonschema

from communique.desk.statements.candidatedesk import CandidateDesk
from communique.facts.round import Briefing
from communique.process.checks import check
from communique.process.model import load
from communique.report import results

folder, form = Path(sys.argv[1]), json.loads(sys.argv[2])
told = {"faults": list(map(str, check(folder)))}
told["read"] = sorted(set(load(folder).statements["medium"]))
numbers = results.of_round(Briefing.open(folder, 1)).values
jsonschema.validate(numbers, results.schema())
told["numbers"] = len(numbers["statements"])
desk = CandidateDesk(folder, coder="a", today=lambda: date(2030, 6, 1))
view = desk.do({"action": "hello"})
told["asked"] = [each for each in view["options"]["fields"] if each["id"] == "medium"]
told["lacking"] = desk.do({"action": "accept", "id": desk.at, "form": form})["message"]
told["done"] = desk.do({"action": "accept", "id": desk.at, "form": form | {"medium": "written"}})["message"]
print(json.dumps(told))
"""


def test_reading_checks_numbers_and_desk_follow_a_new_column(folder, complete):
    path = folder / "statements.csv"
    stated = rows(folder, path.name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*stated[0], "medium"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"medium": "spoken"} for row in stated)

    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder), json.dumps(complete)], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["faults"] == []
    assert told["read"] == ["spoken"]
    assert told["numbers"] == sum(row["round"] == "1" for row in stated)
    (asked,) = told["asked"]
    assert (asked["label"], asked["hint"]) == ("Medium", "Spoken or written.")
    assert [choice["id"] for choice in asked["choices"]] == ["spoken", "written"]
    assert told["lacking"] == {"kind": "error", "text": "Choose the medium.", "fields": ["medium"]}
    assert told["done"]["kind"] == "done"
    assert [row["medium"] for row in rows(folder, path.name)] == ["spoken"] * len(stated) + ["written"]


def test_the_form_has_each_column_of_a_statement():
    """But for its id; speaker, source and baskets are chosen, the first two by id or as cells of a new row.

    Nor does it ask whether the statement was compared with its page: another reader fills that in.
    """
    asked = {each.name for each in fields(Form)}
    assert "compared" not in asked
    asked = asked - {"source"} | {"source_id", "statement_id", "compared"}
    assert set(STATEMENTS.names) <= asked
    needed = {field_of(STATEMENTS.file, column.name) for column in STATEMENTS.columns if column.required}
    assert set(NEEDED) == needed - {"statement_id"}
    assert list(NEEDED)[:3] == ["text", "speaker", "date"]
    assert NEEDED["source"] == "Choose the source."


def test_the_numbers_tell_columns_of_the_tables_and_what_follows_from_them():
    parts = results.schema()["$defs"]
    assert set(parts["statement"]["properties"]) <= {*STATEMENTS.names, "number", "side", "url", "reference"}


def test_the_screen_lays_out_fields_of_the_form_and_asks_for_the_rest_of_a_statement():
    script = (Path(widget.__file__).parent / "static" / "candidates.js").read_text(encoding="utf-8")
    controls = re.search(r"this\.controls = \{(.*?)\}\)", script, re.S).group(1)
    laid_out = set(re.findall(r"(\w+): (?:text|input|select)\(", controls))
    form = {each.name for each in fields(Form)}
    assert laid_out <= form
    assert form - laid_out - {"baskets"} <= {column.name for column in COLUMNS}
    assert "for (const column of options.fields) if (!c[column.id]) this.ask(column);" in script
