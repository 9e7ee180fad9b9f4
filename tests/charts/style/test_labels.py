"""Labels of any text are text."""

from xml.etree import ElementTree

import pytest

from communique import charts

from ..conftest import figure


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "a]]>b --> c", "\x1b[31mred", "\u202egnp.exe", "\ud83d", "漢字"]
)
def test_hostile_labels_neither_break_a_chart_nor_act(hostile):
    from communique.charts.style.labels import wrapped

    data = charts.show(figure(wrapped(hostile, 40)), alt="x").data

    ElementTree.fromstring(data)
    assert "<script" not in data
    assert "\x1b" not in data
