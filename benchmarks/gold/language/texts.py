"""How status is read in open texts of parliaments, historians and governments, drawn by term and by cue.

    python benchmarks/gold/language/texts.py [SENTENCES.jsonl]

SENTENCES holds the sentences of ``texts.csv`` as objects with id, text and before; the texts are not part of the
project, only their codes. A sentence that is not the one that was coded is refused by its checksum; see the README.
"""

import argparse
import csv
import hashlib
import json
from pathlib import Path

from communique.lab.evaluation import report
from communique.lab.gold import BESIDE, Item

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
    with open(CODES, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = texts.get(row["id"], {}).get("text", "")
            if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
                raise SystemExit(f"{sentences}: {row['id']} is missing or is not the sentence that was coded")
            before, start, end = texts[row["id"]].get("before", ""), int(row["start"]), int(row["end"])
            found.append(Item(row["id"], text, start, end, before, row["status"], row["family"], row["half"]))
    return found


def main() -> None:
    """Print the figures of each half, without the sentences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", nargs="?", type=Path, default=SENTENCES)
    asked = parser.parse_args()
    if not asked.sentences.is_file():
        parser.error(f"there are no sentences at {asked.sentences}; name a file")
    coded = items(asked.sentences)
    for half in ("studied", "unread"):
        print(f"\n=== {half} ===")
        report(CODES, [item for item in coded if item.half == half], errors=False)


if __name__ == "__main__":
    main()
