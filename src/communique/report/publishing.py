"""Finished files put in their place: all of them or none, and never a half-written one.

A report is made in a folder of its own inside the folder it goes to, so that putting it in place is a rename.
"""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.errors import PublishError

_LEFT_BEHIND = 24 * 3600  # seconds after which a working folder is taken for one that a crash left behind


@contextlib.contextmanager
def workshop(folder: Path, name: str, *, files: Sequence[str]) -> Iterator[Path]:
    """A new folder inside `folder` to make the report `name` in; gone when the block ends, however it ends.

    Raises PublishError at once, before any long work, where `files` could not be put into `folder` in the end.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder, name)
        for file in files:
            if (folder / file).is_dir():
                raise PublishError(f"cannot write {shown(folder / file)}: a folder has that name; move it away")
        made = Path(tempfile.mkdtemp(prefix=f".{name}-{os.getpid()}-", dir=folder))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        for each in missing:  # a report that failed leaves no empty folders either
            with contextlib.suppress(OSError):
                each.rmdir()


def publish(made: Path, folder: Path, files: Sequence[str], *, withdrawn: Sequence[str] = ()) -> list[Path]:
    """The files of `made`, moved into `folder` over what is there; their new places.

    Files named `withdrawn` go in the same step, where they are there. Where a file cannot be moved, all are put back as
    they were. Others who publish into `folder` wait, so that the files of one report never mix with those of another.

    Raises
    ------
    PublishError
        Where a file could not be moved.
    """
    kept = made / "last"
    kept.mkdir()
    moved: list[str] = []
    with _turn(folder):
        try:
            for file in [*files, *withdrawn]:
                with contextlib.suppress(FileNotFoundError):
                    _keep(folder / file, kept / file)
            for file in files:
                moved.append(file)
                os.replace(made / file, folder / file)
            for file in withdrawn:
                moved.append(file)
                (folder / file).unlink(missing_ok=True)
        except BaseException as error:
            for file in moved:
                _put_back(kept / file, folder / file)
            if isinstance(error, OSError):
                raise _unwritable(folder / moved[-1] if moved else folder, error) from error
            raise
    return [folder / file for file in files]


def clear(folder: Path, name: str, *, process: int) -> None:
    """Remove the working folder that a process left behind which died while it made the report `name`."""
    for left in folder.glob(f".{name}-{process}-*"):
        shutil.rmtree(left, ignore_errors=True)


def write(made: Path, file: str, content: bytes) -> None:
    """Write a file of a workshop so that it is on the disk when this returns."""
    try:
        with open(made / file, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise _unwritable(made.parent / file, error) from error


def shown(path: Path) -> str:
    """A path as a reader would type it: from the working directory where it lies below it."""
    with contextlib.suppress(ValueError, OSError):
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    return str(path)


def _keep(file: Path, copy: Path) -> None:
    """Keep what `file` holds now: by a second name where the file system has them, else by a copy."""
    try:
        os.link(file, copy)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(file, copy)


def _put_back(kept: Path, file: Path) -> None:
    """Put back what was kept; what was not there before goes."""
    with contextlib.suppress(OSError):
        if kept.exists():
            os.replace(kept, file)
        else:
            file.unlink()


@contextlib.contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """A block that only one process at a time is in, per folder; where the system has no such lock, any."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems have no locks
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _sweep(folder: Path, name: str) -> None:
    """Remove working folders of `name` that a crash left behind."""
    for left in folder.glob(f".{name}-*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(left, ignore_errors=True)


def _unwritable(path: Path, error: OSError) -> PublishError:
    return PublishError(
        f"cannot write {shown(path)}: {error.strerror or error}; free it or choose another folder with --output"
    )
