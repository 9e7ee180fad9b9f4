"""A thousandth of a year of English news, made by resampling and scanned: what docs/scale.md is checked by.

    python benchmarks/speed/year.py CORPUS.jsonl.gz [--articles 110000] [--words 500] [--workers N]

An article is paragraphs drawn from the texts of CORPUS until it has as many words, on a day drawn from a year. The same
seed makes the same articles; they are made for the run alone, and never kept.
"""

import argparse
import gzip
import json
import random
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from communique.scan.results import Archive
from communique.scan.run import scan

YEAR = 300_000 * 365  # articles


def paragraphs(corpus: Path) -> list[str]:
    """The paragraphs of a corpus of JSON Lines."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [part for text in texts for part in text.split("\n\n") if len(part.split()) > 3]


def write(path: Path, drawn_from: list[str], articles: int, words: int) -> int:
    """Write so many articles of about so many words each; gives the words written."""
    chance, total = random.Random(2017), 0
    with open(path, "w", encoding="utf-8") as file:
        for number in range(articles):
            parts, held = [], 0
            while held < words:
                parts.append(chance.choice(drawn_from))
                held += len(parts[-1].split())
            day = date(2017, 1, 1) + timedelta(days=chance.randrange(365))
            row = {"id": f"n{number}", "date": day.isoformat(), "text": "\n\n".join(parts)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            total += held
    return total


def main() -> None:
    """Make the articles, scan them, and print what a year would take at that rate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=YEAR // 1000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--workers", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path, folder = Path(scratch, "year.jsonl"), Path(scratch, "out")
        words = write(path, paragraphs(asked.corpus), asked.articles, asked.words)
        size = path.stat().st_size
        began, spent = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        own = time.process_time()
        scan(str(path), folder, number=asked.workers)
        seconds, own = time.perf_counter() - began, time.process_time() - own
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        written = sum(each.stat().st_size for each in folder.rglob("*.parquet"))
        found = Archive.open(folder)
    spent = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
    part = YEAR / asked.articles
    print(f"{asked.articles:,} articles, {words:,} words, {size / 2**20:,.0f} MB: {seconds:,.0f} s")
    print(f"  workers {spent:,.1f} s of processor time, {words / spent:,.0f} words a second; the command {own:.1f} s")
    print(f"  {found.statements:,} statements, {found.mentions:,} mentions, {written / 2**20:,.1f} MB of Parquet")
    print(f"  most memory of a worker {after.ru_maxrss / 1024:.0f} MB")
    print(f"  a year at that rate: {spent * part / 3600:,.0f} core-hours, {written * part / 2**30:,.0f} GB of Parquet")


if __name__ == "__main__":
    main()
