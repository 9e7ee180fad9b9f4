from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.queue import Filter, counts, queue

from ..conftest import FIRST, FOUND, REPEAT, SECOND, THIRD, as_csv


def test_documents_come_as_they_were_read_and_each_from_its_beginning_to_its_end(folder):
    headline = FOUND[0] | {"candidate_id": "headline", "start": "3", "end": "9"}
    (folder / "candidates.csv").write_bytes(as_csv([FOUND[3] | {"duplicate_of": ""}, *FOUND[2::-1], headline]))

    assert queue(Candidates(folder), Filter()) == [REPEAT, "headline", FIRST, SECOND, THIRD]


def test_repeats_that_wait_are_counted_apart(candidates):
    assert counts(candidates) == {
        "waiting": 3, "repeats": 1, "accepted": 0, "corrected": 0, "rejected": 0, "set_aside": 0, "all": 4,
    }  # fmt: skip


def test_a_filter_takes_only_what_there_can_be():
    assert Filter().changed({"document": 7, "shown": "nonsense", "repeats": "yes", "speaker": None}) == Filter()
    assert Filter().changed({"shown": "all", "repeats": True}) == Filter(shown="all", repeats=True)
