"""How the index moves as terms are left out, drawn."""

import pandas as pd

from communique import charts


def test_the_chart_has_a_dash_for_every_term_left_out():
    rounds = pd.DataFrame({"round": [1, 2], "short": ["One", "Two"]})
    index = pd.DataFrame({"round": [1, 2], "index": [0.5, float("nan")], "low": [0.1, 0.0], "high": [0.9, 0.0]})
    without = pd.DataFrame({"term": ["a", "b"], "decided": [3, 4], 1: [0.2, 0.7], 2: [float("nan")] * 2})
    ax = charts.sensitivity_chart(index, without, rounds=rounds, changed={1: -0.5, 2: float("nan")})
    words = charts.describe_sensitivity(index, without, rounds=rounds)

    dashes = [segment for part in ax.collections for segment in part.get_segments() if 0.1 < segment[0][0] < 0.3]
    assert sorted(float(segment[0][1]) for segment in dashes) == [0.2, 0.7]
    assert [line.get_ydata()[0] for line in ax.lines if line.get_marker() == "D"] == [-0.5]
    assert "One +0.50, without one term +0.20 to +0.70" in words.alt
    assert words.caption.endswith("No single term takes it out of its 90 % interval in any round.")
