"""What the stages of a ladder mean, as the codebook ``README.md`` beside the processes tells it."""

import re
from pathlib import Path

FILE = "README.md"
_CODE = re.compile(r"[`*]")


def meanings(folder: Path, ladder: tuple[str, ...]) -> list[str]:
    """The meaning of each stage of a ladder, "" where the codebook gives none.

    Parameters
    ----------
    folder
        That of a process. Its own codebook is asked first, then the one of the folder above.
    ladder
        Names of the stages. They are looked for in the tables whose first column is called "stage": a cell is a name,
        or a name, a colon and its meaning, and a column is the ladder's where it has just these names.
    """
    for path in (Path(folder) / FILE, Path(folder).resolve().parent / FILE):
        for column in _columns(path.read_text(encoding="utf-8") if path.is_file() else ""):
            names, _, explanations = zip(*(cell.partition(": ") for cell in column), strict=True)
            if names == ladder:
                return list(explanations)
    return [""] * len(ladder)


def _columns(text: str) -> list[list[str]]:
    """The columns of the tables of stages in a Markdown text, empty cells left out."""
    found, current = [], []
    for line in [*text.splitlines(), ""]:
        if line.lstrip().startswith("|"):
            current.append([_CODE.sub("", cell).strip() for cell in line.strip().strip("|").split("|")])
            continue
        if len(current) > 2 and current[0][0].casefold() == "stage":
            body = [row for row in current[2:] if len(row) == len(current[0])]
            columns = [[row[place] for row in body if row[place]] for place in range(1, len(current[0]))]
            found += [column for column in columns if column]
        current = []
    return found
