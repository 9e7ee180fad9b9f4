"""A chart's SVG is small: paths in steps, each character's outline once, each repeated word once."""

import re
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure

from communique import charts
from communique.charts.style.labels import width_of
from communique.charts.svg.strokes import compact, short

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("data", "small"),
    [
        ("M 10 20 L 30 20 L 30 25.5 L 10 25.5 z", "M10 20h20v5.5h-20z"),
        ("M 10 20 L 30 20 L 10 20 z ", "M10 20h20z"),
        ("M 0 0 L 1 1 L 2 2 M 5 5 L 5 6 ", "M0 0l1 1 1 1m3 3v1"),
        ("M 0 0 Q 1.006 -1 2 0 C 3 0 4 1 -5.5 .25", "M0 0q1.01-1 2 0c1 0 2 1-7.5 .25"),
        ("M 1 1 L 2 3 z M 4 4 L 5 5", "M1 1l1 2zm3 3l1 1"),
        ("M 1 1 A 5 5 0 0 1 2 2", "M 1 1 A 5 5 0 0 1 2 2"),
        ("", ""),
    ],
)
def test_a_path_is_written_in_steps(data, small):
    assert compact(data) == small


def test_steps_add_up_to_the_places_they_were_rounded_from():
    places = [0.014 * n for n in range(200)]
    steps = compact("M 0 0 " + " ".join(f"L {place} {2 * place}" for place in places[1:])).partition("l")[2]
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", steps)]

    assert sum(numbers[::2]) == pytest.approx(places[-1], abs=0.006)
    assert sum(numbers[1::2]) == pytest.approx(2 * places[-1], abs=0.006)


@pytest.mark.parametrize(
    ("number", "written"), [(0.5, ".5"), (-0.5, "-.5"), (10.0, "10"), (100, "100"), (-0.001, "0"), (10.05, "10.05")]
)
def test_a_number_has_no_digit_too_many(number, written):
    assert short(number) == written


def test_a_word_shown_often_is_drawn_once_and_a_blank_never():
    drawn = Figure()
    for place in range(3):
        drawn.text(0.1, 0.2 * place, "same room")
    drawn.text(0.1, 0.9, "some")
    root = ElementTree.fromstring(charts.show(drawn, alt="x").data)
    words = {group.get("id"): len(group) for group in root.find(f"{SVG}defs").iter(f"{SVG}g")}
    texts = [[use.get("href")[1:] for use in group] for group in root.iter(f"{SVG}g") if group.get("transform")]

    assert sorted(words.values()) == [4, 4]
    assert all(set(text) == set(words) for text in texts[:3])
    assert len(texts[3]) == 4
    assert len(root.findall(f"{SVG}defs/{SVG}path")) == len(set("sameroom"))


def test_characters_stand_where_matplotlib_puts_them():
    drawn = Figure()
    drawn.text(0, 0, "ii", size=10)
    root = ElementTree.fromstring(charts.show(drawn, alt="x").data)
    group = next(each for each in root.iter(f"{SVG}g") if each.get("transform"))
    scale = float(re.search(r"scale\(([\d.]+) ", group.get("transform"))[1])

    assert scale * float(group[1].get("x")) == pytest.approx(width_of("i", 10), abs=0.4)
