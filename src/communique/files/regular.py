"""Bytes of a regular file: a pipe or a device in its place is an error at once, not a wait without an end."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


class TooLarge(OSError):
    """A file holds more bytes than its reader takes."""


def open_regular(path: str | Path) -> BinaryIO:
    """The file, open for reading.

    Raises
    ------
    OSError
        It cannot be opened, or is none: a folder, a pipe, a socket, a device.
    """
    # Opening a pipe waits for somebody to write into it, unless told not to; of a regular file it changes nothing.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "this is no regular file", str(path))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_regular(path: str | Path, *, most: int | None = None) -> bytes:
    """The file's bytes; raises `OSError` as `open_regular` does, `TooLarge` where there are more than `most`."""
    with open_regular(path) as file:
        if most is None:
            return file.read()
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(errno.EFBIG, f"the file is larger than {size(most)}", str(path))
    return content


def size(number: int) -> str:
    """A number of bytes in the unit that suits it: "64 MB", "128 KB"."""
    return f"{number / 2**20:.0f} MB" if number >= 2**20 else f"{number / 2**10:.0f} KB"
