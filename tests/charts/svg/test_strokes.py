"""Paths in steps, and numbers without a digit too many."""

import re

import pytest

from communique.charts.svg.strokes import compact, short


@pytest.mark.parametrize(
    ("data", "small"),
    [
        ("M 10 20 L 30 20 L 30 25.5 L 10 25.5 z", "M10,20h20v5.5h-20z"),
        ("M 10 20 L 30 20 L 10 20 z ", "M10,20h20z"),
        ("M 0 0 L 1 1 L 2 2 M 5 5 L 5 6 ", "M0,0l1,1,1,1m3,3v1"),
        ("M 0 0 Q 1.006 -1 2 0 C 3 0 4 1 -5.5 .25", "M0,0q1.01-1,2,0c1,0,2,1-7.5,.25"),
        ("M 1 1 L 2 3 z M 4 4 L 5 5", "M1,1l1,2zm3,3l1,1"),
        ("M 1 1 A 5 5 0 0 1 2 2", "M 1 1 A 5 5 0 0 1 2 2"),
        ("", ""),
    ],
)
def test_a_path_is_written_in_steps(data, small):
    assert compact(data) == small


def test_steps_add_up_to_the_places_they_were_rounded_from():
    places = [0.014 * n for n in range(200)]
    steps = compact("M 0 0 " + " ".join(f"L {place} {2 * place}" for place in places[1:])).partition("l")[2]
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", steps)]

    assert sum(numbers[::2]) == pytest.approx(places[-1], abs=0.006)
    assert sum(numbers[1::2]) == pytest.approx(2 * places[-1], abs=0.006)


@pytest.mark.parametrize(
    ("number", "written"), [(0.5, ".5"), (-0.5, "-.5"), (10.0, "10"), (100, "100"), (-0.001, "0"), (10.05, "10.05")]
)
def test_a_number_has_no_digit_too_many(number, written):
    assert short(number) == written
