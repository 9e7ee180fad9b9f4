"""Columns are as wide as what they hold asks for, within the width of the text."""

import pytest

from communique.document.faces.docx.widths import column_widths, measured


def test_letters_are_measured_and_unknown_ones_estimated():
    assert measured("iii") < measured("mmm") < measured("mmm", bold=True)
    assert measured("漢") > 0
    assert measured("") == 0


def test_short_columns_take_their_longest_line_and_a_little_more_where_there_is_room():
    narrow, wide = column_widths(["A", "Much longer head"], [["1", "2"], ["10", "3"]], [0, 0], 400)

    assert measured("10") < narrow < wide < 1.2 * (measured("Much longer head", bold=True) + 12)


def test_columns_with_shares_part_what_is_left_but_hold_their_longest_word():
    number, first, second = column_widths(["N", "A", "B"], [["1", "text", "incomprehensible"]], [0, 4, 1], 200)

    assert number + first + second == pytest.approx(200)
    assert second > measured("incomprehensible", bold=True)
    assert first > second
    assert column_widths(["A", "B"], [["a", "b"]], [1, 3], 200) == [50, 150]


def test_where_room_is_short_heads_take_more_lines_before_cells_do():
    heads, cells = ["Round", "Share of all that was said there"], ["Geneva VIII", "12"]
    width = measured("Geneva VIII", bold=True) + measured("said", bold=True) + 41
    first, second = column_widths(heads, [cells], [0, 0], width)

    assert first > measured("Geneva VIII", bold=True)
    assert measured("there", bold=True) < second < measured(heads[1], bold=True)


def test_a_column_of_names_keeps_them_on_one_line_where_heads_can_give_way():
    rows = [["Geneva VIII", "12", "−0.60 to +0.20"]]
    heads = ["Round", "Share of all", "90 % interval"]
    width = measured("Geneva VIII", bold=True) + measured("Share", bold=True) + measured(rows[0][2]) + 34

    assert column_widths(heads, rows, [2, 0, 0], width)[0] > measured("Geneva VIII", bold=True)


def test_more_than_the_text_is_wide_is_scaled_to_it():
    assert sum(column_widths(["x" * 30] * 8, [["y" * 30] * 8], [0] * 8, 300)) == pytest.approx(300)


def test_dates_give_way_to_the_fullest_column_where_they_would_take_far_more_than_their_share():
    heads, rows = ["Date", "What happened", "Kind"], [["20 September 2016", "word " * 30, "Humanitarian"]]
    date, fullest, kind = column_widths(heads, rows, [2, 7, 3], 320)

    assert measured("September", bold=True) < date < measured("20 September 2016", bold=True)
    assert kind > measured("Humanitarian")
    assert fullest > 0.45 * 320
