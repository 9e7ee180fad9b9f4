"""Another person's work taken over: their candidates, their decisions with the statements they made, their readings.

What both did alike is one; what only they did is added; where the two differ ours stands and the difference is listed,
here and in ``desk/conflicts.csv``. Their files are only read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from communique.desk import history
from communique.desk.readings.coding import COLUMNS as READING
from communique.desk.readings.coding import file_of
from communique.desk.statements import naming
from communique.desk.statements.candidatefile import ENTERED, decided, entries
from communique.desk.statements.validation import new_faults
from communique.desk.tablefile import appended, table, without
from communique.errors import ParameterError
from communique.files.journal import FOLDER, Files, transaction
from communique.files.regular import read_regular
from communique.process.schema import ACTORS, ASSESSMENTS, CODERS, SOURCES, STATEMENTS
from communique.sources.candidates import FILE
from communique.sources.lines import COLUMNS, DECISIONS

CONFLICTS = f"{FOLDER}/conflicts.csv"
_NAMES = {each.file: each.names for each in (ACTORS, SOURCES)}
_DEFAULTS = {each.file: each.defaults for each in (ACTORS, SOURCES, STATEMENTS)}


@dataclass(frozen=True)
class Conflict:
    """A difference that a person must settle: what it is about, what stands here, what they have."""

    about: str
    ours: str
    theirs: str


@dataclass
class Merged:
    """What a merge brought: new candidates, their decisions taken over, readings, and what differs."""

    candidates: int = 0
    decisions: int = 0
    statements: int = 0
    readings: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def merge(folder: Path, other: Path, *, day: date) -> Merged:
    """Take another person's work into a process.

    Parameters
    ----------
    folder
        That of the process, which is changed as one.
    other
        Their folder of the process, or their candidates file. From the file alone new candidates and rejections can
        be taken; what they accepted needs the tables beside it.

    Raises
    ------
    ParameterError
        There is no such file or folder, or it is our own.
    DataError
        One of the two candidates files is damaged.
    """
    folder, other = Path(folder), Path(other)
    theirs_at = other if other.is_dir() else other.parent
    if not other.exists():
        raise ParameterError(f"{other}: there is no such file; give the colleague's folder of the process")
    if theirs_at.resolve() == folder.resolve():
        raise ParameterError(f"{other}: this is your own file; give the colleague's")
    candidates = other / FILE if other.is_dir() else other
    merged = Merged()
    with transaction(folder) as files:
        if candidates.exists():
            _Candidates(files, candidates, Files(theirs_at), merged, day).take()
        _take_readings(files, Files(theirs_at), merged)
        if merged.conflicts:
            _keep_conflicts(files, merged.conflicts)
    return merged


def _by_id(content: bytes, path: Path) -> dict[str, dict[str, str]]:
    """The rows of a candidates file by candidate; none where it is empty."""
    return {entry.id: dict(zip(COLUMNS, cells, strict=True)) for entry, cells in entries(content, path)}


def _decide(rows: dict[str, dict[str, str]], decisions: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The rows, with decisions taken since they were written."""
    for id_ in decisions.keys() & rows.keys():
        rows[id_] |= decisions[id_]
    return rows


