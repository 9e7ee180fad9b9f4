"""The Data Package is what the schema and the processes say, and the data fit it."""

import csv
import json
import re
from datetime import date

import pytest

from communique.errors import DataError
from communique.files.paths import process_names
from communique.process.cells import value_or_fault
from communique.process.datapackage import NAME, TYPES, holds, package, text, write
from communique.process.schema import OPTIONAL, TABLES, CsvColumn


@pytest.fixture(scope="module")
def committed(root):
    return json.loads((root / "data" / NAME).read_text(encoding="utf-8"))


def test_the_committed_file_is_up_to_date(root):
    content = (root / "data" / NAME).read_text(encoding="utf-8")

    assert content == text(root / "data"), "run python -m communique.process.datapackage"


def test_every_table_of_every_process_is_described(committed, root):
    """Those that each has, and of those that a process may lack the ones that are there."""
    data = root / "data"
    expected = [
        f"{process}/{table.file}"
        for process in process_names(data=data)
        for table in (*TABLES.values(), *(each for each in OPTIONAL.values() if (data / process / each.file).exists()))
    ]

    assert [resource["path"] for resource in committed["resources"]] == expected
    assert all((root / "data" / path).is_file() for path in expected)


def resources(committed):
    return {resource["name"]: resource for resource in committed["resources"]}


def read(resource, root):
    with open(root / "data" / resource["path"], encoding=resource["encoding"], newline="") as file:
        return list(csv.DictReader(file))


CASTS = {
    "string": str,
    "integer": int,
    "date": date.fromisoformat,
    "list": lambda cell: cell.split("|"),
}


def test_the_data_fit_their_description(committed, root):
    """A small validator of its own: types, constraints, keys, as the Table Schema specification words them."""
    tables = {name: read(resource, root) for name, resource in resources(committed).items()}
    for name, resource in resources(committed).items():
        schema, rows = resource["schema"], tables[name]
        assert list(rows[0]) == [field["name"] for field in schema["fields"]]
        assert schema["missingValues"] == [""]
        for field in schema["fields"]:
            rules = field.get("constraints", {})
            cells = [row[field["name"]] for row in rows]
            filled = [cell for cell in cells if cell]
            values = [CASTS[field["type"]](cell) for cell in filled]
            assert not rules.get("required") or len(filled) == len(cells), (name, field["name"])
            assert not rules.get("unique") or len(set(filled)) == len(filled), (name, field["name"])
            assert set(filled) <= set(rules.get("enum", filled)), (name, field["name"])
            pattern = re.compile(rules.get("pattern", ".*"), re.DOTALL)
            assert all(map(pattern.fullmatch, filled)), (name, field["name"])
            if "minimum" in rules:
                assert all(rules["minimum"] <= number <= rules["maximum"] for number in values), (name, field["name"])
        keys = [tuple(row[column] for column in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", []):
            target = key["reference"]
            (column,), (other,) = key["fields"], target["fields"]
            held = {row[other] for row in tables[target["resource"]]} | {""}
            assert {row[column] for row in rows} <= held, (name, column)


def test_a_process_that_cannot_be_read_is_told_of(folder_of, capfd):
    folder = folder_of("yaml-not-yaml")

    with pytest.raises(DataError) as refused:
        package(folder.parent)
    assert str(refused.value).startswith(f"{folder}/process.yml:")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("kind", ["month", "due", "language", "id"])
@pytest.mark.parametrize(
    "text",
    ["2017-07", "2017-07-10", "2017", "2017-07-1", "٢٠١٧-07", "round:8", "round:999", "round:1000", "round:0", "en",
     "EN", "a-b", "-b"],
)  # fmt: skip
def test_a_cell_is_of_the_form_told_where_the_schema_takes_it(kind, text):
    column = CsvColumn("c", kind, "A.")
    told = TYPES[kind]["constraints"]["pattern"]

    assert bool(re.fullmatch(told, text)) == (value_or_fault(column, text)[1] is None)


def test_sides_and_dimensions_are_those_of_their_process(committed):
    fields = {field["name"]: field for field in resources(committed)["brexit-actors"]["schema"]["fields"]}

    assert fields["side"]["constraints"]["enum"][:2] == ["eu", "uk"]


def test_a_list_says_how_it_is_separated(committed):
    fields = {field["name"]: field for field in resources(committed)["geneva-statements"]["schema"]["fields"]}

    assert (fields["baskets"]["type"], fields["baskets"]["delimiter"]) == ("list", "|")


def test_what_columns_hold_in_words():
    assert holds(CsvColumn("stage", "integer", "A.", least=0, most=5)) == "whole number from 0 to 5"
    assert holds(CsvColumn("note", "text", "A.", required=False)) == "text; may be empty"
    evidence = CsvColumn("evidence", "list", "A.", refers_to="statements.statement_id")
    assert holds(evidence) == "list of ids in `statements.csv`"
    assert holds(CsvColumn("coder", "choice", "A.", choices=("a", "b"))) == "`a`, `b`"


def test_writing_renews_both_files(root, tmp_path, folder_of):
    data = folder_of().parent
    (data / "README.md").write_text("<!-- columns of events -->\nold\n<!-- end -->\nprose\n", encoding="utf-8")

    write(data)

    described = json.loads((data / NAME).read_text(encoding="utf-8"))
    assert described == package(data)
    assert described["resources"][0]["name"] == "tiny-rounds"
    renewed = (data / "README.md").read_text(encoding="utf-8")
    assert "| `event_id` | id | Id of the event. |" in renewed
    assert "\nold\n" not in renewed
    assert renewed.endswith("<!-- end -->\nprose\n")
