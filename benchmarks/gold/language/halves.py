"""Coded terms whose texts are no part of the project: their rows, and how the reading fares on each half."""

import argparse
import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from communique.lab.evaluation import report
from communique.lab.gold import Item

HALVES = ("studied", "unread")


def rows(codes: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of codes."""
    with open(codes, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def item(row: dict[str, str], text: str, before: str) -> Item:
    """The coded term of a row, in its text."""
    start, end = int(row["start"]), int(row["end"])
    return Item(row["id"], text, start, end, before, row["status"], row["family"], row["half"])


def score(
    told: str,
    codes: Path,
    texts: Path,
    items: Callable[[Path], list[Item]],
    agreed: Callable[[Sequence[Item]], list[Item]] | None = None,
) -> None:
    """Print the figures of each half without the sentences; `told` says what it is, `texts` lie there by default.

    With `agreed`, those of the items on which coders agreed from the first are printed as well.
    """
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("texts", nargs="?", type=Path, default=texts)
    asked = parser.parse_args()
    if not asked.texts.is_file():
        parser.error(f"there are no texts at {asked.texts}; name a file")
    coded = items(asked.texts)
    for half in HALVES:
        found = [each for each in coded if each.half == half]
        print(f"\n=== {half} ===")
        report(codes, found, errors=False)
        if agreed:
            print(f"\n=== {half}, coders agreed ===")
            report(codes, agreed(found), errors=False)
