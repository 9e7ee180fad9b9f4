"""What a single cell stands for, by kind, and what it may not hold."""

from datetime import date

import pytest

from communique.process.cells import CellError, last_day, value
from communique.process.schema import CsvColumn


def cell(kind, **options):
    return CsvColumn("example", kind, "An example.", **options)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("id", "G8-L20", "G8-L20"),
        ("text", "A line\nand another", "A line\nand another"),
        ("text", "NA", "NA"),
        ("url", "https://example.org/a?b=c%20d#e", "https://example.org/a?b=c%20d#e"),
        ("url", "HTTP://example.org", "HTTP://example.org"),
        ("integer", "-1", -1),
        ("day", "2017-07-10", date(2017, 7, 10)),
        ("day", "2016-02-29", date(2016, 2, 29)),
        ("month", "2014-01", date(2014, 1, 1)),
        ("month", "2014-01-17", date(2014, 1, 17)),
        ("language", "en", "en"),
        ("list", "a|b", ("a", "b")),
        ("intervals", "2017-07-10/2017-07-14", ((date(2017, 7, 10), date(2017, 7, 14)),)),
        ("due", "round:8", "round:8"),
        ("due", "2017-07-10", "2017-07-10"),
    ],
)
def test_cells_stand_for(kind, text, expected):
    assert value(cell(kind), text) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("id", "two words"),
        ("id", "-dash"),
        ("id", "naïve"),
        ("url", "https://"),
        ("url", "https://example"),
        ("url", "//example.org"),
        ("url", "https://user@example.org/"),
        ("url", 'https://example.org/" onclick="'[:24] + " x"),
        ("integer", "3.0"),
        ("integer", "٣"),
        ("integer", "07"),
        ("integer", "1" * 400),
        ("day", "2017-02-29"),
        ("day", "20170710"),
        ("day", "2017-W28-1"),
        ("day", "0000-01-01"),
        ("month", "2017-13"),
        ("month", "2017"),
        ("language", "eng"),
        ("list", "a||b"),
        ("list", "a| b"),
        ("list", "a|a"),
        ("intervals", "2017-07-14/2017-07-10"),
        ("due", "round:0"),
        ("due", "round: 8"),
        ("due", "soon"),
        ("text", " x"),
        ("text", "x\u00a0"),
        ("text", "\x1b[0m"),
    ],
)
def test_cells_are_refused(kind, text):
    with pytest.raises(CellError) as raised:
        value(cell(kind), text)

    assert raised.value.problem
    assert raised.value.remedy


@pytest.mark.parametrize("kind", ["day", "month", "list", "intervals", "text", "due"])
def test_an_empty_cell_stands_for_nothing_where_it_may(kind):
    assert not value(cell(kind, required=False), "")
    with pytest.raises(CellError, match="the cell is empty"):
        value(cell(kind), "")


@pytest.mark.parametrize(
    ("text", "expected"), [("2016-02", "2016-02-29"), ("2020-11", "2020-11-30"), ("2020-11-03", "2020-11-03")]
)
def test_the_last_day_of_a_month(text, expected):
    assert last_day(text) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("\u200b\u00ad", r"U\+200B \(zero width space\)"),
        ("\u2060", r"U\+2060 \(word joiner\)"),
        ("\u3164\u115f", r"U\+3164 \(hangul filler\)"),
        ("\u0301", r"U\+0301 \(combining acute accent\)"),
        ("\ufe0f", r"U\+FE0F \(variation selector-16\)"),
    ],
)
@pytest.mark.parametrize("kind", ["text", "list"])
def test_what_nobody_sees_is_no_text(kind, text, named):
    with pytest.raises(CellError, match=f"nothing but characters that nobody sees, such as {named}"):
        value(cell(kind), text)
    assert value(cell("text"), f"a{text}") == f"a{text}"
