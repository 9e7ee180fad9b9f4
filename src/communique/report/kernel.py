"""The Jupyter kernel a report runs in: this very interpreter, in surroundings that are the same for everybody.

Which kernels a user has registered, which startup files and settings, plays no part. A process that was started in
these surroundings is copied into its first kernel. Elsewhere the kernel is a program of its own, which is this module:
it imports what every notebook needs while the build is still checking the data.
"""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec

from communique.report import surroundings as fixed_surroundings
from communique.report import warm

if TYPE_CHECKING:
    from communique.report.copying import Copy

_QUIET = ("--IPKernelApp.log_level=50", "--HistoryManager.enabled=False", "--InteractiveShellApp.ignore_cwd=True")


class KernelManager(AsyncKernelManager):
    """A kernel manager that knows one kernel: the interpreter it runs in itself."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernel's program; -P keeps the working directory off the import path."""
        program = [sys.executable, "-P", "-m", "communique.report.kernel", "-f", "{connection_file}"]
        return KernelSpec(argv=program, display_name="Python 3", language="python", interrupt_mode="signal")


def surroundings(folder: Path, data: Path) -> dict[str, str]:
    """The environment variables of a kernel whose own files go to `folder`, and which reads the data folder `data`.

    What a report's bytes may depend on is fixed (`communique.report.surroundings`); settings of IPython that a user
    keeps are passed over.
    """
    own = {
        # A kernel works in another folder than the build, and would look for the data from there.
        "COMMUNIQUE_DATA": str(data),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    return {**os.environ, **fixed_surroundings.fixed(), **own}


@contextlib.contextmanager
def kernel(folder: Path, *, cwd: Path, data: Path, notebook: Path) -> Iterator[KernelManager]:
    """A kernel that is starting in `cwd`, with the data folder `data`; gone when the block ends, however it ends.

    It begins with importing what the `notebook` will. Connection file and log (``kernel.log``) are kept in `folder`.
    """
    early = [*warm.KERNEL, *warm.imports_of(notebook)]
    with _copied(early) as copy:
        from jupyter_core.utils import ensure_event_loop, run_sync

        manager = KernelManager(connection_file=str(folder / "kernel.json"))
        if copy:
            from communique.report.copying import CopyProvisioner

            manager.provisioner = CopyProvisioner(kernel_spec=manager.kernel_spec, parent=manager)
            manager.provisioner.copy = copy
        try:
            with open(folder / "kernel.log", "wb") as log:
                run_sync(manager.start_kernel)(
                    extra_arguments=[*_QUIET, *early] if copy is None else list(_QUIET),
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


@contextlib.contextmanager
def _copied(early: Sequence[str]) -> "Iterator[Copy | None]":
    """A copy of this process to be the kernel; None where it cannot be copied, or has run a kernel before.

    Once it has, it holds threads and sockets, which cannot be copied.
    """
    if _Copied.already or not fixed_surroundings.hold():
        yield None
        return
    from communique.report.copying import Copy

    warm.imported(*early)
    _Copied.already = True
    copy = Copy()
    try:
        yield copy
    finally:
        copy.dismiss()


class _Copied:
    already = False


def _let_go(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what a run that was broken off still waits for: else it would find its kernel gone, and say so."""
    waiting = asyncio.all_tasks(loop)
    for task in waiting:
        task.cancel()
    if waiting:
        loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))


def _serve() -> None:
    """Be the kernel, whose last arguments are the modules to begin with."""
    early = sys.argv[sys.argv.index(_QUIET[-1]) + 1 :]
    del sys.argv[-len(early) :]
    warm.imported(*early)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    _serve()
