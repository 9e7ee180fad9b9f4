"""Reliability: whether readings told with more certainty are right more often, on sentences with known status."""

from collections.abc import Sequence
from typing import NamedTuple

from communique.document.blocks import Block, Column, Paragraph, Table, inlines
from communique.lab.gold import LANGUAGE, STUDIED, UNREAD, Item, mention_at, read_gold
from communique.language.certainty import UNCERTAIN
from communique.prose import counted, percent

_SURE = 0.9
BANDS = (f"under {UNCERTAIN}", f"{UNCERTAIN} to {_SURE}", f"{_SURE} and over")


class Band(NamedTuple):
    """Readings of one band of certainty: how many there are, how many of them are right, and what they promised."""

    name: str
    sentences: int
    right: int
    told: float

    @property
    def share(self) -> float:
        """The share read rightly, from 0 to 1; 0 where there are none."""
        return self.right / self.sentences if self.sentences else 0.0


def bands(items: Sequence[Item]) -> list[Band]:
    """The readings of some sentences by their certainty, the least certain first; a term not found is in none."""
    found: dict[str, list[tuple[float, bool]]] = {name: [] for name in BANDS}
    for item in items:
        mention = mention_at(item)
        if mention:
            told = mention.certainty
            name = BANDS[(told >= UNCERTAIN) + (told >= _SURE)]
            found[name].append((told, mention.status == item.status))
    return [
        Band(name, len(each), sum(right for _, right in each), sum(told for told, _ in each) / max(1, len(each)))
        for name, each in found.items()
    ]


def table_of(items: Sequence[Item]) -> Table:
    """For each band of certainty, how many sentences of each half of a gold set it holds, and the share read right."""
    halves = [bands([item for item in items if item.half == half]) for half in (STUDIED, UNREAD)]
    rows = tuple(
        (inlines(studied.name), *(inlines(cell) for band in (studied, unread) for cell in _cells(band)))
        for studied, unread in zip(*halves, strict=True)
    )
    columns = (
        Column("Certainty", width=2),
        *(
            Column(f"{name}: {what}", align="right")
            for name in ("Studied", "Kept from sight")
            for what in ("sentences", "told", "right")
        ),
    )
    return Table("Certainty as told, and the share read rightly", columns, rows)


def _cells(band: Band) -> tuple[str, str, str]:
    return (
        str(band.sentences),
        f"{band.told:.2f}" if band.sentences else "–",
        f"{band.share:.2f}" if band.sentences else "–",
    )


def reliability_section() -> list[Block]:
    """How far certainty can be trusted, on the gold that comes with the project."""
    gold = read_gold(LANGUAGE / "status.jsonl")
    words = (
        "Each mention is told with a certainty: how often sentences whose status was decided in the same way were "
        f"read rightly. Below {percent(UNCERTAIN)} a mention counts as uncertain. Here are the "
        f"{counted(len(gold), 'sentence')} with known status: those whose mistakes were studied when rules were made, "
        "and those kept from sight, which tell what to expect."
    )
    return [Paragraph(words), table_of(gold)]
