"""A report built: planned and checked, run, rendered and published, or refused with the last good one left alone.

`plan_round` and `plan_overview` refuse what cannot be built, cheaply and before anything runs; the `Plan` they return
can be handed to another process, where `build` does the work.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from communique import prose
from communique.document.faces import FACES
from communique.errors import CommuniqueError, DataError, Fault, ParameterError, RenderingError
from communique.facts.limits import refuse_beyond
from communique.files import publishing
from communique.files.paths import OVERVIEW, report_name, round_name, shown
from communique.files.regular import read_regular
from communique.prose import joined
from communique.report import formats
from communique.report.changes import Changes, changes
from communique.report.parameters import declared, settled
from communique.report.running import Progress, run
from communique.report.verifying import keyword

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from communique.process.model import Process

PROJECT = Path(__file__).resolve().parents[3]
ROUND_NOTEBOOK = PROJECT / "notebooks" / "round.ipynb"
OVERVIEW_NOTEBOOK = PROJECT / "notebooks" / "process.ipynb"
REPORTS = PROJECT / "reports"
TIMEOUT = 300  # seconds a cell may take
_WITHOUT_DATE = date(1970, 1, 1)
_IN_THE_NAME = ("PROCESS", "ROUND", "AS_OF")  # parameters that say where a report goes and what it is called


@dataclass(frozen=True)
class Plan:
    """A report that can be built: parameters settled and found in the data."""

    notebook: Path
    parameters: dict[str, Any]
    data: Path  # folder of the process
    date: date  # the last day the data tell of
    folder: Path  # where the report goes
    name: str  # of its files, e.g. "round-07"
    others: tuple[Path, ...] = ()  # folders of the processes it draws on beside its own
    fingerprints: Mapping[str, str] = field(default_factory=dict)  # of the data, by process, as they were planned with
    formats: tuple[str, ...] = formats.USUAL  # the names of its faces

    @property
    def files(self) -> list[str]:
        """Names of the report's files: its faces and the executed notebook."""
        return [*formats.file_names(self.formats, self.name), f"{self.name}.ipynb"]

    @property
    def changes_file(self) -> str:
        """Name of the page that tells what the report changed against its edition before."""
        return f"{self.name}.changes.md"


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


