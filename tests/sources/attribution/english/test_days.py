"""The day an attribution tells, resolved against that of the document, or left open."""

from datetime import date

import pytest

from communique.sources.attribution.english.days import day_said

SATURDAY = date(2017, 7, 15)


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ("he said", SATURDAY),
        ("he said on Friday", date(2017, 7, 14)),
        ("he told reporters Friday night", date(2017, 7, 14)),
        ("he said late Thursday", date(2017, 7, 13)),
        ("he said last Saturday", date(2017, 7, 8)),
        ("he said Saturday", SATURDAY),
        ("he said on July 12", date(2017, 7, 12)),
        ("he said on 20 December", date(2016, 12, 20)),
        ("he said on 3 May 2016", date(2016, 5, 3)),
        ("he said two days ago", date(2017, 7, 13)),
        ("he said yesterday", date(2017, 7, 14)),
        ("he said an hour ago", SATURDAY),
        ("he said last week", None),
        ("he said a week ago", None),
        ("he recently said", None),
        ("he told a meeting until Friday", SATURDAY),
    ],
)
def test_the_words_of_the_attribution_tell_the_day(around, expected):
    assert day_said(SATURDAY, around) == expected


def test_without_a_day_of_the_document_only_a_full_date_tells_one():
    assert day_said(None, "he said on Friday") is None
    assert day_said(None, "he said on 3 May 2016") == date(2016, 5, 3)
