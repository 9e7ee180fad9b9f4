"""Readings stand on their ladders, rest on statements of their round, and who reads a round reads each cell."""

import pytest

from .conftest import told


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "3,trust,2,1,Both",
            "3,trust,4,1,Both",
            "9: stage: trust has no stage 4; its ladder goes from 0",
        ),
        (
            "1,trust,1,0,Acc",
            "1,trust,1,1,Acc",
            "5: movement: movement 1 in round 1, which has none before",
        ),
        ("One room.,O1-03,b", "One room.,,b", "12: evidence: stage 3 rests on no statement"),
        ("One room.,O1-03,b", "One room.,O3-04,b", "12: evidence: O3-04 is a statement of round 3"),
    ],
)
def test_what_does_not_agree_is_told(folder_of, rewrite, old, new, fault):
    folder = folder_of()
    rewrite(folder / "assessments.csv", old, new)
    (line,) = told(folder)

    assert line.startswith(f"assessments.csv:{fault}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3,trust,2,1,Both", "3,trust,3,1,Both"),  # the highest stage
        ("1,fishing,0,0,Nothing of substance.,,b", "1,fishing,0,0,Nothing of substance.,O1-03,b"),
        ("3,fishing,2,0,Neither", "3,fishing,2,1,Neither"),  # coders may differ
    ],
)
def test_what_is_at_the_edge_agrees(folder_of, rewrite, old, new):
    folder = folder_of()
    rewrite(folder / "assessments.csv", old, new)

    assert told(folder) == []


def test_a_round_may_be_read_by_one_coder_alone(folder_of):
    folder = folder_of()
    path = folder / "assessments.csv"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if not line.endswith(",b\n")))

    assert told(folder) == []


def test_a_cell_that_one_coder_has_not_read_is_told(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "assessments.csv", "3,contact,3,0,One room.,O3-05,b\n", "")

    (line,) = told(folder)
    assert line.startswith("assessments.csv:8: coder: contact in round 3 has no reading by coder b; add the row")
