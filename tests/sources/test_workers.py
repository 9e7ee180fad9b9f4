"""Documents read side by side give what one reader finds, and nobody goes on reading for one who was killed."""

import os
import subprocess
import sys

import psutil

from communique.sources.candidates import FILE, ingest

from ..conftest import PATIENCE, is_gone, until


def test_two_workers_find_what_one_finds(tmp_path, process, monkeypatch):
    from communique.sources import workers

    monkeypatch.setattr(workers, "ENOUGH", 2)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(
            f"Anna Alpha said meeting {number} had gone well for everybody in the room."
        )
    ingest([folder], process, workers=2, mentions=False)
    by_two = (process.folder / FILE).read_bytes()
    (process.folder / FILE).unlink()
    ingest([folder], process, workers=1, mentions=False)
    assert (process.folder / FILE).read_bytes() == by_two


KILLED = """
import os, sys, time
from communique.sources import workers
from communique.sources.suggestions import Frame

if __name__ == "__main__":
    workers.ENOUGH = 2
    work = workers.Work(Frame.empty(), mentions=False)
    for number, total, found in workers.found_in([sys.argv[1]], work, workers=2):
        print(number, flush=True)
        time.sleep(1000)
"""


def test_nobody_goes_on_reading_for_one_who_was_killed(tmp_path):
    (tmp_path / "killed.py").write_text(KILLED)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Anna Alpha said meeting {number} had gone well for everybody there.")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, tmp_path / "killed.py", folder]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as reading:
        assert reading.stdout.readline() == "1\n"
        helpers = psutil.Process(reading.pid).children(recursive=True)
        assert len(helpers) >= 2
        reading.kill()
        reading.wait(PATIENCE)
    until(lambda: all(map(is_gone, helpers)))
