"""Surroundings in which a report's bytes are the same for everybody, and a program that runs in them from its start.

Hash order, time zone, language and number of threads are settled when an interpreter starts. A process that was started
in these surroundings can be copied (`os.fork`) into a kernel; any other starts one anew, which imports all it needs.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def fixed() -> Mapping[str, str]:
    """The environment variables that a report's bytes may depend on, with the values they have in every build."""
    settled = {
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        # One thread: sums are added up in one order, and reports built side by side do not crowd each other out.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
    matplotlib = find_spec("matplotlib")
    if matplotlib is not None and matplotlib.origin is not None:  # settings that a user keeps are passed over
        settled["MATPLOTLIBRC"] = str(Path(matplotlib.origin).with_name("mpl-data") / "matplotlibrc")
    return settled


def can_copy() -> bool:
    """Whether the system lets a process with libraries in it be copied; under macOS theirs are not made for it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def hold() -> bool:
    """Whether this process was started in these surroundings, and so can be copied into a kernel."""
    return can_copy() and not sys.flags.hash_randomization and fixed().items() <= os.environ.items()


def enter() -> None:
    """Start this program anew, in the same process, in these surroundings; it goes on where they hold already.

    What it was called with stays. So does the encoding of its output, which the language would settle.
    """
    if not can_copy() or hold() or sys.flags.ignore_environment or not sys.orig_argv:
        return
    encoding = {"PYTHONIOENCODING": sys.stdout.encoding} if sys.stdout is not None else {}
    command = [sys.executable, *sys.orig_argv[1:]]
    os.execve(sys.executable, command, {**os.environ, **fixed(), **encoding, "PYTHONSAFEPATH": "1"})
