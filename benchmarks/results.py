"""What the benchmarks measured on this machine, section by section, in `benchmarks/RESULTS.md`.

    python benchmarks/results.py [SECTION...] [--runs N]

Each section runs commands in turn, so that what else the machine does falls on all of them, and gives the medians of
the runs and the median of the ratios within each turn. Only the sections that are named are written anew; without names
all are. What is not installed here is left out, and the section says so.
"""

import argparse
import json
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
BASELINES = ROOT / "benchmarks" / "baselines"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
CORPUS = ROOT.parent / "shared" / "corpora" / "white-house.jsonl.gz"
LIBRARIES = ("pandas", "matplotlib", "papermill", "nbclient", "nbconvert", "typst", "fonttools")
ENVIRONMENT = os.environ | {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONWARNINGS": "ignore",
}
HEAD = """# What the benchmarks measured

Written by `make bench` (`benchmarks/results.py`). Seconds hang on the machine; the ratios, taken within each turn, are
what to look at. Processor time is of a command and all it starts.
"""


@dataclass(frozen=True)
class Contender:
    """What is timed: a name, and the commands it runs one after the other; `{out}` in them is a folder of its own."""

    name: str
    commands: Sequence[Sequence[str]]

    @property
    def told(self) -> str:
        """The commands as somebody would type them, from the project's folder."""
        shown = (" ".join("python" if each == sys.executable else each for each in one) for one in self.commands)
        return "; ".join(each.replace(f"{ROOT}/", "") for each in shown)


