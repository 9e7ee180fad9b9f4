"""A round's ladders as one coder reads them, kept apart from the other's until both have finished.

What a coder has read so far lies in ``desk/coding-<coder>.csv`` and nowhere else. When all coders have finished a
round, their readings enter ``assessments.csv`` together; from then on, and not before, a coder sees the others'.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from communique.desk.statements.accepting import DecisionRefused, Problem
from communique.desk.statements.validation import new_faults
from communique.desk.tablefile import appended, table
from communique.errors import ParameterError
from communique.files.journal import FOLDER, Files, recover, transaction
from communique.process.model import Process
from communique.process.schema import ASSESSMENTS, CODERS, LIST_SEPARATOR, STATEMENTS

COLUMNS = (*ASSESSMENTS.names, "finished_on")


@dataclass(frozen=True)
class CoderReading:
    """One dimension of a round as a coder reads it; `stage` and `movement` are None until chosen."""

    stage: int | None = None
    movement: int | None = None
    rationale: str = ""
    evidence: tuple[str, ...] = field(default=())

    @classmethod
    def read(cls, message: Mapping) -> "CoderReading":
        """The reading in a message; what cannot be one is left open."""
        numbers = {name: message[name] if type(message.get(name)) is int else None for name in ("stage", "movement")}
        rationale, evidence = message.get("rationale"), message.get("evidence")
        listed = evidence if isinstance(evidence, (list, tuple)) else ()
        return cls(
            **numbers,
            rationale=" ".join(rationale.split()) if isinstance(rationale, str) else "",
            evidence=tuple(dict.fromkeys(each for each in listed if isinstance(each, str) and each)),
        )

    @property
    def begun(self) -> bool:
        """Whether anything of it is there."""
        return self != CoderReading()


def file_of(coder: str) -> str:
    """Name of a coder's own file in the folder of a process; raises `ParameterError` for who is no coder."""
    if coder not in CODERS:
        raise ParameterError(f"CODER={coder}: ladders are read by coder {' or '.join(CODERS)}")
    return f"{FOLDER}/coding-{coder}.csv"


