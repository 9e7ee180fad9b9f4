"""Calls for workers, in a module that another process can import."""

import os
import time
from pathlib import Path


def double(number):
    return 2 * number


def fail_at_first(folder, number):
    """Fail the first two times."""
    tries = len(list(Path(folder).glob(f"{number}-*")))
    Path(folder, f"{number}-{tries}").touch()
    if tries < 2:
        raise OSError("not yet")
    return number


def end(number):
    """End the worker where the number is 3."""
    if number == 3:
        os._exit(9)
    time.sleep(0.05)
    return number
