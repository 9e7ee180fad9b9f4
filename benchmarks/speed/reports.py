"""How long all reports take: `communique reports --process all` against the plain chain, in one run.

The plain chain is what one would type without Communiqué, report after report: `papermill` runs the notebook, then
`jupyter nbconvert --to html` makes a page of it (no PDF, no numbers, no checks). Medians of RUNS runs each, in turn:

    python benchmarks/speed/reports.py [RUNS]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "src"))

from communique.files.paths import process_names  # noqa: E402
from communique.report.many import jobs_of  # noqa: E402

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore"}


def seconds(*commands):
    """How long the commands take, one after the other."""
    started = time.monotonic()
    for command in commands:
        subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
    return time.monotonic() - started


def plain_chain(jobs, folder):
    """The commands that make the reports without Communiqué."""
    for job in jobs:
        made = folder / f"{job.process}-{job.name}.ipynb"
        given = ["-p", "PROCESS", job.process] + (["-p", "ROUND", str(job.round)] if job.round else [])
        yield ["-m", "papermill", "--kernel", "python3", "--log-level", "ERROR", *given, job.notebook, made]
        yield ["-m", "nbconvert", "--to", "html", "--log-level", "ERROR", made]


def main(runs):
    jobs = [job for name in process_names() for job in jobs_of(name, ROOT / "reports")]
    taken = {"communique reports": [], "communique reports, again": [], "papermill, nbconvert": []}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = ["-m", "communique", "reports", "--process=all", f"--output={folder}"]
            taken["communique reports"].append(seconds(command))
            taken["communique reports, again"].append(seconds(command))
        with tempfile.TemporaryDirectory() as folder:
            taken["papermill, nbconvert"].append(seconds(*plain_chain(jobs, Path(folder))))
    print(f"{len(jobs)} reports, medians of {runs} run{'s' if runs > 1 else ''}, {os.cpu_count()} cores")
    for what, each in taken.items():
        print(f"{what:26} {statistics.median(each):7.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
