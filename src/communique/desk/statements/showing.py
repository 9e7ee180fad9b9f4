"""What the desk tells of one candidate and of the work as a whole, as data for the screen."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

import pandas as pd

from communique.desk.statements import accepting
from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.form import Form, corrected, day_of
from communique.desk.statements.highlight import pieces
from communique.desk.statements.queue import counts
from communique.process.checks.timing import phases
from communique.process.schema import LIST_SEPARATOR, STATEMENTS
from communique.prose import counted, joined, period
from communique.prose import day as prose_day
from communique.sources.tagging import Calendar


def tally(candidates: Candidates, coder: str) -> str:
    """How many candidates wait and how many were decided which way, in a line."""
    n = counts(candidates)
    again = f", and {counted(n['repeats'], 'repeat')}" if n["repeats"] else ""
    told = ("accepted", "corrected", "rejected", *(["set_aside"] if n["set_aside"] else []))
    decided = " · ".join(f"{n[each]} {each.replace('_', ' ')}" for each in told)
    return f"{n['waiting']} waiting{again} · {decided} · you decide as {coder}"


def candidate(candidates: Candidates, id_: str, row: Mapping[str, str], coder: str) -> dict[str, object]:
    """What is known of a candidate: its decision, its document, its words, who may speak, and what was remarked."""
    remarks = dict(candidates.remarks.get(id_, {}))
    own = remarks.pop(coder, {"text": ""})
    first = next((each for each in row["speaker_candidates"].split(LIST_SEPARATOR) if each), "")
    return {
        "id": id_,
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
            {"id": each.id, "waits": each.waits, **candidates.documents[each.document]}
            for each in candidates.repeats(id_)
        ],
        "remark": own["text"],
        "remarks": [{"by": by, **told} for by, told in remarks.items()],
    }


def advice(form: Form, row: Mapping[str, str], rounds: pd.DataFrame, calendar: Calendar) -> dict[str, object]:
    """What a form still needs, in what it corrects the machine, and where its day lies to its round."""
    sittings = {str(number): spans for number, spans in calendar.rounds}
    day = day_of(form.date)
    possible = phases(day, sittings[form.round]) if day and form.round in sittings else []
    return {
        "problems": [asdict(each) for each in accepting.problems(form, row)],
        "corrected": corrected(form, row),
        "phases": possible,
        "nowhere": "" if form.round or day is None or calendar.place(day, "") else _nowhere(day, rounds),
    }


def undo_label(entry: Mapping | None) -> str:
    """What would be taken back: "entering O3-07", "the last rejection of 12"; empty for nothing."""
    if entry is None:
        return ""
    rows = entry.get("rows", {})
    if STATEMENTS.file in rows:
        return f"entering {rows[STATEMENTS.file]['statement_id']}"
    if "after" not in entry:
        return "the row added last"
    cells = next(iter(entry["after"].values()))
    what = "rejection" if cells["decision"] == "rejected" else "setting aside"
    return f"the last {what}" + (
        f" of {len(entry['after']):,}" if entry["action"] == "put away" and len(entry["after"]) > 1 else ""
    )


def _nowhere(day: date, rounds: pd.DataFrame) -> str:
    """That a day lies in no round, and which rounds there are."""
    spans = [f"{row.round} ({row.short}, {period(row.start.date(), row.end.date())})" for row in rounds.itertuples()]
    known = f"The rounds are {joined(spans)}." if spans else "There is no round yet."
    return f"{prose_day(day)} is in no round, nor near one. {known} Choose one, or add the round it belongs to."


def _term(mention: str) -> str:
    term, _, status = mention.rpartition(":")
    return f"{term} ({status})"
