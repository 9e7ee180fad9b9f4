"""Exporters that nbconvert and JupyterLab's menu list: ``Negotiation_report``, and so on for PDF and Word.

Each reads the notebook into blocks and shows them in one of the document's `FACES`. What they read of the notebook's
metadata, all of it optional, stands under ``communique``:

=============== ====================================================================================================
title           title of the document; else the front's, the notebook's own ``title``, or the name of its file
description     what the document is about, in a sentence; else the front's headline
language        language of the text as a BCP 47 code; else ``en``
date            ``YYYY-MM-DD``, the date of creation that PDF and Word tell; else the day of the export
running_head    the line over the pages of PDF and Word; else the title
colophon        the line at the very end
keywords        what programs find in the metadata of HTML and PDF
=============== ====================================================================================================
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from nbconvert.exporters.exporter import Exporter
from traitlets import Bool, default

from communique.document.blocks import Block, Front
from communique.document.faces import FACES
from communique.document.json import MIME_TYPE
from communique.errors import RenderingError

_LONGEST = 80  # characters of a front in a file's name
_SETTINGS = ("title", "description", "language", "running_head", "colophon", "keywords")


class NegotiationReportExporter(Exporter):
    """A notebook as a report in one HTML file."""

    face = FACES["html"]
    export_from_notebook = "Negotiation report"
    output_mimetype = face.media_type

    strict = Bool(
        False,
        help="Refuse a report that not everyone can read (a figure without alt text, say); else warn and show a note.",
    ).tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return self.face.suffix

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[Any, dict[str, Any]]:
        """The report and nbconvert's resources; raises `RenderingError` where it cannot be made, naming the cell."""
        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        resources.pop("outputs", None)  # JupyterLab would zip them, and cannot zip a PDF
        blocks = self._blocks(notebook)
        # JupyterLab names the file by the notebook and this: so that it is told from those of other rounds.
        resources["output_extension"] = _in_a_name(notebook, blocks) + self.file_extension
        return self._shown(blocks, _settings(notebook, resources, blocks)), resources

    def _blocks(self, notebook: Mapping[str, Any]) -> list[Block]:
        """The notebook's blocks, checked: faults stop a strict export and are logged by any other."""
        from communique.document.accessibility import check, faults
        from communique.document.notebook.reading import read

        placed = read(notebook, strict=self.strict)
        if self.strict:
            check(placed)
        for fault in faults(placed):
            self.log.warning("%s", fault)
        return [each.block for each in placed]

    def _shown(self, blocks: list[Block], settings: dict[str, Any]) -> str | bytes:
        """The blocks in the exporter's face; faults in what was made stop a strict export."""
        made = self.face.made(blocks, settings)
        if self.strict and (faults := self.face.faults(made)):
            raise RenderingError(f"{self.face.label}: " + "; ".join(faults))
        return made


class NegotiationReportPDFExporter(NegotiationReportExporter):
    """A notebook as a report in PDF, accessible and archivable (PDF/UA-1, PDF/A-2a)."""

    face = FACES["pdf"]
    export_from_notebook = "Negotiation report (PDF)"
    output_mimetype = face.media_type


class NegotiationReportWordExporter(NegotiationReportExporter):
    """A notebook as a report in Word, to be edited."""

    face = FACES["docx"]
    export_from_notebook = "Negotiation report (Word)"
    output_mimetype = face.media_type


EXPORTERS = {
    "html": NegotiationReportExporter,
    "pdf": NegotiationReportPDFExporter,
    "docx": NegotiationReportWordExporter,
}


def _in_a_name(notebook: Mapping[str, Any], blocks: list[Block]) -> str:
    """What a report's front says it tells of, as part of a file's name; empty where the notebook shows no front."""
    if not any(MIME_TYPE in each.get("data", ()) for cell in notebook["cells"] for each in cell.get("outputs", ())):
        return ""
    fronts = [f"{each.title} {each.notice}" for each in blocks if isinstance(each, Front)]
    told = re.sub(r"[^\w]+", "-", fronts[0].lower() if fronts else "").strip("-")
    return f"-{told[:_LONGEST].strip('-')}" if told else ""


def faces(notebook: Mapping[str, Any], names: Iterable[str]) -> Iterator[Callable[[], bytes]]:
    """Yield for each face what makes it, of a notebook read and checked once; strictly, as an exporter with ``strict``.

    They can be called side by side. `RenderingError` is raised where there is a fault, here or by what is yielded.
    """
    exporters = [EXPORTERS[name](strict=True) for name in names]
    blocks = exporters[0]._blocks(notebook) if exporters else []
    settings = _settings(notebook, {}, blocks)

    def made(exporter: NegotiationReportExporter) -> bytes:
        content = exporter._shown(blocks, settings)
        return content if isinstance(content, bytes) else content.encode("utf-8")

    for exporter in exporters:
        yield partial(made, exporter)


def _settings(notebook: Mapping[str, Any], resources: Mapping[str, Any], blocks: list[Block]) -> dict[str, Any]:
    """What the document is called, dated and marked with, from the notebook's metadata or from what it is about."""
    metadata = notebook.get("metadata", {})
    told = metadata.get("communique", {})
    told = told if isinstance(told, Mapping) else {}
    settings: dict[str, Any] = {
        name: told[name] for name in _SETTINGS if isinstance(told.get(name), str) and told[name]
    }
    if "title" not in settings and not any(isinstance(each, Front) for each in blocks):
        settings["title"] = str(metadata.get("title") or resources.get("metadata", {}).get("name") or "Report")
    return settings | {"date": _day(told.get("date"))}


def _day(told: object) -> date:
    """The date that the metadata tell, today where they tell none; raises `RenderingError` for what is no date."""
    if told is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        raise RenderingError(f'metadata communique.date: "{told}" is no date; write it as YYYY-MM-DD') from None
