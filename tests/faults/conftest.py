"""Programs that are ended at random moments, and how many times: few in every run, many by `make faults`."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

LONG = os.environ.get("COMMUNIQUE_FAULTS") == "long"
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
WRITERS = Path(__file__).with_name("writers.py")
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


def trials(few, many):
    """The numbers of the trials of a test; each seeds its own chance, so that what failed once can be tried again."""
    return range(many if LONG else few)


def ended(command, chance, *, number, within, awaited=b""):
    """End a program by a signal at a random moment within some seconds of when it says what is awaited; its code."""
    with subprocess.Popen(
        [sys.executable, *map(str, command)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE if awaited else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        if awaited:
            assert running.stdout.readline() == awaited
        time.sleep(chance.uniform(0, within))
        running.send_signal(number)
        running.wait()
    return running.returncode


def chance_of(trial):
    return random.Random(trial)
