"""The figures of one round's report drawn from its data by a bare script, and nothing else: the floor of a report.

    python benchmarks/speed/bare.py [ROUND] [FOLDER]

It imports what the figures need, reads the tables, reads the statements, draws each figure and writes it as SVG: no
check of the data, no notebook, no sentences, tables, HTML, PDF or numbers.
"""

import sys
from pathlib import Path

from communique.facts.round import Briefing
from communique.narrative.round.figures import heat_strip, mentions_by_round, slippage


def main(number: int, folder: Path) -> None:
    """Write the figures of a round of `geneva` into a folder."""
    briefing = Briefing.open("geneva", number)
    for draw in (heat_strip, mentions_by_round, slippage):
        block = draw(briefing)
        for width, picture in (("wide", getattr(block, "data", "")), ("narrow", getattr(block, "narrow", ""))):
            if picture:
                (folder / f"{draw.__name__}-{width}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["7"])[0]), Path((sys.argv[2:] or ["."])[0]))
