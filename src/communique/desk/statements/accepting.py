"""Decisions: a candidate accepted into the tables, rejected, or taken back. Each happens whole or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.desk import history
from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.form import NEW, Form, corrected, field_of, placed, rows_of
from communique.desk.statements.paraphrase import copied
from communique.desk.statements.validation import new_faults
from communique.desk.tablefile import appended, without
from communique.errors import CommuniqueError, Fault
from communique.files.journal import Files, transaction
from communique.process.checks.sources import DOCUMENT
from communique.process.schema import ACTORS, SOURCES, STATEMENTS, TABLES
from communique.sources.candidates import FILE
from communique.sources.tagging import Calendar

_COLUMNS = {table.file: table.names for table in TABLES.values()}
_KEYS = {table.file: table.key[0] for table in TABLES.values()}
PUT_AWAY = ("rejected", "set_aside")
_IN_WORDS = {  # what is asked for by more than the name of the column
    "text": "Write in your own words what was said.",
    "speaker": "Choose who said it.",
    "date": "Give the day it was said.",
}
NEEDED = _IN_WORDS | {
    name: f"{'Choose' if column.choices or column.refers_to else 'Give'} the {name.replace('_', ' ')}."
    for column in STATEMENTS.columns
    if column.required and column.name not in (*STATEMENTS.key, *_IN_WORDS)
    for name in [field_of(STATEMENTS.file, column.name)]
}
NEEDED_NEW = {
    "speaker": {"actor_name": "Name the new actor.", "actor_side": "Choose the side of the new actor."},
    "source": {
        "source_publisher": "Name the publisher of the new source.",
        "source_kind": "Choose what kind of publisher it is.",
        "source_language": "Give the language of the page.",
    },
}


_WHERE = {  # by whether the new source is a document
    False: {"source_url": "Give the address of the page, or choose the kind document."},
    True: {"source_reference": "Give what the document is found by, such as its number."},
}


@dataclass(frozen=True)
class Problem:
    """What stands in the way of a decision; `field` is that of the form, empty where it is in none."""

    field: str
    text: str


class DecisionRefused(CommuniqueError):
    """A decision cannot be carried out as asked; `problems` says why. Nothing was changed."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        super().__init__(" ".join(each.text for each in self.problems))


@dataclass(frozen=True)
class Done:
    """What a decision came to: the candidates it decided, and the statement it made or took out, if any."""

    decision: str
    candidates: tuple[str, ...]
    statement: str = ""


def problems(form: Form, row: Mapping[str, str]) -> list[Problem]:
    """What a form still lacks, and whether its paraphrase is a copy; references and dates are checked on accepting."""
    found = [Problem(name, text) for name, text in NEEDED.items() if not getattr(form, name)]
    for name, needed in NEEDED_NEW.items():
        if getattr(form, name) == NEW:
            needed = needed | (_WHERE[form.source_kind == DOCUMENT] if name == "source" else {})
            found += [Problem(each, text) for each, text in needed.items() if not getattr(form, each)]
    if why := copied(form.text, row["text"], row["context"]):
        found.insert(0, Problem("text", why))  # in the order of the form, in whose first faulty field the focus is put
    return found


def accept(
    candidates: Candidates, id_: str, form: Form, *, coder: str, day: date, baskets: Iterable[str] = (),
    repeats: Iterable[str] = (), calendar: Calendar | None = None,
) -> Done:  # fmt: skip
    """Enter a candidate into the tables as its form says, with new actor and source where it names them.

    Parameters
    ----------
    candidates
        Those of the process, whose folder is changed.
    form
        As the person filled it in. Where it says other than the machine suggested, the decision is ``corrected``.
    coder, day
        Who decides, and when.
    baskets
        Ids of the process, for the order within a cell.
    calendar
        The rounds as they are now, by which a candidate is placed that was found before there were some of them.
    repeats
        Candidates that tell the same, decided with it as ``repeat`` of the same statement.

    Raises
    ------
    Refused
        The form lacks something, copies its source, or would make the tables invalid; or somebody else has decided.
    """
    folder = candidates.path.parent
    with transaction(folder) as files:
        row, repeats = _undecided(candidates, id_, repeats)
        row = placed(row, calendar) if calendar else row
        if found := problems(form, row):
            raise DecisionRefused(found)
        rows = rows_of(form, files, tuple(baskets), wished=history.former_id(files, id_))
        for file, cells in rows.items():
            files[file] = appended(files[file], cells, columns=_COLUMNS[file])
        if faults := new_faults(folder, files.changes):
            raise DecisionRefused(map(_problem, faults))
        statement = rows[STATEMENTS.file]["statement_id"]
        decision = "corrected" if corrected(form, row) else "accepted"
        stamp = {"decided_by": coder, "decided_on": day.isoformat(), "statement_id": statement}
        after = {id_: {"decision": decision} | stamp} | {each: {"decision": "repeat"} | stamp for each in repeats}
        _decide(files, after, action="accept", by=coder, on=day, rows=rows, form=form.shown())
    return Done(decision, tuple(after), statement)


def reject(candidates: Candidates, id_: str, *, coder: str, day: date, repeats: Iterable[str] = ()) -> Done:
    """Set a candidate aside, and `repeats` with it; raises `DecisionRefused` where somebody has decided."""
    with transaction(candidates.path.parent) as files:
        _, repeats = _undecided(candidates, id_, repeats)
        cells = {"decision": "rejected", "decided_by": coder, "decided_on": day.isoformat(), "statement_id": ""}
        after = dict.fromkeys((id_, *repeats), cells)
        _decide(files, after, action="reject", by=coder, on=day)
    return Done("rejected", tuple(after))


