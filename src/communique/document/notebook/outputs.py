"""What a cell showed, as blocks: our own blocks, pictures, tables, text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from communique.document.blocks import Block, Code, Column, Figure, Paragraph, Table, flatten
from communique.document.json import MIME_TYPE, from_json
from communique.document.notebook.markdown import read_markdown
from communique.document.notebook.pictures import checked

PICTURES = ("image/svg+xml", "image/png", "image/jpeg")
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")


def read_output(output: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[Block]:
    """Yield the blocks of one output of a cell; `described` is the cell's metadata.

    Of the forms in which an output was stored, the first of these is read: our blocks, a picture, a table in HTML,
    Markdown, plain text. Words for a picture (``alt``) and for a table (``caption``) come from the output's metadata
    for that form, from the output's metadata, or from the cell's, in this order. What went to stderr is left out.
    Raises `RenderingError` for a block or picture that is not sound.
    """
    if output["output_type"] == "stream":
        text = _ANSI.sub("", _joined(output["text"])).strip("\n")
        if output.get("name") != "stderr" and text.strip():
            yield Code(text)
        return
    if output["output_type"] in ("display_data", "execute_result"):
        yield from _read_bundle(output.get("data", {}), output.get("metadata", {}), described)


def _read_bundle(
    bundle: Mapping[str, Any], metadata: Mapping[str, Any], described: Mapping[str, Any]
) -> Iterator[Block]:
    """Yield the blocks of the best form in which something was displayed."""
    if MIME_TYPE in bundle:
        yield from _sound(from_json(bundle[MIME_TYPE]))
        return
    for form in PICTURES:
        if form in bundle:
            alt = _told("alt", form, metadata, described)
            caption = _told("caption", form, metadata, described)
            yield checked(
                Figure(_joined(bundle[form]), form, alt, caption, decorative=bool(described.get("decorative")))
            )
            return
    if "text/html" in bundle and (shown := list(read_html(_joined(bundle["text/html"]), metadata, described))):
        yield from shown
    elif "text/markdown" in bundle:
        yield from read_markdown(_joined(bundle["text/markdown"]))
    elif "text/plain" in bundle and (text := _ANSI.sub("", _joined(bundle["text/plain"])).strip("\n")):
        yield Code(text)


def _sound(block: Block) -> Iterator[Block]:
    """Yield the block's parts, each picture among them checked."""
    for part in flatten([block]):
        yield checked(part) if isinstance(part, Figure) else part


def _told(name: str, form: str, metadata: Mapping[str, Any], described: Mapping[str, Any]) -> str:
    """What the metadata say under `name`, the nearest first; empty where none does."""
    nearest = metadata.get(form)
    for told in (nearest if isinstance(nearest, Mapping) else {}, metadata, described):
        if isinstance(told.get(name), str) and told[name].strip():
            return told[name]
    return ""


# --- HTML ---------------------------------------------------------------------------------------------------------


def read_html(source: str, metadata: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[Block]:
    """Yield the tables of a piece of HTML, as pandas writes them; where it holds none, its text as a paragraph."""
    from bs4 import BeautifulSoup

    root = BeautifulSoup(source, "html.parser")
    for unseen in root(["script", "style", "template"]):
        unseen.decompose()
    tables = [table for table in root("table") if not table.find_parent("table")]
    for table in tables:
        yield _read_table(table, _told("caption", "text/html", metadata, described))
    if not tables and (text := _text(root)):
        yield Paragraph(text)


def _read_table(table: Any, caption: str) -> Table:
    """A table of HTML as a `Table`; several head rows are joined by a middle dot, as pandas' levels of columns."""
    lines = [row for row in table("tr") if row.find_parent("table") is table]
    head = [[_text(cell) for cell in _spread(row)] for row in lines if row.find_parent("thead")]
    rows = [_spread(row) for row in lines if not row.find_parent("thead")]
    width = max(map(len, [*head, *rows]), default=0)
    names = [dict.fromkeys(line[place] for line in head if place < len(line)) for place in range(width)]
    texts = [[_text(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    columns = tuple(
        Column(" · ".join(filter(None, name)), _alignment([line[place] for line in texts]))
        for place, name in enumerate(names)
    )
    heads_rows = bool(rows) and all(row and row[0].name == "th" for row in rows)
    return Table(_text(table.caption) if table.caption else caption, columns, texts, row_header=heads_rows)


def _spread(row: Any) -> list[Any]:
    """The cells of a row, one that spans columns as often as it does (and no more than a hundred times)."""
    cells = row(["th", "td"], recursive=False)
    return [cell for cell in cells for _ in range(min(int(_digits(cell.get("colspan"))), 100))]


def _digits(text: str | None) -> str:
    return text if text and text.isdecimal() and text.isascii() else "1"


def _alignment(texts: list[str]) -> str:
    """Right for a column of numbers, left for any other."""
    filled = [text for text in texts if text]
    return "right" if filled and all(re.fullmatch(r"[+\-−]?[\d.,]+\s?%?", text) for text in filled) else "left"


def _text(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join(element.get_text(" ").split())


def _joined(source: object) -> str:
    """Text that a notebook file may hold as one string or as a list of lines."""
    return "".join(map(str, source)) if isinstance(source, list) else str(source)
