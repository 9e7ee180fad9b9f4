"""Errors are one line a reader can act on, whatever the data hold."""

import pytest

from communique import errors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("governance", "governance"),
        ("حكم — être", "حكم — être"),
        ("a\x1b[31mred", r"a\x1b[31mred"),
        ("two\nlines\r", r"two\nlines\r"),
        ("right\u202eleft", r"right\u202eleft"),
        ("line\u2028separator", r"line\u2028separator"),
        ("lone \ud800 surrogate", r"lone \ud800 surrogate"),
    ],
)
def test_printable_shows_what_a_terminal_could_obey(text, expected):
    assert errors.printable(text) == expected


def test_fault_says_where_what_and_what_would_work():
    fault = errors.Fault("statements.csv", 12, "baskets", "no basket 'constituton'", "did you mean 'constitution'?")

    assert str(fault) == "statements.csv:12: baskets: no basket 'constituton'; did you mean 'constitution'?"


def test_fault_of_a_whole_file_has_no_line():
    assert str(errors.Fault("rounds.csv", 0, "", "is missing", "")) == "rounds.csv: is missing"


def test_what_is_quoted_at_any_length_leaves_the_line_short_and_what_is_wrong_in_it():
    long = "a" * 5_000
    fault = str(errors.Fault("actors.csv", 2, long, f"{long!r} is no id", f"did you mean {long}?"))

    assert fault.startswith("actors.csv:2: aaa")
    assert " … " in fault
    assert "a' is no id; did you mean aaa" in fault
    assert len(fault) < 2.5 * errors.LONGEST
    assert str(errors.ParameterError(f"PROCESS={long}: there is no such process")).endswith("no such process")
    assert len(str(errors.ParameterError(long + "\u202e" * 5_000))) < 4 * errors.LONGEST


def test_data_error_lists_its_faults_in_order():
    late = errors.Fault("b.csv", 2, "x", "wrong", "")
    early = errors.Fault("a.csv", 10, "x", "wrong", "")

    assert str(errors.DataError([late, early])) == "a.csv:10: x: wrong\nb.csv:2: x: wrong"


def test_every_error_has_its_own_exit_code():
    # Packages have kinds of these of their own; here stand those that this module tells apart.
    own = [error for error in errors.CommuniqueError.__subclasses__() if error.__module__ == errors.__name__]

    assert sorted(error.exit_code for error in own) == [2, 3, 4, 5, 6, 7]
