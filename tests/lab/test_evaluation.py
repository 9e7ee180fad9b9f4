import json
from pathlib import Path

import pytest

from communique.errors import DataError
from communique.lab import evaluation
from communique.lab.scoring import accuracy, confusion, macro_f1, score, term_recall

GOLD = Path(__file__).parents[1] / "gold" / "status.jsonl"
DEV = Path(__file__).parents[3] / "shared" / "gold" / "status" / "dev.jsonl"


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    lines = [
        {"id": "a", "text": "No progress was made.", "start": 3, "end": 11, "status": "denied"},
        {"id": "b", "text": "The talks are a breakthrough.", "start": 16, "end": 28, "status": "open"},
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def test_report_shows_figures_baselines_and_mistakes(gold, monkeypatch, tmp_path):
    monkeypatch.setattr(evaluation, "_BASELINES", tmp_path)
    lines = []
    evaluation.report(gold, evaluation.read_gold(gold), write=lines.append)
    text = "\n".join(lines)
    for piece in ("communique", "count everything", "negspacy: not installed", "medspacy ConText: not installed"):
        assert piece in text
    assert "accuracy over all: 0.500" in text
    assert "b open, read as claimed: The talks are a >>breakthrough<<." in text


def test_mistakes_on_sentences_kept_from_sight_are_counted_and_not_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "_BASELINES", tmp_path)
    path = tmp_path / "gold.jsonl"
    text = "The talks are a breakthrough."
    lines = [
        {"id": key, "text": text, "start": 16, "end": 28, "status": "open", "half": half}
        for key, half in (("a", "studied"), ("b", "unread"))
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    told = []
    evaluation.report(path, evaluation.read_gold(path), write=told.append)
    text = "\n".join(told)
    assert "the 1 sentences studied: macro-F1 0.000" in text
    assert "the 1 sentences unread: macro-F1 0.000" in text
    assert "(2 of 2; those kept unread are not shown)" in text
    assert "  a open, read as claimed" in text
    assert "  b open" not in text


def test_every_second_sentence_of_the_shipped_set_is_kept_from_sight():
    halves = {item.key: item.half for item in evaluation.read_gold(GOLD)}
    assert all(half == ("studied" if int(key[1:]) % 2 else "unread") for key, half in halves.items())


@pytest.mark.parametrize("line", ["{", '{"text": "x"}', '{"text": "x", "start": 0, "end": 0, "status": "open"}'])
def test_a_bad_gold_line_is_named(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.jsonl:1"):
        evaluation.read_gold(path)


def test_the_command_ends_with_the_error_s_code(tmp_path, capsys):
    assert evaluation.main(["--gold", str(tmp_path / "none.jsonl")]) == 3
    assert "cannot be read" in capsys.readouterr().err


def read(path):
    items = evaluation.read_gold(path)
    return confusion((item.status, evaluation.read_status(item)) for item in items)


@pytest.mark.shared
@pytest.mark.skipif(not DEV.is_file(), reason="the development set lies beside the project, and is not there")
def test_the_development_set_is_read_as_promised():
    table = read(DEV)
    assert macro_f1(table) >= 0.85
    assert score(table, "off").f1 >= 0.70
    assert term_recall(table) >= 0.97


def test_the_shipped_gold_set_is_read_far_better_than_by_counting():
    items = evaluation.read_gold(GOLD)
    assert len(items) >= 200
    assert macro_f1(read(GOLD)) >= 0.85
    assert score(read(GOLD), "off").f1 >= 0.70
    assert term_recall(read(GOLD)) >= 0.97
    counted = confusion((item.status, evaluation.count_everything(item)) for item in items)
    assert accuracy(read(GOLD)) > 2 * accuracy(counted)
