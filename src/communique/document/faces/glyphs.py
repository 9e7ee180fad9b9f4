"""Which characters the bundled fonts can show, and text with the others marked.

A PDF/A file must not hold a character without a glyph, so one emoji in one statement would stop a whole report.
"""

import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from communique.document.legible import JOINERS, REPLACEMENT

_UNSEEN = {"\n", *JOINERS}  # line breaks, and what needs no glyph
FONTS = Path(__file__).parent / "fonts"


@cache
def faces() -> tuple[frozenset[str], ...]:
    """The characters of each family, one set per family: those that all its bundled weights and slants hold."""
    from fontTools.ttLib import TTFont

    families: dict[str, frozenset[str]] = {}
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            held = frozenset(map(chr, font.getBestCmap()))
        family = path.stem.partition("-")[0]
        families[family] = families.get(family, held) & held
    return tuple(families.values())


def covered(text: str) -> str:
    """The text in composed form (NFC), with `REPLACEMENT` for each character that no bundled family can show.

    Line breaks stay. A letter and its marks must come from one family; where none has them all, marks are replaced.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    seen = set(composed) - _UNSEEN
    if any(face.issuperset(seen) for face in faces()):
        return composed
    return "".join(map(_shown, _clusters(composed)))


def _clusters(text: str) -> list[str]:
    """The text cut before every character that is not a mark on the one before."""
    clusters: list[str] = []
    for is_mark, characters in groupby(text, key=lambda each: unicodedata.category(each)[0] == "M"):
        if is_mark and clusters:
            clusters[-1] += "".join(characters)
        else:
            clusters.extend(characters)
    return clusters


def _shown(cluster: str) -> str:
    """The cluster where one family holds all that can be seen of it, else its parts that cannot be shown replaced."""
    if any(face.issuperset(set(cluster) - _UNSEEN) for face in faces()):
        return cluster
    base = cluster[0] if any(cluster[0] in face for face in faces()) else REPLACEMENT
    return base + REPLACEMENT * (len(cluster) - 1)