def plan_round(
    given: Mapping[str, Any],
    *,
    notebook: Path = ROUND_NOTEBOOK,
    output: Path | None = None,
    asked: tuple[str, ...] = formats.USUAL,
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
    asked
        The formats it is asked for in, see `formats`; those that stand there already are made anew with them.

    Raises
    ------
    ParameterError
        Where the notebook declares no such parameter, a value is of the wrong type, or the data hold no such process
        or round.
    """
    values, process = _settled(given, notebook, needed=("PROCESS", "ROUND"), what="a report on a round")
    if "ROUND" not in given:
        raise ParameterError(f"no round given; {_rounds(process)}, e.g. ROUND={process.rounds['round'].max()}")
    if values["ROUND"] not in process.rounds["round"].tolist():
        raise ParameterError(f"ROUND={values['ROUND']} is not in the data; {_rounds(process)}")
    others = _others(values, process)
    name = round_name(values["ROUND"])
    return _plan(name, values, process, *others, notebook=notebook, output=output, asked=asked)


def plan_overview(
    given: Mapping[str, Any],
    *,
    notebook: Path = OVERVIEW_NOTEBOOK,
    output: Path | None = None,
    asked: tuple[str, ...] = formats.USUAL,
) -> Plan:
    """The plan of the overview of a process; parameters and errors are those of `plan_round`, without a round."""
    values, process = _settled(given, notebook, needed=("PROCESS",), what="an overview")
    return _plan(OVERVIEW, values, process, notebook=notebook, output=output, asked=asked)


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
        with kernel(made, cwd=PROJECT, data=plan.data.parent) as manager:
            _refuse_faulty(plan.data, *plan.others)  # while the kernel starts
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


# --- before the run --------------------------------------------------------------------------------------------------


def _settled(
    given: Mapping[str, Any], notebook: Path, *, needed: tuple[str, ...], what: str
) -> tuple[dict[str, Any], "Process"]:
    """The value of every parameter of a notebook that must declare those `needed`, and the process they name."""
    parameters = declared(notebook)
    values = settled(parameters, given, notebook=notebook.name)
    refuse_beyond(values)
    for name in needed:
        if name not in values:
            raise ParameterError(f"{notebook.name}: declares no parameter {name}, which {what} needs")
    return values, _process(values)


def _plan(
    name: str,
    values: dict[str, Any],
    process: "Process",
    *others: "Process",
    notebook: Path,
    output: Path | None,
    asked: tuple[str, ...],
) -> Plan:
    """The plan of a report that draws on a process and `others`, named for what it tells."""
    folder, name = (
        (output or REPORTS / process.id).resolve(),
        report_name(name, process.as_of, _unusual(values, notebook)),
    )
    return Plan(
        notebook=notebook.resolve(),
        parameters=values,
        data=process.folder,
        date=_date_of_data(process),
        folder=folder,
        name=name,
        others=tuple(each.folder for each in others),
        fingerprints={each.id: each.fingerprint for each in (process, *others)},
        formats=formats.of_edition(asked, folder, name),
    )


def _unusual(values: Mapping[str, Any], notebook: Path) -> dict[str, Any]:
    """The values that are not those the notebook declares; of what a report is named for anyhow, none."""
    usual = declared(notebook)
    return {name: value for name, value in values.items() if name not in _IN_THE_NAME and value != usual[name].default}


def _process(values: Mapping[str, Any]) -> "Process":
    """The process the parameters name, as known on the day they name."""
    from communique.process.folder import find
    from communique.process.model import load

    try:
        process = load(values["PROCESS"])
    except DataError:
        _refuse_faulty(find(values["PROCESS"]))  # finds more faults than reading does
        raise
    if values.get("AS_OF") is None:
        return process
    from communique.facts.shared import as_day
    from communique.process.as_of import known_until

    return known_until(process, as_day(values["AS_OF"]))


def _others(values: Mapping[str, Any], process: "Process") -> tuple["Process", ...]:
    """The processes beside its own that a round draws on."""
    if not values.get("COMPARE_TO"):
        return ()
    from communique.facts import comparison

    return comparison.others(process, values["ROUND"], values["COMPARE_TO"])


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
    dated = [day.date() for day in days if day == day]  # NaT, where a column is empty, is not itself
    return max(dated, default=_WITHOUT_DATE)


def _refuse_faulty(*folders: Path) -> None:
    """Raise DataError where the data of a process have faults."""
    from communique.process.checks import check

    faults = [fault for folder in folders for fault in check(folder)]
    if faults:
        raise DataError(faults)


# --- after the run ---------------------------------------------------------------------------------------------------


@contextmanager
def _imported_meanwhile() -> Iterator[None]:
    """A block during which what rendering needs is imported in the background: the kernel does the work meanwhile."""

    def import_them() -> None:
        # What cannot be imported, for want of memory or of files, is for whoever needs it to report, in one line.
        with suppress(Exception):
            import typst  # noqa: F401

            import communique.document.notebook.exporters
            import communique.report.results  # noqa: F401

    thread = threading.Thread(target=import_them, daemon=True)
    thread.start()
    yield
    thread.join()


def _faces(executed: "NotebookNode", names: Iterable[str]) -> Iterator[bytes]:
    """The report in each of the faces named, then the executed notebook itself."""
    import nbformat

    from communique.document.notebook.exporters import EXPORTERS

    for name in names:
        try:
            content, _ = EXPORTERS[name](strict=True).from_notebook_node(executed)
        except CommuniqueError:
            raise
        except Exception as error:
            raise RenderingError(f"{FACES[name].label}: {type(error).__name__}: {error}") from error
        yield content if isinstance(content, bytes) else content.encode("utf-8")
    yield (nbformat.writes(executed).rstrip("\n") + "\n").encode("utf-8")


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
