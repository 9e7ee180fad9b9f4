"""The charts of a round report: what is drawn where, and what the words beside it say."""

import matplotlib
import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from communique import charts, measures
from communique.charts.slippage import sharpest
from communique.charts.style import colours
from communique.charts.style.bars import HATCHES
from communique.process.description import Dimension, Side

WATER = Dimension("water", "the water", (), ("absent", "tabled", "discussed", "agreed"))
TRUST = Dimension("trust", "trust", (), ("hostile", "growing"))
ROUNDS = pd.DataFrame({"round": [1, 2, 3, 4], "short": ["Geneva I", "Geneva II", "Geneva III", "Vienna"]})
LEVELS = {"round": ROUNDS["round"]}


def readings(*rows):
    """Readings from (round, dimension, (stage, movement) of the first coder, and of the second where they differ)."""
    coded = [
        (number, dimension, coder, *reading, "", ())
        for number, dimension, *both in rows
        for coder, reading in zip("ab", both * (3 - len(both)), strict=True)
    ]
    names = ["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"]
    return measures.agreed(pd.DataFrame(coded, columns=names), {"water": WATER, "trust": TRUST})


def counts(*rows, by=("round", "family", "status"), levels=LEVELS):
    """Counts of mentions given as (round, family, status, how many)."""
    polarity = measures.FAMILIES
    mentions = pd.DataFrame(
        [
            (number, family, polarity[family], status, "", side)
            for number, family, status, n, *side in rows
            for _ in range(n)
        ],
        columns=["round", "family", "polarity", "status", "refers_to", "side"],
    )
    mentions["side"] = [side[0] if side else "" for side in mentions["side"]]
    return measures.counts(mentions, by=by, levels=levels)


def shown(ax):
    """Every text of the axes."""
    return [text.get_text() for text in ax.texts]


def marks(ax):
    """Markers of the axes: shape, place, stage, whether filled."""
    return [
        (line.get_marker(), *line.get_xydata()[0], line.get_markerfacecolor() == line.get_color())
        for line in ax.lines
        if line.get_marker() not in ("None", "_")
    ]


# --- ladder -----------------------------------------------------------------------------------------------------------

WAY = readings(
    (1, "water", (1, 0)),
    (2, "water", (2, 1), (3, 1)),
    (3, "water", (1, 1)),
    (4, "water", (1, 0)),
    (4, "trust", (0, 0)),
)


def test_ladder_marks_each_reading_by_its_arrow_and_hollow_where_disputed():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS)

    assert marks(ax) == [("s", 0, 1, True), ("^", 1, 2, False), ("D", 2, 1, True), ("o", 3, 1, True)]
    assert [label.get_text() for label in ax.get_yticklabels()] == list(WATER.ladder)
    assert ax.get_title(loc="left") == "Water"


def test_ladder_leads_from_the_stage_shown_to_the_higher_reading():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS)

    assert [[1, 2], [1, 3]] in [line.get_xydata().tolist() for line in ax.lines]


def test_ladder_sets_this_round_off_by_band_label_and_size():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS, mark=3)

    assert [patch.get_x() for patch in ax.patches] == [1.5]
    assert [label.get_fontweight() for label in ax.get_xticklabels()] == ["normal", "normal", "semibold", "normal"]
    assert [label.get_text() for label in ax.get_yticklabels() if label.get_fontweight() == "semibold"] == ["tabled"]
    assert max(line.get_markersize() for line in ax.lines) == 7


def test_ladder_breaks_its_line_where_a_round_was_not_coded():
    rows = readings((1, "water", (1, 0)), (2, "water", (2, 1)), (4, "water", (2, 0)))
    ax = charts.ladder(rows, dimension=WATER, rounds=ROUNDS, mark=3)

    assert [line.get_xdata().tolist() for line in ax.lines if line.get_color() == colours.MUTED] == [[0, 1], [3]]
    assert shown(ax) == ["no\nreading"]