def put_away(candidates: Candidates, ids: Iterable[str], decision: str, *, coder: str, day: date) -> Done:
    """Reject many candidates, or set them aside, as one step that is taken back as one; those decided stay as they are.

    Raises `DecisionRefused` where nobody waits among them, or the decision is none of the two.
    """
    if decision not in PUT_AWAY:
        raise DecisionRefused([Problem("", f"There is no decision {decision!r}.")])
    with transaction(candidates.path.parent) as files:
        candidates.refresh()
        waiting = [id_ for id_ in ids if id_ in candidates.entries and candidates.entries[id_].waits]
        if not waiting:
            raise DecisionRefused([Problem("", "None of them waits any more.")])
        cells = {"decision": decision, "decided_by": coder, "decided_on": day.isoformat(), "statement_id": ""}
        after = dict.fromkeys(waiting, cells)
        _decide(files, after, action="put away", by=coder, on=day)
    return Done(decision, tuple(after))


def remark(candidates: Candidates, id_: str, text: str, *, coder: str, day: date) -> None:
    """Keep a private remark on a candidate, for whoever codes it too; an empty one takes the coder's own away."""
    with transaction(candidates.path.parent) as files:
        told = {"action": history.REMARK, "candidate": id_, "by": coder, "on": day.isoformat()}
        history.add(files, told | {"text": " ".join(text.split())})


def take_back(candidates: Candidates, id_: str = "", *, coder: str, day: date) -> tuple[Done, Form | None]:
    """Undo a decision: the coder's last one, or that on a candidate; with it goes the statement it made.

    An actor or source made with it goes too, unless another row has come to need it. The form as it was filled in is
    handed back, so that nothing has to be typed twice.

    Raises
    ------
    Refused
        There is nothing to take back, or what was made has been changed since, or other rows rest on it.
    """
    folder = candidates.path.parent
    with transaction(folder) as files:
        entry = history.deciding(files, id_) if id_ else history.last_of(files, coder)
        if entry is None:
            nothing = f"No decision on {id_} is on record here." if id_ else "Nothing of yours is left to take back."
            raise DecisionRefused([Problem("", nothing)])
        after = entry.get("after", {})
        _as_left(candidates, after)
        _take_out(files, folder, entry.get("rows", {}))
        history.add(files, {"action": history.TAKE_BACK, "of": entry["number"], "by": coder, "on": day.isoformat()})
    statement = entry.get("rows", {}).get(STATEMENTS.file, {}).get("statement_id", "")
    form = Form.read(entry["form"]) if entry.get("form") else None
    decision = next(iter(after.values()))["decision"] if after else entry["action"]
    return Done(decision, tuple(after), statement), form


def _decide(files: Files, after: Mapping[str, Mapping[str, str]], *, action: str, by: str, on: date, **more) -> None:
    if not history.begun(history.entries(files)):
        history.add(files, {"action": history.KEPT})  # what was decided before there was a history is in the file
    history.add(files, {"action": action, "by": by, "on": on.isoformat(), "after": dict(after), **more})


def _undecided(candidates: Candidates, id_: str, repeats: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The candidate's row and those of its repeats nobody has decided; `DecisionRefused` where it is decided itself."""
    candidates.refresh()
    if id_ not in candidates.entries:
        raise DecisionRefused([Problem("", f"There is no candidate {id_} any more.")])
    row = candidates.row(id_)
    if row["decision"]:
        told = f"{row['decision']} by {row['decided_by'] or 'somebody'} on {row['decided_on'] or 'some day'}"
        raise DecisionRefused([Problem("", f"This candidate is decided already: {told}.")])
    known = candidates.entries
    return row, [each for each in repeats if each != id_ and each in known and known[each].waits]


def _as_left(candidates: Candidates, after: Mapping[str, Mapping[str, str]]) -> None:
    """Raise `DecisionRefused` where a candidate is not as the decision left it."""
    candidates.refresh()
    for id_, cells in after.items():
        stands = candidates.entries[id_].cells if id_ in candidates.entries else cells  # it may have been forgotten
        if any(stands[name] != cell for name, cell in cells.items()):
            raise DecisionRefused(
                [Problem("", f"The decision on {id_} was changed since; take it back in {FILE} by hand.")]
            )


def _take_out(files: Files, folder: Path, rows: Mapping[str, Mapping[str, str]]) -> None:
    """Take the rows of a decision out, the statement first; raises `DecisionRefused` where that cannot be."""
    own = [file for file in rows if file not in (SOURCES.file, ACTORS.file)]
    if not own:
        return
    (file,) = own
    try:
        files[file] = without(files[file], rows[file])
    except KeyError:
        changed = f"{rows[file][_KEYS[file]]} was changed since it was entered"
        raise DecisionRefused([Problem("", f"{changed}; take it out of {file} by hand.")]) from None
    if faults := new_faults(folder, files.changes):
        raise DecisionRefused(map(_problem, faults))
    for file in (SOURCES.file, ACTORS.file):
        if file in rows:
            _without_unless_needed(files, folder, file, rows[file])


def _without_unless_needed(files: Files, folder: Path, file: str, row: Mapping[str, str]) -> None:
    content = files[file]
    try:
        files[file] = without(content, row)
    except KeyError:
        return
    if new_faults(folder, files.changes):
        files[file] = content


def _problem(fault: Fault) -> Problem:
    name = field_of(fault.path, fault.column)
    what = "; ".join(filter(None, (fault.problem, fault.remedy)))
    sentence = what[:1].upper() + what[1:] + "."
    return Problem(name, sentence if name else f"{fault.path}, {fault.column}: {sentence}")