class Coding:
    """The readings of one coder: everything here is that coder's own, until `published` says that a round is out."""

    def __init__(self, process: Process, coder: str):
        self.process = process
        self.coder = coder
        self.folder = Path(process.folder)
        self.file = file_of(coder)
        recover(self.folder)

    def readings(self, round_: int) -> dict[str, CoderReading]:
        """The coder's reading of each dimension of a round, in the order of the process."""
        rows = {row["dimension"]: row for row in self._own(Files(self.folder)) if row["round"] == str(round_)}
        rows |= {row["dimension"]: row for row in self._entered(round_) if row["coder"] == self.coder}
        return {id_: _reading(rows[id_]) if id_ in rows else CoderReading() for id_ in self.process.ladders}

    def finished(self, round_: int) -> bool:
        """Whether the coder has finished a round."""
        own = [row for row in self._own(Files(self.folder)) if row["round"] == str(round_)]
        return self.entered(round_) or any(row["finished_on"] for row in own)

    def published(self, round_: int) -> bool:
        """Whether the readings of all coders are in ``assessments.csv``."""
        return {row["coder"] for row in self._entered(round_)} >= set(CODERS)

    def keep(self, round_: int, dimension: str, reading: CoderReading) -> None:
        """Keep a reading as it is so far; raises `DecisionRefused` once the round is finished."""
        if dimension not in self.process.ladders or round_ not in self.process.rounds["round"].tolist():
            raise DecisionRefused([Problem("", f"There is no {dimension} in a round {round_} of {self.process.id}.")])
        if self.finished(round_):
            raise DecisionRefused([Problem("", f"You have finished round {round_}; its readings stand.")])
        with transaction(self.folder) as files:
            rows = [row for row in self._own(files) if (row["round"], row["dimension"]) != (str(round_), dimension)]
            self._write(files, [*rows, _row(round_, dimension, self.coder, reading)] if reading.begun else rows)

    def problems(self, round_: int) -> dict[str, list[str]]:
        """What each dimension of a round still lacks."""
        first = round_ == min(self.process.rounds["round"])
        spoken = set(self._statements(round_))
        readings = self.readings(round_).items()
        return {id_: list(_lacks(each, self.process.ladders[id_].ladder, spoken, first)) for id_, each in readings}

    def finish(self, round_: int, *, day: str) -> bool:
        """End the coder's work on a round; whether its readings are in ``assessments.csv`` now, all having finished.

        Raises
        ------
        Refused
            A reading lacks something; or, where all have finished, the readings together would make the tables invalid.
        """
        if self.finished(round_):
            return self.publish(round_)
        found = self.problems(round_)
        if any(found.values()):
            lacking = [f"{self.process.ladders[id_].label}: {' '.join(texts)}" for id_, texts in found.items() if texts]
            raise DecisionRefused(Problem("", text) for text in lacking)
        with transaction(self.folder) as files:
            rows = self._own(files)
            self._write(files, [row | {"finished_on": day} if row["round"] == str(round_) else row for row in rows])
        return self.publish(round_)

    def publish(self, round_: int, *, alone: bool = False) -> bool:
        """Enter the readings of a round into ``assessments.csv`` if all have finished it; whether they are in.

        With `alone` those of this coder enter without waiting for the other, who may still read the round blind: the
        desk shows nobody another's readings before their own are in.
        """
        with transaction(self.folder) as files:
            entered = {row["coder"] for row in table(files[ASSESSMENTS.file]) if row["round"] == str(round_)}
            new: list[dict[str, str]] = []
            for coder in CODERS:
                own = {row["dimension"]: row for row in table(files[file_of(coder)]) if row["round"] == str(round_)}
                if coder not in entered:
                    if not own or not all(row["finished_on"] for row in own.values()):
                        if alone and coder != self.coder:
                            continue
                        return False
                    new += [own[id_] for id_ in self.process.ladders if id_ in own]
            if new:
                files[ASSESSMENTS.file] = appended(files[ASSESSMENTS.file], *new)
                if faults := new_faults(self.folder, files.changes):
                    raise DecisionRefused(Problem("", _not_telling(fault)) for fault in faults)
        return True

    def entered(self, round_: int) -> bool:
        """Whether the coder's own readings are in ``assessments.csv``."""
        return any(row["coder"] == self.coder for row in self._entered(round_))

    def reopen(self, round_: int) -> None:
        """Take the end of a round back, as long as its readings have not entered ``assessments.csv``."""
        if self.entered(round_):
            raise DecisionRefused(
                [Problem("", f"The readings of round {round_} are in {ASSESSMENTS.file}; they stand.")]
            )
        with transaction(self.folder) as files:
            rows = self._own(files)
            self._write(files, [row | {"finished_on": ""} if row["round"] == str(round_) else row for row in rows])

    def before(self, round_: int, dimension: str) -> tuple[int, CoderReading] | None:
        """The coder's own last reading of a dimension in an earlier round, with that round's number."""
        earlier = sorted((each for each in self.process.rounds["round"].tolist() if each < round_), reverse=True)
        for number in earlier:
            reading = self.readings(number)[dimension]
            if reading.stage is not None:
                return number, reading
        return None

    def _own(self, files: Files) -> list[dict[str, str]]:
        return table(files[self.file])

    def _entered(self, round_: int) -> list[dict[str, str]]:
        return [row for row in table(Files(self.folder)[ASSESSMENTS.file]) if row["round"] == str(round_)]

    def _statements(self, round_: int) -> list[str]:
        rows = table(Files(self.folder)[STATEMENTS.file])
        return [row["statement_id"] for row in rows if row["round"] == str(round_)]

    def _write(self, files: Files, rows: Iterable[Mapping[str, str]]) -> None:
        order = {id_: place for place, id_ in enumerate(self.process.ladders)}
        rows = sorted(rows, key=lambda row: (int(row["round"]), order.get(row["dimension"], len(order))))
        files[self.file] = appended(b"", *rows, columns=COLUMNS)


def _lacks(reading: CoderReading, ladder: tuple[str, ...], spoken: set[str], first: bool) -> Iterable[str]:
    if reading.stage is None:
        yield "Choose a stage."
    elif not 0 <= reading.stage < len(ladder):
        yield f"There is no stage {reading.stage}."
    if reading.movement not in (-1, 0, 1):
        yield "Choose a movement."
    elif first and reading.movement:
        yield "In the first round of a process movement is 0."
    if not reading.rationale:
        yield "Give the reason in a sentence."
    if reading.stage and not reading.evidence:
        yield "Tick the statements it rests on."
    if strangers := [each for each in reading.evidence if each not in spoken]:
        yield f"{', '.join(strangers)} is no statement of this round (any more)."


def _reading(row: Mapping[str, str]) -> CoderReading:
    numbers = {name: int(row[name]) if row[name].lstrip("-").isdecimal() else None for name in ("stage", "movement")}
    evidence = tuple(filter(None, row["evidence"].split(LIST_SEPARATOR)))
    return CoderReading(**numbers, rationale=row["rationale"], evidence=evidence)


def _row(round_: int, dimension: str, coder: str, reading: CoderReading) -> dict[str, str]:
    numbers = {name: "" if value is None else str(value) for name, value in
               (("stage", reading.stage), ("movement", reading.movement))}  # fmt: skip
    return {
        "round": str(round_),
        "dimension": dimension,
        **numbers,
        "rationale": reading.rationale,
        "evidence": LIST_SEPARATOR.join(reading.evidence),
        "coder": coder,
        "finished_on": "",
    }


def _not_telling(fault) -> str:
    # A fault quotes what is in the cell, which may be the other coder's.
    return f"{fault.path}, line {fault.line}, {fault.column}: {fault.remedy or fault.problem}."
