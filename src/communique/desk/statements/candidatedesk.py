"""The desk for candidates as plain data: `CandidateDesk.do` takes what a person did, `view` tells what to show.

Nothing here knows of Jupyter. Whatever comes in is a message, a mapping with ``action``; whatever goes out is data for
the screen. The widget passes both on.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from communique.desk import disk, history
from communique.desk.statements import accepting, adding, options, showing
from communique.desk.statements.accepting import DecisionRefused
from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.drafts import Drafts
from communique.desk.statements.form import NEW, Form, placed, suggested, with_news, with_place
from communique.desk.statements.queue import Filter, counts, queue
from communique.desk.watching import stamps
from communique.errors import DataError
from communique.files.journal import Files, recover
from communique.process.checks import check
from communique.process.folder import find
from communique.process.model import Process, load
from communique.process.schema import STATEMENTS
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
        self._load()
        self.candidates = Candidates(self.folder)
        self.candidates.keep()
        self.filter = Filter()
        self.drafts = Drafts(self.folder, coder)
        self.at = next(iter(queue(self.candidates, self.filter)), "")
        self.opening = _OPENING[broken_off]
        if faults := check(self.folder):  # also loads what checking needs, so that the first decision is quick
            self.opening += f" The tables have {counted(len(faults), 'fault')} already; `make check` lists them."
        self.message = {"kind": "", "text": ""}

    def _load(self) -> None:
        self.stamps = stamps(self.folder, *_WATCHED)
        self.process: Process = load(self.folder)
        self.calendar = Calendar.of(self.process.rounds)

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
            "tally": showing.tally(self.candidates, self.coder),
            "counts": counts(self.candidates) | {"place": place, "of": len(line)},
            "filter": asdict(self.filter),
            "undo": showing.undo_label(last),
            "candidate": self._shown(files) if self.at in self.candidates.entries else None,
            "lists": options.narrow(self.candidates, self.process),
        }
        return shown | {"options": options.wide(self.process, files)} if whole else shown

    def _shown(self, files: Files) -> dict[str, object]:
        row = self._row(self.at)
        form = self._form(row, files)
        told = showing.candidate(self.candidates, self.at, row, self.coder)
        return told | {"form": form.shown(), "advice": self._advice(form, row)}

    def _advice(self, form: Form, row: Mapping[str, str]) -> dict[str, object]:
        return showing.advice(form, row, self.process.rounds, self.calendar)

    def _row(self, id_: str) -> dict[str, str]:
        """A candidate's row, placed among the rounds as they are now."""
        return placed(self.candidates.row(id_), self.calendar)

    def _form(self, row: Mapping[str, str], files: Files) -> Form:
        if draft := self.drafts[self.at]:
            return with_news(with_place(draft, self.calendar) if not draft.round else draft, row)
        entry = history.deciding(files, self.at) if row["decision"] else None
        if entry and entry.get("form"):
            return Form.read(entry["form"])
        return suggested(row, files, self.candidates)

    # --- what was done ------------------------------------------------------------------------------------------------

    def do(self, message: Mapping) -> dict[str, object]:
        """Carry out what a person did, and tell what to show then.

        ``action`` is one of ``hello``, ``draft`` (with ``form``), ``accept`` (with ``form``), ``reject``,
        ``set aside``, ``put away`` (with ``of``, document or filter, and ``as``), ``remark`` (with ``text``), ``undo``,
        ``take back``, ``next``, ``previous``, ``show`` (with ``id``), ``filter`` (with what is looked at), ``new row``
        and ``add row`` (with ``table``, and ``row`` and ``form`` as filled in). Where a decision cannot be carried out
        the message says why, and nothing has changed.
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
            if stamps(self.folder, *_WATCHED) != self.stamps:  # somebody has changed one of them beside the desk
                self._load()
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
        if message.get("changed") == "date":
            form = with_place(form, self.calendar)
        self.drafts.keep(self.at, form)
        return {"screen": "candidates", "draft": self.at, "form": form.shown(),
                "advice": self._advice(form, self._row(self.at))}  # fmt: skip

    def _accept(self, message: Mapping) -> dict[str, object]:
        form, id_, here = Form.read(message.get("form") or {}), self.at, self._place()
        self.drafts.keep(id_, form)
        done = accepting.accept(
            self.candidates, id_, form, coder=self.coder, day=self.today(), baskets=self.process.baskets,
            repeats=self._repeats(message), calendar=self.calendar,
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

    def _set_aside(self, message: Mapping) -> dict[str, object]:
        id_, here = self.at, self._place()
        self._put_away([id_, *self._repeats(message)], "set_aside", here)
        self.drafts.forget(id_)
        return self.view(whole=False)

    def _put_all_away(self, message: Mapping) -> dict[str, object]:
        """Reject, or set aside, a whole document or all that is looked at, with its repeats where they go with it."""
        if message.get("of") == "document" and self.at:
            document = self.candidates.entries[self.at].document
            ids = [each.id for each in self.candidates.entries.values() if each.document == document]
            where = f" of “{options.titled(self.candidates.documents[document])}”"
        else:
            ids, where = queue(self.candidates, self.filter), ""
            if message.get("repeats") is True:
                ids = self.candidates.with_repeats(ids)
        self._put_away(ids, str(message.get("as")), self._place(), where)
        return self.view(whole=False)

    def _put_away(self, ids: list[str], decision: str, here: int, where: str = "") -> None:
        done = accepting.put_away(self.candidates, ids, decision, coder=self.coder, day=self.today())
        what = {"rejected": "Rejected", "set_aside": "Set aside"}[decision]
        many = len(done.candidates)
        told = f": {counted(many, 'candidate')}{where}" if where or many > 1 else ""
        self._done(f"{what}{told}.", here)

    def _remark(self, message: Mapping) -> dict[str, object]:
        accepting.remark(self.candidates, self.at, str(message.get("text")), coder=self.coder, day=self.today())
        self.message = {"kind": "info", "text": "The remark is kept, for whoever codes this too."}
        return {"screen": "candidates", "message": self.message}

    def _new_row(self, message: Mapping) -> dict[str, object]:
        """The form for a row of another table, with what it may begin with."""
        name, files = str(message.get("table")), Files(self.folder)
        if name not in adding.ADDED:
            self.message = _error(f"There is no table {name!r} to add to here.")
            return self.view(whole=False)
        form = Form.read(message.get("form") or {})
        made = self.candidates.entries[self.at].statement_id if self.at else ""
        begun = adding.suggested(name, files, form.shown(), made)
        row = {
            "table": name,
            "called": adding.CALLED[name],
            "values": begun,
            "fields": options.fields_of(name, adding.asked(name)),
            "statements": options.statements(files),
        }
        return {"screen": "candidates", "row": row}

    def _add_row(self, message: Mapping) -> dict[str, object]:
        name, form = str(message.get("table")), Form.read(message.get("form") or {})
        if name not in adding.ADDED:
            return self._new_row(message)
        if self.at and form != Form() and not self.candidates.entries[self.at].decision:
            self.drafts.keep(self.at, form)
        cells = message.get("row") if isinstance(message.get("row"), Mapping) else {}
        done, row = adding.add_row(self.folder, name, cells, form=form, coder=self.coder, day=self.today())
        self._load()
        if self.at and form.source == NEW:  # it was made with the row, and the candidate goes on with it
            made = next((row[each] for each in adding.SOURCE_CELLS if cells.get(each) == NEW), NEW)
            self.drafts.keep(self.at, Form.read(form.shown() | {"source": made}))
        self.message = {"kind": "done", "text": f"Added {adding.CALLED[name]} {done.statement} to {name}.csv."}
        return self.view() | {"row": None}

    def _undo(self, message: Mapping, id_: str = "") -> dict[str, object]:
        done, form = accepting.take_back(self.candidates, id_, coder=self.coder, day=self.today())
        self.candidates.refresh()
        if done.decision == "add":
            self._load()
        self.at = next((each for each in done.candidates if each in self.candidates.entries), self.at)
        if form is not None:
            self.drafts.keep(self.at, form)
        taken = f"; {done.statement} is out of {STATEMENTS.file}" if done.statement else ""
        many = f", {len(done.candidates):,} candidates" if len(done.candidates) > 1 and not done.statement else ""
        what = "the row that was added" if done.decision == "add" else done.decision.replace("_", " ")
        self.message = {"kind": "done", "text": f"Taken back: {what}{many}{taken}."}
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
    "set aside": CandidateDesk._set_aside,
    "put away": CandidateDesk._put_all_away,
    "remark": CandidateDesk._remark,
    "new row": CandidateDesk._new_row,
    "add row": CandidateDesk._add_row,
    "undo": CandidateDesk._undo,
    "take back": CandidateDesk._take_back,
    "next": CandidateDesk._next,
    "previous": CandidateDesk._previous,
    "show": CandidateDesk._show,
    "filter": CandidateDesk._filter,
}
_WATCHED = ("rounds", "actors")  # of the others the desk reads what it needs as it goes
_OPENING = {
    "": "",
    "carried out": "The desk was interrupted last time; its last change has been carried out.",
    "dropped": "The desk was interrupted last time, before its last change was safe: please make it again.",
}


def _with(done: accepting.Done) -> str:
    more = len(done.candidates) - 1
    return f", and {more} repeat{'s' * (more > 1)} with it" if more else ""


def _error(text: str) -> dict[str, object]:
    return {"kind": "error", "text": text}
