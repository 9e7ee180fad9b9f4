"""The command, run here or as a program of its own."""

import subprocess
import sys

from communique.cli import communique, console
from communique.errors import Fault

FAULTS = [Fault("data/x/rounds.csv", line, "start", "no date: \x1b[2J", "write 2017-07-10") for line in (3, 2)]


def run(capsys, *arguments):
    """Exit code, standard output and standard error of the command."""
    code = console.run(communique, arguments)
    told = capsys.readouterr()
    return code, told.out, told.err


def program(*arguments, **options):
    return subprocess.Popen([sys.executable, "-m", "communique", *map(str, arguments)], **options)
