"""The style sheet of a page: what all faces share as variables, the fonts it is set in, then the rules of its own."""

import re
from functools import cache
from pathlib import Path

from communique.document import paper
from communique.document.faces.webfonts import NAMES, font_faces
from communique.document.look import COLOURS, DARK, FAMILIES, LIGHT, SIZES, SPACES, rem

TEMPLATES = Path(__file__).parent / "templates"
_INSTEAD = {  # what stands for a face where a page holds no characters of it
    "serif": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif',
    "sans": 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
    "mono": 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
    "arabic": '"Noto Naskh Arabic", "Geeza Pro", "Segoe UI", Tahoma, sans-serif',
    "hebrew": '"Noto Sans Hebrew", "Segoe UI", Tahoma, sans-serif',
}
_PAGE_NUMBER = '"Page " counter(page) " of " counter(pages)'


def page_sheet(shown: frozenset[str], *more: str) -> str:
    """The sheet of a page that shows these characters: ``page.css`` and further ones by name."""
    return "".join([font_faces(shown), variables(), *map(stylesheet, ("page.css", *more)), on_paper()])


@cache
def variables() -> str:
    """Colours twice, by light and in the dark; faces, sizes and spaces."""
    faces = {
        name: ", ".join([*([f'"{NAMES[name]}"'] if name in NAMES else []), f'"{family}"', _INSTEAD[name]])
        for name, family in FAMILIES.items()
    }
    told = {
        **LIGHT,
        **faces,
        **{f"size-{name}": rem(points) for name, points in SIZES.items()},
        **{f"space-{name}": rem(points) for name, points in SPACES.items()},
    }
    by_light = "".join(f"--{name}:{value};" for name, value in told.items())
    in_the_dark = "".join(f"--{name}:{DARK[name]};" for name in COLOURS)
    return (
        f":root{{color-scheme:light dark;{by_light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{in_the_dark}}}}}\n"
    )


@cache
def on_paper() -> str:
    """What makes a print-out of the page the size of the faces on paper, on their sheet, with their page numbers."""
    root = SIZES["text"] * 16 / 17
    number = f'font:{SIZES["small"]}pt "{NAMES["sans"]}",sans-serif;color:{LIGHT["quiet"]}'
    return (
        f"@media print{{html{{font-size:{root:.4g}pt}}}}\n"
        f"@page{{size:{paper.SIZE};margin:{paper.TOP}mm {paper.MARGIN}mm {paper.BOTTOM}mm;"
        f"@bottom-right{{content:{_PAGE_NUMBER};{number}}}}}\n"
    )


@cache
def stylesheet(name: str) -> str:
    """A style sheet of ours, without the comments and indents that only its authors read."""
    css = re.sub(r"/\*.*?\*/", "", (TEMPLATES / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    return "".join(f"{line}\n" for line in map(str.strip, css.splitlines()) if line)
