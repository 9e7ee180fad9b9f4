"""What sentences, tables, charts and the desk share is worded once."""

import ast
from pathlib import Path

import communique
from communique import measures, wording
from communique.measures.expectations import OUTCOMES
from communique.measures.movement import arrow
from communique.process.schema import ASSESSMENTS, EXPECTATIONS

ROOM = Path(communique.__file__).parent
MAPS = {name: each for name, each in vars(wording).items() if isinstance(each, dict) and not name.startswith("_")}


def _dicts(path):
    """The words in each dictionary written out in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            yield node.lineno, {each.value for each in node.values if isinstance(each, ast.Constant)}


def test_no_module_lists_the_words_again():
    telling = {name: {words for key, words in each.items() if words != key} for name, each in MAPS.items()}
    again = [
        f"{path.relative_to(ROOM)}:{line} lists words of wording.{name}"
        for path in sorted(ROOM.rglob("*.py"))
        if path.name != "wording.py"
        for line, words in _dicts(path)
        for name, shared in telling.items()
        if len(words & shared) > 1
    ]
    assert again == []


def test_every_value_of_the_data_has_its_word():
    column = ASSESSMENTS["movement"]
    numbers = set(range(column.least, column.most + 1))
    assert set(wording.MOVEMENTS) == set(wording.STEPS) == numbers
    assert set(wording.OUTCOME_WORDS) == set(OUTCOMES) == set(EXPECTATIONS["outcome"].choices)
    assert set(wording.STATUSES) == set(measures.STATUSES)


def test_every_arrow_has_its_word():
    arrows = {arrow(stage, before, move) for stage in (0, 1) for before in (None, 0, 1) for move in (-1, 0, 1)}
    assert set(wording.MOVED) == set(wording.DID) == arrows
    assert wording.MOVEMENTS == {-1: "went back", 0: "held", 1: "advanced"}