def timed(contender: Contender) -> tuple[float, float]:
    """Seconds of the clock and of the processor."""
    with tempfile.TemporaryDirectory() as out:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        for command in contender.commands:
            given = [each.replace("{out}", out) for each in command]
            subprocess.run(given, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return perf_counter() - began, spent


def in_turn(contenders: Sequence[Contender], runs: int) -> Iterator[str]:
    """Yield the lines of a table: medians of `runs` turns, and how each compares with the first."""
    turns = [[timed(each) for each in contenders] for _ in range(runs)]
    yield "| what | time | processor | time, against the first | processor, against the first |"
    yield "| --- | --: | --: | --: | --: |"
    for place, each in enumerate(contenders):
        clock, processor = (median(turn[place][which] for turn in turns) for which in (0, 1))
        ratios = [median(turn[place][which] / turn[0][which] for turn in turns) for which in (0, 1)]
        yield f"| {each.name} | {clock:.1f} s | {processor:.1f} s | {ratios[0]:.2f} | {ratios[1]:.2f} |"
    yield ""
    for each in contenders:
        yield f"- {each.name}: `{each.told}`"


# --- sections --------------------------------------------------------------------------------------------------------


def one_report(runs: int) -> Iterator[str]:
    """One round's report: HTML, PDF, notebook, numbers, checks, beside a bare script and the plain chain."""
    yield from in_turn(
        [
            Contender("communique report", [_python("-m", "communique", "report", "--round=7", "--output={out}")]),
            Contender("bare script: the figures alone", [_python("benchmarks/speed/bare.py", "7", "{out}")]),
            Contender("papermill, nbconvert: HTML alone", list(_plain("round", "{out}/round.ipynb", "ROUND", "7"))),
        ],
        runs,
    )


def all_reports(runs: int) -> Iterator[str]:
    """The nine rounds of Geneva and the overview, beside the plain chain for two of them."""
    two = [*_plain("process", "{out}/a.ipynb"), *_plain("round", "{out}/b.ipynb", "ROUND", "7")]
    yield from in_turn(
        [
            Contender(
                "ten reports by communique",
                [_python("-m", "communique", "reports", "--process=geneva", "--output={out}")],
            ),
            Contender("two by papermill, nbconvert: HTML alone", two),
        ],
        runs,
    )


def faces(runs: int) -> Iterator[str]:
    """The same executed notebook made into HTML and PDF by each of those that can."""
    with tempfile.TemporaryDirectory() as folder:
        executed = Path(folder) / "geneva" / "round-07.ipynb"
        made = _python("-m", "communique", "report", "--round=7", f"--output={executed.parent}")
        subprocess.run(made, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
        ours = "from nbconvert.nbconvertapp import main; main()"

        def exported(kind: str) -> list[str]:
            return _python("-W", "ignore", "-c", ours, f"--to={kind}", "--output-dir={out}", str(executed))

        html = [
            Contender("Negotiation_report", [exported("Negotiation_report")]),
            Contender("nbconvert --to html", [exported("html")]),
        ]
        paper = [Contender("Negotiation_report_PDF", [exported("Negotiation_report_PDF")])]
        if shutil.which("chromium"):
            paper.append(
                Contender("nbconvert --to webpdf", [[*exported("webpdf"), "--WebPDFExporter.disable_sandbox=True"]])
            )
        quarto = BASELINES / ".env-quarto" / "bin" / "quarto"
        if quarto.exists():
            for contenders, kind in ((html, "html"), (paper, "typst")):
                copied = ["cp", str(executed), "{out}/round.ipynb"]
                rendered = [str(quarto), "render", "{out}/round.ipynb", "--to", kind, "--no-execute"]
                contenders.append(Contender(f"quarto render --to {kind}", [copied, rendered]))
        yield "HTML:\n"
        yield from in_turn(html, runs)
        yield "\nPDF:\n"
        yield from in_turn(paper, runs)
    if not quarto.exists():
        yield "\nQuarto is not installed (`benchmarks/baselines/install quarto`)."
    if not shutil.which("chromium"):
        yield "\nwebpdf was left out: there is no `chromium`."


def language(runs: int) -> Iterator[str]:
    """Texts read for mentions, beside a blank spaCy pipeline with PhraseMatcher and negspacy."""
    del runs  # the script takes its own turns
    yield from _printed(_python("benchmarks/speed/language.py", "--pair"))


def ingest(runs: int) -> Iterator[str]:
    """Documents ingested, end to end: read, attributed, tagged, compared, written."""
    del runs
    if not CORPUS.is_file():
        yield "No corpus is here (`benchmarks/speed/throughput.py` says what it is to hold)."
        return
    yield from _printed(_python("benchmarks/speed/throughput.py", str(CORPUS), "--documents=300"))


def growth(runs: int) -> Iterator[str]:
    """How processor time grows with hard input."""
    del runs
    yield from _printed(_python("benchmarks/speed/growth.py"))


SECTIONS: dict[str, Callable[[int], Iterator[str]]] = {
    "one-report": one_report,
    "all-reports": all_reports,
    "faces": faces,
    "language": language,
    "ingest": ingest,
    "growth": growth,
}


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def _plain(notebook: str, made: str, *given: str) -> Iterator[list[str]]:
    """The commands that make one report without Communiqué."""
    asked = ["-p", *given] if given else []
    yield _python("-m", "papermill", "--kernel", "python3", *asked, f"notebooks/{notebook}.ipynb", made)
    yield _python("-m", "jupyter", "nbconvert", "--to", "html", made)


def _printed(command: list[str]) -> Iterator[str]:
    """Yield what a benchmark prints, and its command."""
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False, capture_output=True, text=True)
    yield f"```\n{(done.stdout if not done.returncode else done.stdout + done.stderr).strip()}\n```\n"
    yield f"- `{Contender('', [command]).told}`".replace(str(CORPUS), "CORPUS.jsonl.gz")


# --- the file --------------------------------------------------------------------------------------------------------


def machine() -> str:
    """The machine and the versions, on one line each."""
    model = ""
    if (told := Path("/proc/cpuinfo")).exists():
        model = next(iter(re.findall(r"model name\s*: (.+)", told.read_text(encoding="utf-8"))), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    load = f"; load before it {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{cores} cores, {model or platform.machine()}, {platform.system()}{load}. "
        f"Python {platform.python_version()}, {versions}."
    )


def known() -> dict[str, str]:
    """The sections that stand in the file, by name."""
    if not RESULTS.exists():
        return {}
    parts = re.split(r"^<!-- section: ([\w-]+) -->\n", RESULTS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


def write(sections: dict[str, str]) -> None:
    """Write the file, the sections in their order; those that are no longer known here come last."""
    names = [*(name for name in SECTIONS if name in sections), *(name for name in sections if name not in SECTIONS)]
    body = "\n\n".join(f"<!-- section: {name} -->\n{sections[name]}" for name in names)
    RESULTS.write_text(f"{HEAD}\n{body}\n", encoding="utf-8")


def main() -> None:
    """Run the sections asked for, and put what they tell in their places."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--runs", type=int, default=5, help="turns of each section (5)")
    asked = parser.parse_args()
    if unknown := set(asked.sections) - set(SECTIONS):
        parser.error(f"there is no section {json.dumps(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    for name in asked.sections or SECTIONS:
        print(f"{name} ...", file=sys.stderr)
        told, lines = SECTIONS[name].__doc__.splitlines()[0], machine()
        title = name.replace("-", " ").capitalize()
        text = "\n".join(SECTIONS[name](asked.runs))
        write({**known(), name: f"## {title}\n\n{told} Medians of {asked.runs}.\n\n{lines}\n\n{text}"})


if __name__ == "__main__":
    main()
