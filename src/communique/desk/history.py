"""What was done at the desk, in order, so that it can be taken back: ``desk/history.jsonl``.

An entry that decides names the candidates, with their decision cells after it, the rows added to each table, and the
form as it was filled in. It holds paraphrases, and no original wording. The file is only ever added to. A decision
stands here first; from time to time, `KEPT` says from where on, those that stand are written into the candidates file
too, which is much longer.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.files.journal import Files
from communique.files.regular import open_regular
from communique.sources.lines import DECISIONS

FILE = "desk/history.jsonl"
MERGE = "merge"  # the action of an entry that was taken over
TAKE_BACK = "take back"
REMARK = "remark"
KEPT = "kept"  # all decisions above it are in the candidates file
UNDECIDED = dict.fromkeys(DECISIONS, "")


_COMPARED = 200  # bytes by which a file that has grown is known


class _Read:
    """The entries of a file, read once, and later only what was added behind them."""

    def __init__(self, path: Path):
        self.path, self.entries = path, []
        self._state: tuple | None = None
        self._end, self._last = 0, b""  # of what was read: where it ends, and its last bytes

    def refresh(self) -> list[dict[str, Any]]:
        status = self.path.stat() if self.path.exists() else None
        state = status and (status.st_ino, status.st_size, status.st_mtime_ns)
        if state == self._state:
            return self.entries
        added = b""
        if status is not None:
            with open_regular(self.path) as file:
                file.seek(self._end - len(self._last))
                if file.read(len(self._last)) != self._last:  # another file has taken its place
                    self.entries, self._end, self._last = [], 0, b""
                file.seek(self._end)
                added = file.read()
        else:
            self.entries, self._end, self._last = [], 0, b""
        whole = added[: added.rfind(b"\n") + 1]  # of a line that is being written the rest comes later
        self.entries += _parsed(whole)
        self._end += len(whole)
        self._last = (self._last + whole)[-_COMPARED:] if self._end else b""
        self._state = state
        return self.entries


@lru_cache(maxsize=8)
def _read(path: Path) -> _Read:
    return _Read(path)


def entries(files: Files) -> list[dict[str, Any]]:
    """Everything done, the oldest first, with what a transaction would add."""
    return [*_read((files.folder / FILE).resolve()).refresh(), *_parsed(files.additions.get(FILE, b""))]


def add(files: Files, entry: Mapping[str, Any]) -> None:
    """Write one more entry; it becomes part of the transaction."""
    line = json.dumps(entry, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    files.append(FILE, (line.replace("\x85", "\\u0085") + "\n").encode())


def _parsed(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").splitlines() if line]


def standing(files: Files) -> list[dict[str, Any]]:
    """The entries that changed something and were not taken back, the oldest first, each with its ``number``."""
    changes: dict[int, dict[str, Any]] = {}
    for number, entry in enumerate(entries(files)):
        if entry["action"] == TAKE_BACK:
            changes.pop(entry["of"], None)
        elif "after" in entry or "rows" in entry:
            changes[number] = entry | {"number": number}
    return list(changes.values())


def last_of(files: Files, coder: str) -> dict[str, Any] | None:
    """The latest entry of a coder that stands; what was taken over from somebody else was not done here."""
    own = (each for each in reversed(standing(files)) if each["by"] == coder and each["action"] != MERGE)
    return next(own, None)


def deciding(files: Files, candidate: str) -> dict[str, Any] | None:
    """The entry that decided a candidate."""
    return next((each for each in reversed(standing(files)) if candidate in each.get("after", {})), None)


def former_id(files: Files, candidate: str) -> str:
    """The id of the statement a candidate was before it was taken back, else ""."""
    for entry in reversed(entries(files)):
        cells = entry.get("after", {}).get(candidate)
        if cells and cells["statement_id"]:
            return cells["statement_id"]
    return ""


def begun(done: Iterable[Mapping[str, Any]]) -> bool:
    """Whether it is told which decisions are in the candidates file; where not, all are."""
    return any(entry["action"] == KEPT for entry in done)


def since_kept(done: list[dict[str, Any]], *, beginning: int | None = None) -> dict[str, dict[str, str]]:
    """The decision cells of candidates decided, or taken back, since decisions were last written to their file.

    Those of the entries from `beginning` on, where it is given.
    """
    if beginning is None:
        beginning = next((at + 1 for at in reversed(range(len(done))) if done[at]["action"] == KEPT), len(done))
    cells: dict[str, dict[str, str]] = {}
    for entry in done[beginning:]:
        if entry["action"] == TAKE_BACK:
            cells |= dict.fromkeys(done[entry["of"]].get("after", {}), UNDECIDED)
        else:
            cells |= entry.get("after", {})
    return cells


def remarks(done: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, dict[str, str]]]:
    """The private remarks on candidates, by candidate and by who wrote them, each with its ``text`` and day (``on``).

    The latest of a person stands; an empty one stands for none.
    """
    found: dict[str, dict[str, dict[str, str]]] = {}
    for entry in done:
        if entry["action"] == REMARK:
            of_candidate = found.setdefault(entry["candidate"], {})
            of_candidate.pop(entry["by"], None)
            if entry["text"]:
                of_candidate[entry["by"]] = {"text": entry["text"], "on": entry["on"]}
    return {candidate: told for candidate, told in found.items() if told}
