"""Gaps between two voices: how sure they are."""

import pandas as pd

from communique.measures.gaps import optimism_gap


def test_the_two_voices_are_drawn_apart():
    """Two voices of the same mixed news: their gap is 0, and as unsure as two voices are.

    Were both drawn alike, every draw would find no gap at all, and nothing would be surer.
    """
    sides = ["envoy"] * 10 + ["party"] * 10
    ids = [f"S{number}" for number in range(20)]
    statements = pd.DataFrame({"statement_id": ids, "side": sides})
    news = {"statement_id": ids, "polarity": ["+", "-"] * 10, "status": "claimed", "family": "x", "refers_to": ""}

    (row,) = optimism_gap(
        pd.DataFrame(news), statements, mediating=["envoy"], negotiating=["party"], seed=2012
    ).to_dict("records")

    assert row["gap"] == 0
    # Each index of ten balanced mentions strays by 0.32, the gap by 0.45: nine gaps in ten lie within 0.74.
    assert 0.5 < row["high"] < 1
    assert -1 < row["low"] < -0.5
