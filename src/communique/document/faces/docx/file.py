"""A document of python-docx as the bytes of a file, the same each time."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file can tell


def packed(document: Any) -> bytes:
    """The file: its parts in the order they are saved in, none with the time of its making."""
    saved, told = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(told, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name, _WHEN)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            target.writestr(part, source.read(name))
    return told.getvalue()
