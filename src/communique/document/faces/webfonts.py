"""The bundled faces for a page: of each only the characters that the page shows, held in its style sheet.

The faces are named anew there, since a part of a font is another font and its licence keeps the name for the whole.
"""

import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from communique.document.faces.glyphs import FONTS

NAMES = {"serif": "Report Serif", "sans": "Report Sans", "arabic": "Report Arabic", "hebrew": "Report Hebrew"}
_FACES = (  # family, file, weight and slant
    ("serif", "Serif-Regular", "400", "normal"),
    ("serif", "Serif-Italic", "400", "italic"),
    ("serif", "Serif-SemiBold", "600", "normal"),
    ("sans", "Sans-Regular", "400", "normal"),
    ("sans", "Sans-SemiBold", "600", "normal"),
    ("sans", "Sans-Italic", "400", "italic"),
    ("arabic", "SansArabic-Regular", "400", "normal"),
    ("hebrew", "SansHebrew-Regular", "400", "normal"),
)
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0·–—‘’“”…−→←↑↓↕↩")  # what templates write among them
_FEATURES = ["ccmp", "fina", "init", "lnum", "mark", "medi", "rlig", "tnum"]
_KERNED = ("Serif-Regular", "Sans-SemiBold")  # running text and headings; pairs weigh half as much as the letters


def characters(told: Any) -> frozenset[str]:
    """Every character of the texts in nested lists and dicts, composed (NFC), and those of every page."""
    return _ALWAYS | {each for text in set(_texts(told)) for each in unicodedata.normalize("NFC", text)}


def font_faces(shown: frozenset[str]) -> str:
    """The rules of a style sheet that bring the faces, cut down to the characters `shown`."""
    return "".join(
        f"@font-face{{font-family:'{NAMES[family]}';font-weight:{weight};font-style:{slant};"
        f"src:url(data:font/woff;base64,{b64encode(font).decode()})}}\n"
        for family, file, weight, slant in _FACES
        if (font := _cut(file, _wanted(family, shown)))
    )


def _wanted(family: str, shown: frozenset[str]) -> frozenset[str]:
    """What a family is to hold: faces of other scripts only what is written in these."""
    script = {"arabic": "ARABIC", "hebrew": "HEBREW"}.get(family)
    if not script:
        return shown
    own = frozenset(each for each in shown if unicodedata.name(each, "").startswith(script))
    return own | frozenset(" «»،") if own else own


@lru_cache(maxsize=32)
def _cut(file: str, wanted: frozenset[str]) -> bytes:
    """A font with the characters `wanted` alone, as WOFF, the same bytes each time; empty where it has none of them."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont, newTable

    with TTFont(FONTS / f"IBMPlex{file}.ttf", lazy=True, recalcTimestamp=False) as font:
        held = wanted & set(map(chr, font.getBestCmap()))
        if not held:
            return b""
        features = [*_FEATURES, "kern"] if file in _KERNED else _FEATURES
        options = Options(hinting=False, layout_features=features, notdef_outline=True)
        options.drop_tables += ["name"]  # what a part must not be called; to look through it would take half the time
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=map(ord, held))
        subsetter.subset(font)
        font["name"] = newTable("name")
        font["name"].names = []
        font.flavor = "woff"
        made = BytesIO()
        font.save(made)
    return made.getvalue()


def _texts(told: Any) -> Iterator[str]:
    """Yield the texts of nested lists and dicts that a reader may see: not pictures, nor addresses."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        yield from _texts([value for name, value in told.items() if name not in ("data", "source", "picture", "url")])
    elif isinstance(told, Iterable):
        for each in told:
            yield from _texts(each)
