"""What the coders agree on, and the arrow of a reading."""

from types import SimpleNamespace

import pandas as pd
import pytest

from communique.errors import DataError
from communique.measures import agreed
from communique.measures.movement import arrow

LADDERS = {
    "water": SimpleNamespace(name="Water", ladder=("absent", "tabled", "discussed", "agreed")),
    "trust": SimpleNamespace(name="Trust", ladder=("hostile", "businesslike", "growing")),
}


def assessments(*rows):
    """Assessments from (round, dimension, coder, stage, movement) and, optionally, evidence."""
    return pd.DataFrame(
        [
            (number, dimension, coder, stage, movement, f"{coder} on {dimension} {number}", tuple(evidence))
            for number, dimension, coder, stage, movement, *evidence in rows
        ],
        columns=["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"],
    )


def only(table):
    assert len(table) == 1
    return table.iloc[0]


@pytest.mark.parametrize(
    ("stage", "previous", "movement", "expected"),
    [
        (2, None, 1, "none"),  # nothing to compare with
        (2, 1, 0, "up"),
        (1, 2, 0, "down"),
        (2, 1, 1, "up"),
        (1, 2, -1, "down"),
        (2, 1, -1, "mixed"),
        (1, 2, 1, "mixed"),
        (2, 2, 1, "up"),
        (2, 2, -1, "down"),
        (2, 2, 0, "level"),
    ],
)
def test_arrow_of_every_combination(stage, previous, movement, expected):
    assert arrow(stage, previous, movement) == expected


@pytest.mark.parametrize(
    ("a", "b", "stage", "movement", "disputed"),
    [
        ((2, 1), (2, 1), 2, 1, False),
        ((2, 1), (3, 1), 2, 1, True),  # the lower stage
        ((2, 1), (2, 0), 2, 0, True),  # the movement nearer to 0
        ((2, 0), (2, -1), 2, 0, True),
        ((2, 1), (2, -1), 2, 0, True),  # apart
        ((3, -1), (2, -1), 2, -1, True),
    ],
)
def test_two_coders_are_read_as_the_lower_stage_and_the_smaller_movement(a, b, stage, movement, disputed):
    reading = only(agreed(assessments((1, "water", "a", *a), (1, "water", "b", *b)), LADDERS))

    assert (reading["stage"], reading["movement"], reading["disputed"]) == (stage, movement, disputed)
    assert reading["stage_name"] == LADDERS["water"].ladder[stage]
    assert (reading["stage_a"], reading["movement_a"]) == a
    assert (reading["stage_b"], reading["movement_b"]) == b


def test_rationale_is_that_of_the_coder_whose_stage_is_shown_else_of_the_first():
    differ = only(agreed(assessments((1, "water", "a", 3, 0), (1, "water", "b", 2, 0)), LADDERS))
    same = only(agreed(assessments((1, "water", "b", 2, 0), (1, "water", "a", 2, 0)), LADDERS))

    assert differ["rationale"] == "b on water 1"
    assert same["rationale"] == "a on water 1"
    assert differ["rationales"] == ("a on water 1", "b on water 1")


def test_evidence_is_the_union_in_order():
    cell = assessments((1, "water", "a", 1, 0, "S2", "S1"), (1, "water", "b", 1, 0, "S1", "S3"))
    reading = only(agreed(cell, LADDERS))

    assert reading["evidence"] == ("S2", "S1", "S3")


def test_arrow_compares_with_the_round_last_coded_of_the_same_dimension():
    table = agreed(
        assessments(
            (1, "water", "a", 1, 0),
            (1, "trust", "a", 2, 0),
            (3, "water", "a", 2, 0),  # round 2 was not coded
            (3, "trust", "a", 2, 0),
        ),
        LADDERS,
    )

    assert table[["round", "dimension", "arrow"]].to_numpy().tolist() == [
        [1, "water", "none"],
        [1, "trust", "none"],
        [3, "water", "up"],
        [3, "trust", "level"],
    ]
    assert table["against"].fillna(0).tolist() == [0, 0, 1, 1]  # the round is told, for a reader takes the one before


def test_one_coder_leaves_the_second_reading_missing():
    reading = only(agreed(assessments((1, "water", "b", 1, 1)), LADDERS))

    assert not reading["disputed"]
    assert (reading["stage_a"], reading["coders"]) == (1, 1)
    assert reading["stage_b"] is pd.NA


def test_a_cell_coded_by_the_second_coder_alone_keeps_the_coders_apart():
    table = agreed(assessments((1, "water", "a", 1, 0), (1, "water", "b", 1, 0), (2, "water", "b", 2, 1)), LADDERS)

    assert table.loc[1, "stage_a"] is pd.NA
    assert table.loc[1, "stage_b"] == 2


def test_three_coders_are_read_by_the_same_rules():
    cell = assessments((1, "water", "a", 2, 1), (1, "water", "b", 2, 1), (1, "water", "c", 1, -1))
    reading = only(agreed(cell, LADDERS))

    assert (reading["stage"], reading["movement"], reading["disputed"], reading["coders"]) == (1, 0, True, 3)
    assert reading["rationale"] == "c on water 1"


def test_no_assessments_give_an_empty_table_of_the_same_columns():
    table = agreed(assessments(), LADDERS)

    assert table.empty
    assert table.dtypes["stage_a"] == "Int64"


def test_a_stage_off_its_ladder_is_refused_by_name():
    with pytest.raises(DataError, match=r"stage 3 of trust in round 1 is not on its ladder; .* stages 0 to 2"):
        agreed(assessments((1, "trust", "a", 3, 0)), LADDERS)
