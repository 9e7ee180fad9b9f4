"""The HTML face: one self-contained page without scripts or requests, or a fragment for a notebook's cell."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from communique.document.arrange import Arranged, arrange, every_block
from communique.document.blocks import Block
from communique.document.faces.sheet import TEMPLATES, page_sheet, stylesheet
from communique.document.faces.webfonts import characters

_LOOKS = {  # a drawing fills the column; a picture that knows nothing of a dark page keeps its white paper
    "drawn": lambda figure: figure["media_type"] == "image/svg+xml",
    "on-paper": lambda figure: "prefers-color-scheme" not in figure["data"],
}
_PLAIN = "/:;=,()+-.!*~@$'"  # characters that stand for themselves in a data address and in an attribute
ARROWS = {"up": "↑", "level": "→", "down": "↓", "mixed": "↕", "none": ""}


def page(
    blocks: Iterable[Block],
    *,
    title: str = "",
    language: str = "en",
    description: str = "",
    colophon: str = "Made with Communiqué.",
    keywords: str = "",
) -> str:
    """A complete HTML page of the blocks.

    `title` is for the window and search engines; without one it is the front's. `description` and `colophon` are
    plain text: what the page is about, and what stands at its very foot. `keywords` are for programs.
    """
    document = _ready(arrange(blocks))
    front = document.front or {}
    told = [front, document.contents, document.blocks, document.notes]
    style = page_sheet(characters([*told, title, description, colophon])) + "".join(_rules(document))
    return _render(
        "index.html.j2",
        document,
        style=Markup(style),
        title=title or front.get("title", "") or "Report",
        description=description or front.get("headline", ""),
        language=language,
        colophon=colophon,
        keywords=keywords,
        style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
    )


def fragment(blocks: Iterable[Block]) -> str:
    """The blocks as HTML for the output of one cell, with as much style of its own as they need."""
    document = _ready(arrange(blocks, partial=True))
    body = _render("fragment.html.j2", document, partial=True)
    rules = [*_needed(stylesheet("fragment.css"), body), *_rules(document)]
    return f"<style>{''.join(rules)}</style>{body}" if rules else body


def _needed(css: str, body: str) -> Iterator[str]:
    """Yield the rules of a style sheet, one a line, whose classes and elements occur in `body`."""
    occurring = set(re.findall(r"[\w-]+", " ".join(re.findall(r'<\w+|class="[^"]*"', body))))
    for rule in css.splitlines():
        selectors = rule.partition("{")[0].split(",")
        if any(occurring.issuperset(re.findall(r"[\w-]+", selector)) for selector in selectors):
            yield rule


def _render(template: str, document: Arranged, *, partial: bool = False, **values: str) -> str:
    context = {"document": document, "partial": partial, "arrows": ARROWS}
    return environment().get_template(template).render(context | values)


@cache
def environment() -> Environment:
    """What renders our templates: every value is escaped, and a missing one is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _ready(document: Arranged) -> Arranged:
    """The document, its pictures with their data addresses, its tables with their names and columns' shares."""
    for block in every_block(document.blocks):
        if block["kind"] == "figure":
            block["address"] = data_address(block["media_type"], block["data"])
            block["narrow"] = block["narrow"] and data_address(block["media_type"], block["narrow"])
            block["look"] = " ".join(name for name, applies in _LOOKS.items() if applies(block))
        elif block["kind"] == "table":
            block["label"] = "".join(run["text"] for each in block["caption"] for run in each.get("runs", []))
            total = sum(column["width"] for column in block["columns"])
            for column in block["columns"]:
                column["share"] = round(100 * column["width"] / total) if total else 0
    return document


def _rules(document: Arranged) -> Iterator[str]:
    """Rules for what no style attribute may say: colours of swatches and widths of columns."""
    for colour in document.colours:
        yield f".side-{colour[1:]}{{background:{colour}}}"
    tables = [block for block in every_block(document.blocks) if block["kind"] == "table"]
    for share in sorted({column["share"] for table in tables for column in table["columns"]} - {0}):
        yield f".share-{share}{{width:{share}%}}"


def data_address(media_type: str, data: str) -> Markup:
    """A picture as an address that holds it, for an attribute in double quotes.

    SVG is percent-encoded, which is shorter than base64; its single quotes and commas, of which there are thousands,
    are not.
    """
    if media_type != "image/svg+xml":
        return Markup("data:{};base64,{}").format(media_type, "".join(data.split()))
    return Markup(f"data:{media_type},{quote(' '.join(data.split()), safe=_PLAIN)}")
