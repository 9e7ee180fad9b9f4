"""The block that a chart becomes, with its words."""

import pytest

from communique import charts
from communique.document.blocks import Figure as FigureBlock
from communique.document.blocks import inlines
from communique.errors import ParameterError

from .conftest import figure


def test_show_gives_a_block_with_the_words_of_the_chart():
    block = charts.show(figure(), charts.ChartWords("What is shown.", "What it means."), anchor="figure-1")

    assert isinstance(block, FigureBlock)
    assert (block.media_type, block.alt, block.anchor) == ("image/svg+xml", "What is shown.", "figure-1")
    assert block.caption == inlines("What it means.")
    assert not block.decorative


def test_show_takes_axes_and_words_given_by_name():
    block = charts.show(figure().axes[0], charts.ChartWords("one", "two"), alt="three", caption="four")

    assert block.alt == "three"
    assert block.caption == inlines("four")


def test_show_refuses_a_figure_without_alt_text_unless_it_decorates():
    with pytest.raises(ParameterError, match="without alt text"):
        charts.show(figure(), alt="  ")

    assert charts.show(figure(), decorative=True).decorative


def test_show_closes_a_figure_of_pyplot():
    import matplotlib.pyplot as plt

    drawn = plt.figure()
    charts.show(drawn, alt="x")

    assert not plt.fignum_exists(drawn.number)