def test_ladder_of_an_uncoded_dimension_says_so():
    assert shown(charts.ladder(WAY.iloc[:0], dimension=WATER, rounds=ROUNDS)) == ["no reading"]


def test_ladders_put_a_panel_per_dimension_and_a_key_to_the_marks_that_occur():
    figure = charts.ladders(WAY, dimensions={"water": WATER, "trust": TRUST}, rounds=ROUNDS)

    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Water", "Trust"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == [
        "advanced",
        "held",
        "mixed",
        "first reading",
        "coders differ: lower stage, line up to the higher",
    ]


def test_ladders_of_no_dimension_say_so():
    figure = charts.ladders(WAY, dimensions={}, rounds=ROUNDS)

    assert shown(figure.axes[0]) == ["This process codes no such dimension."]


def test_ladders_in_words_tell_each_way_and_what_moved():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER, "trust": TRUST}, rounds=ROUNDS, mark=3)

    assert words.alt == (
        "Ladder chart of two dimensions over four rounds. "
        "Water: tabled in Geneva I, discussed in Geneva II, tabled from Geneva III to Vienna; the coders differ on "
        "Geneva II. Trust: hostile in Vienna."
    )
    assert words.caption == "Geneva III: the water sent mixed signals."


def test_ladders_of_the_first_round_compare_with_nothing():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER}, rounds=ROUNDS, mark=1)

    assert words.caption == "Geneva I is the first reading: the water at “tabled”."


def test_ladders_without_a_round_of_their_own_tell_the_whole_way():
    words = charts.describe_ladders(WAY, dimensions={"water": WATER}, rounds=ROUNDS)

    assert words.caption == "The water ended as it began, at “tabled” (at best “discussed”, Geneva II)."


def test_rounds_give_way_to_their_numbers_where_names_do_not_fit():
    ax = charts.ladder(WAY, dimension=WATER, rounds=ROUNDS, inches=0.8)

    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "2", "3", "4"]
    assert ax.get_xlabel() == "round"


# --- mentions ---------------------------------------------------------------------------------------------------------

SAID = counts(
    (2, "progress", "claimed", 4),
    (2, "breakthrough", "denied", 3),
    (2, "collapse", "denied", 1),
    (2, "setback", "claimed", 2),
    (2, "progress", "open", 5),
    (2, "collapse", "open", 1),
    (2, "deadlock", "doubted", 2),
)


def bars(ax):
    """Bars of the axes: where they start, how far they go, how thick they are, colour and hatch."""
    return [
        (
            patch.get_x(),
            patch.get_width(),
            round(patch.get_height(), 2),
            matplotlib.colors.to_hex(patch.get_edgecolor()),
            patch.get_hatch(),
        )
        for patch in ax.patches
        if isinstance(patch, Rectangle) and patch.get_linewidth()
    ]


def test_mentions_stack_good_news_to_the_right_and_bad_to_the_left():
    ax = charts.mentions_chart(SAID, rounds=ROUNDS)

    assert bars(ax) == [
        (0, 4, 0.46, colours.GOOD, None),  # progress claimed
        (4, 1, 0.46, colours.BAD, HATCHES["denied"]),  # collapse denied
        (0, -3, 0.46, colours.STRONG, HATCHES["denied"]),  # breakthrough denied
        (-3, -2, 0.46, colours.BAD, None),  # setback claimed
        (0, 5, 0.17, colours.GOOD, None),  # progress open
        (5, 2, 0.17, colours.BAD, HATCHES["doubted"]),  # deadlock doubted
        (0, -1, 0.17, colours.BAD, None),  # collapse open: feared
    ]


def test_mentions_stand_beside_the_number_of_statements():
    ax = charts.mentions_chart(SAID, rounds=ROUNDS, mark=2, statements={1: 16, 2: 54})

    assert {"18 in 54", "0 in 16", "0 in 0", "mentions in\nstatements"} <= set(shown(ax))
    assert [label.get_fontweight() for label in ax.get_yticklabels()] == ["normal", "semibold", "normal", "normal"]


