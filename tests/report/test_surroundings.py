"""Surroundings hold only where a process was started in them; a program that enters them is called as it was."""

import os
import subprocess
import sys

import pytest

from communique.report import surroundings

PROGRAM = """
import os, sys
from communique.report import surroundings
before = surroundings.hold()
surroundings.enter()
print(before, surroundings.hold(), sys.argv[1:], hash("a word"), sys.stdout.encoding, os.environ["TZ"])
"""


def ran(**environment):
    command = [sys.executable, "-c", PROGRAM, "--round=7", "a b"]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.skipif(not surroundings.can_copy(), reason="this system does not let a process be copied")
def test_a_program_is_called_as_it_was_in_surroundings_that_are_the_same_for_everybody():
    one = ran(PYTHONHASHSEED="1", TZ="Asia/Kathmandu", PYTHONIOENCODING="latin-1")
    other = ran(PYTHONHASHSEED="random", TZ="UTC", PYTHONIOENCODING="latin-1")

    assert one == other
    # It was started anew, so that it held before it entered; nothing of the first start is told.
    assert one.startswith("True True ['--round=7', 'a b'] ")
    assert one.endswith(" iso8859-1 UTC\n") or one.endswith(" latin-1 UTC\n")


def test_variables_set_too_late_do_not_count(monkeypatch):
    """The order of hashes is settled when an interpreter starts."""
    for name, value in surroundings.fixed().items():
        monkeypatch.setenv(name, value)

    assert surroundings.hold() == (surroundings.can_copy() and not sys.flags.hash_randomization)


def test_where_no_process_can_be_copied_nothing_is_started_anew(monkeypatch):
    monkeypatch.setattr(surroundings.sys, "platform", "darwin")
    monkeypatch.setattr(surroundings.os, "execve", lambda *given: pytest.fail("it was started anew"))

    surroundings.enter()
    assert not surroundings.hold()