class _Candidates:
    """The merge of two candidates files, and of the statements behind their decisions."""

    def __init__(self, files: Files, path: Path, theirs: Files, merged: Merged, day: date):
        self.files, self.theirs, self.merged, self.day = files, theirs, merged, day
        self.rows = _by_id(read_regular(path), path)
        if path.name == FILE:  # their newest decisions are beside it
            _decide(self.rows, history.since_kept(history.entries(theirs)))
        self.decisions: dict[str, dict[str, str]] = {}  # taken over
        self.renamed: dict[str, str] = {}  # ids of their statements, as they are called here

    def take(self) -> None:
        """Add new candidates undecided, then take over one decision after the other."""
        ours = self._ours()
        new = [row | dict.fromkeys(DECISIONS, "") for id_, row in self.rows.items() if id_ not in ours]
        if new:
            self.files[FILE] = appended(self.files[FILE], *new, columns=COLUMNS)
            self.merged.candidates = len(new)
        ours = self._ours()
        # What made a statement comes first, so that repeats find what it is called here.
        decided_there = [row for row in self.rows.values() if row["decision"]]
        for row in sorted(decided_there, key=lambda each: each["decision"] not in ENTERED):
            self._one(row, ours[row["candidate_id"]])
        since = history.since_kept(history.entries(self.files))
        known = {id_: cells for id_, cells in since.items() if id_ in ours} | self.decisions
        if known:
            self.files[FILE] = decided(self.files[FILE], known)
            history.add(self.files, {"action": history.KEPT})
        self._take_remarks()

    def _take_remarks(self) -> None:
        """Add what they remarked on candidates, but for what somebody here has remarked since in the same name."""
        here = history.remarks(history.entries(self.files))
        for id_, told in history.remarks(history.entries(self.theirs)).items():
            for by, remark in told.items():
                ours = here.get(id_, {}).get(by, {"text": "", "on": ""})
                if remark["text"] != ours["text"] and remark["on"] >= ours["on"]:
                    history.add(self.files, {"action": history.REMARK, "candidate": id_, "by": by, **remark})

    def _ours(self) -> dict[str, dict[str, str]]:
        rows = _by_id(self.files[FILE], self.files.folder / FILE)
        return _decide(rows, history.since_kept(history.entries(self.files)))

    def _one(self, theirs: Mapping[str, str], ours: Mapping[str, str]) -> None:
        id_, entered = theirs["candidate_id"], theirs["decision"] in ENTERED
        if ours["decision"]:
            self._both(theirs, ours)
            return
        cells = {name: theirs[name] for name in DECISIONS}
        rows: dict[str, dict[str, str]] = {}
        if entered:
            statement = _find(self.theirs, STATEMENTS.file, theirs["statement_id"])
            if statement is None:
                missing = "but that statement is not in the tables beside their file"
                self._differ(id_, "undecided", f"{_told(theirs)}, {missing}")
                return
            before = self.files[STATEMENTS.file]
            rows, why = self._imported(statement)
            if why:
                self._differ(id_, "undecided", f"{_told(theirs)}, which would not be valid here: {why}")
                return
            cells["statement_id"] = rows[STATEMENTS.file]["statement_id"]
            self.renamed[theirs["statement_id"]] = cells["statement_id"]
            self.merged.statements += self.files[STATEMENTS.file] != before
        elif theirs["statement_id"]:
            if theirs["statement_id"] not in self.renamed:
                self._differ(id_, "undecided", f"{_told(theirs)}, a statement that was not taken over")
                return
            cells["statement_id"] = self.renamed[theirs["statement_id"]]
        self.decisions[id_] = cells
        entry = {"action": history.MERGE, "by": cells["decided_by"], "on": self.day.isoformat(), "after": {id_: cells}}
        history.add(self.files, entry | ({"rows": rows} if rows else {}))
        self.merged.decisions += 1

    def _both(self, theirs: Mapping[str, str], ours: Mapping[str, str]) -> None:
        """Two decisions on one candidate: the same, or a conflict."""
        one, two = (
            _find(files, STATEMENTS.file, row["statement_id"])
            for files, row in ((self.files, ours), (self.theirs, theirs))
        )
        entered = [row["decision"] in ENTERED for row in (ours, theirs)]
        if entered == [True, True]:
            differ = [name for name in STATEMENTS.names[1:] if (one or {}).get(name) != (two or {}).get(name)]
            if one and two and not differ:
                self.renamed[theirs["statement_id"]] = ours["statement_id"]
                return
            self._differ(theirs["candidate_id"], _told(ours, one, differ), _told(theirs, two, differ))
        elif theirs["decision"] != ours["decision"]:
            self._differ(theirs["candidate_id"], _told(ours, one), _told(theirs, two))

    def _imported(self, statement: Mapping[str, str]) -> tuple[dict[str, dict[str, str]], str]:
        """The rows that one of their statements adds here, already added; or why it cannot be added."""
        before = {file: self.files[file] for file in (ACTORS.file, SOURCES.file, STATEMENTS.file)}
        rows: dict[str, dict[str, str]] = {}
        statement = dict(statement)
        for file, key, column in ((ACTORS.file, "actor_id", "speaker"), (SOURCES.file, "source_id", "source_id")):
            row = _find(self.theirs, file, statement[column])
            if row is not None:
                statement[column] = self._known_as(file, key, row, rows)
        here = _rows(self.files, STATEMENTS.file)
        if statement in here:  # the tables have come together by another way, such as git
            return {STATEMENTS.file: statement}, ""
        if any(each["statement_id"] == statement["statement_id"] for each in here):
            statement["statement_id"] = naming.statement_id(here, statement["round"])
        rows[STATEMENTS.file] = statement
        self.files[STATEMENTS.file] = appended(self.files[STATEMENTS.file], statement)
        if faults := new_faults(self.files.folder, self.files.changes):
            for file, content in before.items():
                self.files[file] = content
            return {}, "; ".join(f"{fault.path}, {fault.column}: {fault.problem}" for fault in faults)
        return rows, ""

    def _known_as(self, file: str, key: str, row: Mapping[str, str], rows: dict) -> str:
        """The id under which an actor or source of theirs is known here; added where it is not."""
        here = _rows(self.files, file)
        same = next((each for each in here if each[key] == row[key]), None)
        if file == SOURCES.file:
            place = ("url",) if row["url"] else ("url", "publisher", "reference")  # a document is on no page
            paged = next((each for each in here if all(each[name] == row[name] for name in place)), None)
            if paged is not None:
                return paged[key]
            if same is not None:  # another page that was given the same id
                taken = {each[key] for each in here}
                row, same = dict(row) | {key: naming.source_id(taken, row["publisher"], row["published"])}, None
        if same is None:
            self.files[file] = appended(self.files[file], row, columns=_NAMES[file])
            rows[file] = dict(row)
        elif same["name"] != row["name"]:
            self._differ(f"{file}, {row[key]}", same["name"], row["name"])
        return row[key]

    def _differ(self, about: str, ours: str, theirs: str) -> None:
        self.merged.conflicts.append(Conflict(about, ours, theirs))


