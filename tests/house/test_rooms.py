"""The plan of the house holds: tests stand in the rooms of what they test, and rooms import each other one way only.

On which floor a room stands is told, and compared with the imports, on the page on architecture.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .imports import between_rooms, circles, floors, imports, modules, room

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
TESTS = ROOT / "tests"
MODULES = modules(PACKAGE)
# Modules with functions and no test file of their own, and why.
TESTED_ELSEWHERE = {
    "desk/readings/coding.py": "what the desk for ladders does, asked for by its messages: readings/test_ladderdesk.py",
    "desk/statements/showing.py": "what the desk's answers hold: test_candidatedesk.py and test_adding.py",
    "document/faces/docx/markup.py": "what every part of a Word file is made of: the other tests of docx/",
    "document/faces/docx/styles.py": "looks as a table: test_stylesheet.py",
    "facts/shared.py": "what both kinds of facts inherit: test_round.py, test_overview.py, test_comparison.py",
    "lab/__main__.py": "starts JupyterLab: test_browser.py",
    "lab/front.py": "the top of a page: house/test_language_lab.py",
    "lab/sentence_box.py": "a control as the panel is one: test_panel.py",
    "lab/widget.py": "hands messages to a control: test_panel.py, test_browser.py",
    "sources/attribution/english/passives.py": "one way of attributing among others: test_attributions.py",
    "sources/attribution/english/sentences.py": "what attributions are made of: test_attributions.py",
    "sources/attribution/english/clauses.py": "where what is said ends: test_attributions.py and test_pairs.py",
    "narrative/delays.py": "how late something came, in words: round/ and overview/test_expectations.py",
    "narrative/overview/figures.py": "a chart or a word that there is none: test_overview.py and the goldens",
    "narrative/round/points/readings.py": "where a dimension went, in words: test_agenda.py and test_conduct.py",
    "narrative/round/conduct.py": "a heading for each dimension; the words are tested in test_baskets.py",
}
WHOLE = ("house", "faults", "hostile")  # of no single room: the house, what breaks in on it, what is let in to it
# Tests of a room as a whole, which no single module answers for, and what of.
OF_A_ROOM = {
    "charts/test_every_chart.py": "names, and what can be read of every chart",
    "desk/test_browser.py": "the desk in a real browser",
    "lab/test_browser.py": "the notebooks in a real browser",
    "desk/test_new_column.py": "a column that a table gains reaches the desk",
    "desk/test_private.py": "no wording of a source leaves the desk",
    "sources/test_cases.py": "small documents from reading to suggestions, each named for its trouble",
    "sources/test_hostile.py": "a folder of hostile files, from reading to candidates",
}


def own_code(path):
    """Whether a module does anything: it holds a function, and not only names for what others do."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_bytes())))


def mirror_of(path):
    """Where the tests of a module stand, without their ending: of a folder's own module in the folder, by its name."""
    name = path.parent.name if path.name == "__init__.py" else path.stem
    return (path.parent / f"test_{name}").relative_to(PACKAGE).as_posix()


def mirrors(test, module):
    """Whether a test file is of a module: it has its name, or its name and a word on what of it is tested."""
    return test == f"{module}.py" or test.startswith(f"{module}_")


WANTED = {mirror_of(path): path.relative_to(PACKAGE).as_posix() for path in MODULES.values()}
FILES = {path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")}


@pytest.fixture(scope="module")
def graph():
    return imports(PACKAGE)


# --- tests ------------------------------------------------------------------------------------------------------------


def test_every_module_that_does_something_has_a_test_file_or_a_reason():
    untested = {
        module
        for place, module in WANTED.items()
        if own_code(PACKAGE / module) and not any(mirrors(test, place) for test in FILES)
    }

    assert untested == set(TESTED_ELSEWHERE)


def test_every_test_file_stands_by_a_module_of_its_name_or_says_what_of_the_room_it_tests():
    strangers = {
        test for test in FILES if not test.startswith(WHOLE) and not any(mirrors(test, place) for place in WANTED)
    }

    assert strangers == set(OF_A_ROOM)


def test_every_folder_of_tests_is_a_room():
    rooms = {path.parent.relative_to(PACKAGE) for path in MODULES.values()}

    assert {Path(test).parent for test in FILES} - rooms == set(map(Path, WHOLE))


def test_no_name_says_nothing():
    """A room for what has no other place soon holds everything."""
    assert {path.stem for path in MODULES.values()} & {"helpers", "utils", "util", "common", "misc", "tools"} == set()


# --- imports ----------------------------------------------------------------------------------------------------------


def test_no_modules_import_each_other_in_a_circle(graph):
    assert len(graph) > 200
    assert circles(graph) == []


def test_no_rooms_import_each_other_in_a_circle(graph):
    between = between_rooms(graph)

    assert circles(between) == []
    floor = floors(between)
    assert [(name, each) for name, wanted in between.items() for each in wanted if floor[each] >= floor[name]] == []


FRESH = """
import os, sys
import matplotlib.pyplot, nbconvert, pandas, papermill  # what takes long, once for all
for room in sys.argv[1:]:
    assert not [name for name in sys.modules if name.partition(".")[0] == "communique"]
    child = os.fork()
    if not child:
        for name in room.split(","):
            try:
                __import__(name)
            except BaseException as error:
                print(f"{name}: {error!r}", flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each room is imported in a copy of one process")
def test_every_module_can_be_imported(graph):
    """Each room in an interpreter in which no other has been imported, those first that import others."""
    floor = floors(graph)
    by_room = {}
    for name in sorted(graph, key=lambda each: -floor[each]):
        if not name.endswith("__main__"):  # which runs the command
            by_room.setdefault(room(name), []).append(name)
    command = [sys.executable, "-W", "ignore", "-c", FRESH, *map(",".join, by_room.values())]
    done = subprocess.run(command, capture_output=True, text=True)

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
