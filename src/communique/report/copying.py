"""A kernel that is a copy of this process, with all it has imported: nothing is imported twice.

`Copy` forks before anything of Jupyter is begun, with its event loop, threads and sockets, and waits for its order; the
`CopyProvisioner` gives it that where jupyter_client would start a program. From there on it is a kernel like any other:
a process of its own, with its own memory, which can be interrupted and killed.
"""

import contextlib
import gc
import json
import os
import signal
import sys
import traceback
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from communique.report import warm

_HEARD = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM} if hasattr(signal, "SIGALRM") else set()


class Copy:
    """A copy of this process, seen from here: what `LocalProvisioner` asks of a process it has started."""

    stdin = stdout = stderr = None

    def __init__(self) -> None:
        order, self._orders = os.pipe()
        gc.freeze()  # what is there already is not looked through, and so not written to, by either
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        try:
            self.pid = os.fork()
            if not self.pid:
                _be_a_copy(order, heard)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
            os.close(order)
        self.returncode: int | None = None

    def begin(self, arguments: list[str], *, cwd: str, env: dict[str, str], log: str) -> None:
        """Have it be a kernel with these arguments, in the folder `cwd`; what it prints goes to the file `log`."""
        with os.fdopen(self._orders, "w", encoding="utf-8") as orders:
            self._orders = -1
            json.dump({"arguments": arguments, "cwd": cwd, "env": env, "log": log}, orders)

    def poll(self) -> int | None:
        """How it ended, as of `subprocess.Popen`; None while it has not."""
        return self.wait(os.WNOHANG)

    def wait(self, options: int = 0) -> int | None:
        """Wait until it has ended, and say how."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, options)
            except ChildProcessError:  # somebody else has asked before
                pid, status = self.pid, 0
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, while it is there."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def dismiss(self) -> None:
        """Be rid of it, whether or not it was given an order."""
        if self._orders >= 0:
            os.close(self._orders)
            self._orders = -1
        self.kill()
        self.wait()


class CopyProvisioner(LocalProvisioner):
    """Provides a kernel that is there already, as a copy of this process."""

    copy: Copy

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Have the copy be the kernel that the command would have started; where to reach it."""
        self.process, self.pid, self.pgid, self.cwd = self.copy, self.copy.pid, self.copy.pid, kwargs["cwd"]
        arguments = [*cmd[cmd.index("-f") :], f"--IPKernelApp.parent_handle={os.getpid()}"]
        self.copy.begin(arguments, cwd=kwargs["cwd"], env=kwargs["env"], log=kwargs["stdout"].name)
        return self.connection_info


# --- the copy itself -------------------------------------------------------------------------------------------------


def _be_a_copy(order: int, heard: set[signal.Signals]) -> None:
    """Wait for the order and follow it; nothing of what this process was about to do goes on."""
    code = 1
    try:
        for number in _HEARD:  # but what it does not hear, a copy does not hear either
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        sys.unraisablehook = sys.__unraisablehook__
        os.setsid()  # Ctrl-C is for the build, which ends its kernel
        _close_but(order)
        with os.fdopen(order, encoding="utf-8") as orders:
            told = orders.read()
        code = _serve(**json.loads(told)) if told else 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())  # whatever `sys.stderr` is by now
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        os._exit(code)


def _close_but(kept: int) -> None:
    """Let go of every file but `kept` and the first three: locks, pipes and journals are the build's own."""
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX") if kept < 1024 else kept + 1024)


def _serve(arguments: list[str], cwd: str, env: dict[str, str], log: str) -> int:
    """Be the kernel that was ordered; the code it ends with."""
    with open(os.devnull, "rb") as nothing, open(log, "ab") as file:
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = [sys.argv[0], *arguments]
    sys.modules.pop(warm.SHOWING, None)
    from ipykernel.kernelapp import launch_new_instance

    code: Any = 0
    try:
        launch_new_instance()
    except SystemExit as end:
        code = end.code
    return code if isinstance(code, int) else int(code is not None)
