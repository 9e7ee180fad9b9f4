"""Elements of WordprocessingML, and lengths in the units it counts in."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # of lxml
TWIPS = 20  # to a point
HALVES = 2  # half-points to a point
EMU = 12700  # to a point
MILLIMETRE = 72 / 25.4  # in points


def made(tag: str, *children: Element | None, **attributes: object) -> Element:
    """The element ``w:tag`` with attributes of the same namespace, and with those of `children` that are there."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def paragraph(
    style: str,
    content: Iterable[Element],
    *,
    keep: bool = False,
    number: tuple[int, int] | None = None,
    before: float | None = None,
    indent: tuple[float, float] | None = None,
    align: str = "",
) -> Element:
    """A paragraph in a style.

    `keep` keeps it on the page of the next; `number` is its list and its level there; `before` the space above it,
    and `indent` its indent and how far the first line hangs out of that, all three in points and the style's own where
    not given.
    """
    properties = made(
        "pPr",
        made("pStyle", val=style),
        made("keepNext") if keep else None,
        made("numPr", made("ilvl", val=number[1]), made("numId", val=number[0])) if number else None,
        made("spacing", before=round(before * TWIPS)) if before is not None else None,
        made("ind", left=round(indent[0] * TWIPS), hanging=round(indent[1] * TWIPS)) if indent else None,
        made("jc", val=align) if align else None,
    )
    return made("p", properties, *content)


def text_run(text: str, *properties: Element | None, style: str = "") -> Element:
    """A run of text in a character style, with `properties` of its own in the order the schema asks for."""
    told = [made("rStyle", val=style) if style else None, *properties]
    held = made("t")
    held.text = text
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made("r", made("rPr", *told) if any(each is not None for each in told) else None, held)


def field(instruction: str, shown: str) -> Element:
    """A field that Word works out, e.g. ``PAGE``, showing `shown` until it has; never made of data."""
    return made("fldSimple", text_run(shown), instr=f" {instruction} ")


def renewed(element: Element, children: Sequence[Element]) -> None:
    """Put `children` in the place of all that an element holds."""
    for child in list(element):
        element.remove(child)
    element.extend(children)
