"""The house style for Word: every style of paragraphs and characters a report uses, and the fonts they name.

Looks live in styles alone, so that whoever edits a report changes one style and sees all of its kind follow.
"""

from dataclasses import dataclass
from typing import Literal

from communique.document.look import FAMILIES, LIGHT, SIZES, SPACES

_TOLD = {name: colour[1:].upper() for name, colour in LIGHT.items()}
INK, QUIET, ACCENT, BAD = _TOLD["ink"], _TOLD["quiet"], _TOLD["accent"], _TOLD["bad"]
SHADE, RULE, STRONG_RULE, MARK = _TOLD["shade"], _TOLD["rule"], _TOLD["strong-rule"], _TOLD["mark"]
SERIF, SANS, MONO, ARABIC, HEBREW = (FAMILIES[name] for name in ("serif", "sans", "mono", "arabic", "hebrew"))
SMALL = SIZES["small"]
_AFTER = 7  # points under a paragraph: lines of Word hold the rest of the space themselves
TAGS = {"neutral": (QUIET, "single"), "later": (ACCENT, "dotted"), "disputed": (INK, "dotted")}
TAGS |= {"good": (ACCENT, "single"), "bad": (BAD, "single")}
TONES = {"claimed": (ACCENT, "single"), "denied": (ACCENT, "dashSmallGap"), "open": (ACCENT, "dashed")}
TONES |= {"doubted": (ACCENT, "dotted"), "neutral": (STRONG_RULE, "single")}


@dataclass(frozen=True)
class Style:
    """A style by the name Word shows; its id is the name without spaces. Lengths are in points.

    What is empty or None is that of the style it is based on.
    """

    name: str
    based_on: str = "Normal"
    kind: Literal["paragraph", "character"] = "paragraph"
    font: str = ""
    size: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0  # multiple of the font's own line
    left: float = 0
    hanging: float = 0
    tab: float = 0
    align: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    edges: tuple[tuple[str, float, str, float, str], ...] = ()  # side, width, colour, distance, kind of line
    shade: str = ""
    outline: int | None = None  # level among headings, from 0
    following: str = ""  # style of the paragraph typed after it
    underline: str = ""
    boxed: str = ""  # kind of line round the characters
    raised: bool = False

    @property
    def id(self) -> str:
        """What paragraphs and runs call it by."""
        return self.name.replace(" ", "")


def _small(name: str, **more: object) -> Style:
    """A style of small sans text that lies close."""
    return Style(name, **{"font": SANS, "size": SMALL, "line": 1.0, "before": 0, "after": 0} | more)


def _heading(kind: str, level: int, after: float, **more: object) -> Style:
    before = SPACES.get(kind, SPACES["paragraph"] + _AFTER) - _AFTER
    kept = {"keep_next": True, "keep_lines": True, "outline": level - 1, "following": "Normal"}
    return Style(
        f"Heading {level}", font=SANS, bold=True, size=SIZES[kind], line=1.0, before=before, after=after, **kept, **more
    )


def _character(name: str, based_on: str = "", **more: object) -> Style:
    return Style(name, based_on, "character", **more)


