"""What a report was made from: the code and the lexicon that can change it, and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema

from communique import load
from communique.document.blocks import Table
from communique.document.faces import FACES
from communique.document.plain import plain_inlines
from communique.facts.round import Briefing
from communique.report import results
from communique.report.provenance import LEXICON, ROOMS, code_fingerprint, provenance

from .conftest import TINY, process_of

ROOT = Path(__file__).parents[2]


def test_the_fingerprint_of_the_code_is_over_the_lexicon_in_use(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "data" / "lexicon", tmp_path / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(ROOT / "data"))
    here = code_fingerprint()
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path))
    same = code_fingerprint()
    with open(tmp_path / "lexicon" / "en.csv", "a") as lexicon:
        lexicon.write("\n")

    assert same == here
    assert code_fingerprint() != here


def test_the_fingerprint_of_the_code_is_over_every_file_of_the_lexicon_that_reading_opens_and_no_other():
    script = """
import sys
opened = set()
sys.addaudithook(lambda event, told: event == "open" and opened.add(str(told[0])))
from communique import load, mentions
from communique.facts.round import Briefing
from communique.language.accuracy import expected_accuracy
Briefing(load("geneva"), 7).all_mentions
expected_accuracy()
print("\\n".join(sorted(name for name in opened if "/data/lexicon/" in name)))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    folder = ROOT / "data" / "lexicon"

    assert {*ran.stdout.split()} == {str(file) for each in LEXICON for file in folder.glob(each)}


def test_the_fingerprint_of_the_code_covers_what_a_report_imports_and_neither_desk_nor_command_line():
    imports = "\n".join(
        "".join(cell["source"])
        for name in ("round", "process")
        for cell in json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code" and "import" in "".join(cell["source"])
        if "notebook-only" not in cell["metadata"].get("tags", ())  # the panel is not there in a build
    )
    lines = [line for line in imports.splitlines() if line.startswith("from ")]
    lines += [
        f"import {face.maker.partition(':')[0]}, communique.document.notebook.exporters" for face in FACES.values()
    ]
    script = "\n".join([*lines, "import sys; print(*(name for name in sys.modules if name.startswith('communique.')))"])
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    rooms = {name.split(".")[1] for name in ran.stdout.split()}
    files = {path.stem for path in (ROOT / "src" / "communique").glob("*.py")}
    assert rooms - files == set(ROOMS)


def test_provenance_names_data_code_and_parameters():
    told = results.of_round(Briefing(load(TINY), 3), {"ROUND": 3, "AS_OF": None}).values["provenance"]

    assert told["data"] == {"process": "tiny", "fingerprint": process_of("tiny").fingerprint}
    assert len(told["code"]["fingerprint"]) == 64
    assert told["parameters"] == {"ROUND": 3, "AS_OF": None}


def test_provenance_names_every_process_drawn_on():
    brexit = load("brexit")
    told = results.of_round(Briefing(load(TINY), 3), {"COMPARE_TO": "brexit:5"}, others=[brexit]).values
    facts = provenance(process_of("tiny"), {"COMPARE_TO": "brexit:5"}, others=[brexit])

    assert told["provenance"]["others"] == [{"process": "brexit", "fingerprint": brexit.fingerprint}]
    jsonschema.validate(json.loads(results.json_text(told)), results.schema())
    assert facts["Data"].endswith(f"; brexit, fingerprint {brexit.fingerprint[:12]}")


def test_the_notebook_names_what_it_draws_on(blocks_of):
    here, there = (load(name).fingerprint[:12] for name in ("geneva", "brexit"))
    told = [block for block in blocks_of("round", ROUND=7, COMPARE_TO="brexit:5") if isinstance(block, Table)]

    (cell,) = (row[1] for table in told for row in table.rows if plain_inlines(row[0]) == "Data")
    assert plain_inlines(cell) == f"geneva, fingerprint {here}; brexit, fingerprint {there}"