def _told(row: Mapping[str, str], statement: Mapping[str, str] | None = None, differ: Iterable[str] = ()) -> str:
    """A decision in words: "accepted by a on 2017-07-20 as G7-106 (speaker: un-envoy)"."""
    as_what = f" as {row['statement_id']}" if row["statement_id"] else ""
    cells = "; ".join(f"{name}: {statement[name]}" for name in differ) if statement else ""
    told = f"{row['decision']} by {row['decided_by']} on {row['decided_on']}{as_what}"
    return f"{told} ({cells})" if cells else told


def _rows(files: Files, file: str) -> list[dict[str, str]]:
    """The rows of a table, whole where its file lacks columns that it may lack."""
    return [_DEFAULTS[file] | row for row in table(files[file])]


def _find(files: Files, file: str, id_: str) -> dict[str, str] | None:
    rows = table(files[file])
    key = next(iter(rows[0])) if rows else ""
    return next((_DEFAULTS[file] | row for row in rows if id_ and row[key] == id_), None)


def _take_readings(files: Files, theirs: Files, merged: Merged) -> None:
    """Take over the readings of each coder; of what differs nothing is told but where, since a coder may be blind."""
    for coder in CODERS:
        rows = table(theirs[file_of(coder)])
        key = ("round", "dimension")
        ours = {tuple(row[name] for name in key): row for row in table(files[file_of(coder)])}
        out = {(row["round"], row["dimension"]) for row in table(files[ASSESSMENTS.file]) if row["coder"] == coder}
        for row in rows:
            place = tuple(row[name] for name in key)
            known = ours.get(place)
            if known is None and place not in out:
                files[file_of(coder)] = appended(files[file_of(coder)], row, columns=READING)
                merged.readings += 1
            elif known is not None and known != row and {**known, "finished_on": ""} == {**row, "finished_on": ""}:
                kept = known | {"finished_on": known["finished_on"] or row["finished_on"]}
                files[file_of(coder)] = appended(without(files[file_of(coder)], known), kept)
            elif known is not None and known != row:
                about = f"coder {coder}, round {row['round']}, {row['dimension']}"
                merged.conflicts.append(Conflict(about, "one reading", "another, not shown so that coding stays blind"))


def _keep_conflicts(files: Files, conflicts: Iterable[Conflict]) -> None:
    known = {tuple(row.values()) for row in table(files[CONFLICTS])}
    new = [asdict(each) for each in conflicts if (each.about, each.ours, each.theirs) not in known]
    if new:
        files[CONFLICTS] = appended(files[CONFLICTS], *new, columns=("about", "ours", "theirs"))
