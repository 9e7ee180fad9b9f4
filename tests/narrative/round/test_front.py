"""The front of a round report."""

from dataclasses import replace
from pathlib import Path

import pytest

from communique import load
from communique.facts.round import Briefing

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.mark.parametrize(("kept", "told"), [(0, "no statement"), (1, "1 statement from 1 source")])
def test_front_of_a_thin_record(kept, told):
    from communique.narrative.round import front

    process = load(TINY)
    thin = replace(process, statements=process.statements.head(kept))

    assert dict(front(Briefing(thin, 1)).facts)["On record"] == told
