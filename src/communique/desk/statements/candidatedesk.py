"""The desk for candidates as plain data: `CandidateDesk.do` takes what a person did, `view` tells what to show.

Nothing here knows of Jupyter. Whatever comes in is a message, a mapping with ``action``; whatever goes out is data for
the screen. The widget passes both on.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from communique.desk import disk, history
from communique.desk.statements import accepting, options
from communique.desk.statements.accepting import DecisionRefused
from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.drafts import Drafts
from communique.desk.statements.form import Form, corrected, suggested, with_news
from communique.desk.statements.highlight import pieces
from communique.desk.statements.queue import Filter, counts, queue
from communique.errors import DataError
from communique.files.journal import Files, recover
from communique.process.checks import check
from communique.process.checks.timing import phases
from communique.process.folder import find
from communique.process.model import Process, load
from communique.process.schema import LIST_SEPARATOR, STATEMENTS
from communique.prose import counted
from communique.sources.candidates import FILE
from communique.sources.tagging import Calendar

MOST_SINCE = 500  # decisions that are not in the candidates file yet: it takes a second to write


class CandidateDesk:
    """One person at the candidates of one process.

    Parameters
    ----------
    process
        Its name, or its folder as a `Path`.
    coder
        Who decides; it is written beside each decision.
    today
        The day of a decision.

    Raises
    ------
    ParameterError
        There is no such process.
    DataError
        The tables cannot be read, or the candidates file is damaged.
    """

    def __init__(self, process: str | Path, *, coder: str, today: Callable[[], date] = date.today):
        self.coder, self.today = coder, today
        self.folder = Path(find(process))
        broken_off = recover(self.folder)
        self.process: Process = load(self.folder)
        self.calendar = Calendar.of(self.process.rounds)
        self.candidates = Candidates(self.folder)
        self.candidates.keep()
        self.filter = Filter()
        self.drafts = Drafts(self.folder, coder)
        self.at = next(iter(queue(self.candidates, self.filter)), "")
        self.opening = _OPENING[broken_off]
        if faults := check(self.folder):  # also loads what checking needs, so that the first decision is quick
            self.opening += f" The tables have {counted(len(faults), 'fault')} already; `make check` lists them."
        self.message = {"kind": "", "text": ""}

    # --- what to show -------------------------------------------------------------------------------------------------

    def view(self, *, whole: bool = True) -> dict[str, object]:
        """Everything on the screen; without `whole` the lists to choose from are left out, as they have not changed."""
        self.candidates.refresh()
        line = queue(self.candidates, self.filter)
        place = line.index(self.at) + 1 if self.at in line else 0
        files = Files(self.folder)
        last = history.last_of(files, self.coder)
        shown = {
            "screen": "candidates",
            "title": self.process.title,
            "coder": self.coder,
            "message": self.message,
            "tally": self._tally(),
            "counts": counts(self.candidates) | {"place": place, "of": len(line)},
            "filter": asdict(self.filter),
            "undo": _undo_label(last),
            "candidate": self._candidate(files) if self.at in self.candidates.entries else None,
            "lists": options.narrow(self.candidates, self.process),
        }
        return shown | {"options": options.wide(self.process, files)} if whole else shown

    def _tally(self) -> str:
        n = counts(self.candidates)
        again = f", and {counted(n['repeats'], 'repeat')}" if n["repeats"] else ""
        decided = " · ".join(f"{n[each]} {each}" for each in ("accepted", "corrected", "rejected"))
        return f"{n['waiting']} waiting{again} · {decided} · you decide as {self.coder}"

    def _candidate(self, files: Files) -> dict[str, object]:
        row = self.candidates.row(self.at)
        form = self._form(row, files)
        first = next((each for each in row["speaker_candidates"].split(LIST_SEPARATOR) if each), "")
        return {
            "id": self.at,
            "decision": {name: row[name] for name in ("decision", "decided_by", "decided_on", "statement_id")},
            "document": {name: row[name] for name in ("title", "publisher", "author", "published", "url", "file")},
            "kind": row["kind"],
            "where": row["where"],
            "pieces": pieces(row),
            "confidence": row["confidence"],
            "led_to": [part for part in row["led_to"].split("; ") if part],
            "chain": row["chain"] if " > " in row["chain"] else "",
            "surface": row["speaker_surface"],
            "may_be": row["speaker_candidates"].split(LIST_SEPARATOR) if first else [],
            "mentions": ", ".join(_term(each) for each in row["mentions"].split(LIST_SEPARATOR) if each),
            "repeats": [
                {"id": each.id, "waits": each.waits, **self.candidates.documents[each.document]}
                for each in self.candidates.repeats(self.at)
            ],
            "form": form.shown(),
            "advice": self.advice(form, row),
        }

    def _form(self, row: Mapping[str, str], files: Files) -> Form:
        if draft := self.drafts[self.at]:
            return with_news(draft, row)
        entry = history.deciding(files, self.at) if row["decision"] else None
        if entry and entry.get("form"):
            return Form.read(entry["form"])
        return suggested(row, files, self.candidates)

    def advice(self, form: Form, row: Mapping[str, str]) -> dict[str, object]:
        """What the form still needs, in what it corrects the machine, and where its day lies to its round."""
        sittings = {str(number): spans for number, spans in self.calendar.rounds}
        day = _day(form.date)
        possible = phases(day, sittings[form.round]) if day and form.round in sittings else []
        return {
            "problems": [asdict(each) for each in accepting.problems(form, row)],
            "corrected": corrected(form, row),
            "phases": possible,
        }

    # --- what was done ------------------------------------------------------------------------------------------------

    def do(self, message: Mapping) -> dict[str, object]:
        """Carry out what a person did, and tell what to show then.

        ``action`` is one of ``hello``, ``draft`` (with ``form``), ``accept`` (with ``form``), ``reject``, ``undo``,
        ``take back``, ``next``, ``previous``, ``show`` (with ``id``), ``filter`` (with what is looked at). Where a
        decision cannot be carried out the message says why, and nothing has changed.
        """
        action = message.get("action")
        acted = _ACTIONS.get(action)
        self.message = {"kind": "", "text": ""}
        if acted is None:
            self.message = _error(f"There is no action {action!r}.")
            return self.view(whole=False)
        if message.get("id") and action not in ("show", "hello") and message["id"] != self.at:
            if action == "draft" and message["id"] in self.candidates.entries:
                self.drafts.keep(message["id"], Form.read(message.get("form") or {}))
            self.message = _error("The desk had moved on meanwhile; look at the candidate again.")
            return self.view()
        try:
            return acted(self, message)
        except DecisionRefused as error:
            self.message = _error(" ".join(each.text for each in error.problems))
            self.message["fields"] = [each.field for each in error.problems if each.field]
        except DataError as error:
            self.message = _error(str(error))
        except OSError as error:
            self.message = _error(disk.refused(self.folder, error))
        return self.view(whole=False)

    def _hello(self, message: Mapping) -> dict[str, object]:
        self.message = {"kind": "info" if self.opening else "", "text": self.opening.strip()}
        if not self.candidates.entries:
            self.message = {"kind": "info", "text": f"No candidates yet: `make ingest SOURCE=path` writes {FILE}."}
        return self.view()

    def _draft(self, message: Mapping) -> dict[str, object]:
        """Keep a form that is being filled in; where its day was changed, place it anew."""
        if not self.at:
            return self.view(whole=False)
        form = Form.read(message.get("form") or {})
        day = _day(form.date)
        if message.get("changed") == "date" and day and (place := self.calendar.place(day, "")):
            form = Form.read(form.shown() | {"round": str(place[0].value), "phase": str(place[1].value)})
        self.drafts.keep(self.at, form)
        return {"screen": "candidates", "draft": self.at, "form": form.shown(),
                "advice": self.advice(form, self.candidates.row(self.at))}  # fmt: skip

    def _accept(self, message: Mapping) -> dict[str, object]:
        form, id_, here = Form.read(message.get("form") or {}), self.at, self._place()
        self.drafts.keep(id_, form)
        done = accepting.accept(
            self.candidates, id_, form, coder=self.coder, day=self.today(), baskets=self.process.baskets,
            repeats=self._repeats(message),
        )  # fmt: skip
        self.drafts.forget(id_)
        how = "Entered" if done.decision == "accepted" else "Entered with corrections"
        self._done(f"{how} as {done.statement}{_with(done)}.", here)
        return self.view()

    def _reject(self, message: Mapping) -> dict[str, object]:
        id_, here = self.at, self._place()
        done = accepting.reject(
            self.candidates, id_, coder=self.coder, day=self.today(), repeats=self._repeats(message)
        )
        self.drafts.forget(id_)
        self._done(f"Rejected{_with(done)}.", here)
        return self.view(whole=False)

    def _undo(self, message: Mapping, id_: str = "") -> dict[str, object]:
        done, form = accepting.take_back(self.candidates, id_, coder=self.coder, day=self.today())
        self.candidates.refresh()
        self.at = done.candidates[0]
        if form is not None:
            self.drafts.keep(self.at, form)
        taken = f"; {done.statement} is out of {STATEMENTS.file}" if done.statement else ""
        self.message = {"kind": "done", "text": f"Taken back: {done.decision}{taken}."}
        return self.view()

    def _take_back(self, message: Mapping) -> dict[str, object]:
        return self._undo(message, self.at)

    def _next(self, message: Mapping) -> dict[str, object]:
        return self._step(1)

    def _previous(self, message: Mapping) -> dict[str, object]:
        return self._step(-1)

    def _step(self, by: int) -> dict[str, object]:
        line = queue(self.candidates, self.filter)
        to = line.index(self.at) + by if self.at in line else 0
        if 0 <= to < len(line):
            self.at = line[to]
        else:
            self.message = {"kind": "info", "text": f"This is the {'last' if by > 0 else 'first'} of them."}
        return self.view(whole=False)

    def _show(self, message: Mapping) -> dict[str, object]:
        if message.get("id") in self.candidates.entries:
            self.at = message["id"]
        return self.view(whole=False)

    def _filter(self, message: Mapping) -> dict[str, object]:
        self.filter = self.filter.changed(message)
        line = queue(self.candidates, self.filter)
        if self.at not in line:
            self.at = next(iter(line), "")
        return self.view(whole=False)

    # --- behind it ----------------------------------------------------------------------------------------------------

    def _place(self) -> int:
        line = queue(self.candidates, self.filter)
        return line.index(self.at) if self.at in line else 0

    def _repeats(self, message: Mapping) -> list[str]:
        return [each.id for each in self.candidates.repeats(self.at)] if message.get("repeats") is True else []

    def _done(self, text: str, here: int) -> None:
        """Tell what was done, and go on to the candidate that has moved into its place."""
        self.candidates.refresh()
        if len(self.candidates.since) > MOST_SINCE:
            self.candidates.keep()
        line = queue(self.candidates, self.filter)
        if self.at in line:
            here += 1
        self.at = line[min(here, len(line) - 1)] if line else ""
        left = "" if line else " Nothing is left to look at here."
        self.message = {"kind": "done", "text": text + left}


_ACTIONS = {
    "hello": CandidateDesk._hello,
    "draft": CandidateDesk._draft,
    "accept": CandidateDesk._accept,
    "reject": CandidateDesk._reject,
    "undo": CandidateDesk._undo,
    "take back": CandidateDesk._take_back,
    "next": CandidateDesk._next,
    "previous": CandidateDesk._previous,
    "show": CandidateDesk._show,
    "filter": CandidateDesk._filter,
}
_OPENING = {
    "": "",
    "carried out": "The desk was interrupted last time; its last change has been carried out.",
    "dropped": "The desk was interrupted last time, before its last change was safe: please make it again.",
}


def _undo_label(entry: Mapping | None) -> str:
    if entry is None:
        return ""
    rows = entry.get("rows", {})
    return f"entering {rows[STATEMENTS.file]['statement_id']}" if STATEMENTS.file in rows else "the last rejection"


def _term(mention: str) -> str:
    term, _, status = mention.rpartition(":")
    return f"{term} ({status})"


def _with(done: accepting.Done) -> str:
    more = len(done.candidates) - 1
    return f", and {more} repeat{'s' * (more > 1)} with it" if more else ""


def _error(text: str) -> dict[str, object]:
    return {"kind": "error", "text": text}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
