"""The look of a report, said once for all its faces: colours by light and in the dark, families, sizes, spaces.

Sizes and spaces are in points, as on paper; on a screen all of them are larger by one factor (`SCREEN`), so that what
is twice as large as the text in print is so in a browser.
"""

COLOURS = {  # by light, and in the dark
    "paper": ("#ffffff", "#15181b"),
    "shade": ("#f5f6f7", "#1e2226"),
    "ink": ("#1c2126", "#e4e7ea"),
    "quiet": ("#58626d", "#a2acb6"),
    "rule": ("#d5dae0", "#343b42"),
    "strong-rule": ("#8b96a2", "#6b7681"),
    "accent": ("#1f5078", "#8fbfe8"),
    "mark": ("#fdf0c4", "#4a3f16"),
    "bad": ("#93342b", "#f0a197"),
}
LIGHT = {name: light for name, (light, _) in COLOURS.items()}
DARK = {name: dark for name, (_, dark) in COLOURS.items()}

FAMILIES = {  # of the bundled fonts
    "serif": "IBM Plex Serif",
    "sans": "IBM Plex Sans",
    "mono": "IBM Plex Mono",
    "arabic": "IBM Plex Sans Arabic",
    "hebrew": "IBM Plex Sans Hebrew",
}

SIZES = {
    "title": 22,
    "value": 18,  # of a count
    "section": 15,  # headings, from the second level of a page on
    "deck": 12.5,  # the line under the title
    "stage": 12.5,  # on a card
    "part": 12,
    "lead": 11.5,
    "point": 10,
    "text": 9.5,
    "label": 9,  # over a strip; notices
    "small": 8.5,  # tables, captions, notes
    "print": 8,  # what is looked up rather than read
    "fine": 7.5,  # what stands under a statement
}
SPACES = {"section": 30, "part": 20, "point": 18, "block": 14, "paragraph": 8.5}  # above headings, figures, text
_SCREEN_TEXT = 17  # pixels
SCREEN = _SCREEN_TEXT / SIZES["text"]  # pixels to a point


def rem(points: float) -> str:
    """A length on paper as one on a screen, in the root's size, which readers may change: ``1.0625rem``."""
    return f"{round(points * SCREEN / 16, 4):g}rem"
