"""A process made larger by drawing its statements again and again: for measuring size, never for reports.

    python benchmarks/speed/synthetic.py FOLDER [--times 10] [--round 7 --statements 10000]

Writes a copy of `data/geneva` to FOLDER, which must be called geneva, with so many times the statements in every round,
or with so many in one. The first of each are the real ones, under their own ids, so that all that leads to them holds;
the rest are drawn from them with replacement, by a fixed seed, with ids of their own.
"""

import argparse
import csv
import random
import shutil
from pathlib import Path

GENEVA = Path(__file__).resolve().parents[2] / "data" / "geneva"


def enlarged(target: Path, *, times: int = 1, statements: dict[int, int] | None = None, seed: int = 2012) -> Path:
    """The folder `target`: a copy of the process with `times` its statements; in some rounds as many as are given."""
    shutil.copytree(GENEVA, target, dirs_exist_ok=True)
    table = target / "statements.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chance, wanted, more = random.Random(seed), statements or {}, []
    for number in sorted({int(row["round"]) for row in rows}):
        real = [row for row in rows if int(row["round"]) == number]
        lacking = wanted.get(number, times * len(real)) - len(real)
        drawn = chance.choices(real, k=max(0, lacking))
        more += [row | {"statement_id": f"{row['statement_id']}-{place}"} for place, row in enumerate(drawn, start=1)]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows + more)
    return target


def main() -> None:
    """Write the process that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--round", type=int)
    parser.add_argument("--statements", type=int)
    asked = parser.parse_args()
    enlarged(asked.folder, times=asked.times, statements={asked.round: asked.statements} if asked.round else None)


if __name__ == "__main__":
    main()
