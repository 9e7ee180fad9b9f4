"""What an analyst should know of data that have no fault: `doubts`, as ``communique check --strict`` lists them.

A fault stops every report; a doubt stops none. Each is told as a fault is, with its file, line and what would help.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.process import cdist
from rapidfuzz.utils import default_process

from communique.errors import Fault
from communique.process.folder import Folder, find, read_folder
from communique.process.schema import CODERS, ROUNDS, STATEMENTS
from communique.prose import counted, day, joined

LEAST = 3  # statements of a round from which it says something that all are of one side
ALIKE = 90.0  # of 100: share of words and their letters that two statements have in common, in any order
_NAMED = 8  # ids named in one line
_TOGETHER = 2_000  # statements compared with each other at once: more of one round are compared only where equal


def doubts(process: str | Path) -> list[Fault]:
    """What to look at in a process, in the order of files and lines; empty where there is nothing.

    These are: rounds in which one side alone speaks, rounds that fewer coders than are meant to have read, statements
    that were not compared with their page, statements whose day is nearer to another round than to their own, and
    statements that tell the same. Rows with faults are passed over; those are `checks.check`'s.

    Raises
    ------
    ParameterError
        There is no such process or folder.
    """
    folder = read_folder(find(process))
    found = [*_sides(folder), *_coders(folder), *_uncompared(folder), *_nearer(folder), *_repeated(folder)]
    return sorted(set(found))


def _lines(folder: Folder) -> dict[int, int]:
    """The line of each round."""
    return {number: line for line, number in folder.records("rounds", "round")}


def _sides(folder: Folder) -> Iterator[Fault]:
    """Yield a doubt for each round in which all statements are of one side of the table."""
    side_of = dict(each[1:] for each in folder.records("actors", "actor_id", "side"))
    spoken: dict[int, list[str]] = defaultdict(list)
    for _, number, speaker in folder.records("statements", "round", "speaker"):
        if speaker in side_of:
            spoken[number].append(side_of[speaker])
    for number, line in _lines(folder).items():
        said = spoken[number]
        if len(said) >= LEAST and len(set(said)) == 1:
            problem = f"all {len(said)} statements of round {number} are of one side, {said[0]}"
            yield Fault(folder.where(ROUNDS.file), line, "round", problem, "look for what the others said")


def _coders(folder: Folder) -> Iterator[Fault]:
    """Yield a doubt for each round that not all coders have read."""
    coders: dict[int, set[str]] = defaultdict(set)
    for _, number, coder in folder.records("assessments", "round", "coder"):
        coders[number].add(coder)
    for number, line in _lines(folder).items():
        if missing := [coder for coder in CODERS if coder not in coders[number]]:
            by = f"not by coder {joined(missing)}" if coders[number] else "by nobody"
            problem = f"round {number} is coded {by}"
            yield Fault(folder.where(ROUNDS.file), line, "round", problem, "agreement between coders is unknown there")


def _uncompared(folder: Folder) -> Iterator[Fault]:
    """Yield a doubt for each round with statements that were not compared with their page."""
    waiting: dict[int, list[tuple[int, str]]] = defaultdict(list)
    total: dict[int, int] = defaultdict(int)
    for line, number, statement, compared in folder.records("statements", "round", "statement_id", "compared"):
        total[number] += 1
        if compared is None:
            waiting[number].append((line, statement))
    for number, found in waiting.items():
        named = ", ".join(statement for _, statement in found[:_NAMED]) + ", …" * (len(found) > _NAMED)
        problem = f"{len(found)} of {counted(total[number], 'statement')} of round {number} not compared with the page"
        yield Fault(folder.where(STATEMENTS.file), found[0][0], "compared", problem, f"compare {named}")


def _nearer(folder: Folder) -> Iterator[Fault]:
    """Yield a doubt for each statement before or after its round whose day is nearer to the round on that side."""
    spans = {number: (start, end) for _, number, start, end in folder.records("rounds", "round", "start", "end")}
    ordered = sorted(spans)
    later, earlier = dict(pairwise(ordered)), {after: before for before, after in pairwise(ordered)}
    columns = ("round", "date", "phase")
    for line, number, moment, phase in folder.records("statements", *columns):
        other = {"after": later, "before": earlier}.get(phase, {}).get(number)
        if other is None or number not in spans:
            continue
        own, far = _days_from(moment, spans[number]), _days_from(moment, spans[other])
        if far < own:
            problem = f"{day(moment)} is {counted(own, 'day')} from round {number}, {counted(far, 'day')} from {other}"
            remedy = f"look whether it speaks of round {other}"
            yield Fault(folder.where(STATEMENTS.file), line, "date", problem, remedy)


def _days_from(moment: date, span: tuple[date, date]) -> int:
    return max((span[0] - moment).days, (moment - span[1]).days, 0)


def _repeated(folder: Folder) -> Iterator[Fault]:
    """Yield a doubt for each statement that tells what an earlier one tells: equal words, or nearly, in one round."""
    rounds: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    first: dict[str, str] = {}
    for line, number, statement, text in folder.records("statements", "round", "statement_id", "text"):
        words = " ".join(default_process(text).split())
        if twin := first.get(words):
            yield _repeats(folder, line, f"the text is that of {twin}")
        else:
            first[words] = statement
            rounds[number].append((line, statement, words))
    for said in rounds.values():
        if len(said) > _TOGETHER:
            continue
        words = [text for _, _, text in said]
        likeness = cdist(words, words, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        for place, (line, _, _) in enumerate(said):
            alike = [other for other in range(place) if likeness[place, other] >= ALIKE]
            if alike:
                yield _repeats(folder, line, f"the text is nearly that of {said[alike[0]][1]}")


def _repeats(folder: Folder, line: int, problem: str) -> Fault:
    return Fault(folder.where(STATEMENTS.file), line, "text", problem, "keep both only where both were said")
