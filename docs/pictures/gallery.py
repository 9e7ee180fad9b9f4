"""Draws the pictures of the gallery and the README from reports that were built.

`make gallery` builds those reports first. A picture is a page of a PDF as Typst lays it out, so that what is shown is
what readers get.
"""

import json
from datetime import date
from pathlib import Path

from communique.document.faces.pdf import pictures
from communique.document.notebook.reading import read

ROOT = Path(__file__).parents[2]
PPI = 80  # enough to read the larger letters, and small enough to lie in the repository
# The page of a report that each picture shows.
SHOWN = {
    ("geneva", "round-07"): {"round-07-page-1": 1, "round-07-stages": 4, "round-07-words": 5, "round-07-expected": 7},
    ("geneva", "overview"): {"overview-page-1": 1, "overview-stages": 2, "overview-events": 3},
    ("brexit", "round-05"): {"brexit-round-05-page-1": 1},
}


def draw() -> None:
    """Write every picture beside this file."""
    for (process, name), shown in SHOWN.items():
        notebook = json.loads((ROOT / "reports" / process / f"{name}.ipynb").read_text(encoding="utf-8"))
        blocks = [each.block for each in read(notebook, strict=True)]
        day = date.fromisoformat(notebook["metadata"]["communique"]["date"])
        for picture, drawn in zip(shown, pictures(blocks, date=day, pages=shown.values(), ppi=PPI), strict=True):
            (Path(__file__).parent / f"{picture}.png").write_bytes(drawn)


if __name__ == "__main__":
    draw()
