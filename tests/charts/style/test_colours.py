"""Colours can be read on the page and in the dark, by the contrast of the accessibility guidelines."""

import pytest

from communique.charts.style import colours


@pytest.mark.parametrize("text", [colours.INK, colours.MUTED, colours.ACCENT])
def test_text_can_be_read_on_the_page_and_in_the_dark(text):
    assert colours.contrast(text, colours.PAPER) >= 4.5
    assert colours.contrast(colours.dark(text), colours.dark(colours.PAPER)) >= 4.5
    assert colours.contrast(text, colours.BAND) >= 4.5
    assert colours.contrast(colours.dark(text), colours.dark(colours.BAND)) >= 4.5


@pytest.mark.parametrize("bar", [colours.STRONG, colours.GOOD, colours.BAD, colours.MUTED])
def test_counts_can_be_read_in_bars_and_bars_on_the_page(bar):
    assert colours.contrast(bar, colours.PAPER) >= 4.5
    assert colours.contrast(colours.dark(bar), colours.dark(colours.PAPER)) >= 4.5


@pytest.mark.parametrize("step", colours.STEPS)
def test_words_can_be_read_on_every_step_of_a_ladder(step):
    text = colours.on(step)

    assert colours.contrast(step, text) >= 4.5
    assert colours.contrast(colours.dark(step), colours.dark(text)) >= 4.5


@pytest.mark.parametrize("colour", ["#332288", "#000000", "#0000ff", "#882255"])
def test_a_dark_colour_of_the_data_is_made_light_enough_for_the_dark(colour):
    assert colours.contrast(colours.dark(colour), colours.DARK[colours.PAPER]) >= 4.5


def test_contrast_is_that_of_the_guidelines():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
