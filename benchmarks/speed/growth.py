"""How processor time grows with texts and tables made to be hard: ten times the size should take ten times the time.

    python benchmarks/speed/growth.py

For each piece of text, repeated to 40,000 and to 400,000 characters, the medians of three runs and their ratio; the
same for the check of a process whose tables hold 2,000 and 20,000 rows that are all wrong, and for a process with as
many statements as it has, ten and a hundred times as many (`synthetic.py`). A ratio far above ten is a
fault; one well below ten tells that what is done once weighs more than what is done for each.
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from synthetic import enlarged

from communique.process.checks import check
from communique.process.model import load
from communique.sources.attribution.english.blocks import blocks
from communique.sources.attribution.english.quotations import statements
from communique.sources.attribution.marks import quotations

SPECIMEN = Path(__file__).parents[2] / "tests" / "specimens" / "tiny"
SIZES = (40_000, 400_000)
ROWS = (2_000, 20_000)
TIMES = (1, 10, 100)
MARKS = ['"', '"He said ', "“a ", "'a ", "'as' ", "\"'“ "]
WORDS = [
    '"He said ',
    "He said that it was over and she said ",
    "according to ",
    "Al won it. He said so. ",
    "A: b\n",
    "Minister Aa Bb ",
    "The minister of the de la aaaaaaaaaaaa bbbbbbbb cccccc Aa Bb said it. He ",
    "said\n\n",
]


def seconds(action: Callable[..., object], *arguments: object) -> float:
    """The median processor time of three runs, in seconds."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        action(*arguments)
        taken.append(time.process_time() - began)
    return median(taken)


def line(what: str, small: float, large: float) -> None:
    """Print one row of the table."""
    print(f"  {what:44} {small:8.3f} {large:8.3f} {large / small if small else float('nan'):7.1f}")


def reading(name: str, read: Callable[[str], object], pieces: list[str]) -> None:
    """Print how the time of `read` grows for each piece."""
    print(f"{name}: seconds at {SIZES[0]:,} and {SIZES[1]:,} characters, and their ratio")
    for piece in pieces:
        small, large = (seconds(read, piece * (size // len(piece))) for size in SIZES)
        line(repr(piece)[:44], small, large)


def checking(rows: int) -> float:
    """Seconds to check a process with as many wrong rows in its actors and its statements."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(SPECIMEN, Path(scratch) / "tiny"))
        with open(folder / "actors.csv", "a", encoding="utf-8") as file:
            file.writelines(f"a{number},Name {number},,press,The Same,,\n" for number in range(rows))
        with open(folder / "statements.csv", "a", encoding="utf-8") as file:
            file.writelines(f'Z,3,2030-09-12,during,b{number},interview,,"Said.,S,\n' for number in range(rows))
        return seconds(check, folder)


def sizes() -> None:
    """Print how reading and checking a process grow with its statements: as they are, 10 times and 100 times."""
    print("a process of so many times its statements: seconds to load, to check")
    for times in TIMES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = enlarged(Path(scratch) / "geneva", times=times)
            print(f"  {times:4} {seconds(load, folder):8.3f} {seconds(check, folder):8.3f}")


def main() -> None:
    """Print the tables."""
    sizes()
    reading("quotation marks", lambda text: quotations(text, [(b.body, b.end) for b in blocks(text)]), MARKS)
    reading("attribution", statements, WORDS)
    print(f"check: seconds with {ROWS[0]:,} and {ROWS[1]:,} wrong rows, and their ratio")
    line("every row wrong", *map(checking, ROWS))


if __name__ == "__main__":
    main()
