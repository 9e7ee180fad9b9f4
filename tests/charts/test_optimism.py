"""The gap between mediating and negotiating voices, drawn and in words."""

import numpy as np
import pandas as pd

from communique import charts

from .conftest import shown

GAP = pd.DataFrame(
    {
        "period": ["whole process", 2016, 2017],
        "mediating": [0.5, 0.2, np.nan],
        "negotiating": [0.1, 0.4, 0.3],
        "gap": [0.4, -0.2, np.nan],
        "low": [0.1, -0.6, np.nan],
        "high": [0.7, 0.3, np.nan],
        "mediating_n": [30, 8, 3],
        "negotiating_n": [40, 9, 12],
    }
)
VOICES = {"mediating": "the envoy", "negotiating": "the parties"}


def test_optimism_marks_both_voices_and_tells_the_gap():
    ax = charts.optimism_chart(GAP, **VOICES)

    assert shown(ax)[:3] == ["+0.40 (+0.10 to +0.70)", "−0.20 (−0.60 to +0.30)", "too few to say (3 and 12)"]
    assert [line.get_xdata()[0] for line in ax.lines if line.get_marker() == "o"][:2] == [0.5, 0.2]
    assert [text.get_text() for text in ax.figure.legends[0].get_texts()] == ["the envoy", "the parties"]


def test_optimism_in_words():
    words = charts.describe_optimism(GAP, **VOICES)

    assert "2017: undefined against +0.30, no gap." in words.alt
    assert words.caption.startswith(
        "Over the whole process the talks sound better from the envoy than from the parties (+0.40). "
        "The gap is clear of 0 over the whole process."
    )


def test_a_process_without_a_mediator_has_no_gap_to_draw():
    nothing = GAP.assign(mediating=np.nan, gap=np.nan)

    assert shown(charts.optimism_chart(nothing, **VOICES)) == [charts.describe_optimism(nothing, **VOICES).alt]
