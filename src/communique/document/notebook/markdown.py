"""Markdown into blocks: text that a person wrote in a notebook, read by mistune and never passed through as HTML."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Any

from communique.document.blocks import (
    Block,
    Break,
    Code,
    Column,
    Figure,
    Footnote,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Quote,
    Reference,
    Rule,
    Table,
    Text,
)
from communique.document.legible import web_address

STYLES = {"strong": "strong", "emphasis": "emphasis", "strikethrough": "strike"}
_CAPTION = re.compile(r"Table:\s+")
_DATA = re.compile(r"data:(image/(?:svg\+xml|png|jpeg));base64,(.*)", re.DOTALL)

Attachments = Mapping[str, Mapping[str, str]]


def read_markdown(source: str, *, attachments: Attachments | None = None) -> list[Block]:
    """The blocks that a Markdown text describes.

    Understood besides plain Markdown: tables, footnotes (which do not clash with those of other texts), strikethrough
    and bare web addresses. A table's caption is the paragraph just before it that begins with ``Table:``. Raw HTML
    shows as its characters. Pictures are those of `attachments` (name to media type to base64) or written out as
    ``data:`` addresses; any other leaves its words and its address.
    """
    tree = _parser()(source)
    return _MarkdownReader(tree, attachments or {}).blocks(tree)


@cache
def _parser() -> Any:
    import mistune

    return mistune.create_markdown(renderer=None, plugins=["table", "footnotes", "strikethrough", "url"])


class _MarkdownReader:
    """Reads the tree of one text; knows its footnotes and attachments."""

    def __init__(self, tree: Iterable[dict[str, Any]], attachments: Attachments):
        self.attachments = attachments
        self.notes = {
            item["attrs"]["key"]: item["children"]
            for token in tree
            if token["type"] == "footnotes"
            for item in token["children"]
        }

    # --- blocks ---------------------------------------------------------------------------------------------------

    def blocks(self, tokens: Iterable[dict[str, Any]]) -> list[Block]:
        """The blocks of a stretch of tokens; a paragraph that captions a table becomes its caption."""
        blocks: list[Block] = []
        for token in tokens:
            for block in self.block(token):
                if isinstance(block, Table) and blocks and _is_caption(blocks[-1]):
                    block = replace(block, caption=_without_mark(blocks.pop()))
                blocks.append(block)
        return blocks

    def block(self, token: dict[str, Any]) -> list[Block]:
        """What one token stands for: mostly one block, several for a paragraph that holds pictures."""
        match token["type"]:
            case "heading":
                return [Heading(token["attrs"]["level"], self.inlines(token["children"]))]
            case "paragraph" | "block_text":
                return self.paragraphs(token["children"])
            case "list":
                items = tuple(tuple(self.blocks(item["children"])) for item in token["children"])
                return [Listing(items, ordered=token["attrs"]["ordered"])]
            case "block_quote":
                return [Quote(tuple(self.blocks(token["children"])))]
            case "block_code":
                return [Code(token["raw"].rstrip("\n"))]
            case "block_html":
                return [Code(token["raw"].rstrip("\n"))]
            case "thematic_break":
                return [Rule()]
            case "table":
                return [self.table(token)]
        return []

    def paragraphs(self, tokens: Iterable[dict[str, Any]]) -> list[Block]:
        """The text of a paragraph, cut where pictures stand in it."""
        parts: list[list[Any]] = [[]]
        for token in tokens:
            figure = self.picture(token) if token["type"] == "image" else None
            if figure:
                parts += [figure, []]
            else:
                parts[-1].append(token)
        shown = [part if isinstance(part, Figure) else Paragraph(_trimmed(self.inlines(part))) for part in parts]
        return [block for block in shown if isinstance(block, Figure) or block.content]

    def table(self, token: dict[str, Any]) -> Table:
        """A table without a caption; nothing says whether its first column heads the rows, so it does not."""
        head, *bodies = token["children"]
        columns = tuple(
            Column(
                "".join(each.text for each in self.inlines(cell["children"]) if hasattr(each, "text")),
                cell["attrs"]["align"] or "left",
            )
            for cell in head["children"]
        )
        rows = [
            [self.inlines(cell["children"]) for cell in row["children"]] for body in bodies for row in body["children"]
        ]
        return Table((), columns, rows, row_header=False)

    def picture(self, token: dict[str, Any]) -> Figure | None:
        """The figure an image stands for, None where its picture is not part of the notebook."""
        url, alt = token["attrs"]["url"], _plain(token["children"])
        if found := _DATA.fullmatch(url):
            return Figure(found[2], found[1], alt)
        bundle = self.attachments.get(url.removeprefix("attachment:"), {})
        return next(
            (Figure(data, kind, alt) for kind, data in bundle.items() if kind in ("image/png", "image/jpeg")), None
        )

    # --- inlines --------------------------------------------------------------------------------------------------

    def inlines(self, tokens: Iterable[dict[str, Any]], style: str = "") -> tuple[Inline, ...]:
        """The inlines of a stretch of tokens, in `style` where they have none of their own."""
        return tuple(inline for token in tokens for inline in self.inline(token, style))

    def inline(self, token: dict[str, Any], style: str) -> tuple[Inline, ...]:
        """What one token stands for."""
        match token["type"]:
            case "text":
                return (Text(unescape(token["raw"]), style),) if token["raw"] else ()
            case "codespan":
                return (Text(token["raw"], "code"),)
            case "inline_html":
                return (Text(token["raw"], style),)
            case "softbreak":
                return (Text(" ", style),)
            case "linebreak":
                return (Break(),)
            case "link":
                return (_link(_plain(token["children"]), token["attrs"]["url"]),)
            case "image":
                return (_link(_plain(token["children"]), token["attrs"]["url"]),)
            case "footnote_ref":
                return (Footnote(self.note(token["raw"])),)
        return self.inlines(token.get("children", ()), STYLES.get(token["type"], style))

    def note(self, key: str) -> tuple[Inline, ...]:
        """The text of a footnote, its paragraphs divided by line breaks; a note within a note is left out."""
        paragraphs = self.notes.pop(key, [])
        content = [(Break(), *self.inlines(each.get("children", ()))) for each in paragraphs]
        self.notes[key] = paragraphs
        return tuple(inline for part in content for inline in part)[1:]


def _link(text: str, url: str) -> Inline:
    """A link; one to a place in the document is a reference to it."""
    if url.startswith("#"):
        return Reference(url[1:], text)
    return Link(text, url) if web_address(url) or text != url else Text(text)


def _plain(tokens: Iterable[dict[str, Any]]) -> str:
    """The text of tokens without their styles."""
    return "".join(
        unescape(each.get("raw", "")) if "raw" in each else _plain(each.get("children", ())) for each in tokens
    )


def _trimmed(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines without white space and breaks at their ends, as a picture cut out of a paragraph leaves them."""
    blank = [isinstance(each, Break) or (isinstance(each, Text) and not each.text.strip()) for each in content]
    kept = [place for place, is_blank in enumerate(blank) if not is_blank]
    return content[kept[0] : kept[-1] + 1] if kept else ()


def _is_caption(block: Block) -> bool:
    first = block.content[0] if isinstance(block, Paragraph) else None
    return isinstance(first, Text) and bool(_CAPTION.match(first.text))


def _without_mark(block: Block) -> tuple[Inline, ...]:
    first, *rest = block.content
    return (Text(_CAPTION.sub("", first.text, count=1), first.style), *rest)
