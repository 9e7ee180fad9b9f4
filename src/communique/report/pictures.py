"""Pictures that may stand in a report: drawings that fetch and run nothing, and intact images."""

from base64 import b64decode
from binascii import Error as BadBase64
from dataclasses import replace

from lxml import etree

from communique.document import Figure
from communique.errors import RenderingError

_BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_UNWELCOME = {"script", "foreignObject", "iframe", "audio", "video", "a", "animate", "set", "handler"}


def checked(figure: Figure) -> Figure:
    """The figure, its drawing without prolog and metadata; raises `RenderingError` for a picture that is not what it says."""
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
    """The drawing's source; raises `RenderingError` where it is no SVG, or could run or fetch something."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RenderingError(f"figure.data: not an SVG drawing: {error}") from None
    if etree.QName(root).localname != "svg":
        raise RenderingError(f"figure.data: not an SVG drawing but <{etree.QName(root).localname}>")
    for element in root.iter():
        _refuse_unwelcome(element)
    for metadata in root.findall("{*}metadata"):
        root.remove(metadata)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _refuse_unwelcome(element: etree._Element) -> None:
    """Raise `RenderingError` for an element or attribute that could run or fetch something."""
    if not isinstance(element.tag, str):
        raise RenderingError("figure.data: the drawing uses entities")
    name = etree.QName(element).localname
    if name in _UNWELCOME:
        raise RenderingError(f"figure.data: the drawing holds <{name}>")
    for attribute, value in element.attrib.items():
        called = etree.QName(attribute).localname
        if called.startswith("on") or (
            called in ("href", "src") and not value.strip().startswith(("#", "data:image/"))
        ):
            raise RenderingError(f'figure.data: the drawing holds {called}="{value[:60]}"')
