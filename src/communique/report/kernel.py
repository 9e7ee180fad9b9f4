"""The Jupyter kernel a report runs in: this very interpreter, in surroundings that are the same for everybody.

Which kernels a user has registered, which startup files and settings, plays no part. Run as a module this is the
kernel's own program: it imports what every notebook needs while the build is still checking the data.
"""

import asyncio
import contextlib
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec

_IMPORTED_EARLY = (
    "communique.facts.round",
    "communique.narrative.round.figures",
    "communique.narrative.round",
    "communique.narrative.round.tables",
)


class KernelManager(AsyncKernelManager):
    """A kernel manager that knows one kernel: the interpreter it runs in itself."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernel's program; -P keeps the working directory off the import path."""
        program = [sys.executable, "-P", "-m", "communique.report.kernel", "-f", "{connection_file}"]
        return KernelSpec(argv=program, display_name="Python 3", language="python", interrupt_mode="signal")


def surroundings(folder: Path, data: Path) -> dict[str, str]:
    """The environment variables of a kernel whose own files go to `folder`, and which reads the data folder `data`.

    Hash order, time zone, language and number of threads are fixed, because a report's bytes may depend on them;
    settings of IPython and matplotlib that a user keeps are passed over.
    """
    fixed = {
        # A kernel works in another folder than the build, and would look for the data from there.
        "COMMUNIQUE_DATA": str(data),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": str(folder / "ipython"),
        # One thread: sums are added up in one order, and reports built side by side do not crowd each other out.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
    matplotlib = find_spec("matplotlib")
    if matplotlib is not None and matplotlib.origin is not None:
        fixed["MATPLOTLIBRC"] = str(Path(matplotlib.origin).with_name("mpl-data") / "matplotlibrc")
    return {**os.environ, **fixed}


@contextlib.contextmanager
def kernel(folder: Path, *, cwd: Path, data: Path) -> Iterator[KernelManager]:
    """A kernel that is starting in `cwd`, with the data folder `data`; gone when the block ends, however it ends.

    Connection file and log (``kernel.log``) are kept in `folder`.
    """
    from jupyter_core.utils import ensure_event_loop, run_sync

    manager = KernelManager(connection_file=str(folder / "kernel.json"))
    quiet = ["--IPKernelApp.log_level=50", "--HistoryManager.enabled=False"]
    try:
        with open(folder / "kernel.log", "wb") as log:
            run_sync(manager.start_kernel)(
                extra_arguments=quiet,
                cwd=str(cwd),
                env=surroundings(folder, data),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        yield manager
    finally:
        _let_go(ensure_event_loop())
        if manager.has_kernel:
            run_sync(manager.shutdown_kernel)(now=True)


def _let_go(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what a run that was broken off still waits for: else it would find its kernel gone, and say so."""
    waiting = asyncio.all_tasks(loop)
    for task in waiting:
        task.cancel()
    if waiting:
        loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))


def _serve() -> None:
    """Be the kernel."""
    for module in _IMPORTED_EARLY:
        # What cannot be imported is for the cell that needs it to report.
        with contextlib.suppress(Exception):
            importlib.import_module(module)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    _serve()
