"""The faces of a document: the forms it takes for those who read it, all made from the same blocks.

`FACES` is the one list of them. A new face is a module here with a function that makes it, a row in the list, and its
exporter in `communique.document.notebook.exporters`; builds, front page and messages follow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from inspect import signature
from pkgutil import resolve_name
from typing import Any

from communique.document.blocks import Block


@dataclass(frozen=True)
class Face:
    """One form of a document.

    `maker` names the function that makes it of blocks and settings, `inspector` one that lists what is wrong with what
    was made, `guard` one that tells of a file whether somebody has edited it since; all as ``module:function``,
    imported when first needed, since a face may take long to import.
    """

    label: str  # what readers call it
    suffix: str  # of its file
    media_type: str
    maker: str
    inspector: str = ""
    guard: str = ""

    def made(self, blocks: Iterable[Block], settings: Mapping[str, Any]) -> str | bytes:
        """The document in this form; of the settings it takes those its maker has use for."""
        make = resolve_name(self.maker)
        taken = signature(make).parameters
        return make(blocks, **{name: value for name, value in settings.items() if name in taken})

    def faults(self, made: str | bytes) -> list[str]:
        """What somebody could not read in a document that was made in this form; empty where there is nothing."""
        return resolve_name(self.inspector)(made) if self.inspector else []

    def is_edited(self, content: bytes) -> bool:
        """Whether a file of this form holds somebody's own work; never for a form that is not made to be edited."""
        return bool(self.guard) and resolve_name(self.guard)(content)


FACES = {
    "html": Face(
        "HTML",
        ".html",
        "text/html",
        "communique.document.faces.html:page",
        inspector="communique.document.accessibility:page_faults",
    ),
    "pdf": Face("PDF", ".pdf", "application/pdf", "communique.document.faces.pdf:document"),
    "docx": Face(
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "communique.document.faces.docx:document",
        guard="communique.document.faces.docx.file:is_edited",
    ),
}
