import pytest

from communique.lab.scoring import accuracy, cohen_kappa, confusion, intervals, macro_f1, score, term_recall

PAIRS = [
    ("claimed", "claimed"),
    ("claimed", "claimed"),
    ("claimed", "open"),
    ("denied", "denied"),
    ("open", "open"),
    ("open", "missed"),
    ("off", "off"),
    ("off", "claimed"),
]


def test_scores_match_hand_worked_figures():
    table = confusion(PAIRS)
    assert score(table, "claimed") == pytest.approx((2 / 3, 2 / 3, 2 / 3, 3))
    assert score(table, "open") == pytest.approx((1 / 2, 1 / 2, 1 / 2, 2))
    assert score(table, "doubted") == (0, 0, 0, 0)
    assert macro_f1(table) == pytest.approx((2 / 3 + 1 + 1 / 2) / 3)  # no doubted items, so three classes
    assert accuracy(table) == 5 / 8
    assert term_recall(table) == 5 / 6


def test_intervals_hold_the_figure_and_repeat():
    sure = intervals(PAIRS, samples=200)
    assert sure == intervals(PAIRS, samples=200)
    assert sure["accuracy"].low <= 5 / 8 <= sure["accuracy"].high
    assert intervals([("open", "open")] * 3, samples=10)["open"] == (1, 1)


def test_kappa_is_agreement_beyond_chance():
    # Worked by hand: 7 of 10 alike, by chance .6 * .5 + .4 * .5 = .5.
    pairs = [("off", "off")] * 4 + [("off", "open")] * 2 + [("open", "off")] + [("open", "open")] * 3
    assert cohen_kappa(pairs) == pytest.approx((0.7 - 0.5) / 0.5)
    assert cohen_kappa([("off", "off"), ("open", "open")]) == 1
