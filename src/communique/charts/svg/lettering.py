"""The lettering of a chart's SVG, each outline and each repeated word written once.

matplotlib writes a text as a group of ``<use>``, one per character, blanks included. Here a word that a chart shows
more than once, such as the name of a stage in a heat map, becomes a group of its own that is used like a character.
"""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from communique.charts.svg.strokes import compact

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
OUTLINE_SCALE = "scale(0.015625)"  # matplotlib draws outlines 6400 units to the size of the face, texts 100
_UNITS = 200  # to the size of the face: one is a twentieth of a point at most, finer than print
_MOVE = re.compile(r"translate\((-?[\d.]+)(?: 0)?\)")
_SCALE = re.compile(r"scale\((-?[\d.]+) (-?[\d.]+)\)")

Word = tuple[tuple[str, int], ...]  # ids of outlines, each with its place from the first


def share(root: ElementTree.Element) -> None:
    """Write every outline and every repeated word of the drawing once, at its head, and leave out blanks."""
    outlines = _taken_out(root)
    blank = {name for name, outline in outlines.items() if not outline.get("d")}
    texts = [(group, list(_words(group, blank))) for group in root.iter(f"{{{SVG}}}g") if _is_text(group, outlines)]
    often = Counter(word for _, words in texts for _, word in words)
    repeated = {word: f"word-{place}" for place, word in enumerate(often) if often[word] > 1 and len(word) > 1}
    for group, words in texts:
        group.set("transform", _SCALE.sub(_finer, group.get("transform", "")))
        group[:] = [use for place, word in words for use in _used(word, place, repeated)]
        if not words:
            group.attrib.clear()  # a line of blanks, which keeps the lines of labels level, leaves no mark
    head = ElementTree.Element(f"{{{SVG}}}defs")
    head.extend(outline for name, outline in outlines.items() if name not in blank)
    for word, name in repeated.items():
        shared = ElementTree.SubElement(head, f"{{{SVG}}}g", id=name)
        shared.extend(_used(word, 0, {}))
    if len(head):
        root.insert(0, head)


def _taken_out(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The outlines of characters by id, taken out of the drawing and made small."""
    outlines = {}
    for definitions in root.iter(f"{{{SVG}}}defs"):
        for path in [each for each in definitions if each.get("transform") == OUTLINE_SCALE]:
            definitions.remove(path)
            del path.attrib["transform"]
            path.set("d", compact(path.get("d", ""), scale=_UNITS / 6400, decimals=0))
            outlines[path.get("id")] = path
    return outlines


def _is_text(group: ElementTree.Element, outlines: dict[str, ElementTree.Element]) -> bool:
    return any(each.get(HREF, "")[1:] in outlines for each in group)


def _words(group: ElementTree.Element, blank: set[str]) -> Iterator[tuple[int, Word]]:
    """Yield the words of a text, each with its place."""
    start, word = 0.0, []
    for use in group.iter(f"{{{SVG}}}use"):
        move = _MOVE.fullmatch(use.get("transform", ""))
        place, name = float(move[1]) if move else 0.0, use.get(HREF)[1:]
        if name in blank:
            if word:
                yield _units(start), tuple(word)
            word = []
            continue
        start = place if not word else start
        word.append((name, _units(place - start)))
    if word:
        yield _units(start), tuple(word)


def _units(hundredths: float) -> int:
    return round(hundredths * _UNITS / 100)


def _finer(scale: re.Match[str]) -> str:
    return f"scale({float(scale[1]) * 100 / _UNITS:g} {float(scale[2]) * 100 / _UNITS:g})"


def _used(word: Word, place: int, repeated: dict[Word, str]) -> Iterator[ElementTree.Element]:
    """Yield what draws a word: the group it is, where it is repeated, else its characters."""
    for name, step in [(repeated[word], 0)] if word in repeated else word:
        use = ElementTree.Element(f"{{{SVG}}}use", {HREF: f"#{name}"})
        if place + step:
            use.set("x", str(place + step))
        yield use
