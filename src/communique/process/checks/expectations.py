"""Whether expectations agree with the statements that raised them, and with what is said of their outcome."""

from collections.abc import Iterator
from datetime import date

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import EXPECTATIONS


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of expectations."""
    where = folder.where(EXPECTATIONS.file)
    yield from _against_statements(folder, where)
    yield from _due(folder, where)
    yield from _windows(folder, where)
    yield from _outcomes(folder, where)


def _against_statements(folder: Folder, where: str) -> Iterator[Fault]:
    """Yield a fault for each of round, date and speaker that is not the statement's."""
    for column, refers_to in (("round", "rounds.round"), ("date", ""), ("speaker", "actors.actor_id")):
        known = folder.known(refers_to) if refers_to else None  # a statement's own fault is told there
        said = dict(each[1:] for each in folder.records("statements", "statement_id", column))
        for line, statement, found in folder.records("expectations", "statement_id", column):
            if said.get(statement, found) != found and (known is None or str(said[statement]) in known):
                problem = f"{found} is not the {column} of {statement}"
                yield Fault(where, line, column, problem, f"write {said[statement]}, or name another statement")


def _due(folder: Folder, where: str) -> Iterator[Fault]:
    rounds = [number for _, number in folder.records("rounds", "round")]
    last = max(rounds, default=0) + 1  # the next round may be expected before it is in the data
    for line, number, raised, due in folder.records("expectations", "round", "date", "due"):
        if due.startswith("round:"):
            if not number < int(due[6:]) <= last and rounds:
                span = f"{number + 1} to {last}" if number < last - 1 else str(last)
                remedy = f"after round {number} it can be round:{span}"
                yield Fault(where, line, "due", f"{due} is no later round of the data or the next", remedy)
        elif due and date.fromisoformat(due) < raised:
            yield Fault(where, line, "due", f"due on {due}, before it was raised on {raised}", "mend one of the dates")


def _windows(folder: Folder, where: str) -> Iterator[Fault]:
    """Yield a fault for each end of a window that has no first day, or a later one."""
    for line, due, end in folder.records("expectations", "due", "due_end"):
        if not end:
            continue
        if not due or due.startswith("round:"):
            problem = f"the window ends on {end}, and due is {due or 'empty'}"
            yield Fault(where, line, "due_end", problem, "write its first day in due, or empty due_end")
        elif end < date.fromisoformat(due):
            problem = f"the window ends on {end}, before it starts on {due}"
            yield Fault(where, line, "due_end", problem, "write the earlier day in due")


def _outcomes(folder: Folder, where: str) -> Iterator[Fault]:
    names = ("date", "outcome", "happened_on", "resolved_on", "outcome_note", "outcome_source_id")
    for line, raised, outcome, happened, resolved, note, source in folder.records("expectations", *names):
        for column, moment in (("happened_on", happened), ("resolved_on", resolved)):
            if moment and outcome == "open":
                problem = f"{column} is {moment}, the outcome open"
                yield Fault(where, line, column, problem, "empty it, or tell the outcome")
            elif moment and moment < raised:
                problem = f"{column} is {moment}, before it was raised on {raised}"
                yield Fault(where, line, column, problem, "mend one of the dates")
        for column, content in (("resolved_on", resolved), ("outcome_note", note), ("outcome_source_id", source)):
            if outcome != "open" and not content:
                problem = f"the outcome is {outcome}, the cell is empty"
                yield Fault(where, line, column, problem, "fill it, or write open")
