"""Gold sets: where they lie, and the sentences of one with the status a careful reader gives them."""

import json
from pathlib import Path
from typing import NamedTuple

from communique.errors import DataError, Fault
from communique.lab.scoring import CLASSES
from communique.language.reader import Mention, reader

PROJECT = Path(__file__).resolve().parents[3]
LANGUAGE = PROJECT / "benchmarks" / "gold" / "language"
ATTRIBUTION = PROJECT / "benchmarks" / "gold" / "attribution"
DOCUMENTS = PROJECT / "benchmarks" / "gold" / "documents"
BASELINES = PROJECT / "benchmarks" / "baselines"
BESIDE = PROJECT.parent / "shared" / "gold"  # sets that are not the project's to publish
STUDIED, UNREAD = "studied", "unread"


class Item(NamedTuple):
    """One gold sentence with one marked term.

    ``half`` tells whether mistakes on it were studied while rules were made (``studied``) or are kept from sight
    (``unread``); empty where the file makes no such difference.
    """

    key: str
    text: str
    start: int
    end: int
    before: str
    status: str
    family: str
    half: str = ""


def read_gold(path: Path) -> list[Item]:
    """Items of a gold file (JSON Lines: id, text, start, end, status; before and family where known).

    Raises
    ------
    DataError
        The file cannot be read, or a line lacks a field or marks nothing.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError([Fault(str(path), 0, "", f"cannot be read ({error})", "name a JSON Lines file")]) from error
    items, faults = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            item = Item(
                str(record.get("id", number)), record["text"], record["start"], record["end"],
                record.get("before", ""), record["status"], record.get("family", ""), record.get("half", ""),
            )  # fmt: skip
            if item.status not in CLASSES or not item.text[item.start : item.end].strip():
                raise ValueError(f"status {item.status!r}, marked text {item.text[item.start : item.end]!r}")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            faults.append(Fault(str(path), number, "", f"no gold item ({error!r})", "give text, start, end and status"))
        else:
            items.append(item)
    if faults:
        raise DataError(faults)
    return items


def mention_at(item: Item) -> Mention | None:
    """The mention this package finds at the marked term, terms in another sense included."""
    for mention in reader().read(item.text, all_senses=True, before=item.before):
        if mention.start < item.end and mention.end > item.start:
            return mention
    return None
