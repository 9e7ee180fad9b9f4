"""Finished files put in their place: every one whole, and in the end all of them or none.

A report is made in a folder of its own inside the folder it goes to, so that putting a file in place is a rename: a
reader meets the last file or the new one, never half of one. While files are being moved, for a moment, some are new
and others still the last. Where moving fails or is interrupted, all are put back at once. Where the process is killed
in that moment, or the power fails, they are put back by whoever next publishes into the folder or calls `settle`, as
``communique reports`` does before it looks at a folder; until then a reader may meet files of two editions.

What is to be put back stands in a journal in the working folder. It is there, complete, before the first file moves,
and goes when the last one has: with it there the report was not published, without it it was. All this holds where the
system can lock a folder; elsewhere two who publish at the same time may still mix their files.
"""

import contextlib
import filecmp
import json
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.errors import PublishError
from communique.files import atomic
from communique.files.paths import shown
from communique.files.regular import read_regular

JOURNAL = "journal.json"  # in a working folder: which files are being moved, and which of them were there before
_KEPT = "last"  # in a working folder: the files as they were before
_WORKSHOP = re.compile(r"\.[\w-]+-\d+-[a-z0-9_]{8}")  # what a working folder is called: report, process, chance
_LEFT_BEHIND = 24 * 3600  # seconds after which a working folder counts as left behind where there are no locks


