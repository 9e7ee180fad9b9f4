"""Expectations beside the statements that raised them, and outcomes beside their days."""

import pytest

from .conftest import told

# of tiny: XO1-2 was raised in round 1, on 6 March 2030, by Ida Marrow in O1-04; round 3 is the last.


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("XO1-1,1,", "XO1-1,2,", "2: round: 2 is not the round of O1-01"),
        ("XO1-2,1,2030-03-06", "XO1-2,1,2030-03-05", "3: date: 2030-03-05 is not the date of O1-04"),
        ("2030-03-06,ida-marrow", "2030-03-06,bran-keel", "3: speaker: bran-keel is not the speaker of O1-04"),
        ("round:2", "round:1", "3: due: round:1 is no later round of the data or the next"),
        ("round:2", "round:5", "3: due: round:5 is no later round of the data or the next"),
        ("breakthrough.,2030-03-06", "breakthrough.,2030-03-02", "2: due: due on 2030-03-02, before it was raised"),
        ("2030-05-13,met", "2030-03-05,met", "3: happened_on: happened_on is 2030-03-05, before it was raised"),
        (
            "2030-12-31,,open",
            "2030-12-31,2030-12-01,open",
            "5: happened_on: happened_on is 2030-12-01, the outcome open",
        ),
        ("They met.", "", "3: outcome_note: the outcome is met, the cell is empty"),
    ],
)
def test_what_does_not_agree_is_told(folder_of, rewrite, old, new, fault):
    folder = folder_of()
    rewrite(folder / "expectations.csv", old, new)
    (line,) = told(folder)

    assert line.startswith(f"expectations.csv:{fault}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("round:2", "round:3"),
        ("round:2", "round:4"),  # the next round may be expected before it is in the data
        ("breakthrough.,2030-03-06", "breakthrough.,2030-03-03"),
        ("2030-05-13,met,2030-05-13", "2030-03-06,met,2030-05-13"),
    ],
)
def test_what_is_at_the_edge_agrees(folder_of, rewrite, old, new):
    folder = folder_of()
    rewrite(folder / "expectations.csv", old, new)

    assert told(folder) == []
