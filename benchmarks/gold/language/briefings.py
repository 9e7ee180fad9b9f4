"""How status is read in government briefings, where most of what progresses or fails is no talks.

    python benchmarks/gold/language/briefings.py [TEXTS.jsonl.gz]

TEXTS is by default the White House corpus beside the project; its texts are not part of the project, only the codes of
``briefings.csv``: 659 terms drawn at random by family (some for a negation or doubt near by) and coded by two coders
apart from each other by the codebook of status, who agreed on 659 of 682. They share a manner of reading, so their
agreement is an upper bound. Rules and weights were made with sight of the half ``studied``; the half ``unread`` was
scored while they were made, and never read by those who made them.
"""

import gzip
import json
import re
from collections import defaultdict
from pathlib import Path

from halves import item, rows, score

from communique.lab.gold import Item

HERE = Path(__file__).resolve().parent
CODES = HERE / "briefings.csv"
CORPUS = HERE.parents[3] / "shared" / "corpora" / "white-house.jsonl.gz"
BEFORE = 220  # characters of the text before a paragraph that are given with it


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a hard-wrapped text, each on one line."""
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n", text)]


def items(corpus: Path) -> list[Item]:
    """The coded terms, each in its paragraph."""
    coded = defaultdict(list)
    for row in rows(CODES):
        coded[row["document"]].append(row)
    found = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if document["id"] not in coded:
                continue
            told = paragraphs(document["text"])
            for row in coded.pop(document["id"]):
                number = int(row["paragraph"])
                before = " ".join(told[max(0, number - 2) : number])[-BEFORE:]
                found.append(item(row, told[number], before))
    return sorted(found)


if __name__ == "__main__":
    score(__doc__.splitlines()[0], CODES, CORPUS, items)