_TABLE_TEXT, _TABLE_HEADING = "TableText", "TableHeading"
STYLES = {
    style.id: style
    for style in (
        Style("Normal", "", font=SERIF, size=SIZES["text"], colour=INK, before=0, after=_AFTER, line=1.06),
        Style(
            "Title",
            font=SANS, bold=True, size=SIZES["title"], line=1.0, after=12, keep_next=True, following="Normal",
        ),
        Style(
            "Subtitle",
            font=SANS, bold=True, size=SIZES["point"], colour=ACCENT, after=6, keep_next=True, following="Title",
        ),
        _heading("section", 1, 10, edges=(("top", 1.25, INK, 6, "single"),)),
        _heading("part", 2, 8),
        _heading("point", 3, 6),
        _heading("label", 4, 5, colour=QUIET),
        _heading("label", 5, 4, colour=QUIET, italic=True),
        Style("Lead", size=SIZES["deck"], line=1.15, after=14),
        Style("Lead Paragraph", size=SIZES["lead"]),
        _small("Note", colour=QUIET, after=6),
        Style("Empty", font=SANS, size=SIZES["label"], colour=QUIET, italic=True),
        Style("Quote", left=12, edges=(("left", 2.25, RULE, 8, "single"),)),
        Style("Source Text", font=MONO, size=8, line=1.1, shade=SHADE, before=6, after=10),
        Style("Rule", size=4, before=6, after=14, edges=(("bottom", 0.5, RULE, 1, "single"),)),
        _small("Spacer", size=4),
        # Lists
        Style("List Bullet", after=5),
        Style("List Number", after=5),
        Style("List Findings", after=6),
        Style("List Continue", after=5),
        _small("List Sources", after=5),
        # The first page
        _small("Facts", after=3, left=80, hanging=80, tab=80),
        Style(
            "Notice",
            font=SANS, size=SIZES["label"], shade=SHADE, left=9, before=14, after=14,
            edges=(("left", 2.5, ACCENT, 6, "single"),),
        ),
        _small(
            "Contents", colour=QUIET, before=16, after=16, line=1.3,
            edges=(("top", 0.5, RULE, 6, "single"), ("bottom", 0.5, RULE, 6, "single")),
        ),
        _small("Colophon", colour=QUIET, before=30),
        # Tables, cards and strips
        _small("Caption", bold=True, before=16, after=6, keep_next=True, keep_lines=True),
        _small("Figure Caption", bold=True, before=16, after=2, keep_next=True, keep_lines=True),
        _small("Figure Measure", colour=QUIET, after=4, keep_next=True, keep_lines=True),
        _small("Figure Source", colour=QUIET, before=4, after=16, keep_lines=True),
        Style("Figure", before=4, after=0, line=1.0, keep_next=True),
        Style("Figure Alone", before=4, after=16, line=1.0),
        _small("Table Text"),
        _small("Table Heading", based_on=_TABLE_TEXT, bold=True, colour=QUIET, keep_next=True),
        _small("Table Row Heading", based_on=_TABLE_TEXT, bold=True),
        *(
            _small(
                f"Table Heading {tone}",
                based_on=_TABLE_HEADING, bold=True, colour=QUIET, keep_next=True,
                edges=(("top", 2.25, colour, 4, line),),
            )
            for tone, (colour, line) in TONES.items()
        ),
        _small("Card Stage", based_on=_TABLE_TEXT, bold=True, size=SIZES["stage"]),
        _small("Card Note", based_on=_TABLE_TEXT, colour=QUIET),
        _small("Strip Label", bold=True, size=SIZES["label"], before=14, after=8, keep_next=True),
        _small("Strip Value", based_on=_TABLE_TEXT, bold=True, size=SIZES["value"], line=1.0),
        # Statements
        Style("Statement", size=8.5, left=22, hanging=22, tab=22, before=5, after=1, keep_lines=True),
        _small("Statement Details", size=7.5, colour=QUIET, left=22, after=1, keep_lines=True),
        _small("Statement Note", size=7.5, colour=QUIET, italic=True, left=22, after=1, keep_lines=True),
        # Head, foot and notes
        _small("Header", colour=QUIET),
        _small("Footer", colour=QUIET, align="right"),
        _small("Footnote Text", size=8, after=2),
        _character("Footnote Reference", raised=True),
        # Characters
        _character("Strong", bold=True),
        _character("Emphasis", italic=True),
        _character("Source Word", font=MONO, size=9),
        _character("Term", bold=True, shade=MARK),
        _character("Cue", underline="dotted"),
        _character("Hyperlink", colour=ACCENT, underline="single"),
        _character("Reference", font=SANS, size=8, colour=ACCENT),
        _character("Quiet Link", colour=QUIET),
        _character("Statement Number", font=SANS, bold=True, size=SMALL, colour=ACCENT),
        _character("Label", colour=QUIET),
        *(
            _character(f"Tag {tone}", font=SANS, size=SIZES["fine"], colour=colour, boxed=line)
            for tone, (colour, line) in TAGS.items()
        ),
    )
}  # fmt: skip