def test_mentions_in_words():
    words = charts.describe_mentions(SAID, rounds=ROUNDS, mark=2)

    assert "Geneva I: none. Geneva II: 5 good news, 5 bad, 8 open or doubted (" in words.alt
    assert "3 breakthrough denied" in words.alt
    assert words.caption.startswith(
        "Geneva II: good and bad news balance at 5 each; eight mentions speak of what is not there yet. "
    )
    assert words.caption.endswith("not the speakers' own words.")


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            [(2, "progress", "claimed", 2), (2, "setback", "claimed", 1)],
            "good news outweighs bad by 2 to 1. Counts",
        ),
        ([(2, "progress", "denied", 2)], "bad news outweighs good by 2 to 0"),
        ([(2, "progress", "open", 1)], "nothing was claimed or denied; one mention speaks of"),
        ([(1, "progress", "open", 1)], "no term of the lexicon was found."),
    ],
)
def test_mentions_find_what_outweighs(rows, finding):
    assert f"Geneva II: {finding}" in charts.describe_mentions(counts(*rows), rounds=ROUNDS, mark=2).caption


def test_no_mentions_are_said_and_not_drawn():
    nothing = counts()

    assert shown(charts.mentions_chart(nothing, rounds=ROUNDS)) == [
        charts.describe_mentions(nothing, rounds=ROUNDS).alt
    ]


# --- index ------------------------------------------------------------------------------------------------------------

INDEX = pd.DataFrame(
    {
        "round": [1, 2, 3],
        "index": [None, 0.5, -0.25],
        "low": [None, 0.1, -0.75],
        "high": [None, 0.9, 0.25],
        "decided": [3, 20, 8],
    }
)


def test_index_leaves_a_gap_where_it_is_undefined_and_tells_what_it_rests_on():
    ax = charts.index_chart(INDEX, rounds=ROUNDS, mark=2)

    assert marks(ax) == [("o", 1, 0.5, True), ("o", 2, -0.25, True)]
    assert shown(ax) == ["3", "too few\nto say", "20", "+0.50", "8", "−0.25", "0", "too few\nto say"]
    assert [[1, 0.1], [1, 0.9]] in [line.get_xydata().tolist() for line in ax.lines]


def test_index_in_words():
    words = charts.describe_index(INDEX, rounds=ROUNDS, mark=2)

    assert (
        "Geneva I undefined (3), Geneva II +0.50 (+0.10 to +0.90; 20), Geneva III −0.25 (−0.75 to +0.25; 8)"
        in words.alt
    )
    assert words.caption.startswith(
        "Geneva II stands at +0.50, above balance; of the rounds shown it has the best balance, "
        "the worst is −0.25 in Geneva III. The bars are 90 % intervals. "
    )


@pytest.mark.parametrize(
    ("mark", "finding"),
    [
        (1, "Geneva I has three mentions claimed or denied, too few for an index."),
        (3, "Geneva III stands at −0.25, though its interval holds 0; of the rounds shown it has the worst balance"),
        (None, "The interval leaves 0 out in Geneva II."),
    ],
)
def test_index_finds_how_sure_it_is(mark, finding):
    assert finding in charts.describe_index(INDEX, rounds=ROUNDS, mark=mark).caption


def test_a_round_alone_with_an_index_is_compared_with_none():
    alone = INDEX.assign(index=[None, 0.5, None])

    assert charts.describe_index(alone, rounds=ROUNDS, mark=2).caption.startswith(
        "Geneva II stands at +0.50, above balance; no other round shown has an index. "
    )


def test_an_index_of_no_round_is_said_and_not_drawn():
    nothing = INDEX.assign(index=float("nan"))

    assert shown(charts.index_chart(nothing, rounds=ROUNDS)) == [charts.describe_index(nothing, rounds=ROUNDS).alt]


# --- slippage ---------------------------------------------------------------------------------------------------------


