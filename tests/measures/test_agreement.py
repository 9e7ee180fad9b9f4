"""Krippendorff's alpha, against published vectors, and its reading in words."""

import math

import pandas as pd
import pytest

from communique import measures
from communique.measures.agreement import reading

# The vectors of K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), sections A to E.
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
LETTERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)


def ratings(rows):
    """Rows of values, numbers where they are, None for an asterisk."""
    values = [row.split() for row in rows]
    return [[None if value == "*" else int(value) if value.isdigit() else value for value in row] for row in values]


@pytest.mark.parametrize(
    ("rows", "level", "expected"),
    [
        (BINARY, "nominal", 0.0952),
        (LETTERS, "nominal", 0.6920),
        (FOUR, "nominal", 0.7434),
        (FOUR, "ordinal", 0.8154),
        (FOUR, "interval", 0.8491),
    ],
)
def test_alpha_gives_the_published_values(rows, level, expected):
    assert measures.krippendorff_alpha(ratings(rows), level=level) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("rows", [["1 1 1", "1 1 1"], ["* *", "* *"], ["1 2 *", "* * 3"]])
def test_alpha_is_undefined_where_nothing_varies_or_nothing_was_rated_twice(rows):
    assert math.isnan(measures.krippendorff_alpha(ratings(rows)))


def test_alpha_does_not_hang_on_the_order_of_coders():
    assert measures.krippendorff_alpha(ratings(FOUR)) == pytest.approx(measures.krippendorff_alpha(ratings(FOUR[::-1])))


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="level 'ratio': there are nominal, ordinal, interval"):
        measures.krippendorff_alpha(ratings(BINARY), level="ratio")


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (0.8, "reliable"),
        (0.799, "tentative"),
        (0.667, "tentative"),
        (0.666, "not to be relied on"),
        (-0.1, "not to be relied on"),
        (math.nan, "undefined: nothing varies"),
    ],
)
def test_reading_of_an_alpha(alpha, words):
    assert reading(alpha) == words


def test_agreement_tells_of_each_dimension_coded_twice():
    coded = pd.DataFrame(
        [
            *(
                (number, "water", coder, stage)
                for coder, row in zip("ab", ((1, 2, 3), (1, 2, 2)), strict=True)
                for number, stage in enumerate(row)
            ),
            *((number, "land", coder, 4) for coder in "ab" for number in range(3)),
            (0, "trust", "a", 1),
        ],
        columns=["round", "dimension", "coder", "stage"],
    )
    table = measures.agreement(coded)

    assert table["dimension"].tolist() == ["water", "land"]
    assert table["same"].tolist() == pytest.approx([2 / 3, 1.0])
    assert table["n"].tolist() == [3, 3]
    assert table.loc[1, "reading"] == "undefined: nothing varies"
    # Values 1, 2, 3 were given 2, 3, 1 times and stand at 1, 3.5, 5.5 on the ordinal scale.
    # Observed: 2 * 4. Expected: 2 * (6 * 6.25 + 2 * 20.25 + 3 * 4).
    assert table.loc[0, "alpha"] == pytest.approx(1 - 5 * 8 / 180)


def test_agreement_of_a_single_coder_is_empty():
    coded = pd.DataFrame({"round": [1, 2], "dimension": "water", "coder": "a", "stage": [1, 2]})

    assert measures.agreement(coded).empty
