"""Which candidates are looked at, in which order, and how many of each kind there are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from communique.desk.statements.candidatefile import ENTERED, CandidateEntry, Candidates

SHOWN = {
    "waiting": "waiting",
    "entered": "accepted or corrected",
    "rejected": "rejected, or a repeat",
    "aside": "set aside",
    "remarked": "with a remark",
    "all": "all",
}
UNRESOLVED = "?"  # in place of an actor: whoever the machine could not identify


@dataclass(frozen=True)
class Filter:
    """What is looked at: one document or all, one speaker or all, by decision, and repeats or not."""

    document: str = ""
    speaker: str = ""
    shown: str = "waiting"
    repeats: bool = False

    def changed(self, message: Mapping) -> "Filter":
        """The filter with what a message sets; other values than there can be are passed over."""
        given = {name: message[name] for name in ("document", "speaker") if isinstance(message.get(name), str)}
        if message.get("shown") in SHOWN:
            given["shown"] = message["shown"]
        if isinstance(message.get("repeats"), bool):
            given["repeats"] = message["repeats"]
        return replace(self, **given)

    def holds(self, entry: CandidateEntry, candidates: Candidates) -> bool:
        """Whether a candidate is looked at. A repeat is, once what it repeats was put away without it."""
        first = candidates.entries.get(entry.duplicate_of)
        repeats = bool(entry.duplicate_of) and not (entry.waits and first and _kind(first) in ("rejected", "aside"))
        remarked = entry.id in candidates.remarks
        return (
            self.document in ("", entry.document)
            and self.speaker in ("", entry.speaker or UNRESOLVED)
            and (self.repeats or not repeats)
            and (self.shown == "all" or (remarked if self.shown == "remarked" else _kind(entry) == self.shown))
        )


def _kind(entry: CandidateEntry) -> str:
    if entry.waits:
        return "waiting"
    return "entered" if entry.decision in ENTERED else "aside" if entry.decision == "set_aside" else "rejected"


def queue(candidates: Candidates, wanted: Filter) -> list[str]:
    """Ids of the candidates looked at: documents in the order they were read, each from its beginning to its end."""
    order = {document: place for place, document in enumerate(candidates.documents)}
    waiting = [entry for entry in candidates.entries.values() if wanted.holds(entry, candidates)]
    return [entry.id for entry in sorted(waiting, key=lambda entry: (order[entry.document], entry.begin))]


def counts(candidates: Candidates) -> dict[str, int]:
    """How many candidates wait, and how many were decided in each way; repeats that wait are counted apart."""
    tally = Counter(entry.decision for entry in candidates.entries.values())
    again = sum(entry.waits and bool(entry.duplicate_of) for entry in candidates.entries.values())
    return {
        "waiting": tally[""] - again,
        "repeats": again,
        "accepted": tally["accepted"],
        "corrected": tally["corrected"],
        "rejected": tally["rejected"],
        "set_aside": tally["set_aside"],
        "all": len(candidates.entries),
    }


def waiting_by(candidates: Candidates, what: str) -> dict[str, int]:
    """How many candidates wait for each ``document`` or ``speaker``, all of them named, in order of appearance."""
    tally: Counter[str] = Counter()
    for entry in candidates.entries.values():
        tally[entry.document if what == "document" else entry.speaker or UNRESOLVED] += entry.waits
    return dict(tally)
