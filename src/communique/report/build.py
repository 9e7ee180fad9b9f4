"""A report built: planned and checked, run, rendered and published, or refused with the last good one left alone.

`plan_round` refuses what cannot be built, cheaply and before anything runs; the `Plan` it returns can be handed to
another process, where `build` does the work.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from communique import prose
from communique.errors import CommuniqueError, DataError, ParameterError, RenderingError
from communique.report import publishing
from communique.report.parameters import declared, settled
from communique.report.running import Progress, run

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from communique.process import Process

PROJECT = Path(__file__).resolve().parents[3]
ROUND_NOTEBOOK = PROJECT / "notebooks" / "round.ipynb"
REPORTS = PROJECT / "reports"
TIMEOUT = 300  # seconds a cell may take
_WITHOUT_DATE = date(1970, 1, 1)


@dataclass(frozen=True)
class Plan:
    """A report that can be built: parameters settled and found in the data."""

    notebook: Path
    parameters: dict[str, Any]
    data: Path  # folder of the process
    date: date  # the last day the data tell of
    folder: Path  # where the report goes
    name: str  # of its files, e.g. "round-07"

    @property
    def files(self) -> list[str]:
        """Names of the files the report consists of."""
        return [f"{self.name}.html", f"{self.name}.pdf", f"{self.name}.ipynb"]


@dataclass(frozen=True)
class Report:
    """A report that was built: its files, and the seconds it took."""

    paths: list[Path]
    seconds: float


def plan_round(
    given: Mapping[str, Any], *, notebook: Path = ROUND_NOTEBOOK, output: Path | None = None
) -> Plan:
    """The plan of one round's report.

    Parameters
    ----------
    given
        Values of the notebook's parameters: PROCESS, ROUND, AS_OF and others it declares. Typed text will do: "7".
    notebook
        The notebook to run.
    output
        The folder the report goes to; ``reports/<process>`` of the project where none is given.

    Raises
    ------
    ParameterError
        Where the notebook declares no such parameter, a value is of the wrong type, or the data hold no such process
        or round.
    """
    parameters = declared(notebook)
    values = settled(parameters, given, notebook=notebook.name)
    for name in ("PROCESS", "ROUND"):
        if name not in values:
            raise ParameterError(f"{notebook.name}: declares no parameter {name}, which a report on a round needs")
    process = _process(values)
    if "ROUND" not in given:
        raise ParameterError(f"no round given; {_rounds(process)}, e.g. ROUND={process.rounds['round'].max()}")
    if values["ROUND"] not in process.rounds["round"].tolist():
        raise ParameterError(f"ROUND={values['ROUND']} is not in the data; {_rounds(process)}")
    name = f"round-{values['ROUND']:02d}"
    if process.as_of:
        name += f"-as-of-{process.as_of.isoformat()}"
    return Plan(
        notebook=notebook.resolve(),
        parameters=values,
        data=process.folder,
        date=_date_of_data(process),
        folder=(output or REPORTS / process.id).resolve(),
        name=name,
    )


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
        Where the data have faults; nothing was run.
    CellFailed, KernelDied
        Where the notebook did not run to its end.
    RenderingError
        Where HTML or PDF could not be made of it.
    PublishError
        Where the report could not be put in its folder.
    """
    from communique.report.kernel import kernel

    started = monotonic()
    with publishing.workshop(plan.folder, plan.name, files=plan.files) as made:
        with kernel(made, cwd=PROJECT) as manager:
            _refuse_faulty(plan.data)  # while the kernel starts
            with _imported_meanwhile():
                executed = run(plan.notebook, plan.parameters, manager=manager, timeout=timeout, progress=progress)
        executed.metadata.setdefault("communique", {})["date"] = plan.date.isoformat()
        for file, content in zip(plan.files, _faces(executed), strict=True):
            publishing.write(made, file, content)
        paths = publishing.publish(made, plan.folder, plan.files)
    return Report(paths, monotonic() - started)


# --- before the run --------------------------------------------------------------------------------------------------


def _process(values: Mapping[str, Any]) -> "Process":
    """The process the parameters name, as known on the day they name."""
    from communique.process import find, load

    try:
        process = load(values["PROCESS"])
    except DataError:
        _refuse_faulty(find(values["PROCESS"]))  # finds more faults than reading does
        raise
    day = values.get("AS_OF")
    if day is None:
        return process
    try:
        return process.until(date.fromisoformat(day))
    except ValueError:
        raise ParameterError(f"AS_OF takes a day such as 2017-07-31, not '{day}'") from None


def _rounds(process: "Process") -> str:
    """A clause that says which rounds there are."""
    numbers = [str(number) for number in process.rounds["round"]]
    known = f" as known on {prose.day(process.as_of)}" if process.as_of else ""
    return f"{process.id}{known} has " + (f"rounds {', '.join(numbers)}" if numbers else "no round yet")


def _date_of_data(process: "Process") -> date:
    """The last day the data tell of, or the day they are cut at."""
    if process.as_of:
        return process.as_of
    tables = (process.rounds, process.statements, process.sources, process.expectations, process.events)
    days = [table[column].max() for table in tables for column in table.select_dtypes("datetime")]
    known = [day.date() for day in days if day == day]  # NaT, where a column is empty, is not itself
    return max(known, default=_WITHOUT_DATE)


def _refuse_faulty(folder: Path) -> None:
    """Raise DataError where the data have faults."""
    from communique.checks import check

    faults = check(folder)
    if faults:
        raise DataError(faults)


# --- after the run ---------------------------------------------------------------------------------------------------


@contextmanager
def _imported_meanwhile() -> Iterator[None]:
    """A block during which what rendering needs is imported in the background: the kernel does the work meanwhile."""

    def import_them() -> None:
        import typst  # noqa: F401

        import communique.report.exporters  # noqa: F401

    thread = threading.Thread(target=import_them, daemon=True)
    thread.start()
    yield
    thread.join()


def _faces(executed: "NotebookNode") -> Iterator[bytes]:
    """HTML, PDF and the executed notebook itself."""
    import nbformat

    from communique.report.exporters import NegotiationReportExporter, NegotiationReportPDFExporter

    for face, exporter in (("HTML", NegotiationReportExporter), ("PDF", NegotiationReportPDFExporter)):
        try:
            content, _ = exporter(strict=True).from_notebook_node(executed)
        except CommuniqueError:
            raise
        except Exception as error:
            raise RenderingError(f"{face}: {type(error).__name__}: {error}") from error
        yield content if isinstance(content, bytes) else content.encode("utf-8")
    yield (nbformat.writes(executed).rstrip("\n") + "\n").encode("utf-8")
