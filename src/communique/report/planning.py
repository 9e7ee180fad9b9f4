"""A report planned: its parameters settled, found in the data, and given a name, a day and a folder.

What cannot be built is refused here, cheaply and before anything runs. A `Plan` can be handed to another process.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique import prose
from communique.errors import DataError, ParameterError
from communique.facts.limits import refuse_beyond
from communique.files.paths import OVERVIEW, report_name, round_name
from communique.report import formats
from communique.report.parameters import declared, settled

if TYPE_CHECKING:
    from communique.process.model import Process

PROJECT = Path(__file__).resolve().parents[3]
ROUND_NOTEBOOK = PROJECT / "notebooks" / "round.ipynb"
OVERVIEW_NOTEBOOK = PROJECT / "notebooks" / "process.ipynb"
REPORTS = PROJECT / "reports"
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


def refuse_faulty(*folders: Path) -> None:
    """Raise DataError where the data of a process have faults."""
    from communique.process.checks import check

    faults = [fault for folder in folders for fault in check(folder)]
    if faults:
        raise DataError(faults)


# --- what a plan is made of -------------------------------------------------------------------------------------------


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
    folder = (output or REPORTS / process.id).resolve()
    name = report_name(name, process.as_of, _unusual(values, notebook))
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
        refuse_faulty(find(values["PROCESS"]))  # finds more faults than reading does
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
