"""English as a desk officer writes it."""

from datetime import date

import pytest

from communique import prose


@pytest.mark.parametrize(
    ("start", "end", "said", "expected"),
    [
        (date(2017, 5, 1), date(2017, 5, 31), None, "May 2017"),
        (date(2016, 2, 1), date(2016, 2, 29), None, "February 2016"),
        (date(2018, 1, 1), date(2018, 2, 28), None, "January – February 2018"),
        (date(2017, 12, 1), date(2018, 1, 31), None, "December 2017 – January 2018"),
        (date(2018, 1, 1), date(2018, 12, 31), None, "2018"),
        (date(2017, 9, 1), date(2017, 9, 10), None, "1–10 September 2017"),
        (date(2017, 9, 2), date(2017, 9, 30), None, "2–30 September 2017"),
        (date(2017, 5, 1), date(2017, 5, 31), date(2017, 5, 1), "by 31 May 2017"),
        (date(2017, 5, 1), date(2017, 5, 31), date(2017, 4, 12), "May 2017"),
        (date(2017, 5, 1), date(2017, 5, 1), date(2017, 5, 1), "1 May 2017"),
    ],
)
def test_a_window_is_told_as_it_was_named(start, end, said, expected):
    assert prose.window(start, end, said) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "no mentions"), (1, "one mention"), (12, "twelve mentions"), (13, "13 mentions"), (1400, "1,400 mentions")],
)
def test_counted_agrees_with_its_noun(count, expected):
    assert prose.counted(count, "mention") == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times"), (30, "30 times")]
)
def test_times(count, expected):
    assert prose.times(count) == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "", "b", "c"], "a, b and c")]
)
def test_joined(parts, expected):
    assert prose.joined(parts) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2012, 6, 30), date(2012, 6, 30), "30 June 2012"),
        (date(2017, 7, 10), date(2017, 7, 14), "10–14 July 2017"),
        (date(2017, 11, 28), date(2017, 12, 1), "28 November – 1 December 2017"),
        (date(2017, 12, 28), date(2018, 1, 2), "28 December 2017 – 2 January 2018"),
    ],
)
def test_period_says_no_part_twice(start, end, expected):
    assert prose.period(start, end) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "one day"),
        (21.5, "21.5 days"),
        (21.0, "21 days"),
        (98, "98 days"),
        (99, "three months"),
        (364, "12 months"),
        (731, "two years"),
    ],
)
def test_days_in_the_unit_a_reader_thinks_in(count, expected):
    assert prose.days(count) == expected.replace("12 months", "twelve months")


@pytest.mark.parametrize(
    ("value", "expected"), [(0.454, "+0.45"), (-0.1, "−0.10"), (0.0, "0.00"), (-0.001, "0.00"), (1, "+1.00")]
)
def test_signed_uses_a_true_minus_and_no_sign_on_nothing(value, expected):
    assert prose.signed(value) == expected


def test_percent():
    assert prose.percent(2 / 3) == "67 %"


def test_capitalised_leaves_the_rest_alone():
    assert prose.capitalised("the EU and the UK") == "The EU and the UK"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The round closed.", "the round closed."),
        ("Osgood left.", "Osgood left."),
        ("Osgood's boat left.", "osgood's boat left."),
        ("EU leaders met.", "EU leaders met."),
        ("A boat left.", "a boat left."),
        ("Al-Jaafari left.", "al-Jaafari left."),
        ("al-Jaafari left.", "al-Jaafari left."),
        ("'Enough', he said.", "'Enough', he said."),
        ("", ""),
    ],
)
def test_a_sentence_within_another_opens_small_unless_with_a_name(text, expected):
    assert prose.lowered(text, {"Osgood", "al-Jaafari", "Al-Jaafari"}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It came", "It came."), ("It came.", "It came."), ("It came?", "It came?"), ("He said “no.”", "He said “no.”")],
)
def test_a_sentence_has_one_stop_at_its_end(text, expected):
    assert prose.sentence(text) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "one day"),
        (14, "14 days"),
        (15, "two weeks"),
        (21.5, "three weeks"),
        (79, "eleven weeks"),
        (98, "14 weeks"),
        (101, "14 weeks"),
        (102, "three months"),
        (400, "13 months"),
    ],
)
def test_a_delay_is_told_in_days_then_weeks_then_months(count, expected):
    assert prose.delay(count) == expected


def test_an_owner_is_told_with_a_raised_comma():
    assert prose.possessive("Annan") == "Annan’s"
    assert prose.possessive("Davis") == "Davis’s"
