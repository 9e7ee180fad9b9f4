"""Attribution on news attributed by others: the project's aims, held as a floor."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.sources.attribution.english.quotations import statements

GOLD = Path(__file__).parents[3].parent / "shared" / "gold" / "quotes"
FLOOR = {"precision": 0.88, "direct": 0.95, "mixed": 0.90, "speech": 0.90, "speaker": 0.93, "pronoun": 0.75}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The scorer's report on the news of the gold, at an overlap of half."""
    if not GOLD.exists():
        pytest.skip("the gold quotations are not beside the project")
    out = tmp_path_factory.mktemp("gold") / "found.jsonl"
    with open(out, "w", encoding="utf-8") as file:
        for path in sorted((GOLD / "texts").glob("GUM_news_*.txt")):
            text = path.read_text(encoding="utf-8")
            for s in statements(text):
                line = {
                    "source": path.name,
                    "start": s.start,
                    "end": s.end,
                    "text": text[s.start : s.end],
                    "kind": s.kind,
                }
                file.write(json.dumps(line | {"speaker_surface": s.speaker.surface or None}) + "\n")
    asked = [
        sys.executable,
        str(GOLD / "score.py"),
        str(GOLD / "gold.jsonl"),
        str(out),
        "--json",
        "--sources",
        "GUM_news_*",
    ]
    return json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)["at"]["0.5"]


@pytest.mark.shared
def test_news_is_attributed_as_well_as_promised(report):
    found = {
        "precision": report["precision"],
        "direct": report["recall_by_kind"]["direct"]["share"],
        "mixed": report["recall_by_kind"]["mixed"]["share"],
        "speech": report["recall_speech_verb_by_kind"]["indirect"]["share"],
        "speaker": report["speaker"]["right"]["share"],
        "pronoun": report["pronoun_name_known"]["right"]["share"],
    }
    assert {name: share for name, share in found.items() if share < FLOOR[name]} == {}
