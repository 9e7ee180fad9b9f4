"""Scores of status readings against a gold set: confusion, precision, recall, F1, and how sure they are."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.commitment import OFF, STATUSES

# What a reader says where it found no term at the gold offsets.
MISSED = "missed"
CLASSES = (*STATUSES, OFF)


class Score(NamedTuple):
    """Precision, recall and F1 of one class, each in [0, 1], and how many gold items it has."""

    precision: float
    recall: float
    f1: float
    support: int


class ScoreInterval(NamedTuple):
    """The middle 95 % of a figure over bootstrap samples."""

    low: float
    high: float


def confusion(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """How often each (gold, read) pair of statuses occurs."""
    return Counter(pairs)


def score(table: Counter[tuple[str, str]], status: str) -> Score:
    """Precision, recall and F1 of one status; 0 where nothing was read or there is nothing to read.

    F1 is the harmonic mean of precision and recall (van Rijsbergen 1979).
    """
    true = table[status, status]
    read = sum(count for (_, found), count in table.items() if found == status)
    gold = sum(count for (known, _), count in table.items() if known == status)
    precision = true / read if read else 0.0
    recall = true / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if true else 0.0
    return Score(precision, recall, f1, gold)


def macro_f1(table: Counter[tuple[str, str]]) -> float:
    """Mean F1 over claimed, denied, open and doubted; classes without gold items are left out."""
    scores = [score(table, status) for status in STATUSES]
    present = [figure.f1 for figure in scores if figure.support]
    return sum(present) / len(present) if present else 0.0


def accuracy(table: Counter[tuple[str, str]]) -> float:
    """Share of items read as the gold set has them."""
    total = sum(table.values())
    return sum(count for (known, found), count in table.items() if known == found) / total if total else 0.0


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """How far two coders agree beyond chance: 1 where always, 0 as often as chance has it (Cohen 1960)."""
    first, second = (Counter(codes) for codes in zip(*pairs, strict=True))
    observed = sum(one == other for one, other in pairs) / len(pairs)
    by_chance = sum(first[code] * second[code] for code in first) / len(pairs) ** 2
    return (observed - by_chance) / (1 - by_chance)


def term_recall(table: Counter[tuple[str, str]]) -> float:
    """Share of the gold items that are about talks (not off) in which a term was found and kept."""
    about = {pair: count for pair, count in table.items() if pair[0] != OFF}
    total = sum(about.values())
    kept = sum(count for (_, found), count in about.items() if found not in (MISSED, OFF))
    return kept / total if total else 0.0


def intervals(
    pairs: Sequence[tuple[str, str]], *, samples: int = 1000, seed: int = 20170710
) -> dict[str, ScoreInterval]:
    """Bootstrap intervals over sentences: F1 by status, ``macro`` and ``accuracy``; seeded, so repeatable."""
    chance = random.Random(seed)
    figures: dict[str, list[float]] = {name: [] for name in (*CLASSES, "macro", "accuracy")}
    for _ in range(samples):
        table = confusion(chance.choices(pairs, k=len(pairs)))
        for status in CLASSES:
            figures[status].append(score(table, status).f1)
        figures["macro"].append(macro_f1(table))
        figures["accuracy"].append(accuracy(table))
    return {name: _middle(values) for name, values in figures.items()}


def _middle(values: list[float]) -> ScoreInterval:
    ordered = sorted(values)
    last = len(ordered) - 1
    return ScoreInterval(ordered[round(0.025 * last)], ordered[round(0.975 * last)])
