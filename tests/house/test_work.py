"""A guard of hot paths: the work of each, counted in calls of functions, is at most half more than it was.

Calls do not hang on how fast or busy the machine is. Where more work is meant, `COMMUNIQUE_WORK=rewrite` with pytest on
this file writes the counts anew; the diff is the review.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from communique.document.faces import html, pdf
from communique.document.notebook.reading import read
from communique.facts.round import Briefing
from communique.language import find_mentions
from communique.narrative.round import comparison_section, figures, statements_section
from communique.process.checks import check
from communique.process.model import load
from communique.report import warm

ROOT = Path(__file__).parents[2]
COUNTS = Path(__file__).with_name("work.json")
TINY = ROOT / "tests" / "specimens" / "tiny"
SENTENCES = ROOT / "benchmarks" / "gold" / "language" / "status.jsonl"
MOST = 1.5  # times what it was


@pytest.fixture(scope="module")
def counts():
    """What each hot path took when it was last agreed to; written anew where that is asked for."""
    agreed = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    yield agreed
    if os.environ.get("COMMUNIQUE_WORK") == "rewrite":
        COUNTS.write_text(json.dumps(agreed, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def sentences(number):
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()[:number]
    return [json.loads(line)["text"] for line in lines]


def texts_read(texts):
    for text in texts:
        find_mentions(text)


def round_told():
    briefing = Briefing(load(TINY), 3)
    return [*comparison_section(briefing), *statements_section(briefing)]


PATHS = {
    "read a process": lambda: load(TINY),
    "check a process": lambda: check(TINY),
    "read 40 sentences": lambda: texts_read(sentences(40)),
    "tell of a round": round_told,
    "draw a heat strip": lambda: figures.heat_strip(Briefing(load(TINY), 3)),
    "make a page": lambda: html.page(told_by_notebook()),
    "make a PDF": lambda: pdf.document(told_by_notebook(), date=date(2030, 9, 14)),
}


def told_by_notebook():
    cells = [
        {
            "cell_type": "markdown",
            "metadata": {},
            "source": f"# Talks\n\n## Part {number}\n\nWhat was *said*, at length.",
        }
        for number in range(40)
    ]
    return [each.block for each in read({"cells": cells})]


@pytest.mark.parametrize("path", PATHS)
def test_a_hot_path_does_no_more_than_half_more_work_than_was_agreed_to(path, counts, calls_of):
    PATHS[path]()  # what is done once, and kept, is not the path's
    taken = calls_of(PATHS[path])
    if os.environ.get("COMMUNIQUE_WORK") == "rewrite":
        counts[path] = taken

    assert taken > 1_000
    assert taken <= MOST * counts[path]


def test_a_kernel_imports_no_more_than_half_more_than_was_agreed_to(counts):
    early = [*warm.KERNEL, *warm.imports_of(ROOT / "notebooks" / "round.ipynb")]
    program = "import sys; from communique.report import warm; warm.imported(*sys.argv[1:]); print(len(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program, *early], capture_output=True, text=True, check=True)
    if os.environ.get("COMMUNIQUE_WORK") == "rewrite":
        counts["modules of a kernel"] = int(done.stdout)

    assert int(done.stdout) <= MOST * counts["modules of a kernel"]
