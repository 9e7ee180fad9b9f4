"""How status is read in open texts of parliaments, historians and governments, drawn by term and by cue.

    python benchmarks/gold/language/texts.py [SENTENCES.jsonl]

SENTENCES holds the sentences of ``texts.csv`` as objects with id, text and before; the texts are not part of the
project, only their codes. A sentence that is not the one that was coded is refused by its checksum; see the README.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from halves import HALVES, item, rows, score

from communique.lab.gold import BESIDE, Item
from communique.lab.scoring import cohen_kappa

CODES = Path(__file__).resolve().with_name("texts.csv")
SENTENCES = BESIDE / "status" / "texts.jsonl"


def items(sentences: Path) -> list[Item]:
    """The coded terms, each in its sentence.

    Raises
    ------
    SystemExit
        A sentence is missing, or is not the one that was coded.
    """
    with open(sentences, encoding="utf-8") as lines:
        texts = {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}
    found = []
    for row in rows(CODES):
        told = texts.get(row["id"], {})
        text = told.get("text", "")
        if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
            raise SystemExit(f"{sentences}: {row['id']} is missing or is not the sentence that was coded")
        found.append(item(row, text, told.get("before", "")))
    return found


def agreed(coded: Sequence[Item]) -> list[Item]:
    """The items to which both coders, apart from each other, gave one code."""
    alike = {row["id"] for row in rows(CODES) if row["first"] == row["second"]}
    return [each for each in coded if each.key in alike]


def main() -> None:
    """Print how far the coders agree, and the figures of each half."""
    for half in HALVES:
        pairs = [(row["first"], row["second"]) for row in rows(CODES) if row["half"] == half]
        alike = sum(first == second for first, second in pairs)
        print(f"{half}: two coders agree on {alike} of {len(pairs)}, Cohen's kappa {cohen_kappa(pairs):.3f}")
    score(__doc__.splitlines()[0], CODES, SENTENCES, items, agreed)


if __name__ == "__main__":
    main()
