"""What the check of a folder says, for the tests of the checks."""

import os
from pathlib import Path

from communique.process.checks import check


def told(folder):
    """The lines that check prints for a folder, with files named from there."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        return [str(fault) for fault in check(Path("."))]
    finally:
        os.chdir(here)
