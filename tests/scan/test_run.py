"""A scan from beginning to end: broken off, gone on with, by whoever reads, the bytes are the same."""

import json
import os
import random
import subprocess
import sys
from contextlib import contextmanager

import psutil
import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from communique.errors import ParameterError
from communique.files import atomic
from communique.scan.run import scan

from .conftest import SIZE, article, content


def test_what_is_written_and_told(archive, scanned):
    result = scan(str(archive), scanned, number=0, size=SIZE)

    assert (result.partitions, result.before, result.failed, result.exit_code) == (result.partitions,) * 2 + ([], 3)
    assert {name.partition("/")[0] for name in content(scanned)} == {
        "plan.json", "parts", "statements", "mentions", "index.csv", "counts.csv", "faults.csv", "scan.json",
    }  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is killed")
def test_a_scan_killed_at_any_moment_goes_on_and_ends_with_the_same_bytes(archive, scanned, tmp_path, monkeypatch):
    """Killed before any file takes its place, drawn at random, eight times over in one folder, then left to end."""
    chance = random.Random(14)
    real = atomic.replace
    for _ in range(8):
        left = chance.randrange(1, 7)
        child = os.fork()
        if not child:

            def replace(path, what, left=[left]):  # noqa: B006
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), 9)
                real(path, what)

            monkeypatch.setattr(atomic, "replace", replace)
            scan(str(archive), tmp_path / "out", number=0, size=SIZE)
            os._exit(0)
        os.waitpid(child, 0)
    assert "parts/part-000001.jsonl" in content(tmp_path / "out")
    scan(str(archive), tmp_path / "out", number=0, size=SIZE)

    assert content(tmp_path / "out") == content(scanned)


def test_a_partition_that_fails_is_tried_again_listed_and_read_by_a_later_run(tmp_path):
    """A Parquet file with a damaged page in the middle of three row groups."""
    texts = [f"Talks number {number} made progress, Wilma Hode said." for number in range(30)]
    path = tmp_path / "in" / "news.parquet"
    path.parent.mkdir()
    write_table(pa.table({"text": texts}), path, row_group_size=10, compression="gzip", use_dictionary=False)
    sound = path.read_bytes()
    at = sound.index(b"\x1f\x8b", sound.index(b"\x1f\x8b") + 2)
    path.write_bytes(sound[: at + 12] + bytes(20) + sound[at + 32 :])
    os.utime(path, (1, 1))
    result = scan(str(path), tmp_path / "out", number=0, size=1)

    assert (result.partitions, result.failed, result.exit_code) == (3, [1], 3)
    (fault,) = result.faults
    assert (fault.path, fault.line) == ("news.parquet", 11)
    assert fault.problem.startswith("partition 1 could not be read (")
    assert json.loads((tmp_path / "out" / "scan.json").read_text())["partitions"] == {"all": 3, "read": 2}
    path.write_bytes(sound)
    os.utime(path, (1, 1))
    again = scan(str(path), tmp_path / "out", number=0, size=1)
    assert (again.before, again.failed, again.faults) == (2, [], [])


def test_no_partition_size_and_no_process_of_a_name_are_refused(archive, tmp_path):
    with pytest.raises(ParameterError, match="at least one byte"):
        scan(str(archive), tmp_path / "out", size=0)
    with pytest.raises(ParameterError, match="no such process"):
        scan(str(archive), tmp_path / "out", processes=["geneve"])
    assert not (tmp_path / "out").exists()


@contextmanager
def cluster(folder):
    """The address of a Dask scheduler with two workers, and the process that restarts them."""
    told = folder / "scheduler.json"
    common = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    command = [sys.executable, "-m", "distributed.cli.dask_{}", "--no-dashboard", "--scheduler-file", str(told)]
    first = [each.format("scheduler") for each in command] + ["--host", "127.0.0.1", "--port", "0"]
    second = [each.format("worker") for each in command] + ["--nworkers", "2", "--nthreads", "1"]
    with subprocess.Popen(first, **common) as scheduler, subprocess.Popen(second, **common) as nanny:
        try:
            while not told.exists() or not told.read_text().endswith("}"):
                assert scheduler.poll() is None
            yield json.loads(told.read_text())["address"], psutil.Process(nanny.pid)
        finally:
            for process in (nanny, scheduler):
                process.terminate()


@pytest.mark.skipif(
    os.environ.get("COMMUNIQUE_FAULTS") != "long", reason="takes half a minute of processor time; make faults runs it"
)
def test_a_dask_cluster_whose_worker_is_killed_gives_the_same_bytes(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(article(number)) + "\n" for number in range(160)))
    killed = []

    def kill(done, total):
        if done == 2 and not killed:
            workers = [each for each in nanny.children(recursive=True) if "spawn_main" in " ".join(each.cmdline())]
            workers[0].kill()
            killed.append(workers[0].pid)

    with cluster(tmp_path) as (address, nanny):
        result = scan(str(path), tmp_path / "dask", scheduler=address, size=2_000, progress=kill)
    scan(str(path), tmp_path / "here", number=0, size=2_000)

    assert killed
    assert (result.failed, result.partitions > 8) == ([], True)
    assert content(tmp_path / "dask") == content(tmp_path / "here")
