"""Mentions by side and status, drawn and in words."""

from communique import charts
from communique.charts.style.bars import HATCHES
from communique.process.description import Side

from .conftest import bars, counts, shown

SIDES = {side: Side(side, f"the {side}", "#332288", "other") for side in ("envoy", "north", "south")}
HEARD = counts(
    (1, "progress", "claimed", 3, "envoy"),
    (1, "collapse", "claimed", 1, "envoy"),
    (1, "breakthrough", "denied", 2, "south"),
    by=["side", "polarity", "status"],
    levels={"side": SIDES},
)


def test_voices_give_each_side_that_speaks_a_bar_per_status():
    figure = charts.voices_chart(HEARD, sides=SIDES)
    claimed = figure.axes[0]

    assert [label.get_text() for label in claimed.get_yticklabels()] == ["Envoy", "South"]
    assert [(start, width, hatch) for start, width, _, _, hatch in bars(claimed)] == [
        (0, 3, None),
        (3, 1, HATCHES["failure"]),
    ]
    assert [shown(ax) for ax in figure.axes] == [["4", "–"], ["–", "2"], ["–", "–"], ["–", "–"]]


def test_voices_in_words():
    words = charts.describe_voices(HEARD, sides=SIDES)

    assert words.alt == "Mentions by side and status. Envoy: 4 claimed. South: 2 denied. None from the north."
    assert words.caption == ("Progress is claimed most often by the envoy and denied most often by the south.")


def test_a_side_that_claims_and_denies_most_is_named_once():
    both = counts(
        (1, "progress", "claimed", 3, "envoy"),
        (1, "progress", "denied", 1, "envoy"),
        by=["side", "polarity", "status"],
        levels={"side": SIDES},
    )

    assert charts.describe_voices(both, sides=SIDES).caption == (
        "Progress is claimed and denied most often by the envoy."
    )


def test_a_round_without_a_voice_is_said_and_not_drawn():
    nothing = HEARD.assign(n=0)

    assert shown(charts.voices_chart(nothing, sides=SIDES).axes[0]) == [
        charts.describe_voices(nothing, sides=SIDES).alt
    ]
