"""The PDF face: a tagged document (PDF/UA-1 and PDF/A-2a) that Typst lays out with the bundled fonts alone."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path
from typing import Any

from communique.document import paper
from communique.document.arrange import Arranged, arrange, every_block
from communique.document.blocks import Block
from communique.document.faces.glyphs import FONTS, covered
from communique.document.faces.html import ARROWS
from communique.errors import RenderingError

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
STANDARDS = ["ua-1", "a-2a"]
UNDESCRIBED = "This figure has no description."
_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_AS_GIVEN = {"paper", "id", "target", "url", "data", "back", "colour", "kind", "media_type"}  # no reader sees these


def document(
    blocks: Iterable[Block],
    *,
    date: date | datetime,
    title: str = "",
    language: str = "en",
    description: str = "",
    running_head: str = "",
    colophon: str = "Made with Communiqué.",
) -> bytes:
    """The blocks as a PDF file.

    `date` is the document's date of creation: the same blocks and date make the same bytes. `title`, `description`
    and `running_head` (the line over every page but the first) are the front's where they are not given.
    Raises `RenderingError` where Typst refuses the document or warns of anything in it.
    """
    arranged = arrange(blocks)
    front = arranged.front or {}
    title = title or front.get("title", "") or "Report"
    settings = {
        "title": title,
        "author": "Communiqué",
        "description": description or front.get("headline", ""),
        "language": language.partition("-")[0],
        "region": language.partition("-")[2] or None,
        "running_head": running_head or title,
        "colophon": colophon,
        "date": [date.year, date.month, date.day],
        "paper": paper.SIZE,
        "margin": paper.MARGIN,
    }
    files: dict[str, bytes] = {"main": TEMPLATE.read_bytes()}
    told = {
        "settings": settings,
        "front": arranged.front,
        "contents": arranged.contents,
        "blocks": _laid_out(arranged, files),
    }
    files["document.json"] = json.dumps(_shown(told), ensure_ascii=False).encode()
    return _compiled(files, date)


def _compiled(files: dict[str, bytes], created: date | datetime) -> bytes:
    """The PDF that Typst makes of `files`; what it warns of is an error."""
    import typst

    if not isinstance(created, datetime):
        created = datetime.combine(created, time(12))
    if created.tzinfo is None:
        created = created.replace(tzinfo=UTC)
    try:
        made, warnings = typst.compile_with_warnings(
            files,
            format="pdf",
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=created,
        )
    except typst.TypstError as error:
        raise RenderingError(f"PDF: {_told(error)}") from error
    if warnings:
        raise RenderingError("PDF: " + "; ".join(map(_told, warnings)))
    return made


def _told(complaint: Any) -> str:
    """What Typst complains of, with its hints, on one line."""
    return "; ".join([complaint.message, *complaint.hints])


def _laid_out(arranged: Arranged, files: dict[str, bytes]) -> list[dict[str, Any]]:
    """The blocks with what only this face needs; pictures are put into `files`."""
    for block in every_block(arranged.blocks):
        if block["kind"] == "figure":
            name = f"figure-{len(files)}.{_SUFFIXES[block['media_type']]}"
            is_drawn = block["media_type"] == "image/svg+xml"
            files[name] = covered(block["data"]).encode() if is_drawn else b64decode(block["data"])
            block |= {"file": name, "data": "", "wide": is_drawn, "alt": block["alt"].strip() or UNDESCRIBED}
        elif block["kind"] == "table":
            _lay_out_table(block)
        elif block["kind"] == "statement":
            block["breakable"] = len(_words(block["content"])) > 900
        elif block["kind"] == "cards":
            for card in block["items"]:
                card |= {"arrow": ARROWS[card["arrow"]], "stage": card["stage"][:1].upper() + card["stage"][1:]}
    return arranged.blocks


def _lay_out_table(table: dict[str, Any]) -> None:
    """Give columns their shares of the width, and say what may run over a page: long tables, and in them long cells.

    A column of short texts, and the keyword of a concordance, is as wide as its longest.
    """
    words = [[_words(cell) for cell in row] for row in table["rows"]]
    for place, column in enumerate(table["columns"]):
        longest = max((len(row[place]) for row in words), default=0)
        column["share"] = column["width"] or (0 if longest <= 24 else min(longest, 120) / 24)
        if table["role"] == "concordance" and column["align"] == "center":
            column["share"] = 0
    table["breakable"] = len(words) > 12 or sum(map(len, chain(*words))) > 1500
    table["rows"] = [
        [
            {"content": cell, "breakable": len(_words(cell)) > 700, "heads": place == 0 and table["row_header"]}
            for place, cell in enumerate(row)
        ]
        for row in table["rows"]
    ]


def _words(cell: list[dict[str, Any]]) -> str:
    """The text of a cell."""
    return "".join(run["text"] for inline in cell for run in inline.get("runs", []))


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
