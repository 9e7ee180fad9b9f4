"""What a report was made from: the code and the lexicon that can change it, and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from communique.document.faces import FACES
from communique.report.provenance import LEXICON, ROOMS, code_fingerprint

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
Briefing(load("geneva"), 7).all_mentions
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
