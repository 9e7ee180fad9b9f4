"""House style: one look for every chart, put on for a chart and taken off again."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure

from communique.document import look, paper

WIDTH = paper.TEXT_WIDTH / 25.4  # inches, so that letters are printed in the size they are drawn in
FAMILIES = (*(look.FAMILIES[name] for name in ("sans", "arabic", "hebrew")), "DejaVu Sans")


@contextmanager
def house_style() -> Iterator[None]:
    """Look of Communiqué's charts within a ``with`` block or, as a decorator, a function; restored afterwards."""
    with matplotlib.rc_context({**_settings(), "font.family": list(_families())}):
        yield


def canvas(height: float, *, width: float = WIDTH) -> Figure:
    """An empty figure of a report's width; `height` and `width` in inches.

    It is kept out of pyplot, so that a notebook neither shows it twice nor has to close it.
    """
    return Figure(figsize=(width, height), layout="constrained")


@cache
def _settings() -> dict[str, object]:
    with as_file(files("communique.charts.style") / "house.mplstyle") as path:
        return dict(matplotlib.rc_params_from_file(path, use_default_template=False))


@cache
def _families() -> tuple[str, ...]:
    """Families of the report's own fonts, where they are bundled; DejaVu Sans comes with matplotlib."""
    folder = files("communique.document.faces") / "fonts"
    bundled = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    for name in bundled:
        if name.endswith((".ttf", ".otf")):
            with as_file(folder / name) as path:
                font_manager.fontManager.addfont(path)
    known = set(font_manager.fontManager.get_font_names())
    return tuple(family for family in FAMILIES if family in known)
