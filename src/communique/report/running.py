"""A notebook run from top to bottom by papermill, and the proof that all of it ran.

papermill's own record is not relied on: it calls cells complete that a dead kernel never saw. Here a run counts only
if every code cell has its number, in order, no cell holds an error, and the kernel lives at the end.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CellFailed, KernelDied, ParameterError, printable
from communique.report.shipped import NOTEBOOK, as_built, differences

if TYPE_CHECKING:
    from nbclient.exceptions import CellTimeoutError
    from nbformat import NotebookNode

    from communique.report.kernel import KernelManager

Progress = Callable[[int, int], None]  # told the number of cells done, and of cells in all
_TERMINAL_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_CELL_FILE = re.compile(r"\S*ipykernel_\d+[/\\]\d+\.py")
_START = 300  # seconds for a kernel to start, on a machine with much else to do; one that dies is seen to at once
_INJECTED = "injected-parameters"
_ADDED = {_INJECTED, "papermill-error-cell-tag"}  # tags of cells that papermill adds to the notebook


def run(
    notebook: Path,
    parameters: Mapping[str, Any],
    *,
    manager: "KernelManager",
    timeout: int,
    progress: Progress | None = None,
) -> "NotebookNode":
    """The executed notebook, the same for the same inputs: without times, versions and random ids.

    Parameters
    ----------
    notebook
        The notebook to run; it is not written to.
    parameters
        The value of every parameter it declares.
    manager
        The kernel to run it in; it may still be starting.
    timeout
        Seconds a cell may take.

    Raises
    ------
    CellFailed
        Where a cell raised an error, or ended the run early.
    KernelDied
        Where the kernel did not start or died, or where a cell, or what it shows, took longer than `timeout`.
    """
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    source = _with_stable_ids(_read(notebook))
    if edits := differences(notebook).edits:
        parameters = {**parameters, NOTEBOOK: f"{notebook.name}, not as shipped: {edits}"}
    watch = _Watch(progress)
    try:
        with _hushed("papermill", "traitlets", "asyncio"):
            executed = papermill.execute_notebook(
                source,
                None,
                parameters=dict(parameters),
                kernel_name="python3",
                language="python",
                progress_bar=False,
                start_timeout=max(_START, timeout),
                execution_timeout=timeout,
                iopub_timeout=timeout,  # what a cell shows may come long after it is done, where much else is going on
                km=manager,
                record_timing=False,
                on_notebook_start=watch.begins,
                on_cell_start=watch.reaches,
            )
    except PapermillExecutionError as error:
        verify(watch.notebook)  # names the cell as the other failures do
        raise CellFailed(_in_one_line(error.ename, error.evalue)) from error
    except CellTimeoutError as error:
        raise KernelDied(f"{watch.place}: {_too_slow(error, timeout)}; --timeout gives it more") from error
    except AssertionError as error:  # which nbclient raises where what is waited for is of no cell
        raise KernelDied(f"the kernel did not answer within {timeout} s after its last cell") from error
    except DeadKernelError as error:
        raise KernelDied(f"{watch.place}: the kernel died; out of memory, or ended by the cell?") from error
    except (RuntimeError, OSError, TypeError, AttributeError) as error:
        if watch.notebook is None:
            raise KernelDied(f"the kernel did not start: {_in_one_line(type(error).__name__, str(error))}") from error
        raise KernelDied(f"{watch.place}: lost the kernel ({type(error).__name__})") from error
    verify(executed)
    return _made_reproducible(executed)


def _too_slow(error: "CellTimeoutError", timeout: int) -> str:
    """What took too long: the cell, or what it shows on its way here after the cell was done."""
    if "IOPub" in str(error):
        return f"the cell was done, but what it shows did not arrive within {timeout} s"
    return f"took longer than {timeout} s"


class _Watch:
    """Follows a run: which notebook is being run and which cell it has reached."""

    def __init__(self, progress: Progress | None):
        self.progress = progress
        self.notebook: NotebookNode | None = None
        self.reached = -1

    def begins(self, notebook: "NotebookNode") -> None:
        self.notebook = notebook

    def reaches(self, cell: "NotebookNode", cell_index: int) -> None:
        self.reached = cell_index
        if self.progress:
            self.progress(cell_index + 1, len(self.notebook.cells))

    @property
    def place(self) -> str:
        return place(self.notebook, self.reached)


def verify(executed: "NotebookNode") -> None:
    """Raise CellFailed unless every code cell ran, in order, without an error."""
    expected = 0
    for index, cell in enumerate(executed.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                raise CellFailed(f"{place(executed, index)}: {_in_one_line(output.ename, output.evalue)}")
        expected += 1
        if cell.execution_count != expected:
            raise CellFailed(f"{place(executed, index)}: did not run; a cell before it ended the run")


def place(notebook: "NotebookNode", index: int) -> str:
    """Where a cell is: its number among the cells of the source, and the last heading above it."""
    cells = notebook.cells if notebook is not None else []
    heading = ""
    for cell in cells[: index + 1]:
        if cell.cell_type == "markdown":
            for found in re.finditer(r"^#{1,6}\s+(.+?)\s*#*$", cell.source, re.MULTILINE):
                heading = found.group(1)
    number = sum(_ADDED.isdisjoint(cell.metadata.get("tags", ())) for cell in cells[: index + 1])
    return f"cell {number}" + (f" (under “{heading}”)" if heading else "")


def _in_one_line(name: str, message: str) -> str:
    """An error's type and message on one line of bearable length."""
    text = printable(" ".join(_TERMINAL_COLOURS.sub("", f"{name}: {message}".rstrip(": ")).split()))
    return text if len(text) <= 300 else f"{text[:297]}..."


# --- the notebook before and after -----------------------------------------------------------------------------------


def _read(notebook: Path) -> dict[str, Any]:
    """The notebook as JSON."""
    try:
        return as_built(notebook)
    except (OSError, ValueError) as error:
        raise ParameterError(f"{notebook}: cannot be read as a notebook ({type(error).__name__})") from error


def _with_stable_ids(raw: dict[str, Any]) -> "NotebookNode":
    """The notebook in the current format, each cell with an id that is the same in every run."""
    import nbformat

    for index, cell in enumerate(raw["cells"]):
        content = f"{index} {cell['cell_type']} {''.join(cell['source'])}"
        cell.setdefault("id", sha256(content.encode()).hexdigest()[:8])
    raw["nbformat"], raw["nbformat_minor"] = 4, max(raw.get("nbformat_minor", 0), 5)
    return nbformat.from_dict(raw)


def _made_reproducible(executed: "NotebookNode") -> "NotebookNode":
    """The notebook without what differs from run to run, and as JupyterLab would save it."""
    executed.metadata.pop("papermill", None)
    executed.metadata.get("language_info", {}).pop("version", None)
    for cell in executed.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if _INJECTED in cell.metadata.get("tags", ()):
            cell.id = _INJECTED
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                output.text = _CELL_FILE.sub("<cell>", output.text)
    return executed


@contextmanager
def _hushed(*loggers: str) -> Iterator[None]:
    """A block in which these loggers say nothing; what they know is in the error raised."""
    levels = {name: logging.getLogger(name).level for name in loggers}
    for name in loggers:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
