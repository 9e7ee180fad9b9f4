"""Requests to end: heard wherever they come, and no second one breaks off the tidying up."""

import signal
import subprocess
import sys
import textwrap

import pytest

from communique import signals

from .conftest import PATIENCE

REQUESTS = [(signal.SIGINT, "SystemExit(130)"), (signal.SIGTERM, "SystemExit(143)")]
PROGRAM = """
import os, time
from communique import signals
NUMBER = {number}

class Dropped:
    def __del__(self):
        os.kill(os.getpid(), NUMBER)

try:
    with signals.in_good_order(*signals.ALL):
        try:
            {before}
            time.sleep(20)
        finally:
            {after}
            print("tidied up", flush=True)
except BaseException as error:
    print(repr(error))
"""


def ran(number, before, after="pass"):
    program = textwrap.dedent(PROGRAM).format(number=int(number), before=before, after=after)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout.splitlines(), done.stderr


@pytest.mark.parametrize(("number", "error"), REQUESTS)
def test_a_request_leaves_the_block_as_an_error_does(number, error):
    assert ran(number, "os.kill(os.getpid(), NUMBER)") == (["tidied up", error], "")


@pytest.mark.parametrize(("number", "error"), REQUESTS)
def test_a_request_that_was_swallowed_is_made_again(number, error):
    swallowed = "exec('try: os.kill(os.getpid(), NUMBER); time.sleep(1)\\nexcept BaseException: print(0)')"

    assert ran(number, swallowed) == (["0", "tidied up", error], "")


@pytest.mark.parametrize(("number", "error"), REQUESTS)
def test_a_request_that_is_swallowed_slowly_is_made_again(number, error):
    """It is made again while the first is being handled, which is not the time, and once more."""
    swallowed = (
        "exec('try: os.kill(os.getpid(), NUMBER); time.sleep(1)\\nexcept BaseException: time.sleep(1.5); print(0)')"
    )

    assert ran(number, swallowed) == (["0", "tidied up", error], "")


@pytest.mark.parametrize(("number", "error"), REQUESTS)
def test_a_request_that_comes_where_no_error_gets_out_is_made_again_without_a_word(number, error):
    assert ran(number, "Dropped()") == (["tidied up", error], "")


@pytest.mark.parametrize(("number", "error"), REQUESTS)
def test_a_second_request_does_not_break_off_the_tidying_up(number, error):
    again = "os.kill(os.getpid(), NUMBER); time.sleep(1.5)"

    assert ran(number, "os.kill(os.getpid(), NUMBER)", again) == (["tidied up", error], "")


def test_what_heard_requests_before_hears_them_after():
    before = signal.getsignal(signal.SIGTERM), sys.unraisablehook

    with signals.in_good_order(*signals.ALL):
        within = signal.getsignal(signal.SIGTERM), sys.unraisablehook

    assert (signal.getsignal(signal.SIGTERM), sys.unraisablehook) == before
    assert within[0] is not before[0]
    assert within[1] is not before[1]
