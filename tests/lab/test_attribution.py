"""Attribution on news: sets that mark what they say, figures as the scorer gives them, the aims as a floor."""

import json

import pytest

from communique.lab import attribution
from communique.lab.gold import ATTRIBUTION, STUDIED, UNREAD

FLOOR = {"precision": 0.88, "direct": 0.95, "mixed": 0.90, "speech": 0.90, "speaker": 0.93, "pronoun": 0.75}
TEXT = "Talks open\n\n“We will come back,” Anna Alpha said.\n"
SCORES = """
import json, sys
gold, found, *options = sys.argv[1:]
lines = [json.loads(line) for line in open(found, encoding="utf-8")]
share = {"share": 0.5}
print(json.dumps({"at": {"0.5": {
    "precision": len(lines) / 4,
    "recall_by_kind": {"direct": share, "mixed": {"share": None}, "indirect": share},
    "recall_speech_verb_by_kind": {"indirect": {"share": "--pieces" in options}},
    "speaker": {"right": {"share": lines[0]["speaker_surface"] == "Anna Alpha"}},
    "pronoun_name_known": {"right": {"share": None}},
    "unresolved_share": {"share": options[options.index("--sources") + 1] == "*news_*"},
}}}))
"""


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A set of one text, and a scorer that gives back what it was asked."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "news_talks.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORES)
    monkeypatch.setattr(attribution, "SCORER", tmp_path / "score.py")
    monkeypatch.setattr(attribution, "SETS", {"a set": tmp_path})
    return tmp_path


def test_what_is_found_is_told_with_its_place_and_speaker(small):
    (line,) = map(json.loads, attribution.found(small / "texts").splitlines())

    assert line["text"] == TEXT[line["start"] : line["end"]] == "“We will come back,”"
    assert (line["source"], line["kind"], line["speaker_surface"]) == ("news_talks.txt", "direct", "Anna Alpha")


def test_figures_are_those_of_the_scorer(small):
    figures = attribution.figures(small, attribution.found(small / "texts"), genre="news", pieces=True)

    assert figures == {
        "precision": 0.25, "direct": 0.5, "mixed": None, "indirect": 0.5, "speech": True, "speaker": True,
        "pronoun": None, "unresolved": True,
    }  # fmt: skip


def test_the_report_tells_of_every_genre_there_is(small):
    told = []
    attribution.report(write=told.append)

    assert [line.split(":")[0].strip() for line in told[1:]] == ["communique, news", "communique, news by pieces"]
    assert "precision 0.250, direct 0.500, mixed -" in told[1]


def test_without_the_scorer_the_report_says_so(small, monkeypatch):
    monkeypatch.setattr(attribution, "SCORER", small / "elsewhere.py")
    told = []
    attribution.report(write=told.append)

    assert len(told) == 1
    assert "not scored" in told[0]
    assert "elsewhere.py is not here" in told[0]


@pytest.mark.parametrize(
    ("half", "count"), [(STUDIED, 14), (UNREAD, 14), (f"speakers-{STUDIED}", 16), (f"speakers-{UNREAD}", 16)]
)
def test_each_line_of_a_set_marks_what_it_says(half, count):
    folder = ATTRIBUTION / half
    lines = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("texts/*.txt")}
    marked = [line for line in lines if "start" in line]

    assert len(texts) == count
    assert {line["source"] for line in lines} <= texts.keys()
    assert [line for line in marked if texts[line["source"]][line["start"] : line["end"]] != line["text"]] == []
    assert {line["kind"] for line in marked} == {"direct", "mixed", "indirect"}


@pytest.mark.shared
def test_news_is_attributed_as_well_as_promised():
    folder = attribution.SETS["news attributed by others"]
    figures = attribution.figures(folder, attribution.found(folder / "texts"), genre="news")

    assert {name: figures[name] for name, least in FLOOR.items() if figures[name] < least} == {}
