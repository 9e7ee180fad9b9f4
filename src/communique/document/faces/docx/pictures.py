"""Pictures as Word shows them: PNG, placed in the text with the words that stand for them.

Drawings are rendered by Typst, which every report needs in any case: offline, with the bundled fonts, to the same
bytes each time. Word could show the SVG itself, but not each Word does, and none says what it makes of the rules for
dark pages that our drawings hold; a PNG looks the same in all.
"""

from base64 import b64decode
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline

from communique.document import paper
from communique.document.faces.docx.markup import EMU, MILLIMETRE, Element, made
from communique.document.faces.glyphs import covered
from communique.document.faces.typesetting import typeset
from communique.errors import RenderingError

RESOLUTION = 220  # dots to the inch, as Word itself keeps of pictures for print
TEXT_WIDTH = paper.TEXT_WIDTH * MILLIMETRE
_HIGHEST = (paper.TEXT_HEIGHT - 30) * MILLIMETRE  # so that the caption stands under the picture
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def rendered(drawings: Mapping[str, tuple[str, float]]) -> dict[str, bytes]:
    """Drawings as PNG, by the same names; of each its SVG and its width in points are given."""
    if not drawings:
        return {}
    lines = ["#set page(width: auto, height: auto, margin: 0pt)"]
    files = {}
    for place, (svg, width) in enumerate(drawings.values()):
        files[f"{place}.svg"] = covered(svg).encode()
        lines.append(f'#page(image("{place}.svg", width: {width}pt))')
    files["main"] = "\n".join(lines).encode()
    made = typeset(files, label="Word", format="png", ppi=RESOLUTION)
    return dict(zip(drawings, [made] if isinstance(made, bytes) else made, strict=True))


class Pictures:
    """The pictures of one document, each placed under a number of its own."""

    def __init__(self, drawings: Mapping[str, tuple[str, float]]):
        self.widths = {name: width for name, (_, width) in drawings.items()}
        self.rendered = rendered(drawings)
        self.numbers = count(1)

    def drawn(self, part: Any, name: str, *, alt: str = "") -> Element:
        """A run with a drawing that was rendered, as wide as it was given; decorative where it has no words."""
        return self._run(part, self.rendered[name], alt, self.widths[name])

    def given(self, part: Any, data: str, *, alt: str = "") -> Element:
        """A run with a picture given in base64, in its own size where the text is as wide."""
        return self._run(part, b64decode(data), alt, None)

    def _run(self, part: Any, content: bytes, alt: str, width: float | None) -> Element:
        try:
            image = Image.from_blob(content)
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError) as error:
            raise RenderingError(f"Word: a picture is damaged ({type(error).__name__})") from error
        width = min(width or image.width.pt, TEXT_WIDTH)
        height = width * image.px_height / image.px_width
        if height > _HIGHEST:
            width, height = width * _HIGHEST / height, _HIGHEST
        key, _ = part.get_or_add_image(BytesIO(content))
        number = next(self.numbers)
        placed = CT_Inline.new_pic_inline(number, key, f"picture-{number}", round(width * EMU), round(height * EMU))
        for side in ("distT", "distB", "distL", "distR"):
            placed.set(side, "0")  # else some programs put room around it
        placed.docPr.set("name", f"Picture {number}")
        placed.docPr.set("descr", alt)
        if not alt:
            placed.docPr.append(parse_xml(_DECORATIVE))
        return made("r", made("drawing", placed))


def swatch(colour: str) -> str:
    """A small square in a colour (``#rrggbb``), as SVG."""
    square = f'<rect width="8" height="8" rx="1" fill="{colour}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{square}</svg>'


def pips(position: int, steps: int, *, filled: str, empty: str) -> str:
    """The steps of a ladder as a row of small boxes, those up to `position` filled, as SVG."""
    boxes = "".join(
        f'<rect x="{13 * step + 0.5}" y="0.5" width="10" height="4.5" stroke="{filled if step < position else empty}" '
        f'stroke-width="0.8" fill="{filled if step < position else "none"}"/>'
        for step in range(steps)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {pips_width(steps)} 5.5">{boxes}</svg>'


def pips_width(steps: int) -> float:
    """The width of a ladder's steps in points."""
    return 13 * steps - 2
