"""Pictures that may stand in a report: drawings that fetch and run nothing, and intact images."""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from dataclasses import replace
from typing import Any

from communique.document.blocks import Figure
from communique.errors import RenderingError

_BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_UNWELCOME = {"a", "animate", "audio", "foreignObject", "handler", "iframe", "script", "set", "video"}
# What may stand before the root: comments, which may hold anything, instructions, and a type without a subset.
_PROLOG = re.compile(r"""\A\ufeff?(?:\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:"[^"]*"|'[^']*'|[^<>"'\[])*>)*""", re.DOTALL)
_ROOT = re.compile(r"<(?:\w+:)?svg\b")
_WITHIN = ("#", "data:")  # how an address begins that leads nowhere else
_ADDRESS = re.compile(r"""url\(\s*["']?\s*([^"')]*)""", re.IGNORECASE)
# What else makes a style sheet fetch; and the backslash, by which any of these can be written otherwise.
_FETCHES = re.compile(r"@import|\b(?:image-set|image|src)\s*\(|\\", re.IGNORECASE)


def checked(figure: Figure) -> Figure:
    """The figure, its drawing from ``<svg`` on.

    Raises `RenderingError` for an image that is not what it says, and for a drawing that could run or fetch anything.
    """
    if figure.media_type == "image/svg+xml":
        return replace(figure, data=_checked_svg(figure.data))
    try:
        beginning = b64decode("".join(figure.data.split()), validate=True)[:8]
    except (BadBase64, ValueError):
        raise RenderingError(f"figure.data: no base64 of {figure.media_type}") from None
    if not beginning.startswith(_BEGINNINGS[figure.media_type]):
        raise RenderingError(f"figure.data: not {figure.media_type}")
    return figure


def _checked_svg(source: str) -> str:
    """The drawing's source without its prolog; raises `RenderingError` where it is no SVG or not a harmless one."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(source)
    except DefusedXmlException:
        raise RenderingError("figure.data: the drawing defines entities") from None
    except (ParseError, ValueError) as error:
        raise RenderingError(f"figure.data: not an SVG drawing: {error}") from None
    if _local(root.tag) != "svg":
        raise RenderingError(f"figure.data: not an SVG drawing but <{_local(root.tag)}>")
    for element in root.iter():
        _refuse_unwelcome(element)
    drawing = _PROLOG.sub("", source, count=1)
    if not _ROOT.match(drawing):
        raise RenderingError("figure.data: the drawing's document type has a subset")
    return drawing


def _refuse_unwelcome(element: Any) -> None:
    """Raise `RenderingError` for an element or attribute that could run or fetch something."""
    if _local(element.tag) in _UNWELCOME:
        raise RenderingError(f"figure.data: the drawing holds <{_local(element.tag)}>")
    for attribute, value in element.attrib.items():
        name, leads_out = _local(attribute), not value.strip().startswith(("#", "data:image/"))
        unwelcome = name.startswith("on") or name == "base" or (name in ("href", "src") and leads_out)
        if unwelcome or _leads_out(value) or (name == "style" and _FETCHES.search(value)):
            raise RenderingError(f'figure.data: the drawing holds {name}="{value[:60]}"')
    if _local(element.tag) == "style":
        css = "".join(element.itertext())
        if found := _leads_out(css) or _FETCHES.search(css):
            raise RenderingError(f"figure.data: the drawing's style holds {css[found.start() :][:60]}")


def _leads_out(value: str) -> re.Match[str] | None:
    """Where a value names an address that is neither in the drawing nor written out in full."""
    addresses = _ADDRESS.finditer(value)
    return next((each for each in addresses if not each[1].lower().startswith(_WITHIN)), None)


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
