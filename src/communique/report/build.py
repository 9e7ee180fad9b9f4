"""A report built: run, rendered and published as it was planned, or refused with the last good one left alone."""

import json
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from communique.document.faces import FACES
from communique.errors import CommuniqueError, DataError, Fault, RenderingError
from communique.files import publishing
from communique.files.paths import shown
from communique.files.regular import read_regular
from communique.prose import joined
from communique.report import formats, warm
from communique.report.changes import Changes, changes
from communique.report.planning import PROJECT, Plan, refuse_faulty
from communique.report.running import Progress, run
from communique.report.verifying import keyword

if TYPE_CHECKING:
    from nbformat import NotebookNode

TIMEOUT = 300  # seconds a cell may take


@dataclass(frozen=True)
class Report:
    """A report that was built: its files, and the seconds it took.

    `numbers` are the files for other programs that the notebook gave, `changes` what differs from the edition before
    (None where there was none to compare with) and `changes_path` the page that tells it, where anything differs.
    """

    paths: list[Path]
    seconds: float
    numbers: list[Path] = field(default_factory=list)
    changes: Changes | None = None
    changes_path: Path | None = None


def build(plan: Plan, *, timeout: int = TIMEOUT, progress: Progress | None = None) -> Report:
    """The report, built as planned and put in place; where that fails, the one before stays as it is.

    Parameters
    ----------
    plan
        What to build.
    timeout
        Seconds a cell may take.
    progress
        Called with the numbers of cells reached and of cells in all.

    Raises
    ------
    DataError
        Where the data have faults, and nothing was run; or where they were changed meanwhile.
    CellFailed, KernelDied
        Where the notebook did not run to its end.
    RenderingError
        Where one of its faces could not be made of it.
    PublishError
        Where the report could not be put in its folder, or somebody's edited file stands in its place.
    """
    from communique.report.kernel import kernel

    started = monotonic()
    formats.refuse_edited(plan.formats, plan.folder, plan.name)
    with publishing.workshop(plan.folder, plan.name, files=plan.files) as made:
        with kernel(made, cwd=PROJECT, data=plan.data.parent, notebook=plan.notebook) as manager:
            refuse_faulty(plan.data, *plan.others)  # while the kernel starts
            with _imported_meanwhile():
                executed = run(plan.notebook, plan.parameters, manager=manager, timeout=timeout, progress=progress)
        numbers = {plan.name + suffix: text for suffix, text in _results(executed).items()}
        _refuse_other_origin(plan, numbers.get(f"{plan.name}.json", ""))
        told = executed.metadata.setdefault("communique", {})
        told["date"] = plan.date.isoformat()
        if made_from := keyword(numbers.get(f"{plan.name}.json", "")):
            told["keywords"] = made_from
        files = dict(zip(plan.files, _faces(executed, plan.formats), strict=True))
        files |= {file: text.encode("utf-8") for file, text in numbers.items()}
        differing = changes(_last_numbers(plan), numbers.get(f"{plan.name}.json", ""))
        if differing:
            files[plan.changes_file] = differing.page(plan.name).encode("utf-8")
        for file, content in files.items():
            publishing.write(made, file, content)
        # Numbers of an earlier edition must not stand beside a report that gives none.
        outdated = [] if numbers else [plan.name + suffix for suffix in _suffixes()]
        formats.refuse_edited(plan.formats, plan.folder, plan.name)  # somebody may have saved one meanwhile
        paths = publishing.publish(made, plan.folder, list(files), withdrawn=outdated)
    return Report(
        paths[: len(plan.files)],
        monotonic() - started,
        numbers=paths[len(plan.files) : len(plan.files) + len(numbers)],
        changes=differing,
        changes_path=plan.folder / plan.changes_file if differing else None,
    )


# --- after the run ---------------------------------------------------------------------------------------------------


@contextmanager
def _imported_meanwhile() -> Iterator[None]:
    """A block during which what rendering needs is imported in the background: the kernel does the work meanwhile."""
    warm.imported(*warm.RUN)
    thread = threading.Thread(target=warm.imported, args=warm.FACES, daemon=True)
    thread.start()
    yield
    thread.join()


def _faces(executed: "NotebookNode", names: Sequence[str]) -> Iterator[bytes]:
    """The report in each of the faces named, made side by side, then the executed notebook itself."""
    import nbformat

    from communique.document.notebook.exporters import faces

    with ThreadPoolExecutor(max(1, len(names))) as pool:
        making = [pool.submit(make) for make in faces(executed, names)]
        text = nbformat.writes(executed).rstrip("\n") + "\n"
        for name, made in zip(names, making, strict=True):
            try:
                yield made.result()
            except CommuniqueError:
                raise
            except Exception as error:
                raise RenderingError(f"{FACES[name].label}: {type(error).__name__}: {error}") from error
    yield text.encode("utf-8")


def _results(executed: "NotebookNode") -> dict[str, str]:
    """The files for other programs that the notebook gave, by suffix; none where it gave none."""
    from communique.report.results import files_in

    return files_in(executed)


def _refuse_other_origin(plan: Plan, numbers: str) -> None:
    """Refuse numbers of a notebook that tell of other data or parameters than the report was planned with.

    Raises
    ------
    DataError
        The data were changed meanwhile.
    RenderingError
        The notebook leaves a parameter out of what the report was made from, or tells another value.
    """
    if not numbers:
        return
    provenance = json.loads(numbers)["provenance"]
    for told in (provenance["data"], *provenance["others"]):
        if plan.fingerprints.get(told["process"], told["fingerprint"]) != told["fingerprint"]:
            where = shown(plan.data.parent / told["process"])
            raise DataError([Fault(where, 0, "", "the data were changed while the report was made", "build it again")])
    made_from = provenance["parameters"]
    wrong = [name for name, value in plan.parameters.items() if name not in made_from or made_from[name] != value]
    if wrong:
        problem = f"its results do not tell that they were made from {joined(wrong)} as given"
        raise RenderingError(f"{plan.notebook.name}: {problem}; give them parameters_of(globals())")


def _suffixes() -> tuple[str, ...]:
    from communique.report.results import SUFFIXES

    return SUFFIXES


def _last_numbers(plan: Plan) -> str:
    """The numbers of the edition in place, as JSON text; empty where there is none."""
    try:
        return read_regular(plan.folder / f"{plan.name}.json").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
