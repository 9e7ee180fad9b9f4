"""The same data make the same bytes: a round built in other surroundings, by another copy of the project, is the same.

It builds twice, so it is run by `make verify` and `make faults`; in every run a round is built twice in one place.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("src", "notebooks", "data", "pyproject.toml")
NOBODY = 65534
SURROUNDINGS = {
    "here": {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1", "umask": 0o022},
    "elsewhere, in another folder": {
        "LC_ALL": "de_DE.UTF-8",
        "TZ": "Asia/Kathmandu",
        "PYTHONHASHSEED": "4711",
        "umask": 0o077,
    },
}


def built(place, told, process, number):
    """Bytes of the files of a round, built by a copy of the project in a folder with these surroundings."""
    project = place / "project"
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        project.mkdir(parents=True, exist_ok=True)
        copy(source, project / name)
    environment = os.environ | {name: value for name, value in told.items() if name.isupper()}
    environment |= {"PYTHONPATH": str(project / "src"), "COMMUNIQUE_DATA": str(project / "data"), "HOME": str(place)}
    other = _somebody_else(place) if told["umask"] == 0o077 else {}
    command = [sys.executable, "-m", "communique", "report", f"--process={process}", f"--round={number}"]
    done = subprocess.run(
        [*command, f"--output={place / 'out'}"],
        cwd=place, env=environment, umask=told["umask"], capture_output=True, text=True, **other,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert str(project) not in done.stderr
    return {path.name: path.read_bytes() for path in (place / "out").iterdir() if path.is_file()}


def _somebody_else(place):
    """Options that have a program run as a user without rights, where this one may do that and they may run Python."""
    for path in (place, *place.rglob("*")) if os.geteuid() == 0 else ():
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    other = {"user": NOBODY, "group": NOBODY}
    try:
        subprocess.run([sys.executable, "-c", "open('x', 'w')"], cwd=place, check=True, capture_output=True, **other)
    except (OSError, subprocess.SubprocessError):
        return {}
    return other


@pytest.mark.skipif(os.environ.get("COMMUNIQUE_FAULTS") != "long", reason="builds a report twice: make verify")
@pytest.mark.parametrize(("process", "number"), [("brexit", 5)])
def test_a_round_is_the_same_bytes_in_other_surroundings(process, number, tmp_path_factory):
    editions = [
        built(tmp_path_factory.mktemp(name.replace(",", "")), told, process, number)
        for name, told in SURROUNDINGS.items()
    ]

    assert {Path(name).suffix for name in editions[0]} >= {".html", ".pdf", ".json", ".ipynb", ".csv"}
    assert editions[0].keys() == editions[1].keys()
    assert [name for name in editions[0] if editions[0][name] != editions[1][name]] == []
