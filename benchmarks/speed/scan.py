"""How long an archive takes on one process, on two, and on a Dask cluster of 1, 2 and 4 workers, as Markdown.

    python benchmarks/speed/scan.py CORPUS.jsonl.gz [--runs 5] [--partition-size 1]

Every way is run in turn, so that what else the machine does weighs on all alike; printed are medians. The cluster is
started for each run, on this machine, and its start is not counted. All ways have to write the same bytes.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from contextlib import contextmanager, nullcontext
from hashlib import sha256
from pathlib import Path

from communique.scan.results import Archive
from communique.scan.run import scan

WAYS = {"one process": 1, "two processes": 2, "Dask, 1 worker": -1, "Dask, 2 workers": -2, "Dask, 4 workers": -4}


@contextmanager
def cluster(number: int):
    """The address of a Dask cluster of this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None, silence_logs=50) as started:
        yield started.scheduler_address


def processor_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in told)


def run(corpus: Path, number: int, size: int, folder: Path) -> tuple[float, float, str]:
    """Seconds, processor seconds and a fingerprint of what was written, of one scan."""
    spent = processor_seconds()
    with cluster(-number) if number < 0 else nullcontext() as address:
        began = time.perf_counter()
        how = {"scheduler": address} if address else {"number": number}
        scan(str(corpus), folder, size=size, **how)
        seconds = time.perf_counter() - began
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    written = sha256(b"".join(path.relative_to(folder).as_posix().encode() + path.read_bytes() for path in files))
    return seconds, processor_seconds() - spent, written.hexdigest()


def main() -> None:
    """Run every way in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--partition-size", type=float, default=1, help="MB")
    asked = parser.parse_args()
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    written = set()
    for _ in range(asked.runs):
        for way, number in WAYS.items():
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch, "out")
                *times, digest = run(asked.corpus, number, int(asked.partition_size * 2**20), folder)
                taken[way].append(tuple(times))
                written.add(digest)
                documents = Archive.open(folder).documents
    if len(written) > 1:
        raise SystemExit("the ways wrote different bytes")
    first = statistics.median(seconds for seconds, _ in taken["one process"])
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    command = f"python benchmarks/speed/scan.py {asked.corpus.name} --runs {asked.runs}"
    print(f"## Scan\n\n`{command}`: {documents:,} documents, medians of {asked.runs} runs in turn,")
    print(f"{os.cpu_count()} cores, load {load:.1f} at the end. All ways wrote the same bytes.\n")
    print("| way | seconds | times as fast as one process | processor seconds |\n| --- | --: | --: | --: |")
    for way, times in taken.items():
        seconds, spent = (statistics.median(each) for each in zip(*times, strict=True))
        print(f"| {way} | {seconds:.1f} | {first / seconds:.2f} | {spent:.1f} |")
    print("\nWorkers beyond the cores of the machine only show what a cluster costs in keeping; they cannot be faster.")


if __name__ == "__main__":
    main()
