"""A file written whole or not at all, and a lock that keeps other writers out: what every change of files stands on."""

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows; what needs no lock works there all the same
    fcntl = None


def hold(handle: int) -> None:
    """Hold the lock of an open file or folder until it is closed, once nobody else does.

    Raises
    ------
    OSError
        The system has no such locks, or the file system refuses one, as some of a network do.
    """
    if fcntl is None:
        raise OSError(errno.ENOTSUP, "this system has no file locks")
    fcntl.flock(handle, fcntl.LOCK_EX)


def write(path: Path, content: bytes) -> None:
    """Write a file so that its content is on the disk when this returns; its name is once the folder is synced."""
    with open(path, "wb") as file:
        file.write(content)
        _flush(file)


def replace(path: Path, content: bytes | Callable[[io.BufferedWriter], None]) -> None:
    """Put a new file in the place of ``path`` at once, so that no reader ever meets half of it.

    The content is given, or written by a function to the open file it gets. Where that fails, the last file stays.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as part:
            if callable(content):
                content(part)
            else:
                part.write(content)
            _flush(part)
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    sync(path.parent)


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
