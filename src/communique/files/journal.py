"""Several files of a process changed as one: after a crash at any moment all of a change is there, or nothing of it.

A change is written in full beside the files, under ``desk/pending``. The moment ``desk/journal.json`` appears it is
decided: from then on it is carried out, by whoever writes next if need be. Without that file it never was.
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
from communique.files.regular import read_regular

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
        self._read: dict[str, bytes | None] = {}

    def __getitem__(self, name: str) -> bytes:
        if name in self.changes:
            return self.changes[name]
        return self._before(name) or b""

    def __setitem__(self, name: str, content: bytes) -> None:
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
        if files.changes:
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
    todo = [step for step in steps if _digest(folder / step["file"]) != step["after"]]
    for step in todo:
        if _digest(folder / step["file"]) != step["before"]:
            problem = "it was changed while a change by the desk was being carried out"
            remedy = f"put the version before that back, or delete {journal} to give the desk's change up"
            raise DataError([Fault(str(folder / step["file"]), 0, "", problem, remedy)])
    for step in todo:
        target = folder / step["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = pending / step["staged"]
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
    steps: list[Mapping[str, str | None]] = []
    for number, (name, content) in enumerate(files.changes.items()):
        atomic.write(pending / str(number), content)
        before = files._before(name)
        digests = {"before": None if before is None else _sha(before), "after": _sha(content)}
        steps.append({"file": name, "staged": str(number), **digests})
    atomic.sync(pending)
    part = desk / f"{JOURNAL}.part"
    atomic.write(part, json.dumps(steps).encode())
    os.replace(part, desk / JOURNAL)
    atomic.sync(desk)


def _digest(path: Path) -> str | None:
    return _sha(read_regular(path)) if path.exists() else None


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
