"""Bars of mentions: good news to the right, bad to the left, and the words beside them."""

import pytest

from communique import charts
from communique.charts.style import colours
from communique.charts.style.bars import HATCHES

from .conftest import ROUNDS, bars, counts, keeps_to_its_axes, shown

SAID = counts(
    (2, "progress", "claimed", 4),
    (2, "breakthrough", "denied", 3),
    (2, "collapse", "denied", 1),
    (2, "setback", "claimed", 2),
    (2, "progress", "open", 5),
    (2, "collapse", "open", 1),
    (2, "deadlock", "doubted", 2),
)


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
        "Geneva II: good and bad news balance at 5 each; eight mentions speak of what is not there yet."
    )
    assert words.measure == "Mentions of progress and its lack, by round, family and status"


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            [(2, "progress", "claimed", 2), (2, "setback", "claimed", 1)],
            "good news outweighs bad by 2 to 1.",
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


def test_mentions_draw_on_the_axes_they_are_given_and_leave_settings_alone():
    assert keeps_to_its_axes(lambda ax: charts.mentions_chart(SAID, ax, rounds=ROUNDS))
