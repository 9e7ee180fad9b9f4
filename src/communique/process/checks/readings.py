"""Whether coders' readings stand on their ladders and rest on statements of their round."""

from collections import Counter
from collections.abc import Iterator

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import ASSESSMENTS, CODERS
from communique.prose import joined


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of stages, movements, evidence, and of cells that only one coder has read."""
    where = folder.where(ASSESSMENTS.file)
    ladders = folder.description.ladders if folder.description else {}
    for line, dimension, stage in folder.records("assessments", "dimension", "stage"):
        ladder = ladders[dimension].ladder if dimension in ladders else ()
        if ladder and stage >= len(ladder):
            remedy = f"its ladder goes from 0 ({ladder[0]}) to {len(ladder) - 1} ({ladder[-1]})"
            yield Fault(where, line, "stage", f"{dimension} has no stage {stage}", remedy)
    yield from _movements(folder, where)
    yield from _evidence(folder, where)
    yield from _coders(folder, where)


def _movements(folder: Folder, where: str) -> Iterator[Fault]:
    if not folder.has("rounds", "round") or folder.rows["rounds"].lost[1]:
        return  # the first round may be among those that cannot be read
    first = min((number for _, number in folder.records("rounds", "round")), default=None)
    for line, number, movement in folder.records("assessments", "round", "movement"):
        if number == first and movement:
            problem = f"movement {movement} in round {number}, which has none before it"
            yield Fault(where, line, "movement", problem, "write 0")


def _evidence(folder: Folder, where: str) -> Iterator[Fault]:
    known = folder.known("rounds.round") or {}
    said = (each[1:] for each in folder.records("statements", "statement_id", "round"))
    rounds = {statement: number for statement, number in said if str(number) in known}
    for line, number, stage, evidence in folder.records("assessments", "round", "stage", "evidence"):
        if stage and not evidence:
            problem = f"stage {stage} rests on no statement"
            yield Fault(where, line, "evidence", problem, f"name statements of round {number}, or write stage 0")
        strangers = [each for each in evidence if rounds.get(each, number) != number]
        for each in strangers:
            problem = f"{each} is a statement of round {rounds[each]}"
            yield Fault(where, line, "evidence", problem, f"name statements of round {number}")


def _coders(folder: Folder, where: str) -> Iterator[Fault]:
    """Yield a fault for each cell of a round read by both that one has not read.

    A round may be read by one coder alone. A misspelt row of the other's may be the reading that is missing.
    """
    ladders = folder.known("process.ladders") or {}
    read: dict[tuple[int, str], dict[str, int]] = {}
    unclear: set[tuple[int, str]] = set()
    for line, number, dimension, coder in folder.records("assessments", "round", "dimension", "coder"):
        if dimension in ladders:
            read.setdefault((number, dimension), {}).setdefault(coder, line)
        else:
            unclear.add((number, coder))
    by_round: dict[int, set[str]] = {}
    for _, number, coder in folder.records("assessments", "round", "coder"):
        by_round.setdefault(number, set()).add(coder)
    rows = Counter(each[1:] for each in folder.records("assessments", "round", "dimension"))
    for (number, dimension), lines in read.items():
        also = by_round[number] - lines.keys()
        missing = [coder for coder in CODERS if coder in also and (number, coder) not in unclear]
        if missing and rows[number, dimension] == len(lines):
            problem = f"{dimension} in round {number} has no reading by coder {joined(missing)}"
            remedy = "add the row: who reads a round reads each cell once"
            yield Fault(where, min(lines.values()), "coder", problem, remedy)
