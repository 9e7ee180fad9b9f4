"""Whole documents of invention are read as they are marked, and a confidence means what it says."""

import pytest

from communique.lab import documents
from communique.lab.gold import DOCUMENTS, STUDIED, UNREAD

WANTED = {"turns": 0.95, "precision": 0.90, "recall": 0.85, "speaker": 0.95, "date": 0.95}


@pytest.fixture(scope="module", params=[STUDIED, UNREAD, documents.ABROAD])
def read(request):
    return documents.found(DOCUMENTS / request.param)


def test_each_half_is_read_as_well_as_is_asked_for(read):
    figures = documents.figures(*read)
    assert {name: share for name, share in figures.items() if name in WANTED and share < WANTED[name]} == {}
    assert figures["wrong"] <= 0.01


def test_of_candidates_at_nine_in_ten_as_many_are_right(read):
    count, right = documents.reliability(read[0])[0.9]
    assert right >= 0.9 * count


def test_a_miss_lowers_turns_and_recall_and_one_that_may_be_left_does_not():
    line = {"source": "a", "turn": True, "optional": False, "speaker": "anna", "date": "", "text": "x", "known": True}
    missed, left = documents.figures([], [line]), documents.figures([], [line | {"optional": True}])
    assert (missed["turns"], missed["recall"]) == (0.0, 0.0)
    assert (left["turns"], left["recall"]) == (1.0, 1.0)
