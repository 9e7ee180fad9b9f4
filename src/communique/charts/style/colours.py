"""Colours of the charts, on paper and in the dark: safe for colour-blind readers, and never the only mark."""

import colorsys

from communique.document.look import COLOURS

INK = COLOURS["ink"][0]  # text, and what a chart is about
MUTED = COLOURS["quiet"][0]  # text of axes, and what stands behind
GRID = COLOURS["rule"][0]
BAND = "#e9eff5"  # the round a report is about
PAPER = COLOURS["paper"][0]  # the page, where a hollow mark shows it
ACCENT = COLOURS["accent"][0]
STRONG = "#0b3550"  # breakthrough
GOOD = "#2a78b0"  # progress
BAD = "#b4472a"  # setback, deadlock, collapse
STEPS = ("#f1f5f9", "#d6e5f2", "#aecde8", "#76aedb", "#2f77b5", "#0b4a84")  # the stages of a ladder, low to high

# A ladder's low steps are near the page in both lights, so ink is read on the first four and paper on the others.
INK_STEPS = 4

DARK = {
    **{light: dark for name, (light, dark) in COLOURS.items() if name in ("ink", "quiet", "rule", "paper", "accent")},
    BAND: "#202b36",
    STRONG: "#b3dafb",
    GOOD: "#5aa3da",
    BAD: "#f0936f",
    **dict(zip(STEPS, ("#1b2228", "#1f3344", "#234a6b", "#2c648f", "#5c9fd6", "#a8d1f5"), strict=True)),
}


def dark(colour: str) -> str:
    """Colour that stands for `colour` on a dark page: the house's own, else the same hue made light enough.

    A colour of the data is lightened until its contrast with the dark page is at least 4.5 to 1.
    """
    if colour in DARK:
        return DARK[colour]
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    lighter = colour
    while contrast(lighter, DARK[PAPER]) < 4.5:
        lightness = min(1.0, lightness + 0.02)
        lighter = "#" + "".join(f"{round(255 * each):02x}" for each in colorsys.hls_to_rgb(hue, lightness, saturation))
    return lighter


def contrast(first: str, second: str) -> float:
    """Contrast of two colours, from 1 (none) to 21, as WCAG 2.2 defines it."""
    low, high = sorted(map(_luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


def on(step: str) -> str:
    """Colour in which text is read on one of `STEPS`."""
    return INK if step in STEPS[:INK_STEPS] else PAPER


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
