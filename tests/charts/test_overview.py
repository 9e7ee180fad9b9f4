"""The charts of the overview: what is drawn where, and what the words beside it say."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from communique import charts, measures
from communique.charts.style import colours
from communique.charts.timeline import _moments, _scale, choose, spread
from communique.process.description import Dimension

WATER = Dimension("water", "the water", (), ("absent", "tabled", "discussed", "agreed"))
TRUST = Dimension("trust", "trust", (), ("hostile", "growing"))
GROUPS = {"Baskets": {"water": WATER}, "Other": {"trust": TRUST}}
ROUNDS = pd.DataFrame({"round": [1, 2, 3], "short": ["Geneva I", "Geneva II", "Vienna"]})


def readings(*rows):
    """Readings from (round, dimension, stage of the first coder, stage of the second)."""
    coded = [
        (number, dimension, coder, stage, 0, "", ())
        for number, dimension, *stages in rows
        for coder, stage in zip("ab", stages, strict=True)
    ]
    names = ["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"]
    return measures.agreed(pd.DataFrame(coded, columns=names), {"water": WATER, "trust": TRUST})


def shown(ax):
    return [text.get_text() for text in ax.texts]


# --- heat map ---------------------------------------------------------------------------------------------------------

STOOD = readings((1, "water", 0, 0), (2, "water", 3, 3), (3, "water", 1, 2), (1, "trust", 1, 1), (3, "trust", 0, 0))


def test_heat_map_shades_each_cell_by_its_place_on_its_own_ladder():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=ROUNDS)
    cells = [patch.get_facecolor() for patch in ax.patches]
    steps = [colours.STEPS[place] for place in (0, 5, 2, 5, 0)]

    assert [f"#{''.join(f'{round(255 * part):02x}' for part in cell[:3])}" for cell in cells] == steps
    assert shown(ax) == ["absent", "agreed", "tabled", "growing", "–", "hostile"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Water", "Trust"]


def test_heat_map_rings_the_cells_on_which_the_coders_differ():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=ROUNDS)

    assert [round(line.get_xdata()[0]) for line in ax.lines] == [2]
    assert [text.get_text() for text in ax.figure.legends[0].get_texts()] == [
        "lowest stage",
        "highest",
        "coders differ",
    ]


def test_heat_map_sets_groups_apart():
    ax = charts.heat_map(STOOD, groups=GROUPS, rounds=ROUNDS)

    assert np.diff(ax.get_yticks())[0] > 1


def test_heat_map_shows_numbers_where_names_do_not_fit():
    many = pd.DataFrame({"round": range(1, 40), "short": [str(number) for number in range(1, 40)]})

    assert shown(charts.heat_map(STOOD, groups=GROUPS, rounds=many))[:3] == ["0 of 3", "3 of 3", "1 of 3"]


def test_heat_map_in_words():
    words = charts.describe_heat_map(STOOD, groups=GROUPS, rounds=ROUNDS)

    assert (
        "Water: Geneva I absent, Geneva II agreed, Vienna tabled*. Trust: Geneva I growing, Vienna hostile."
        in words.alt
    )
    assert words.caption == (
        "The water ended higher than it began; trust lower. Highest on their ladders: trust (“growing”, Geneva I) "
        "and the water (“agreed”, Geneva II). The coders differ on one of five cells."
    )


def test_heat_map_of_nothing_says_so():
    ax = charts.heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=ROUNDS)

    assert shown(ax) == [charts.describe_heat_map(STOOD.iloc[:0], groups=GROUPS, rounds=ROUNDS).alt]


# --- timeline ---------------------------------------------------------------------------------------------------------


def day(text):
    return pd.Timestamp(text)


SAT = ROUNDS.assign(
    sittings=[
        ((day("2016-02-01"), day("2016-02-03")), (day("2016-03-01"), day("2016-03-10"))),
        ((day("2017-02-01"), day("2017-02-08")),),
        ((day("2017-03-01"), day("2017-03-02")),),
    ]
)
EVENTS = pd.DataFrame(
    {
        "event_id": [f"E{n}" for n in range(6)],
        "date": pd.to_datetime(["2016-01-15", "2016-01-16", "2016-02-20", "2017-01-20", "2017-02-20", "2017-03-15"]),
        "label": [f"Event number {n}" for n in range(6)],
    }
)


def test_timeline_draws_a_bar_per_sitting_and_names_every_round():
    ax = charts.timeline(SAT, EVENTS)
    sittings = [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_width() > 50]

    assert len(sittings) == 4
    assert {"Geneva I", "Geneva II", "Vienna"} <= set(shown(ax))
    assert [patch.get_y() for patch in sittings] == sorted(patch.get_y() for patch in sittings)


def test_timeline_cuts_long_gaps_short_and_tells_their_length():
    scale = _scale(_moments(SAT, EVENTS))

    assert scale(day("2017-01-20")) - scale(day("2016-03-10")) == pytest.approx(75 * 0.42)
    assert scale(day("2016-02-20")) - scale(day("2016-02-03")) == pytest.approx(17 * 0.42)
    assert "ten months" in shown(charts.timeline(SAT, EVENTS))


def test_timeline_labels_the_events_that_stand_furthest_apart():
    scale = _scale(_moments(SAT, EVENTS))

    assert choose(EVENTS, scale, 2)["event_id"].tolist() == ["E0", "E5"]
    assert choose(EVENTS, scale, 4)["event_id"].tolist() == ["E0", "E2", "E3", "E5"]
    assert choose(EVENTS, scale, 9)["event_id"].tolist() == EVENTS["event_id"].tolist()


def test_timeline_labels_the_events_it_is_asked_to():
    labels = [text for text in shown(charts.timeline(SAT, EVENTS, chosen=["E1"])) if "Event" in text]

    assert labels == ["16 Jan 2016: Event number 1"]


@pytest.mark.parametrize(
    ("wanted", "heights", "expected"),
    [
        ([10, 50], [4, 4], [10, 50]),  # nothing to move
        ([10, 10], [4, 4], [8, 12]),  # apart, equally far
        ([0, 1], [4, 4], [2, 6]),  # not above the top
        ([99, 100], [4, 4], [94, 98]),  # not below the bottom
        ([10, 11, 12], [6, 2, 6], [7, 11, 15]),
    ],
)
def test_spread_moves_labels_as_little_as_can_be(wanted, heights, expected):
    assert spread(wanted, heights, 100) == pytest.approx(expected)


def test_timeline_in_words_tells_the_pauses():
    words = charts.describe_timeline(SAT, EVENTS)

    assert "Geneva I 1–3 February 2016 and 1–10 March 2016; Geneva II 1–8 February 2017" in words.alt
    assert words.caption.startswith(
        "The longest pause between rounds, eleven months, lay between Geneva I and Geneva II; "
        "the shortest, 21 days, between Geneva II and Vienna."
    )


def test_timeline_of_nothing_says_so():
    ax = charts.timeline(SAT.iloc[:0], EVENTS.iloc[:0])

    assert shown(ax) == [charts.describe_timeline(SAT.iloc[:0], EVENTS.iloc[:0]).alt]


# --- language ---------------------------------------------------------------------------------------------------------


def counts(*rows):
    table = pd.DataFrame(rows, columns=["round", "family", "status", "n"])
    return table.assign(polarity=table["family"].map(measures.FAMILIES))


def test_families_stack_statuses_in_a_panel_each():
    table = counts((1, "progress", "claimed", 3), (1, "progress", "open", 2), (3, "deadlock", "denied", 1))
    figure = charts.families_chart(table, rounds=ROUNDS)
    columns = [(patch.get_y(), patch.get_height()) for patch in figure.axes[0].patches]

    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Progress", "Deadlock"]
    assert columns == [(0, 3), (3, 2)]
    assert [shown(ax) for ax in figure.axes] == [["5"], ["1"]]


def test_families_in_words():
    table = counts((1, "progress", "claimed", 3), (1, "progress", "open", 2), (3, "deadlock", "denied", 1))
    words = charts.describe_families(table, rounds=ROUNDS)

    assert "progress: 3 claimed and 2 open, most in Geneva I (5). deadlock: 1 denied, most in Vienna (1)." in words.alt
    assert words.caption.startswith("Two of six mentions speak of what is not there yet.")


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


# --- record and coverage ----------------------------------------------------------------------------------------------

RECORD = pd.DataFrame(
    {
        "side": ["envoy", "north", "south"],
        "met": [6, 1, 0],
        "partly": [2, 1, 0],
        "missed": [2, 4, 0],
        "open": [1, 0, 0],
        "n": [11, 6, 0],
        "met_share": [0.6, 1 / 6, np.nan],
    }
)
NAMES = {"envoy": "Envoy", "north": "North"}


def test_record_draws_the_outcomes_of_each_side():
    ax = charts.record_chart(RECORD, names=NAMES)

    assert [label.get_text() for label in ax.get_yticklabels()] == ["Envoy", "North"]
    assert [(patch.get_x(), patch.get_width()) for patch in ax.patches] == [
        (0, 6), (6, 2), (8, 2), (10, 1), (0, 1), (1, 1), (2, 4),
    ]  # fmt: skip
    assert {"11", "6"} <= set(shown(ax))


def test_record_in_words():
    words = charts.describe_record(RECORD, names=NAMES)

    assert "Envoy: 6 met, 2 met in part, 2 missed and 1 still open. North: 1 met" in words.alt
    assert words.caption == (
        "Of 16 expectations whose fate is known, seven were met, three in part and six missed. "
        "Of those with five or more, Envoy comes out best: 60 % met."
    )


COVERAGE = pd.DataFrame(
    {
        "aspect": ["side"] * 3 + ["language"] * 2,
        "value": ["envoy", "north", "south", "en", "ar"],
        "statements": [5, 3, 2, 9, 1],
        "sources": 1,
        "share": [0.5, 0.3, 0.2, 0.9, 0.1],
    }
)


def test_coverage_adds_up_what_it_does_not_show():
    figure = charts.coverage_chart(COVERAGE, names={"side": NAMES}, most=2)
    side = figure.axes[0]

    assert [label.get_text() for label in side.get_yticklabels()] == ["Envoy", "2 others"]
    assert [bar.get_width() for bar in side.patches] == [5, 5]
    assert shown(side) == ["5 (50 %)", "5 (50 %)"]


def test_coverage_in_words():
    words = charts.describe_coverage(COVERAGE, names={"side": NAMES, "language": {"en": "English"}})

    assert words.alt == (
        "Bars of the number of statements by aspect. Side: Envoy 5, North 3, South 2. "
        "Language of source: English 9, Ar 1."
    )
    assert words.caption == (
        "Of ten statements, the largest shares: by side, Envoy (50 %); by language of source, English (90 %)."
    )


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (
            lambda: charts.record_chart(RECORD.iloc[:0], names={}),
            lambda: charts.describe_record(RECORD.iloc[:0], names={}),
        ),
        (lambda: charts.coverage_chart(COVERAGE.iloc[:0]).axes[0], lambda: charts.describe_coverage(COVERAGE.iloc[:0])),
        (
            lambda: charts.families_chart(counts(), rounds=ROUNDS).axes[0],
            lambda: charts.describe_families(counts(), rounds=ROUNDS),
        ),
    ],
)
def test_nothing_is_said_and_not_drawn(draw, words):
    assert shown(draw()) == [words().alt]


# --- sparkline --------------------------------------------------------------------------------------------------------


def test_sparkline_marks_the_last_reading_without_a_word():
    figure = charts.sparkline(STOOD, dimension=WATER, rounds=ROUNDS)
    way, last = figure.axes[0].lines

    assert way.get_ydata().tolist() == [0, 3, 1]
    assert (last.get_xdata()[0], last.get_ydata()[0]) == (2, 1)
    assert not figure.axes[0].texts
    assert len(charts.show(figure, alt="x").data) < 2500


def test_sparkline_in_words():
    words = charts.describe_sparkline(STOOD, dimension=WATER, rounds=ROUNDS)

    assert words == "Water: absent in Geneva I, tabled in Vienna (stage 1 of 3)"
    assert charts.describe_sparkline(STOOD.iloc[:0], dimension=TRUST, rounds=ROUNDS) == "Trust: no reading"
