"""The PDF face: a tagged document (PDF/UA-1 and PDF/A-2a) that Typst lays out with the bundled fonts alone."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from communique.document import look, paper
from communique.document.arrange import Arranged, arrange, every_block
from communique.document.blocks import Block
from communique.document.faces.glyphs import covered
from communique.document.faces.layout import UNDESCRIBED, lay_out_cards, lay_out_statement, lay_out_table, words
from communique.document.faces.typesetting import typeset
from communique.document.legible import runs
from communique.errors import RenderingError

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
STANDARDS = ["ua-1", "a-2a"]
COLOPHON = "Made with Communiqué."
_STRING = 30_000  # bytes of UTF-16: PDF/A allows 32,767, and a place to break is put into long words
# No reader sees these.
_AS_GIVEN = {"paper", "keywords", "id", "target", "url", "data", "back", "colour", "kind", "media_type"}


def document(
    blocks: Iterable[Block],
    *,
    date: date | datetime,
    title: str = "",
    language: str = "en",
    description: str = "",
    running_head: str = "",
    colophon: str = COLOPHON,
    keywords: str = "",
) -> bytes:
    """The blocks as a PDF file.

    `date` is the document's date of creation: the same blocks and date make the same bytes. `title`, `description`
    and `running_head` (the line over every page but the first) are the front's where they are not given.
    `keywords` are for programs. Raises `RenderingError` where Typst refuses the document or warns of anything in it.
    """
    told = {
        "title": _held(title),
        "description": _held(description),
        "language": language.partition("-")[0],
        "region": language.partition("-")[2] or None,
        "running_head": running_head or title,
        "colophon": colophon,
        "keywords": keywords,
    }
    return _compiled(_files(blocks, date, told), date)


def pictures(blocks: Iterable[Block], *, date: date | datetime, pages: Iterable[int], ppi: float = 80) -> list[bytes]:
    """Pages of the PDF that the blocks make, by their numbers from 1, as PNG pictures of `ppi` pixels to an inch."""
    files = _files(blocks, date, {"language": "en", "colophon": COLOPHON})
    made = typeset(files, label="Picture", format="png", ppi=ppi)
    shown = made if isinstance(made, list) else [made]
    return [shown[page - 1] for page in pages]


def _files(blocks: Iterable[Block], date: date | datetime, told: Mapping[str, str | None]) -> dict[str, bytes]:
    """What Typst lays the document out from, by name: the template, the document as JSON, its pictures."""
    arranged = arrange(blocks)
    front = arranged.front or {}
    title = front.get("title", "") or "Report"
    of_front = {"title": _held(title), "description": _held(front.get("headline", "")), "running_head": title}
    settings = {
        "author": "Communiqué",
        "date": [date.year, date.month, date.day],
        "paper": paper.SIZE,
        "margin": {"x": paper.MARGIN, "top": paper.TOP, "bottom": paper.BOTTOM},
        "region": None,
        "keywords": "",
        **told,
        **{name: value for name, value in of_front.items() if not told.get(name)},
    }
    files: dict[str, bytes] = {"main": TEMPLATE.read_bytes()}
    page = {
        "settings": settings,
        "look": {
            "colours": look.LIGHT,
            "families": look.FAMILIES,
            "sizes": look.SIZES,
            "spaces": look.SPACES,
        },
        "front": arranged.front,
        "contents": arranged.contents,
        "blocks": _laid_out(arranged, files),
    }
    files["document.json"] = json.dumps(_shown(page), ensure_ascii=False).encode()
    return files


def _compiled(files: dict[str, bytes], created: date | datetime) -> bytes:
    """The PDF that Typst makes of `files`; what it warns of is an error."""
    if not isinstance(created, datetime):
        created = datetime.combine(created, time(12))
    if created.tzinfo is None:
        created = created.replace(tzinfo=UTC)
    return typeset(files, label="PDF", format="pdf", pdf_standards=STANDARDS, timestamp=created)


def _held(text: str) -> str:
    """The text, cut where it is longer than what PDF/A lets a title, a heading or words for a picture be."""
    encoded = text.encode("utf-16-be", "replace")
    return text if len(encoded) <= _STRING else encoded[:_STRING].decode("utf-16-be", "ignore") + "…"


def _laid_out(arranged: Arranged, files: dict[str, bytes]) -> list[dict[str, Any]]:
    """The blocks with what only this face needs; pictures are put into `files`."""
    for block in every_block(arranged.blocks):
        if block["kind"] == "figure":
            name = f"figure-{len(files)}.svg"
            is_drawn = block["media_type"] == "image/svg+xml"
            files[name] = (covered(block["data"]) if is_drawn else _framed(block)).encode()
            block |= {"file": name, "data": "", "wide": is_drawn, "alt": _held(block["alt"].strip()) or UNDESCRIBED}
        elif block["kind"] == "heading":
            said = words(block["content"])
            if (held := _held(said)) != said:
                block["content"] = [{"kind": "text", "style": "", "runs": runs(held)}]
        elif block["kind"] == "table":
            lay_out_table(block)
        elif block["kind"] == "statement":
            lay_out_statement(block)
        elif block["kind"] == "cards":
            lay_out_cards(block)
    return arranged.blocks


def _framed(block: Mapping[str, Any]) -> str:
    """A drawing that holds a picture of pixels, as large as the picture says: Typst takes its files as text alone."""
    from docx.image.image import Image

    data = "".join(block["data"].split())
    try:
        image = Image.from_blob(b64decode(data))
        width, height = image.px_width * 72 / image.horz_dpi, image.px_height * 72 / image.vert_dpi
    except Exception as error:  # whatever a broken picture makes its reader stumble over
        raise RenderingError(
            f"PDF: a picture cannot be read as {block['media_type']} ({type(error).__name__})"
        ) from None
    size = f'width="{width:g}pt" height="{height:g}pt"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {size}><image width="{width:g}" '
        f'height="{height:g}" preserveAspectRatio="none" href="data:{block["media_type"]};base64,{data}"/></svg>'
    )


def _shown(told: Any, name: str = "", longest: int = 40) -> Any:
    """The document with every string a reader sees in characters the fonts hold, and no word too long for its line."""
    if isinstance(told, str):
        return told if name in _AS_GIVEN else _breakable(covered(told), longest)
    if isinstance(told, dict):
        return {key: _shown(value, key, 30 if key == "rows" else longest) for key, value in told.items()}
    if isinstance(told, list):
        return [_shown(each, name, longest) for each in told]
    return told


def _breakable(text: str, longest: int) -> str:
    """The text with a place to break (a zero-width space) wherever a stretch of `longest` characters has none."""
    return re.sub(rf"[^\s\u200b-]{{{longest}}}(?=[^\s\u200b-])", "\\g<0>\u200b", text)
