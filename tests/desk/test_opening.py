import json
import subprocess
import sys

import pytest

from communique import desk
from communique.errors import ParameterError

WITHOUT_ANYWIDGET = """
import sys
sys.modules["anywidget"] = None
from pathlib import Path
from communique import desk
from communique.errors import CommuniqueError
try:
    desk.candidates(Path(sys.argv[1]), coder="a")
except CommuniqueError as error:
    print(error)
"""


def test_each_desk_opens_any_number_of_times(folder):
    opened = [desk.candidates(folder, coder=" a ") for _ in range(2)]
    opened += [desk.ladders(folder, coder="a") for _ in range(2)]

    assert [each.screen for each in opened] == ["candidates", "candidates", "ladders", "ladders"]
    assert opened[0].desk.coder == "a"
    assert opened[3].desk.round == 3


@pytest.mark.parametrize(
    ("opens", "named", "match"),
    [
        (desk.candidates, {"coder": " "}, "CODER is empty"),
        (desk.ladders, {"coder": "z"}, "CODER=z"),
        (desk.ladders, {"coder": "a", "round": 12}, "ROUND=12"),
    ],
)
def test_a_parameter_that_cannot_be_is_named(folder, opens, named, match):
    with pytest.raises(ParameterError, match=match):
        opens(folder, **named)


def test_without_the_lab_the_way_to_it_is_told(folder):
    ran = subprocess.run([sys.executable, "-c", WITHOUT_ANYWIDGET, str(folder)], capture_output=True, text=True)

    assert ran.stdout == "the desk needs anywidget: start JupyterLab with `make lab`, which installs it\n", ran.stderr


def test_the_desk_is_imported_without_what_only_the_lab_has():
    code = "import json, sys, communique.desk; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)

    assert not {"anywidget", "ipywidgets", "jupyterlab"} & set(loaded)
