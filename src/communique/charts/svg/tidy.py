"""A chart's SVG made small, the same every time, and at home on a light and on a dark page.

matplotlib writes colours as inline styles, every character as a long ``<use>`` and an id on every group. Here styles
become attributes, which a style sheet may override and a strict content security policy lets pass; ids nobody refers
to go, the others become short; numbers keep the digits an eye can see; lettering is written once and used.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, product
from string import ascii_letters
from xml.etree import ElementTree

from communique.charts.style.colours import dark
from communique.charts.svg import lettering
from communique.charts.svg.lettering import HREF, SVG
from communique.charts.svg.strokes import compact, short

_TRANSLATE = re.compile(r"translate\([^)]*\)")
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NEVER_NEEDED = {"stroke-miterlimit": "100000", "stroke-linecap": "butt", "stroke-linejoin": "round", "opacity": "1"}

ElementTree.register_namespace("", SVG)


def tidy(source: str) -> str:
    """The SVG of `source` as described above; the same bytes for the same input."""
    root = ElementTree.fromstring(source)
    _drop(root, {"metadata", "style"})
    for element in root.iter():
        _use_attributes(element)
        _round_numbers(element)
    lettering.share(root)
    _shorten_ids(root)
    _unwrap(root)
    # What matplotlib puts into a style sheet of its own is inherited just as well.
    root.set("stroke-linejoin", "round")
    root.insert(0, _dark_style(root))
    root.attrib.pop("version", None)
    for element in root.iter():
        element.tail = None
        element.text = element.text if element.tag == f"{{{SVG}}}style" else None
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
        if name == "d":
            if element.get("transform") != lettering.OUTLINE_SCALE:
                element.set(name, compact(value))
        elif name == "transform":
            element.set(name, _TRANSLATE.sub(lambda found: _rounded(found[0]), value))
        elif name != "id" and "#" not in value:
            element.set(name, _rounded(value))


def _rounded(text: str) -> str:
    return _NUMBER.sub(lambda found: short(float(found[0])), text)


def _shorten_ids(root: ElementTree.Element) -> None:
    """Keep only ids that are referred to, the shortest for what is used most: the picture is a document of its own."""
    used: Counter[str] = Counter()
    for element in root.iter():
        for name, value in element.attrib.items():
            used.update([value[1:]] if name == HREF else _REFERENCE.findall(value))
    names = dict(zip((name for name, _ in used.most_common()), _short_names(), strict=False))
    for element in root.iter():
        name = element.attrib.pop("id", None)
        if name in names:
            element.set("id", names[name])
        for attribute, value in list(element.attrib.items()):
            if attribute == HREF:
                element.set("href", "#" + names[element.attrib.pop(HREF)[1:]])
            else:
                element.set(attribute, _REFERENCE.sub(lambda found: f"url(#{names[found[1]]})", value))


def _short_names() -> Iterator[str]:
    """Yield names of letters alone, the short ones first."""
    for length in count(1):
        yield from map("".join, product(ascii_letters, repeat=length))


def _unwrap(element: ElementTree.Element) -> None:
    """Put the children of groups without any attribute in the groups' place, and drop what leaves no mark."""
    children = []
    for child in list(element):
        _unwrap(child)
        bare = child.tag == f"{{{SVG}}}g" and not child.attrib
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
    style = ElementTree.Element(f"{{{SVG}}}style")
    style.text = f"@media screen and (prefers-color-scheme:dark){{{''.join(rules)}}}"
    return style
