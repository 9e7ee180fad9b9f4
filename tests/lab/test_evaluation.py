"""The evaluation: figures beside those of simpler ways, and nothing of what is to stay unread."""

import json

import pytest

from communique.lab import attribution, evaluation
from communique.lab.gold import BESIDE, LANGUAGE, read_gold
from communique.lab.scoring import accuracy, confusion, macro_f1, score, term_recall

GOLD = LANGUAGE / "status.jsonl"
DEV = BESIDE / "status" / "dev.jsonl"


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
    monkeypatch.setattr(evaluation, "BASELINES", tmp_path)
    lines = []
    evaluation.report(gold, read_gold(gold), write=lines.append)
    text = "\n".join(lines)
    for piece in ("communique", "count everything", "negspacy: not installed", "medspacy ConText: not installed"):
        assert piece in text
    assert "accuracy over all: 0.500" in text
    assert "b open, read as claimed: The talks are a >>breakthrough<<." in text


def test_mistakes_on_sentences_kept_from_sight_are_counted_and_not_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "BASELINES", tmp_path)
    path = tmp_path / "gold.jsonl"
    text = "The talks are a breakthrough."
    lines = [
        {"id": key, "text": text, "start": 16, "end": 28, "status": "open", "half": half}
        for key, half in (("a", "studied"), ("b", "unread"))
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    told = []
    evaluation.report(path, read_gold(path), write=told.append)
    text = "\n".join(told)
    assert "the 1 sentences studied: macro-F1 0.000" in text
    assert "the 1 sentences unread: macro-F1 0.000" in text
    assert "(2 of 2; those kept unread are not shown)" in text
    assert "  a open, read as claimed" in text
    assert "  b open" not in text


def test_the_command_ends_with_the_error_s_code(tmp_path, capsys):
    assert evaluation.main(["--gold", str(tmp_path / "none.jsonl")]) == 3
    assert "cannot be read" in capsys.readouterr().err


def test_sets_that_are_not_here_are_said_to_be_missing(gold, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(evaluation, "BASELINES", tmp_path)
    monkeypatch.setattr(evaluation, "_SETS", (gold, tmp_path / "beside.jsonl"))
    monkeypatch.setattr(attribution, "SCORER", tmp_path / "score.py")
    kept = []
    monkeypatch.setattr(evaluation, "_OWN", (gold,))
    monkeypatch.setattr(evaluation, "_TEXTS", tmp_path / "texts.jsonl")
    monkeypatch.setattr(evaluation, "keep", kept.append)
    monkeypatch.setattr(evaluation.certainty, "keep", lambda ways, folder: False)

    assert evaluation.main([]) == 0
    assert kept == [evaluation.Accuracy(0, 0)]
    told = capsys.readouterr().out
    assert "gold.jsonl: 2 sentences, one marked term each" in told
    assert "beside.jsonl: not here, so not scored" in told
    assert "Who said what: not scored" in told


def test_sentences_of_ones_own_are_all_that_is_scored(gold, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(evaluation, "BASELINES", tmp_path)

    assert evaluation.main(["--gold", str(gold), "--quiet"]) == 0
    told = capsys.readouterr().out
    assert "accuracy over all: 0.500" in told
    assert "Who said what" not in told
    assert "read as claimed" not in told


def read(path):
    items = read_gold(path)
    return confusion((item.status, evaluation.read_status(item)) for item in items)


@pytest.mark.shared
@pytest.mark.skipif(not DEV.is_file(), reason="the development set lies beside the project, and is not there")
def test_the_development_set_is_read_as_promised():
    table = read(DEV)
    assert macro_f1(table) >= 0.85
    assert score(table, "off").f1 >= 0.70
    assert term_recall(table) >= 0.97


def test_the_shipped_gold_set_is_read_far_better_than_by_counting():
    items = read_gold(GOLD)
    assert len(items) >= 200
    assert macro_f1(read(GOLD)) >= 0.85
    assert score(read(GOLD), "off").f1 >= 0.70
    assert term_recall(read(GOLD)) >= 0.97
    counted = confusion((item.status, evaluation.count_everything(item)) for item in items)
    assert accuracy(read(GOLD)) > 2 * accuracy(counted)
