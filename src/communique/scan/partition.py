"""What a worker does: reads one partition, and sends back its tables, its counts and its faults."""

import threading
from collections import Counter
from dataclasses import dataclass, field, replace

import pandas as pd

from communique.errors import Fault
from communique.measures.counts import own
from communique.measures.net_index import news
from communique.scan.code import OtherCode, fingerprint
from communique.scan.corpus import CorpusFile, refuse_changed
from communique.scan.cutting import Partition, cut
from communique.scan.items import Item, items
from communique.scan.reading import holding, reading
from communique.scan.tables import MENTIONS, STATEMENTS, Table, mention_row, statement_row
from communique.sources.workers import FAULT

MOST_FAULTS = 200  # of a partition that are listed one by one
SUMS = ("statements", "mentions", "good", "bad", "open", "doubted", "left_out")
_COUNTED = ("month", "process", "speaker", "family", "polarity", "status", "refers_to", "about")
_MOST_TOLD = 50_000  # mentions held before they are counted
_one_at_a_time = threading.Lock()  # a worker with threads would share what the reading remembers of a document


@dataclass
class Findings:
    """What a partition holds.

    ``groups`` are sums by month, process and speaker, in the order of `SUMS`; ``counts`` mentions that count by month,
    process, family and status; ``months`` documents by month. ``faults`` are texts that could not be read.
    """

    number: int
    statements: bytes = b""
    mentions: bytes = b""
    groups: dict[tuple[str, str, str], list[int]] = field(default_factory=dict)
    counts: Counter = field(default_factory=Counter)
    months: Counter = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def cut_here(file: CorpusFile, size: int, code: str) -> tuple[list[Partition], list[Fault]]:
    """What `cutting.cut` gives, by a worker."""
    _refuse_other(code)
    return cut(file, size)


def read(partition: Partition, processes: tuple[str, ...], code: str) -> Findings:
    """What a partition holds: the same, whoever reads it.

    Raises
    ------
    OtherCode
        This worker would read it otherwise than the scan was begun with, whose fingerprint is `code`.
    CommuniqueError
        The corpus has changed since.
    OSError
        It cannot be read from here.
    """
    _refuse_other(code)
    for file in partition.files:
        refuse_changed(file)
    with _one_at_a_time:
        return _read(partition, processes)


def _refuse_other(code: str) -> None:
    if fingerprint() != code:
        raise OtherCode("a worker has other code, lexicon or processes than the scan; bring it to the same version")


def _read(partition: Partition, processes: tuple[str, ...]) -> Findings:
    using = reading(processes)
    found = Findings(partition.number)
    statements, mentions = Table(STATEMENTS), Table(MENTIONS)
    groups: dict[tuple[str, str, str], list[int]] = {}
    told: list[dict] = []
    last = ""
    wrong = 0
    for item in items(partition):
        if isinstance(item, Fault):
            wrong += 1
            if wrong <= MOST_FAULTS:
                found.faults.append(item)
            continue
        try:
            said, named = using.read(item)
            rows = [statement_row(item, each) for each in said]
            more = [mention_row(item, mention, each) for mention, each in holding(said, named)]
        except Exception as error:  # a fault of ours, which must not cost the other texts
            found.faults.append(Fault(item.file, item.line, "", FAULT.format(type(error).__name__), ""))
            continue
        statements.add(rows)
        mentions.add(more)
        told += ({name: row[name] for name in _COUNTED} for row in more)
        for row in rows:
            groups.setdefault(_key(row), [0] * len(SUMS))[0] += 1
        if item.key != last:
            found.months[_month(item)] += 1
            last = item.key
        if len(told) >= _MOST_TOLD:
            _add(found, groups, told)
    _add(found, groups, told)
    if wrong > MOST_FAULTS:
        name = partition.files[0].name
        found.faults.append(Fault(name, 0, "", f"{wrong - MOST_FAULTS:,} more texts like those listed", ""))
    found.groups = groups
    found.rows = {"statements": statements.rows, "mentions": mentions.rows}
    return replace(found, statements=statements.content(), mentions=mentions.content())


def _key(row: dict) -> tuple[str, str, str]:
    return row["month"], row["process"], row["speaker"]


def _month(item: Item) -> str:
    day = item.document.published
    return day.isoformat()[:7] if day else ""


def _add(found: Findings, groups: dict[tuple[str, str, str], list[int]], told: list[dict]) -> None:
    """Count mentions by what `measures` says of them, and forget them."""
    table = pd.DataFrame(told, columns=list(_COUNTED)).assign(statement_id=range(len(told)))
    counting = own(table)
    balance = news(table)
    good, bad = set(balance.index[balance > 0]), set(balance.index[balance < 0])
    counts = set(counting["statement_id"])
    for place, row in enumerate(told):
        sums = groups.setdefault(_key(row), [0] * len(SUMS))
        if place not in counts:
            sums[SUMS.index("left_out")] += 1
            continue
        sums[SUMS.index("mentions")] += 1
        which = "good" if place in good else "bad" if place in bad else row["status"]
        sums[SUMS.index(which)] += 1
        found.counts[row["month"], row["process"], row["family"], row["status"]] += 1
    told.clear()
