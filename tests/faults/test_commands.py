"""The commands themselves ended at any moment, over real reports: in place is one edition or the other, whole.

Minutes long, so by `make faults` alone; `test_kills.py` ends what they write with in every run.
"""

import csv
import os
import shutil
import subprocess
import sys
from hashlib import sha256

import pytest

from ..conftest import SPECIMENS
from .conftest import ENVIRONMENT, LONG, SIGNALS, chance_of, ended, trials

pytestmark = pytest.mark.skipif(not LONG, reason="takes minutes: make faults")
TRIALS = trials(0, int(os.environ.get("COMMUNIQUE_TRIALS", "60")))
COMMANDS = {
    "report": ["report", "--process=tiny", "--round=3"],
    "overview": ["overview", "--process=tiny"],
    "reports": ["reports", "--process=tiny", "--jobs=2"],
}
ENDS = {-number for number in SIGNALS} | {0, 130, 143}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory, root):
    """Two data folders, the tiny process told otherwise in the second, and the reports that each makes."""
    told = {}
    for name, venue in (("old", "Old Customs House"), ("new", "New Customs House")):
        data = tmp_path_factory.mktemp(name) / "data"
        shutil.copytree(SPECIMENS / "tiny", data / "tiny")
        shutil.copytree(root / "data" / "lexicon", data / "lexicon")
        rounds = data / "tiny" / "rounds.csv"
        rounds.write_text(rounds.read_text().replace("Old Customs House", venue))
        told[name] = data
    return told


def run(data, reports, command):
    environment = ENVIRONMENT | {"COMMUNIQUE_DATA": str(data)}
    where = reports if command[0] == "reports" else reports / "tiny"
    program = [sys.executable, "-m", "communique", *command, f"--output={where}"]
    return subprocess.run(program, env=environment, capture_output=True, text=True)


def files(folder):
    """Digests of the files a reader meets; pages on what changed and the manifest differ by what went before."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in found
        if not path.name.startswith(".") and not path.name.endswith(".changes.md") and "/." not in path.as_posix()
    }


@pytest.fixture(scope="module")
def editions(worlds, tmp_path_factory):
    """The files of each command in each world."""
    made = {}
    for command, words in COMMANDS.items():
        for world, data in worlds.items():
            folder = tmp_path_factory.mktemp(f"{command}-{world}")
            assert run(data, folder, words).returncode == 0
            made[command, world] = folder
    return made


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("trial", TRIALS)
def test_a_command_that_is_ended_leaves_one_edition_and_no_litter(
    command, trial, worlds, editions, tmp_path, monkeypatch
):
    chance = chance_of(f"{command} {trial}")
    reports = tmp_path / "reports"
    shutil.copytree(editions[command, "old"], reports)
    old, new = (files(editions[command, world]) for world in ("old", "new"))
    words = COMMANDS[command]
    where = reports if command == "reports" else reports / "tiny"
    monkeypatch.setitem(ENVIRONMENT, "COMMUNIQUE_DATA", str(worlds["new"]))
    code = ended(["-m", "communique", *words, f"--output={where}"], chance, number=chance.choice(SIGNALS), within=10)

    assert code in ENDS
    for name, digest in files(reports).items():
        assert digest in (old.get(name), new.get(name)), name
    assert run(worlds["new"], reports, words).returncode == 0
    assert files(reports) == new
    assert [path for path in reports.rglob(".*") if path.name != ".manifest.json"] == []


@pytest.mark.parametrize("trial", TRIALS)
def test_ingest_that_is_ended_leaves_a_whole_table(trial, worlds, tmp_path, monkeypatch):
    chance = chance_of(f"ingest {trial}")
    data = tmp_path / "data"
    shutil.copytree(worlds["old"], data)
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(30):
        (articles / f"{number}.html").write_text(f"<p>Bran Keel said meeting {number} had gone well, and no more.</p>")
    monkeypatch.setitem(ENVIRONMENT, "COMMUNIQUE_DATA", str(data))
    words = ["ingest", "--process=tiny", articles]
    code = ended(["-m", "communique", *words], chance, number=chance.choice(SIGNALS), within=10)

    assert code in ENDS
    again = subprocess.run([sys.executable, "-m", "communique", *map(str, words)], env=ENVIRONMENT, capture_output=True)
    assert again.returncode == 0
    with open(data / "tiny" / "candidates.csv", newline="") as file:
        heading, *rows = csv.reader(file, strict=True)
    assert all(len(row) == len(heading) for row in rows)
    assert len({row[0] for row in rows}) == len(rows) == 30
    assert list((data / "tiny").glob(".*.part")) == []
