"""A chart's SVG made small, the same every time, and at home on a light and on a dark page.

matplotlib writes colours as inline styles, every character as a long ``<use>`` and an id on every group. Here styles
become attributes, which a style sheet may override and a strict content security policy lets pass; ids nobody refers
to go, the others become short; numbers keep the digits an eye can see.
"""

import re
from xml.etree import ElementTree

from communique.charts.colours import dark

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_INTEGER = re.compile(r"-?\d+")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_OUTLINE_SCALE = "scale(0.015625)"  # matplotlib draws the outline of a character 6400 units to the size of the face
_COARSER = 16  # a unit is then a fiftieth of a point at most, finer than print
_GLYPH_MOVE = re.compile(r"translate\((-?[\d.]+)(?: 0)?\)")
_AROUND_COMMAND = re.compile(r"\s*([A-Za-z])\s*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NEVER_NEEDED = {"stroke-miterlimit": "100000", "stroke-linecap": "butt", "stroke-linejoin": "round", "opacity": "1"}

ElementTree.register_namespace("", _SVG)


def tidy(source: str) -> str:
    """The SVG of `source` as described above; the same bytes for the same input."""
    root = ElementTree.fromstring(source)
    _drop(root, {"metadata", "style"})
    for element in root.iter():
        _use_attributes(element)
        _round_numbers(element)
    _shorten_ids(root)
    _unwrap(root)
    # What matplotlib puts into a style sheet of its own is inherited just as well.
    root.set("stroke-linejoin", "round")
    root.insert(0, _dark_style(root))
    root.attrib.pop("version", None)
    for element in root.iter():
        element.tail = None
        element.text = element.text if element.tag == f"{{{_SVG}}}style" else None
    # Single quotes need no escape in a data address; no attribute and no text of a chart holds a quotation mark.
    return ElementTree.tostring(root, encoding="unicode").replace('"', "'").replace(" />", "/>")


def _drop(element: ElementTree.Element, names: set[str]) -> None:
    for child in list(element):
        if child.tag.rpartition("}")[2] in names:
            element.remove(child)
        else:
            _drop(child, names)


def _use_attributes(element: ElementTree.Element) -> None:
    """Turn ``style="fill: #123456"`` into ``fill="#123456"``."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = map(str.strip, declaration.partition(":"))
        if name and _NEVER_NEEDED.get(name) != value:
            element.set(name, value)


def _visible(element: ElementTree.Element) -> bool:
    """Whether a path leaves any mark: matplotlib draws the frames of figures and axes with neither fill nor stroke."""
    return element.get("fill") != "none" or "stroke" in element.attrib or len(element) > 0


def _round_numbers(element: ElementTree.Element) -> None:
    """Keep two decimals, a hundredth of a point; a scale, which multiplies what it holds, keeps all of its own."""
    for name, value in element.attrib.items():
        if name != "id" and "#" not in value and "scale" not in value:
            element.set(name, _NUMBER.sub(lambda found: _short(found[0]), value))
    if "d" in element.attrib and element.get("transform") == _OUTLINE_SCALE:
        element.set("transform", f"scale({0.015625 * _COARSER:g})")
        element.set("d", _INTEGER.sub(lambda found: str(round(int(found[0]) / _COARSER)), element.attrib["d"]))
    if "d" in element.attrib:
        element.set("d", _AROUND_COMMAND.sub(r"\1", element.attrib["d"]))


def _short(number: str) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0"


def _shorten_ids(root: ElementTree.Element) -> None:
    """Keep only ids that are referred to, numbered in order: the picture stands in a document of its own."""
    used = set()
    for element in root.iter():
        if _HREF in element.attrib:
            used.add(element.attrib[_HREF][1:])
        for value in element.attrib.values():
            used.update(_REFERENCE.findall(value))
    names: dict[str, str] = {}
    for element in root.iter():
        name = element.attrib.pop("id", None)
        if name in used:
            element.set("id", names.setdefault(name, f"i{len(names):x}"))
    for element in root.iter():
        if _HREF in element.attrib:
            element.set("href", "#" + names[element.attrib.pop(_HREF)[1:]])
            move = _GLYPH_MOVE.fullmatch(element.get("transform", ""))
            if move:
                del element.attrib["transform"]
                element.set("x", f"{float(move[1]):.0f}")  # hundredths of the size of the face
        for attribute, value in list(element.attrib.items()):
            element.set(attribute, _REFERENCE.sub(lambda found: f"url(#{names[found[1]]})", value))


def _unwrap(element: ElementTree.Element) -> None:
    """Put the children of groups without any attribute in the groups' place, and drop what leaves no mark."""
    children = []
    for child in list(element):
        _unwrap(child)
        bare = child.tag == f"{{{_SVG}}}g" and not child.attrib
        children += list(child) if bare else [child]
    element[:] = [child for child in children if (len(child) or child.attrib) and _visible(child)]


def _dark_style(root: ElementTree.Element) -> ElementTree.Element:
    """A style sheet that gives every colour its dark counterpart on a dark screen, never on paper."""
    colours = {(name, element.get(name)) for element in root.iter() for name in ("fill", "stroke") if element.get(name)}
    rules = [
        f'[{name}="{colour}"]{{{name}:{dark(colour)}}}'
        for name, colour in sorted(colours)
        if _COLOUR.fullmatch(colour) and dark(colour) != colour
    ]
    style = ElementTree.Element(f"{{{_SVG}}}style")
    style.text = f"@media screen and (prefers-color-scheme:dark){{{''.join(rules)}}}"
    return style
