"""The tiny process with candidates found in two invented papers on its silent second round."""

import csv
import io
from datetime import date

import pytest

from communique.desk.statements.candidatedesk import CandidateDesk
from communique.desk.statements.candidatefile import Candidates
from communique.sources.lines import COLUMNS

CONTEXT = (
    "The two sides met for a second day. Bran Keel told reporters that the talks on the sluices had been frank and had "
    "brought no breakthrough. He left by the side door."
)
SAID = "the talks on the sluices had been frank and had brought no breakthrough"
COUNCIL = "“We will not open the nets before the summer,” the Council said."
STRANGER = "Wilma Hode of the ferry guild hoped, she said, for quiet water."


def candidate(number, text, context, *, begins=100, **cells):
    """A row of the candidates file; ``text`` stands in ``context``, which begins at a character of the document."""
    base = dict.fromkeys(COLUMNS, "") | {
        "candidate_id": f"c{number:015d}",
        "document": "d1",
        "file": "evening.txt",
        "publisher": "Orrin Post",
        "title": "A frank day, and no more",
        "published": "2030-05-14",
        "url": "https://example.org/post/frank",
        "kind": "indirect",
        "where": "body",
        "text": text,
        "context": context,
        "context_start": str(begins),
        "start": str(begins + context.index(text)),
        "end": str(begins + context.index(text) + len(text)),
        "date": "2030-05-14",
        "round": "2",
        "phase": "during",
        "confidence": "0.90",
        "rule": "that",
    }
    assert cells.keys() <= base.keys()
    return base | cells


FOUND = [
    candidate(
        1, SAID, CONTEXT, speaker="bran-keel", speaker_surface="Bran Keel", chain="Bran Keel", baskets="sluices",
        mentions="breakthrough:denied",
        led_to="said: told; speaker: name; sluices: sluices (statement); round 2, during: 14 May 2030",
    ),
    candidate(
        2, "“We will not open the nets before the summer,”", COUNCIL, kind="direct", begins=900,
        speaker="lowland-council", speaker_surface="the Council", baskets="fishing",
        led_to="said: said; fishing: nets (statement)", note="a note, with a comma",
    ),
    candidate(
        3, "for quiet water", STRANGER, speaker_surface="Wilma Hode", new_actor="Wilma Hode", begins=1200,
    ),
    candidate(
        4, SAID, CONTEXT, document="d2", file="copy.txt", publisher="Lowland Gazette", title="Frank talks",
        url="https://example.org/gazette/frank", speaker="bran-keel", speaker_surface="Bran Keel",
        duplicate_of="c000000000000001",
    ),
]  # fmt: skip


def as_csv(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


FIRST, SECOND, THIRD, REPEAT = (row["candidate_id"] for row in FOUND)
DAY = date(2030, 6, 1)
OWN_WORDS = "Keel called the sluice talks open but saw no breakthrough."
LEFT_TO_A_PERSON = {"text": OWN_WORDS, "occasion": "press_remarks", "source_kind": "newspaper"}


@pytest.fixture
def folder(folder_of):
    """A copy of the tiny process with four candidates, one of them a repeat."""
    copy = folder_of()
    (copy / "candidates.csv").write_bytes(as_csv(FOUND))
    return copy


@pytest.fixture
def candidates(folder):
    return Candidates(folder)


@pytest.fixture
def desk(folder):
    """The desk of coder a, on a fixed day."""
    return CandidateDesk(folder, coder="a", today=lambda: DAY)


@pytest.fixture
def complete(desk):
    """The form of the first candidate, with all that is left to a person filled in."""
    return desk.view()["candidate"]["form"] | LEFT_TO_A_PERSON


def rows(folder, name):
    """The rows of a CSV file of a process; those of candidates with the decisions on them."""
    if name == "candidates.csv":
        known = Candidates(folder)
        return [known.row(id_) for id_ in known.entries]
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder):
    """Bytes of the files of a process by name, with all decisions in them; what the desk keeps for itself apart."""
    if (folder / "desk/history.jsonl").exists() and (folder / "candidates.csv").exists():
        Candidates(folder).keep()
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    return {path.name: path.read_bytes() for path in files}
