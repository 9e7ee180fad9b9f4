"""How many words a second are ingested end to end: read, attributed, tagged, compared, written.

    python benchmarks/speed/throughput.py CORPUS.jsonl.gz [--documents N] [--workers N]

CORPUS has one JSON object a line with `date`, `title` and `text`, as the White House transcripts do. The process is
`geneva`, copied to a folder of its own, so that nothing of the project is touched.
"""

import argparse
import gzip
import json
import resource
import shutil
import tempfile
import time
from pathlib import Path

import communique
from communique.sources.candidates import ingest

WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def processor_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    return sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime for who in WHO)


def main() -> None:
    """Write the corpus as text files, ingest them, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--without-mentions", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        documents = Path(scratch) / "documents"
        documents.mkdir()
        words = 0
        with gzip.open(asked.corpus, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if asked.documents is not None and number >= asked.documents:
                    break
                row = json.loads(line)
                words += len(row["text"].split())
                name = f"{row['date']}-{number:05}.txt"
                (documents / name).write_text(f"{row['title']}\n\n{row['text']}", encoding="utf-8")
        folder = Path(scratch) / "geneva"
        shutil.copytree(communique.load("geneva").folder, folder)
        process = communique.load(folder)
        began, spent = time.perf_counter(), processor_seconds()
        result = ingest([documents], process, workers=asked.workers, mentions=not asked.without_mentions)
        seconds, spent = time.perf_counter() - began, processor_seconds() - spent
        again = time.perf_counter()
        ingest([documents], process, workers=asked.workers, mentions=False)
        again = time.perf_counter() - again
        size = result.path.stat().st_size
    own, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in WHO)
    print(f"{words:,} words of {result.documents:,} documents, {asked.workers} workers, {seconds:.1f} s:")
    print(f"  {words / seconds:,.0f} words a second; {words / spent:,.0f} words a second of processor time")
    print(f"  {result.added:,} candidates, {size / 2**20:.0f} MB; {result.repeated:,} repeated, {result.copies} copies")
    print(f"  a second run over the same took {again:.1f} s")
    print(f"  most memory {own:.0f} MB, a worker {worker:.0f} MB")


if __name__ == "__main__":
    main()
