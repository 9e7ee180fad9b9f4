"""Characters of a chart: each outline once, each repeated word once, in their places, and never mathematics."""

import re
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure

from communique import charts
from communique.charts.style.labels import width_of

from ..conftest import figure

SVG = "{http://www.w3.org/2000/svg}"


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


def outlines(svg):
    """How many characters a picture draws."""
    return svg.count("<use")


def test_a_label_with_dollar_signs_is_never_mathematics():
    plain, dollars = (charts.show(figure(title), alt="x").data for title in ("a x b", "a $x$ b"))

    assert outlines(dollars) == outlines(plain) + 2


def test_a_figure_drawn_outside_the_house_is_not_read_as_mathematics_either():
    drawn = Figure()
    drawn.text(0.5, 0.5, "$x^$ is no formula, nor is \\frac{1}")

    assert charts.show(drawn, alt="x").data


def test_a_missing_character_warns_nobody(recwarn, caplog):
    charts.show(figure("漢字"), alt="x")

    assert not recwarn.list
    assert not caplog.records
