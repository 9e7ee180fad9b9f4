"""Parameters are read from the tagged cell as written, and what a run gives them is refused where it does not fit."""

from pathlib import Path

import pytest

from communique.errors import ParameterError
from communique.report.parameters import declared, parameters_of, settled

NOTEBOOKS = Path(__file__).parents[1] / "specimens" / "notebooks"


def parameters(name="every_kind"):
    return declared(NOTEBOOKS / f"{name}.ipynb")


def test_every_kind_is_read_with_its_default_and_comment():
    read = {name: (each.default, each.description) for name, each in parameters().items()}

    assert read == {
        "COUNT": (3, "What is counted from the first line on."),
        "SHARE": (0.5, 'a # inside "a # b" is text'),
        "LABEL": ("a # b", "shown on top"),
        "FLAG": (False, ""),
        "DAY": (None, "a day"),
        "KIND": ("bars", "how to draw"),
        "NAMES": (["one", "two"], "names"),
        "LIMIT": (None, ""),
        "FIRST": (2, ""),
        "SECOND": (2, ""),
    }


def test_the_round_notebook_declares_what_the_readme_names():
    root = Path(__file__).parents[2]
    readme = (root / "README.md").read_text(encoding="utf-8")

    for parameter in declared(root / "notebooks" / "round.ipynb").values():
        assert f"| `{parameter.name}` |" in readme
        assert parameter.description


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("COUNT", "7", 7),
        ("COUNT", "-7", -7),
        ("COUNT", "007", 7),
        ("SHARE", "1", 1.0),
        ("SHARE", "1e-3", 0.001),
        ("LABEL", "", ""),
        ("LABEL", "none", "none"),
        ("FLAG", "Yes", True),
        ("FLAG", "false", False),
        ("DAY", "2017-07-31", "2017-07-31"),
        ("DAY", "None", None),
        ("DAY", "", None),
        ("KIND", "lines", "lines"),
        ("NAMES", "a, b,", ["a", "b"]),
        ("LIMIT", "none", None),
        ("LIMIT", "4", 4),
        ("FIRST", "5", 5),
    ],
)
def test_typed_text_is_read_as_the_parameter_takes_it(name, text, value):
    read = settled(parameters(), {name: text}, notebook="n")[name]

    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("COUNT", "seven", "a whole number"),
        ("COUNT", "7.0", "a whole number"),
        ("COUNT", "7; touch x", "a whole number"),
        ("COUNT", " 7", "a whole number"),
        ("COUNT", "7\n", "a whole number"),
        ("COUNT", "٧", "a whole number"),
        ("COUNT", "1_000", "a whole number"),
        ("COUNT", "", "a whole number"),
        ("COUNT", True, "a whole number"),
        ("COUNT", 7.0, "a whole number"),
        ("SHARE", "nan", "a number"),
        ("SHARE", "1e999", "a number"),
        ("FLAG", "maybe", "true or false"),
        ("KIND", "pies", "one of bars, lines"),
        ("LABEL", 7, "text"),
        ("LIMIT", "x", "a whole number or none"),
        ("NAMES", ["a", 1], "words parted by commas"),
    ],
)
def test_a_value_of_another_kind_is_refused(name, value, wanted):
    with pytest.raises(ParameterError, match=f"^{name} takes {wanted}, not "):
        settled(parameters(), {name: value}, notebook="n")


def test_values_not_given_are_the_defaults_in_declared_order():
    values = settled(parameters(), {"SECOND": "9", "COUNT": "4"}, notebook="n")

    assert list(values) == list(parameters())
    assert (values["COUNT"], values["FIRST"], values["SECOND"]) == (4, 2, 9)


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(ParameterError) as refused:
        settled(parameters(), {"COUNTS": "4"}, notebook="round.ipynb")

    message = "round.ipynb has no parameter COUNTS; did you mean COUNT? it takes COUNT, SHARE, LABEL"
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no_parameters", "has no cell tagged 'parameters'"),
        ("lost_tag", "has no cell tagged 'parameters'"),
        ("two_tagged_cells", "has 2 cells tagged 'parameters'"),
        ("wrong_default", "ROUND takes a whole number, but its default is 'seven'"),
        ("computed_default", "the default of ROUND is not a plain value"),
        ("odd_type", "ROUND is declared as complex"),
        ("not_python", "its parameters cell, line 1 is not plain Python"),
        ("small_name", "the parameter round_id needs a name in capitals: ROUND_ID"),
        ("nowhere", "cannot be read"),
    ],
)
def test_a_notebook_that_declares_no_sound_parameters_is_refused(name, message):
    with pytest.raises(ParameterError, match=message):
        parameters(name)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cells": [{}]}', '{"cells": 3}', "\x00"])
def test_a_file_that_is_no_notebook_is_refused(tmp_path, content):
    (tmp_path / "n.ipynb").write_text(content)

    with pytest.raises(ParameterError, match=r"n\.ipynb: is not a notebook"):
        declared(tmp_path / "n.ipynb")


def test_a_running_notebooks_parameters_are_its_plain_values_in_capitals():
    namespace = {
        "__name__": "__main__",
        "ROUND": 7,
        "_OWN": 1,
        "In": [""],
        "show": print,
        "AS_OF": None,
        "TABLE": object(),
    }

    assert parameters_of(namespace) == {"ROUND": 7, "AS_OF": None}
    assert list(parameters_of({"B": "x", "A": ["y"]})) == ["B", "A"]
