"""Typst at work for the faces: files in, pages out, with the bundled fonts alone."""

from collections.abc import Mapping
from typing import Any

from communique.document.faces.glyphs import FONTS
from communique.errors import RenderingError


def typeset(files: Mapping[str, bytes], *, label: str, **options: Any) -> Any:
    """What Typst makes of `files`, of which it begins with ``main``: bytes, or a list of them where pages are pictures.

    `options` are Typst's own. What it refuses, and what it warns of, is a `RenderingError` that begins with `label`.
    """
    import typst

    try:
        made, warnings = typst.compile_with_warnings(
            dict(files), font_paths=[FONTS], ignore_system_fonts=True, **options
        )
    except typst.TypstError as error:
        raise RenderingError(f"{label}: {_told(error)}") from error
    if warnings:
        raise RenderingError(f"{label}: " + "; ".join(map(_told, warnings)))
    return made


def _told(complaint: Any) -> str:
    """What Typst complains of, with its hints, on one line."""
    return "; ".join([complaint.message, *complaint.hints])
