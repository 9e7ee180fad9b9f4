"""Requests to end (Ctrl-C, SIGTERM, SIGHUP), taken so that kernels are stopped and working folders removed.

A process that works for another asks to be ended with it (`end_with`): one that is killed can send no request.
"""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

ALL = ("SIGINT", "SIGTERM", "SIGHUP")
_AGAIN = 1.0  # seconds until a request that was swallowed is made again
_LOOK = 0.5  # seconds from one look at the parent to the next
_ON_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


@contextlib.contextmanager
def in_good_order(*requests: str) -> Iterator[None]:
    """A block that a request to end leaves as an error does, with SystemExit(128 + number of the signal).

    What is raised where no exception gets out is lost: in a callback, or while some extension modules are imported. So
    the request is repeated until it is seen on its way; from then on no further request breaks off the tidying up.
    Python's own KeyboardInterrupt is not used: where it hits an `exec`, the program dies by the signal at its end.

    Parameters
    ----------
    requests
        Names of the signals heard; those that the system does not have are passed over.
    """
    asked: list[int] = []

    def end(number: int, frame: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        if asked and _is_ending(sys.exception()):
            return  # on its way, or about to be swallowed: the next time will tell
        asked.append(number)
        raise SystemExit(128 + asked[0])

    names = [name for name in (*requests, "SIGALRM") if hasattr(signal, name)]
    before = {}
    with contextlib.suppress(ValueError):  # not the main thread
        before = {name: signal.signal(getattr(signal, name), end) for name in names}
    hook, sys.unraisablehook = sys.unraisablehook, _silent_about_ending
    try:
        yield
    finally:
        if asked and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = hook
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def end_with(parent: int, number: int = getattr(signal, "SIGKILL", signal.SIGTERM)) -> None:
    """Have this process get a signal as soon as the one of the number `parent`, which started it, is gone.

    Under Linux the system sends it, even while a library holds the interpreter; elsewhere a thread looks from time to
    time.
    """
    if not hasattr(os, "getppid") or os.name == "nt":
        return

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os.kill(os.getpid(), number)

    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_ON_DEATH_OF_PARENT, number)
    threading.Thread(target=look, daemon=True).start()


def _is_ending(error: BaseException | None) -> bool:
    """Whether an error that is being handled, or one behind it, is a request to end on its way."""
    while error is not None and not isinstance(error, SystemExit):
        error = error.__context__
    return error is not None


def _silent_about_ending(unraisable: "sys.UnraisableHookArgs") -> None:
    """Tell of an exception that could not get out, unless it is a request to end, which will be made again."""
    if not issubclass(unraisable.exc_type, SystemExit):
        sys.__unraisablehook__(unraisable)