def slippage(*rows):
    """A slippage table from (due, happened_on, outcome)."""
    table = pd.DataFrame(
        [(f"X{n}", *row) for n, row in enumerate(rows)], columns=["expectation_id", "due", "happened_on", "outcome"]
    )
    fixed = {
        "round": 1,
        "speaker": "envoy",
        "name": "The Envoy",
        "kind": "plan",
        "expected": "A round.",
        "statement_id": "S1",
    }
    return measures.slippage(
        table.assign(happened_on=pd.to_datetime(table["happened_on"]).astype("datetime64[ns]"), **fixed)
    )


DATED = slippage(
    ("2017-05-31", "2017-07-10", "missed"),
    ("2017-06-15", "2017-06-14", "met"),
    ("2017-06-20", "2017-06-20", "met"),
    ("2017-06-30", None, "missed"),
    ("2017-07-05", None, "partly"),
)


def test_slippage_tells_every_fate_in_words():
    ax = charts.slippage_chart(DATED)

    assert shown(ax) == ["40 days late", "1 day early", "on the day", "did not happen", "in part"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["The Envoy: A round."] * 5


def test_slippage_draws_from_the_day_named_to_the_day_it_happened():
    ax = charts.slippage_chart(DATED.head(1))
    named, happened = pd.Timestamp("2017-05-31"), pd.Timestamp("2017-07-10")

    assert [list(line.get_xdata(orig=True)) for line in ax.lines] == [[named, happened], [happened], [named]]
    assert [line.get_markerfacecolor() for line in ax.lines if line.get_marker() == "o"] == [colours.BAD, colours.PAPER]


def test_slippage_shows_the_sharpest_in_the_order_they_fell_due():
    assert sharpest(DATED, 3)["fate"].tolist() == ["late", "early", "never happened"]


def test_slippage_in_words():
    words = charts.describe_slippage(DATED, most=2)

    assert words.alt.endswith(
        "The Envoy, A round: due 31 May 2017, 40 days late. The Envoy, A round: due 15 June 2017, one day early."
    )
    assert words.caption == (
        "Of five expectations that named a day, two kept to the day or came early, one came late, by 40 days, "
        "one did not happen and for one no day is on record. Shown: the two furthest from their day."
    )


def test_a_single_dated_expectation_is_told_as_one():
    words = charts.describe_slippage(DATED.head(1))

    assert words.caption == "The one expectation that named a day: 40 days late."


def test_no_dated_expectation_is_said_and_not_drawn():
    assert shown(charts.slippage_chart(DATED.iloc[:0])) == [charts.describe_slippage(DATED.iloc[:0]).alt]


# --- voices -----------------------------------------------------------------------------------------------------------

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
    assert words.caption.startswith("Progress is claimed most often by the envoy and denied most often by the south. ")


def test_a_side_that_claims_and_denies_most_is_named_once():
    both = counts(
        (1, "progress", "claimed", 3, "envoy"),
        (1, "progress", "denied", 1, "envoy"),
        by=["side", "polarity", "status"],
        levels={"side": SIDES},
    )

    assert charts.describe_voices(both, sides=SIDES).caption.startswith(
        "Progress is claimed and denied most often by the envoy. "
    )


def test_a_round_without_a_voice_is_said_and_not_drawn():
    nothing = HEARD.assign(n=0)

    assert shown(charts.voices_chart(nothing, sides=SIDES).axes[0]) == [
        charts.describe_voices(nothing, sides=SIDES).alt
    ]


# --- all of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: charts.ladder(WAY, ax, dimension=WATER, rounds=ROUNDS),
        lambda ax: charts.mentions_chart(SAID, ax, rounds=ROUNDS),
        lambda ax: charts.index_chart(INDEX, ax, rounds=ROUNDS),
        lambda ax: charts.slippage_chart(DATED, ax),
    ],
)
def test_a_chart_draws_on_the_axes_it_is_given_and_leaves_settings_alone(draw):
    before = dict(matplotlib.rcParams)
    ax = charts.canvas(3).subplots()

    assert draw(ax) is ax
    assert dict(matplotlib.rcParams) == before
