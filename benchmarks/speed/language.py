"""How fast texts are read, beside a blank spaCy pipeline with PhraseMatcher and negspacy in the same run.

    python benchmarks/speed/language.py [TEXTS.jsonl.gz] [--pair]

TEXTS holds JSON Lines with id and text; by default the White House corpus beside the project, else the gold sentences
over and over. `--pair` also runs the libraries (`benchmarks/baselines/install negspacy` first). The last
table reads lines made to be hard, of growing length: twice the length should take twice the time.
"""

import argparse
import gzip
import io
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from communique.language import find_mentions
from communique.language.reader import reader
from communique.language.stream import read_and_write

PROJECT = Path(__file__).resolve().parents[2]
BASELINES = PROJECT / "benchmarks" / "baselines"
CORPUS = PROJECT.parent / "shared" / "corpora" / "white-house.jsonl.gz"
GOLD = PROJECT / "benchmarks" / "gold" / "language" / "status.jsonl"
LENGTHS = (1_250_000, 2_500_000, 5_000_000)
HARD = {
    "one letter, no spaces": "x",
    "no no no ...": "no ",
    "not not not ...": "not ",
    "hopes that hopes that ...": "hopes that ",
    "progress progress ...": "progress ",
    "no progress no progress ...": "no progress ",
    "one sentence of clauses": "failed to make progress and ",
    "quotes that never close": '"progress ',
    "quotes alone": '"',
    "brackets alone": "(",
    "brackets that never close": "(progress ",
    "one word of hyphens": "progress-",
    "spaces": " ",
    "full stops": "progress. ",
    "soft hyphens": "prog\u00adress ",
}


def lines(path: Path | None) -> Iterator[bytes]:
    """Lines of the texts; the gold sentences over and over where there is no corpus."""
    if path:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as texts:
            yield from texts
        return
    sentences = GOLD.read_bytes().splitlines(keepends=True)
    for _ in range(300):
        yield from sentences


def words(path: Path | None) -> int:
    """Words of all texts, parted by white space."""
    return sum(len(json.loads(line)["text"].split()) for line in lines(path))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def row(name: str, number: int, seconds: tuple[float, float]) -> None:
    clock, processor = seconds
    print(f"{name:44} {clock:8.1f} s {processor:8.1f} s processor {number / processor / 1e6:8.3f} million words/s")


def pair(path: Path | None) -> None:
    python = BASELINES / ".env-negspacy" / "bin" / "python"
    if not python.exists():
        print("spaCy with PhraseMatcher and negspacy: not installed (benchmarks/baselines/install negspacy)")
        return
    forms = sorted(form for entry in reader().lexicon.entries for form in entry.forms)
    command = [python, BASELINES / "negspacy_speed.py", str(path or GOLD), *forms]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout.strip() or done.stderr.strip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=Path, default=CORPUS if CORPUS.is_file() else None)
    parser.add_argument("--pair", action="store_true", help="also time spaCy with PhraseMatcher and negspacy")
    options = parser.parse_args()
    number = words(options.texts)
    print(f"{options.texts or GOLD}: {number:,} words, one process")
    with io.StringIO() as out:
        row("JSON Lines in, mentions out", number, timed(lambda: read_and_write(lines(options.texts), out, sys.stderr)))
        print(f"{out.getvalue().count(chr(10)):,} mentions")
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB\n")
    if options.pair:
        pair(options.texts)
    print("hard lines: seconds of the processor by length in characters")
    print(" " * 30 + "".join(f"{length:>12,}" for length in LENGTHS))
    for name, unit in HARD.items():
        texts = [unit * (length // len(unit)) for length in LENGTHS]
        spent = [timed(partial(find_mentions, text))[1] for text in texts]
        print(f"{name:30}" + "".join(f"{seconds:12.2f}" for seconds in spent))


if __name__ == "__main__":
    main()
