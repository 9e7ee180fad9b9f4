"""What reports tell of how well status is read: the stored figures are those of the evaluation."""

import json
from pathlib import Path

import pytest

from communique.errors import DataError
from communique.lab import evaluation, gold
from communique.language.accuracy import FILE, Accuracy, expected_accuracy, keep

ROOT = Path(__file__).parents[2]
GOLD = gold.LANGUAGE / "status.jsonl"


def test_the_stored_figures_are_those_of_the_evaluation():
    computed = evaluation.kept_from_sight(gold.read_gold(GOLD))

    assert computed.sentences >= 100
    assert expected_accuracy(ROOT / "data" / "lexicon") == computed, "run make evaluate"


def test_the_page_on_language_tells_the_same(root):
    page = (root / "docs" / "language.md").read_text(encoding="utf-8")
    known = expected_accuracy(root / "data" / "lexicon")
    row = next(line for line in page.splitlines() if line.startswith("| accuracy over all"))

    assert row.split("|")[3].strip() == f"{known.share:.3f}".removeprefix("0")


def test_only_sentences_kept_from_sight_count(tmp_path):
    path = tmp_path / "gold.jsonl"
    lines = [
        {"text": "No progress was made.", "start": 3, "end": 11, "status": status, "half": half}
        for status, half in (("denied", "unread"), ("open", "unread"), ("open", "studied"), ("denied", "studied"))
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")

    assert evaluation.kept_from_sight(gold.read_gold(path)) == Accuracy(2, 1)


@pytest.mark.parametrize(("right", "one_wrong_in"), [(140, 8), (80, 2), (0, 1), (159, 160), (160, 160)])
def test_how_many_are_to_be_expected_wrong(right, one_wrong_in):
    assert Accuracy(160, right).one_wrong_in == one_wrong_in


def test_figures_are_kept_and_written_anew_only_where_they_changed(tmp_path):
    assert keep(Accuracy(160, 140), tmp_path)
    assert not keep(Accuracy(160, 140), tmp_path)
    assert keep(Accuracy(160, 141), tmp_path)
    assert expected_accuracy(tmp_path) == Accuracy(160, 141)


@pytest.mark.parametrize(
    "content", [None, "{", "{}", "[]", '{"sentences": 0, "right": 0}', '{"sentences": 3, "right": 4}']
)
def test_a_file_without_figures_is_named_with_what_helps(tmp_path, content):
    if content is not None:
        (tmp_path / FILE).write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match=r"accuracy\.json.*make evaluate"):
        expected_accuracy(tmp_path)
