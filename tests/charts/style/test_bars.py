"""Bars tell a status by their filling, and hold their count where it fits."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from communique.charts.style.bars import HATCHES, MEANINGS, group, segment
from communique.charts.style.colours import GOOD, PAPER
from communique.measures import FAMILIES, STATUSES


@pytest.fixture
def ax():
    return Figure().subplots()


def test_every_status_has_a_filling_of_its_own(ax):
    for status in STATUSES:
        segment(ax, 0, 1, 0, 1, colour=GOOD, status=status)
    filled = [(to_hex(bar.get_facecolor()), bar.get_hatch()) for bar in ax.patches]

    assert len(set(filled)) == len(STATUSES) == len(MEANINGS)
    assert filled[0] == (GOOD.lower(), None)
    assert {face for face, _ in filled[1:]} == {PAPER.lower()}
    assert {to_hex(bar.get_edgecolor()) for bar in ax.patches} == {GOOD.lower()}
    assert filled[1][1] == HATCHES["denied"]


def test_bars_follow_each_other_to_either_side(ax):
    assert segment(ax, segment(ax, 0, 3, 0, 1, colour=GOOD, status="claimed"), 2, 0, 1, colour=GOOD, status="open") == 5
    assert segment(ax, 0, -2, 0, 1, colour=GOOD, status="claimed") == -2
    assert [(bar.get_x(), bar.get_width()) for bar in ax.patches] == [(0, 3), (3, 2), (0, -2)]


def test_nothing_is_drawn_of_no_width(ax):
    assert segment(ax, 4, 0, 0, 1, colour=GOOD, status="claimed", room=1) == 4
    assert not ax.patches
    assert not ax.texts


def test_a_count_stands_in_a_bar_that_has_room_for_it(ax):
    segment(ax, 0, -2, 0, 1, colour=GOOD, status="claimed", room=2)
    segment(ax, 0, 1, 0, 1, colour=GOOD, status="claimed", room=2)
    segment(ax, 0, 5, 0, 1, colour=GOOD, status="claimed")

    assert [text.get_text() for text in ax.texts] == ["2"]
    assert ax.texts[0].get_position() == (-1, 0)


def test_families_of_failure_are_one_group():
    assert {family: group(family) for family in FAMILIES} == {
        "breakthrough": "breakthrough",
        "progress": "progress",
        **dict.fromkeys(FAMILIES.keys() - {"breakthrough", "progress"}, group("setback")),
    }
    assert group("setback") not in ("breakthrough", "progress")
