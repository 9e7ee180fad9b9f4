"""One look for all faces: text stands out by light and in the dark, and a screen enlarges all by one factor."""

import pytest

from communique.document.look import DARK, LIGHT, SIZES, SPACES, rem


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The contrast of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_in_both_schemes(colours):
    for text in ("ink", "quiet", "accent", "bad"):
        for ground in ("paper", "shade"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
    assert contrast(colours["quiet"], colours["mark"]) >= 4.5  # details of a statement that a link has led to
    assert contrast(colours["strong-rule"], colours["paper"]) >= 3  # outlines of ladders


def test_the_two_lights_name_the_same_colours():
    assert DARK.keys() == LIGHT.keys()
    assert all(DARK[name] != LIGHT[name] for name in LIGHT)


def test_a_screen_enlarges_sizes_and_spaces_by_one_factor():
    factors = [float(rem(points).removesuffix("rem")) / points for points in [*SIZES.values(), *SPACES.values()]]

    assert rem(SIZES["text"]) == "1.0625rem"
    assert factors == pytest.approx([factors[0]] * len(factors), rel=1e-3)
