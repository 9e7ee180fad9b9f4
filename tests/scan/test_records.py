"""Rows as they stand in bytes, and what is said of those that are none."""

import io

import pytest

from communique.scan import records
from communique.scan.records import Sheet, csv_records, json_records, lines, sheet_of


def told(found):
    return [(each.line, each.end, each.next, each.row or each.wrong) for each in found]


def test_lines_of_json_with_the_bytes_they_end_at():
    content = b'{"Text": "a"}\n\n[1]\n\xff\n{"text": "b"}'

    assert told(json_records(lines(io.BytesIO(content)))) == [
        (1, 14, 2, {"text": "a"}),
        (3, 19, 4, "a list, not an object with id and text; give one JSON object a line"),
        (4, 21, 5, "not UTF-8 (byte 1); give one JSON object a line"),
        (5, 34, 6, {"text": "b"}),
    ]


def test_a_line_beyond_what_is_held_is_passed_over_without_being_held():
    content = b"x" * 3_000_000 + b"\n{}\n"
    first, second = lines(io.BytesIO(content), longest=1_000)

    assert (first.content, first.end) == (None, 3_000_001)
    assert second == (2, 3_000_004, b"{}\n")


@pytest.mark.parametrize(
    ("head", "sheet"),
    [
        (b"\xef\xbb\xbfid;Text;date\r\n", Sheet(";", ("id", "text", "date"))),
        (b"text\n", Sheet(",", ("text",))),
        (b"title,body\n", None),
        (b"", None),
    ],
)
def test_the_head_of_a_csv_file_tells_how_it_is_written(head, sheet):
    assert sheet_of(next(lines(io.BytesIO(head)), None)) == sheet


def test_rows_of_csv_over_several_lines_and_rows_that_are_wrong():
    content = b'1,"a\nb"\n2,"open\n3,"c"\n4,d\n5,e,f\n6,\xff\n\n7,g\n'

    assert told(csv_records(lines(io.BytesIO(content), number=2), Sheet(",", ("id", "text")))) == [
        (2, 8, 4, {"id": "1", "text": "a\nb"}),
        (4, 22, 6, "',' expected after '\"'; is a quotation mark left open?"),
        (6, 26, 7, {"id": "4", "text": "d"}),
        (7, 32, 8, "3 cells under 2 columns; is one with a comma not quoted?"),
        (8, 36, 9, "not UTF-8 (byte 3); save it as UTF-8"),
        (10, 41, 11, {"id": "7", "text": "g"}),
    ]


def test_a_quotation_mark_left_open_swallows_no_more_than_is_held(monkeypatch):
    monkeypatch.setattr(records, "MOST_BYTES", 1_000)
    content = b'1,"open\n' + b"x,y\n" * 400

    wrong, *rest = csv_records(lines(io.BytesIO(content)), Sheet(",", ("id", "text")))
    assert wrong.wrong.startswith("a row longer than 1 KB")
    assert [each.row for each in rest][-1] == {"id": "x", "text": "y"}
