"""The help of a command that runs a notebook tells the parameters of its own notebook."""

import pytest
from click.testing import CliRunner

from communique.cli.report import overview, report
from communique.report import planning
from communique.report.parameters import declared


@pytest.mark.parametrize(
    ("command", "notebook"), [(report, planning.ROUND_NOTEBOOK), (overview, planning.OVERVIEW_NOTEBOOK)]
)
def test_the_help_ends_with_the_parameters_of_the_notebook(command, notebook):
    told = CliRunner().invoke(command, ["--help"]).output
    listed = [line.split()[0] for line in told.split("for -P:\n", 1)[1].splitlines() if line[2:3].strip()]
    assert listed == list(declared(notebook))


def test_a_copy_of_the_command_tells_the_same():
    """What the help is of hangs on no name a command was given in the module."""
    copy = type(overview)(name="copy", notebook=overview.notebook, params=[])
    assert "COMPARE_TO" not in CliRunner().invoke(copy, ["--help"]).output
