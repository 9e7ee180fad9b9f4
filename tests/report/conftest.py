"""Processes and the facts of them, read once for all tests of reports."""

import csv
import io
from functools import cache
from pathlib import Path

from communique import load
from communique.facts.overview import Survey

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "specimens" / "tiny"


@cache
def process_of(name):
    return load(TINY if name == "tiny" else name)


@cache
def survey_of(name):
    return Survey(process_of(name))


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))
