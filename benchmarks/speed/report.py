"""How long one round's report takes from the command line, beside the plain chain of papermill and nbconvert.

The plain chain runs the same notebook, without checks, PDF or care for what fails: `papermill` writes the executed
notebook, `jupyter nbconvert --to html` the page. Each command is timed as a user waits for it, imports included, and
the fastest of the runs is told, since all that makes a run slower than that is something else on the machine.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
RUNS = 3


def fastest(run: Callable[[Path], None]) -> tuple[float, dict[str, int]]:
    """Seconds of the fastest run, and the sizes of the files it made by their suffix."""
    seconds, sizes = [], {}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            started = perf_counter()
            run(Path(folder))
            seconds.append(perf_counter() - started)
            sizes = {path.suffix[1:]: path.stat().st_size for path in sorted(Path(folder).iterdir())}
    return min(seconds), sizes


def call(module: str, *arguments: object) -> None:
    """Run a module of this environment as a command."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def report(folder: Path) -> None:
    call("communique", "report", "--round=7", f"--output={folder}")


def plain_chain(folder: Path) -> None:
    executed = folder / "round.ipynb"
    call("papermill", "--kernel=python3", "notebooks/round.ipynb", executed, "-p", "ROUND", "7")
    call("jupyter", "nbconvert", "--to=html", executed)


def main() -> None:
    for name, run in (("communique report --round 7", report), ("papermill, nbconvert --to html", plain_chain)):
        seconds, sizes = fastest(run)
        made = ", ".join(f"{suffix} {size / 1000:,.0f} kB" for suffix, size in sizes.items())
        print(f"{name:32} {seconds:5.1f} s   {made}")


if __name__ == "__main__":
    main()
