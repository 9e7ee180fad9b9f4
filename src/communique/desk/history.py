"""What was done at the desk, in order, so that it can be taken back: ``desk/history.jsonl``.

An entry names the candidates decided, with their decision cells before and after, the rows added to each table, and
the form as it was filled in. It holds paraphrases, and no original wording.
"""

import json
from collections.abc import Mapping
from typing import Any

from communique.files.journal import Files

FILE = "desk/history.jsonl"
MERGE = "merge"  # the action of an entry that was taken over


def entries(files: Files) -> list[dict[str, Any]]:
    """Everything done, the oldest first."""
    return [json.loads(line) for line in files[FILE].decode("utf-8").splitlines() if line]


def add(files: Files, entry: Mapping[str, Any]) -> None:
    """Write one more entry; it becomes part of the transaction."""
    line = json.dumps(entry, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    files[FILE] = files[FILE] + (line.replace("\x85", "\\u0085") + "\n").encode()


def standing(files: Files) -> list[dict[str, Any]]:
    """The entries that were not taken back, the oldest first, each with its ``number``."""
    changes: dict[int, dict[str, Any]] = {}
    for number, entry in enumerate(entries(files)):
        if entry["action"] == "take back":
            changes.pop(entry["of"], None)
        else:
            changes[number] = entry | {"number": number}
    return list(changes.values())


def last_of(files: Files, coder: str) -> dict[str, Any] | None:
    """The latest entry of a coder that stands; what was taken over from somebody else was not done here."""
    own = (each for each in reversed(standing(files)) if each["by"] == coder and each["action"] != MERGE)
    return next(own, None)


def deciding(files: Files, candidate: str) -> dict[str, Any] | None:
    """The entry that decided a candidate."""
    return next((each for each in reversed(standing(files)) if candidate in each["after"]), None)


def former_id(files: Files, candidate: str) -> str:
    """The id of the statement a candidate was before it was taken back, else ""."""
    for entry in reversed(entries(files)):
        cells = entry.get("after", {}).get(candidate)
        if cells and cells["statement_id"]:
            return cells["statement_id"]
    return ""
