"""What a round's own talks are called, and that mentions of others are left out of its counts."""

import dataclasses

import pytest

from communique.process.round_names import by_statement, callings


def test_a_round_is_called_by_its_number_in_either_way_and_by_its_place(geneva):
    assert {"Geneva VII", "Geneva 7", "Geneva"} <= set(callings(geneva, 7))
    assert {"Geneva IX", "Geneva 9", "Vienna", "Geneva"} <= set(callings(geneva, 9))
    assert {"Montreux", "Geneva II", "Geneva 2"} <= set(callings(geneva, 2))


@pytest.mark.parametrize("other", ["Geneva IV", "Geneva 4", "Geneva VI", "Vienna", "Montreux"])
def test_another_round_is_not_called_as_this_one(geneva, other):
    assert other not in callings(geneva, 7)


@pytest.mark.parametrize(
    ("short", "other"),
    [
        ("Lake 9", "Lake IX"),
        ("Lake 14", "Lake XIV"),
        ("Lake iv", "Lake 4"),
        ("Lake-3", "Lake III"),
        ("Lake 39", "Lake XXXIX"),
    ],
)
def test_numbers_are_written_in_both_ways(tiny, short, other):
    renamed = dataclasses.replace(tiny, rounds=tiny.rounds.assign(short=short))

    assert {short, other, "Lake"} <= set(callings(renamed, 1))


@pytest.mark.parametrize("short", ["Göl ı", "Göl xı", "Göl ٣", "Göl İ", "Lake iiii", "Lake vx"])
def test_what_is_no_number_is_part_of_the_name(tiny, short):
    renamed = dataclasses.replace(tiny, rounds=tiny.rounds.assign(short=short, label="", venue=""))

    assert callings(renamed, 1) == (short,)


@pytest.mark.parametrize(("short", "names"), [("Lake 40", ("Lake 40", "Lake")), ("Lake 0", ("Lake 0", "Lake"))])
def test_a_number_that_nobody_writes_in_roman_letters_has_one_form(tiny, short, names):
    renamed = dataclasses.replace(tiny, rounds=tiny.rounds.assign(short=short, label="", venue=""))

    assert callings(renamed, 1) == names


def test_every_statement_has_the_callings_of_its_round(geneva):
    names = by_statement(geneva)

    assert set(names) == set(geneva.statements["statement_id"])
    assert names["G7-L06"] == callings(geneva, 7)
