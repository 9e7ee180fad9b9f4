"""Processes that nobody would keep, for the tests of what is told of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from communique import load
from communique.process.description import Side

TINY = Path(__file__).parents[1] / "specimens" / "tiny"


@pytest.fixture
def one_name():
    """The tiny process with two sides of one name, as an unchecked process may have them."""
    process = load(TINY)
    sides = process.sides | {"lowland": Side("lowland", "the highlanders", "#007a5e", "negotiating")}
    return replace(process, sides=sides)
