"""Several files of a process changed as one: after a crash at any moment all of a change is there, or nothing of it.

A change is written in full beside the files, under ``desk/pending``; of a file that only grows, what is added to it.
The moment ``desk/journal.json`` appears it is decided: from then on it is carried out, by whoever writes next if need
be. Without that file it never was.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from communique.errors import DataError, Fault, PublishError
from communique.files import atomic
from communique.files.paths import shown
from communique.files.regular import open_regular, read_regular

FOLDER = "desk"
JOURNAL = "journal.json"
PENDING = "pending"
LOCK = ".candidates.csv.lock"


class Files:
    """The files of a process by name, as they are and as a transaction would have them; b"" where there is none.

    The order in which files are first written is the order in which they change: write what is referred to before
    what refers to it, and no reader ever meets a reference that leads nowhere.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.changes: dict[str, bytes] = {}
        self.additions: dict[str, bytes] = {}
        self._read: dict[str, bytes | None] = {}

    def __getitem__(self, name: str) -> bytes:
        if name in self.changes:
            return self.changes[name]
        return (self._before(name) or b"") + self.additions.get(name, b"")

    def append(self, name: str, content: bytes) -> None:
        """Write behind what a file holds: however long it is, nothing but this is written. It comes after all else."""
        if name in self.changes:
            self.changes[name] += content
        else:
            self.additions[name] = self.additions.get(name, b"") + content

    def __setitem__(self, name: str, content: bytes) -> None:
        self.additions.pop(name, None)
        if content != self._before(name):
            self.changes[name] = content
        else:
            self.changes.pop(name, None)

    def _before(self, name: str) -> bytes | None:
        if name not in self._read:
            path = self.folder / name
            self._read[name] = read_regular(path) if path.exists() else None
        return self._read[name]


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a process against other writers, who wait for their turn.

    Raises
    ------
    PublishError
        There are no file locks here, without which two writers could lose each other's work.
    """
    path = Path(folder) / LOCK
    with open(path, "w") as lock:
        try:
            atomic.hold(lock.fileno())
        except OSError as error:
            problem = f"cannot lock {shown(path)}: {error.strerror or error}"
            raise PublishError(f"{problem}; work on a disk of this computer, under Linux or macOS") from error
        yield


@contextlib.contextmanager
def transaction(folder: Path) -> Iterator[Files]:
    """Hold the process against other writers, and carry out what was written to `Files` when the block ends.

    An error within the block changes nothing. What an earlier crash left is brought in order first.
    """
    folder = Path(folder)
    with locked(folder):
        settle(folder)
        files = Files(folder)
        yield files
        if files.changes or files.additions:
            _decide(folder, files)
            settle(folder)


def recover(folder: Path) -> str:
    """What was done about a change that a crash broke off: "carried out", "dropped", or "" where there was none.

    Raises
    ------
    DataError
        A file was changed by somebody else in between, so that carrying on would lose that; nothing is touched then.
    """
    with locked(folder):
        return settle(folder)


def settle(folder: Path) -> str:
    """Do the same as `recover`, for whoever holds the process."""
    folder = Path(folder)
    desk = folder / FOLDER
    journal, pending = desk / JOURNAL, desk / PENDING
    if not journal.exists():
        left = pending.exists()
        if left:
            shutil.rmtree(pending)
        (desk / f"{JOURNAL}.part").unlink(missing_ok=True)
        return "dropped" if left else ""
    steps = json.loads(read_regular(journal))
    todo = [step for step in steps if not _is_done(folder / step["file"], step)]
    for step in todo:
        if not _is_as_before(folder / step["file"], step, pending / step["staged"]):
            problem = "it was changed while a change by the desk was being carried out"
            remedy = f"put the version before that back, or delete {journal} to give the desk's change up"
            raise DataError([Fault(str(folder / step["file"]), 0, "", problem, remedy)])
    for step in todo:
        target = folder / step["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = pending / step["staged"]
        if "at" in step:
            _extend(target, step["at"], read_regular(staged))
            continue
        if target.exists():
            os.chmod(staged, target.stat().st_mode & 0o777)
        os.replace(staged, target)
        atomic.sync(target.parent)
    # The journal goes last: what is left without one counts as never decided.
    shutil.rmtree(pending, ignore_errors=True)
    journal.unlink()
    atomic.sync(desk)
    return "carried out"


def private_folder(folder: Path) -> Path:
    """The desk's own folder in that of a process, made where missing; git ignores all it holds."""
    desk = Path(folder) / FOLDER
    desk.mkdir(exist_ok=True)
    ignore = desk / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return desk


def _decide(folder: Path, files: Files) -> None:
    """Write the change in full, then the journal that makes it binding."""
    desk = private_folder(folder)
    pending = desk / PENDING
    pending.mkdir()
    steps: list[Mapping[str, str | int | None]] = []
    for number, (name, content) in enumerate(files.changes.items()):
        atomic.write(pending / str(number), content)
        before = files._before(name)
        digests = {"before": None if before is None else _sha(before), "after": _sha(content)}
        steps.append({"file": name, "staged": str(number), **digests})
    for number, (name, content) in enumerate(files.additions.items(), len(steps)):
        atomic.write(pending / str(number), content)
        path = folder / name
        at = path.stat().st_size if path.exists() else 0
        steps.append({"file": name, "staged": str(number), "at": at, "length": len(content), "after": _sha(content)})
    atomic.sync(pending)
    part = desk / f"{JOURNAL}.part"
    atomic.write(part, json.dumps(steps).encode())
    os.replace(part, desk / JOURNAL)
    atomic.sync(desk)


def _is_done(path: Path, step: Mapping) -> bool:
    """Whether a step was carried out."""
    if "at" not in step:
        return _digest(path) == step["after"]
    added = _behind(path, step["at"])
    return added is not None and len(added) == step["length"] and _sha(added) == step["after"]


def _is_as_before(path: Path, step: Mapping, staged: Path) -> bool:
    """Whether a file is as it was decided upon; what is to be added may be there in part."""
    if "at" not in step:
        return _digest(path) == step["before"]
    added = _behind(path, step["at"])
    return added is not None and read_regular(staged).startswith(added)


def _behind(path: Path, at: int) -> bytes | None:
    """What a file holds from a byte on; None where it is shorter."""
    if not path.exists():
        return b"" if not at else None
    with open_regular(path) as file:
        if file.seek(0, os.SEEK_END) < at:
            return None
        file.seek(at)
        return file.read()


def _extend(path: Path, at: int, content: bytes) -> None:
    """Have content on the disk behind the first bytes of a file."""
    with open(path, "r+b" if path.exists() else "xb") as file:
        file.seek(at)
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    atomic.sync(path.parent)


def _digest(path: Path) -> str | None:
    return _sha(read_regular(path)) if path.exists() else None


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
