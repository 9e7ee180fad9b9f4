"""Whether days agree: rounds with their sittings and with each other, statements with their round and phase."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import ACTORS, ROUNDS, STATEMENTS
from communique.prose import day, joined, period

Sittings = tuple[tuple[date, date], ...]
_PLACES = {"before": "before ", "during": "in a sitting of ", "between": "between sittings of ", "after": "after "}


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of rounds, statements and the periods of actors."""
    yield from _rounds(folder)
    yield from _statements(folder)
    yield from _compared(folder)
    where = folder.where(ACTORS.file)
    for line, since, until in folder.records("actors", "active_from", "active_to"):
        if since and until and since > until:
            yield Fault(where, line, "active_to", "the period ends before it starts", "write the earlier date first")


def phases(moment: date, sittings: Sittings) -> list[str]:
    """The phases that a statement made on a day can have in a round with these sittings, one or more.

    On the first day it may have been made before the opening, on the last day after the closing; the last day of a
    sitting that is not the last is still `during`.
    """
    start, end = sittings[0][0], sittings[-1][1]
    possible = {
        "before": moment <= start,
        "during": any(first <= moment <= last for first, last in sittings),
        "between": any(one[1] < moment < two[0] for one, two in pairwise(sittings)),
        "after": moment >= end,
    }
    return [phase for phase, fits in possible.items() if fits]


def _rounds(folder: Folder) -> Iterator[Fault]:
    where = folder.where(ROUNDS.file)
    before: tuple[int, date] | None = None
    for line, number, start, end, sittings in folder.records("rounds", "round", "start", "end", "sittings"):
        if start > end:
            yield Fault(where, line, "end", f"the round ends on {end}, before it starts", f"it starts on {start}")
        for name, moment, sitting in (("start", start, sittings[0][0]), ("end", end, sittings[-1][1])):
            if moment != sitting:
                which = "first" if name == "start" else "last"
                problem = f"the round {name}s on {moment}, its {which} sitting on {sitting}"
                yield Fault(where, line, name, problem, "make the two the same")
        if before is not None:
            earlier, ended = before
            if number < earlier:
                remedy = "list rounds in order of time, and number them upwards"
                yield Fault(where, line, "round", f"round {number} stands after round {earlier}", remedy)
            elif start <= ended:
                problem = f"round {number} starts on {start}, before round {earlier} was over on {ended}"
                yield Fault(where, line, "start", problem, "rounds follow each other; several sittings are one round")
        before = number, end


def _statements(folder: Folder) -> Iterator[Fault]:
    where = folder.where(STATEMENTS.file)
    rounds = {number: sittings for _, number, sittings in folder.records("rounds", "round", "sittings")}
    ordered = sorted(rounds)
    later = dict(pairwise(ordered))
    earlier = {number: before for before, number in later.items()}
    for line, number, moment, phase in folder.records("statements", "round", "date", "phase"):
        if number not in rounds:
            continue
        possible = phases(moment, rounds[number])
        if phase not in possible:
            problem = f"{day(moment)} is not {_PLACES[phase]}{_span(number, rounds[number])}"
            yield Fault(where, line, "phase", problem, f"write {joined(possible, 'or')}, or mend the date")
        elif number in earlier and moment < rounds[earlier[number]][-1][1]:
            yield Fault(where, line, "date", *_elsewhere(moment, earlier[number], "was over", rounds))
        elif number in later and moment > rounds[later[number]][0][0]:
            yield Fault(where, line, "date", *_elsewhere(moment, later[number], "had begun", rounds))


def _compared(folder: Folder) -> Iterator[Fault]:
    """Yield a fault for each statement compared with its page before it was made, or on a day still to come."""
    where = folder.where(STATEMENTS.file)
    tomorrow = date.today() + timedelta(days=1)  # it may be tomorrow already where the reader is
    for line, made, compared in folder.records("statements", "date", "compared"):
        if compared and compared < made:
            problem = f"compared on {compared}, before the statement was made on {made}"
            yield Fault(where, line, "compared", problem, "mend one of the dates")
        elif compared and compared > tomorrow:
            problem = f"compared on {compared}, which is still to come"
            yield Fault(where, line, "compared", problem, "write the day it was done, or empty it")


def _span(number: int, sittings: Sittings) -> str:
    return f"round {number} ({joined(period(*sitting) for sitting in sittings)})"


def _elsewhere(moment: date, number: int, what: str, rounds: dict[int, Sittings]) -> tuple[str, str]:
    order = "before" if what == "was over" else "after"
    problem = f"{day(moment)} is {order} {_span(number, rounds[number])} {what}"
    return problem, f"move it to round {number}, or mend the date"
