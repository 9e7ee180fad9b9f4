"""The Word face: a document to edit, in styles, with Word's own headings, tables, links and footnotes."""

from collections.abc import Iterable
from datetime import date, datetime

from communique.document.arrange import arrange
from communique.document.blocks import Block
from communique.document.faces.docx.blocks import Body
from communique.document.faces.docx.file import packed
from communique.document.faces.docx.fonts import embed
from communique.document.faces.docx.page import blank
from communique.document.legible import legible

_SPOKEN = {"en": "en-GB"}  # what checks spelling needs a country; ours is the English of the house


def document(
    blocks: Iterable[Block],
    *,
    date: date | datetime,
    title: str = "",
    language: str = "en",
    description: str = "",
    running_head: str = "",
    colophon: str = "Made with Communiqué.",
    keywords: str = "",
) -> bytes:
    """The blocks as a Word file (Office Open XML).

    `date` is when the document says it was made: the same blocks and date make the same bytes. `title`, `description`
    and `running_head` (the line over every page but the first) are the front's where they are not given.
    `keywords`, which are for programs, are left out: a file that is there to be edited does not tell what it was made
    from for long. Raises `RenderingError` where a picture cannot be read or drawn.
    """
    arranged = arrange(blocks)
    front = arranged.front or {}
    title = legible(title) or front.get("title", "") or "Report"
    made = blank(
        title=title,
        description=legible(description) or front.get("headline", ""),
        language=_SPOKEN.get(language, legible(language)),
        running_head=legible(running_head) or title,
        created=date,
    )
    body = Body(made, arranged)
    sheet = made.element.body.sectPr
    for element in body.made(title, legible(colophon)):
        sheet.addprevious(element)
    embed(made, [made.element, body.inlines.notes.part.element])
    return packed(made)