@contextlib.contextmanager
def workshop(folder: Path, name: str, *, files: Sequence[str]) -> Iterator[Path]:
    """A new folder inside `folder` to make the report `name` in; gone when the block ends, however it ends.

    Only where the process is killed it stays, until the next who comes (`settle`): the lock of the folder, which is
    held as long as the block lasts, tells such folders from those that are worked in.

    Raises PublishError at once, before any long work, where `files` could not be put into `folder` in the end.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            if (folder / file).is_dir():
                raise PublishError(f"cannot write {shown(folder / file)}: a folder has that name; move it away")
        with turn(folder):  # nobody sweeps before the new folder is held
            settle(folder)
            made = Path(tempfile.mkdtemp(prefix=f".{name}-{os.getpid()}-", dir=folder))
            held = _held(made)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield made
    finally:
        _remove(made)
        if held is not None:
            os.close(held)
        for each in missing:  # a report that failed leaves no empty folders either
            with contextlib.suppress(OSError):
                each.rmdir()


def publish(made: Path, folder: Path, files: Sequence[str], *, withdrawn: Sequence[str] = ()) -> list[Path]:
    """The files of `made`, moved into `folder` over what is there; their new places.

    Files named `withdrawn` go in the same step, where they are there. Where a file cannot be moved, all are put back as
    they were. Others who publish into `folder` wait, so that the files of one report never mix with those of another.
    What is promised where the process is killed is told at the top of this module.

    Raises
    ------
    PublishError
        Where a file could not be moved.
    """
    reached = folder
    with turn(folder):
        settle(folder)
        try:
            _begin(made, folder, [*files, *withdrawn])
            for file in files:
                reached = folder / file
                os.replace(made / file, reached)
            for file in withdrawn:
                reached = folder / file
                reached.unlink(missing_ok=True)
            atomic.sync(folder)
            (made / JOURNAL).unlink()  # from here on it is published
            atomic.sync(made)
        except BaseException as error:
            _undo(made, folder)
            if isinstance(error, OSError):
                raise _unwritable(reached, error) from error
            raise
    return [folder / file for file in files]


def settle(folder: Path) -> None:
    """Put back what was there before a publishing into `folder` that was killed, and remove what killed builds left.

    Where that cannot be done now, it is left for those who come next.
    """
    if not _working_folders(folder):
        return
    with turn(folder):
        for made in _working_folders(folder):
            if (made / JOURNAL).exists():  # whoever publishes holds the turn: this was left
                _undo(made, folder)
            if not _is_worked_in(made):
                _remove(made)


def clear(folder: Path, name: str, *, process: int) -> None:
    """Settle what a process left behind which died while it made the report `name`, and remove its working folder.

    That is known to be left, also where there are no locks to tell it by.
    """
    settle(folder)
    for left in folder.glob(f".{name}-{process}-*"):
        _remove(left)


def write(made: Path, file: str, content: bytes) -> None:
    """Write a file of a workshop so that it is on the disk when this returns."""
    try:
        atomic.write(made / file, content)
    except OSError as error:
        raise _unwritable(made.parent / file, error) from error


def _keep(file: Path, copy: Path) -> None:
    """Keep what `file` holds now: by a second name where the file system has them, else by a copy."""
    try:
        os.link(file, copy)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(file, copy)


@contextlib.contextmanager
def turn(folder: Path) -> Iterator[None]:
    """A block that only one process at a time is in, per folder; where the system has no such lock, any.

    Within a block of the same folder, one more is the same turn.
    """
    held: set[Path] = _turns.__dict__.setdefault("held", set())
    folder = folder.resolve()
    if folder in held:
        yield
        return
    with contextlib.ExitStack() as lock:
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            lock.callback(os.close, handle)
            atomic.hold(handle)
        held.add(folder)
        try:
            yield
        finally:
            held.discard(folder)


_turns = threading.local()


# --- the journal -----------------------------------------------------------------------------------------------------


def _begin(made: Path, folder: Path, files: Sequence[str]) -> None:
    """Keep what `folder` holds of the files, then write the journal; the moment it appears it can all be undone."""
    kept = made / _KEPT
    kept.mkdir()
    for file in files:
        with contextlib.suppress(FileNotFoundError):
            _keep(folder / file, kept / file)
    atomic.sync(kept)
    there = {file: (kept / file).exists() for file in files}
    write(made, f"{JOURNAL}.part", json.dumps(there).encode())
    os.replace(made / f"{JOURNAL}.part", made / JOURNAL)
    atomic.sync(made)


def _undo(made: Path, folder: Path) -> None:
    """Put all back as it was before files of `made` were moved into `folder`; can be broken off and done again.

    The journal goes when that is done. Where a file cannot be put back it stays.
    """
    with contextlib.suppress(OSError):
        for file, was_there in _journal(made).items():
            kept = made / _KEPT / file
            if not was_there:
                (folder / file).unlink(missing_ok=True)
            elif kept.exists() and not _alike(kept, folder / file):  # else it is back already, or never left
                os.replace(kept, folder / file)
        atomic.sync(folder)
        (made / JOURNAL).unlink(missing_ok=True)


def _alike(kept: Path, file: Path) -> bool:
    """Whether a file is as it was kept: one that the system lets nobody change needs no putting back."""
    try:
        return filecmp.cmp(kept, file, shallow=False)
    except OSError:
        return False


def _working_folders(folder: Path) -> list[Path]:
    """The folders in `folder` that reports are or were made in: those called so, and any that holds a journal."""
    return [
        path
        for path in folder.glob(".*/")
        if not path.is_symlink() and (_WORKSHOP.fullmatch(path.name) or os.path.exists(path / JOURNAL))
    ]


def _journal(made: Path) -> dict[str, bool]:
    """Which files were being moved, and which of them were there before; none where there is no journal."""
    try:
        told = json.loads(read_regular(made / JOURNAL))
        return {file: bool(was_there) for file, was_there in told.items() if file == Path(file).name}
    except (FileNotFoundError, ValueError, AttributeError):
        return {}


def _held(made: Path) -> int | None:
    """The handle of a working folder, its lock held; None where the system has no such lock."""
    handle = None
    try:
        handle = os.open(made, os.O_RDONLY)
        atomic.hold(handle, wait=False)
        return handle
    except OSError:
        if handle is not None:
            os.close(handle)
        return None


def _is_worked_in(made: Path) -> bool:
    """Whether whoever made a working folder is still at work; where there are no locks, whether it is young."""
    with contextlib.suppress(OSError):
        return atomic.is_held(made)
    try:
        return time.time() - made.stat().st_mtime < _LEFT_BEHIND
    except OSError:
        return True


def _remove(made: Path) -> None:
    """Remove a working folder, unless its journal says that something is still to be put back from it."""
    if not (made / JOURNAL).exists():
        shutil.rmtree(made, ignore_errors=True)


def _unwritable(path: Path, error: OSError) -> PublishError:
    return PublishError(
        f"cannot write {shown(path)}: {error.strerror or error}; free it or choose another folder with --output"
    )
