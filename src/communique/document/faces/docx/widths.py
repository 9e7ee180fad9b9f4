"""How wide the columns of a table are, measured in the letters of the bundled face: Word wants to be told."""

import re
from collections.abc import Sequence
from functools import cache

from communique.document.faces.docx.styles import SMALL
from communique.document.faces.glyphs import FONTS

_SLACK = 1.15  # where there is room, for a face that stands for ours: most are no wider than this
_AVERAGE = 0.6  # of the size: what a character takes that the face does not hold
_ROOM = 8  # points at the sides of a cell, and a little more
_SHORT = 90  # points up to which what stands in a column, such as a name, is best left on one line
_BEYOND = 1.4  # times its share that a column may take for that, lest the fullest column starve
_LONGEST_WORD = 110  # points beyond which a word may break


def column_widths(
    heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> list[float]:
    """The width of each column in points, no more than `width` together.

    A column without a share (0) is as wide as its longest line. The others share what is left, none narrower than its
    longest word, nor than its lines where they are short and its share comes near them. Where that is too much, heads
    over columns without a share take more lines, then what is under them.
    """
    columns = [[row[place] for row in rows] for place in range(len(heads))]
    words = [max(map(_longest_word, [head, *column])) for head, column in zip(heads, columns, strict=True)]
    floors = [wide + _ROOM for wide in words]
    lines = [
        max([words[place], *(measured(text, bold=place == 0) for text in column)]) + _ROOM  # the first may head its row
        for place, column in enumerate(columns)
    ]
    natural = [max(wide, measured(head, bold=True) + _ROOM) for wide, head in zip(lines, heads, strict=True)]
    told = [0.0 if share else wide for share, wide in zip(shares, natural, strict=True)]
    unit = (width - sum(told)) / sum(shares) if any(shares) else width
    needs = [
        line if line <= (min(_SHORT, _BEYOND * unit * share) if share else _SHORT) else floor
        for line, floor, share in zip(lines, floors, shares, strict=True)
    ]
    for least, wanted in ((lines, needs), (floors, floors)):
        told = _narrowed(told, least, sum(told) + _of_shared(wanted, shares) - width)
    left = width - sum(told)
    for place, wide in _shared(shares, needs if _of_shared(needs, shares) <= left else floors, left).items():
        told[place] = wide
    scale = min(width / sum(told), 1 if any(shares) else _SLACK)
    return [wide * scale for wide in told]


def measured(text: str, *, bold: bool = False, size: float = SMALL) -> float:
    """The room that a text takes on one line, in points."""
    advances = _advances("SemiBold" if bold else "Regular")
    return size * sum(advances.get(character, _AVERAGE) for character in text)


def _of_shared(widths: Sequence[float], shares: Sequence[float]) -> float:
    """What the columns with a share take together, of these widths."""
    return sum(wide for wide, share in zip(widths, shares, strict=True) if share)


def _longest_word(text: str) -> float:
    words = re.findall(r"[^ -]*-?", text)
    return min(max(measured(word, bold=True) for word in words), _LONGEST_WORD)


def _narrowed(widths: list[float], floors: Sequence[float], excess: float) -> list[float]:
    """The widths without the `excess`, taken from each in proportion to what it can give."""
    spare = [max(wide - floor, 0) if wide else 0 for wide, floor in zip(widths, floors, strict=True)]
    if excess <= 0 or not sum(spare):
        return widths
    taken = min(excess / sum(spare), 1)
    return [wide - taken * more for wide, more in zip(widths, spare, strict=True)]


def _shared(shares: Sequence[float], floors: Sequence[float], width: float) -> dict[int, float]:
    """`width` parted among the columns with a share; one that would be below its floor gets that first."""
    told: dict[int, float] = {}
    waiting = {place for place, share in enumerate(shares) if share}
    while waiting:
        unit = (width - sum(told.values())) / sum(shares[place] for place in waiting)
        small = {place for place in waiting if shares[place] * unit < floors[place]}
        told |= {place: floors[place] if small else shares[place] * unit for place in small or waiting}
        waiting -= small or waiting
    return told


@cache
def _advances(weight: str) -> dict[str, float]:
    """The width of each character that a weight of the sans face holds, as a part of its size."""
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / f"IBMPlexSans-{weight}.ttf", lazy=True) as font:
        widths, unit = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): widths[name][0] / unit for code, name in font.getBestCmap().items()}
