"""Facts of whole processes, and their blocks as text, for the tests of the overview."""

from datetime import date
from pathlib import Path

import pytest

from communique import load
from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.process.as_of import known_until

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.fixture
def survey():
    return Survey(load(TINY))


@pytest.fixture(scope="module")
def geneva_survey():
    return Survey(load("geneva"))


@pytest.fixture(scope="module")
def brexit_survey():
    return Survey(load("brexit"))


def text(blocks):
    return plain_text(blocks if isinstance(blocks, list) else [blocks])


def cut(day):
    return Survey(known_until(load(TINY), date.fromisoformat(day)))
