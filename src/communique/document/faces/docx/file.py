"""A document of python-docx as the bytes of a file, the same each time; and whether a file still is what was made."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream

from defusedxml.ElementTree import ParseError, fromstring

from communique.document.faces.docx.page import AUTHOR

_PROPERTIES = "docProps/core.xml"
_WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file can tell


def packed(document: Any) -> bytes:
    """The file: its parts in the order they are saved in, none with the time of its making."""
    saved, written = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name, _WHEN)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            target.writestr(part, source.read(name))
    return written.getvalue()


def is_edited(content: bytes) -> bool:
    """Whether a file is other than `packed` made it: whatever saves a document tells of that in its properties."""
    try:
        with ZipFile(BytesIO(content)) as file:
            properties = {each.tag.rpartition("}")[2]: each.text for each in fromstring(file.read(_PROPERTIES))}
    except (BadStream, BadZipFile, EOFError, LookupError, OSError, ParseError, RuntimeError, ValueError):
        return True
    return (properties.get("lastModifiedBy"), properties.get("modified"), properties.get("revision")) != (
        AUTHOR,
        properties.get("created"),
        "1",
    )
