"""A file written whole or not at all, and a lock that keeps other writers out: what every change of files stands on."""

import contextlib
import errno
import glob
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows; what needs no lock works there all the same
    fcntl = None


_PART = ".part"


def hold(handle: int, *, wait: bool = True) -> None:
    """Hold the lock of an open file or folder until it is closed, once nobody else does.

    It is let go where the process that holds it ends, however that ends.

    Raises
    ------
    BlockingIOError
        Somebody else holds it, and there is to be no waiting.
    OSError
        The system has no such locks, or the file system refuses one, as some of a network do.
    """
    if fcntl is None:
        raise OSError(errno.ENOTSUP, "this system has no file locks")
    fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock of a file or folder; raises `OSError` where that cannot be told."""
    handle = os.open(path, os.O_RDONLY)
    try:
        hold(handle, wait=False)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def write(path: Path, content: bytes) -> None:
    """Write a file so that its content is on the disk when this returns; its name is once the folder is synced."""
    with open(path, "wb") as file:
        file.write(content)
        _flush(file)


def replace(path: Path, content: bytes | Callable[[io.BufferedWriter], None]) -> None:
    """Put a new file in the place of ``path`` at once, so that no reader ever meets half of it.

    The content is given, or written by a function to the open file it gets. Where that fails, the last file stays.
    What somebody left half written who was killed at the same is removed.
    """
    clear(path)
    handle, name = _part_of(path)
    try:
        with os.fdopen(handle, "wb") as part:
            if callable(content):
                content(part)
            else:
                part.write(content)
            _flush(part)
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            if os.name != "posix":
                part.close()  # elsewhere an open file cannot be moved; here its lock is held until it has its place
            os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    sync(path.parent)


def clear(path: Path) -> None:
    """Remove what is left of writing a file where whoever wrote it was killed; what is being written stays."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_PART}"):
        with contextlib.suppress(OSError):
            if not is_held(left):
                left.unlink()


def _part_of(path: Path) -> tuple[int, str]:
    """A new file beside another, held so that nobody takes it for one that was left, and its name."""
    while True:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_PART, dir=path.parent)
        try:
            with contextlib.suppress(OSError):  # where there are no locks, nobody clears
                hold(handle)
            if os.path.exists(name):  # else it was cleared before it was held
                return handle, name
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def sync(folder: Path) -> None:
    """Have the names in a folder on the disk, not only the contents, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows opens no folders
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # as some file systems of a network answer
            raise
    finally:
        os.close(handle)


def _flush(file: io.BufferedWriter) -> None:
    file.flush()
    os.fsync(file.fileno())
