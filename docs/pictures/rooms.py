"""Draws `rooms.svg`: the rooms of the code on their floors, an arrow from each to those it rests on.

Floors, folders and arrows are read from the code's own imports. Run `python docs/pictures/rooms.py` where a room, or a
way between two, has come or gone; a test compares.
"""

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
PICTURE = Path(__file__).with_suffix(".svg")

sys.path.insert(0, str(ROOT / "tests" / "house"))
from imports import Graph, between_rooms, floors, imports, without_detours  # noqa: E402

GROUND = "small files"
# Where each room stands from left to right, chosen by eye so that few arrows cross and none runs behind a room.
COLUMNS = {
    "cli": 0.6, "lab": 1.6,
    "scan": 0.4, "desk": 1.4, "report": 2.95, "narrative": 4,
    "sources": 0, "facts": 2.75,
    "language": 0, "process": 1, "charts": 3.65,
    "files": 0.55, "measures": 2.15, "document": 3.15,
}  # fmt: skip
WIDE, HIGH = 144, 46  # of a room, in pixels
STEP, RISE = 172, 104  # from column to column, and from floor to floor
MARGIN = 24

Places = dict[str, tuple[float, int]]  # of each room its column and its floor


def rooms() -> tuple[Graph, list[str]]:
    """For each room those it rests on directly, and the small files, which the graph takes for one.

    The doors of the package, ``communique`` itself and its ``__main__``, are no rooms.
    """
    graph = between_rooms(imports(PACKAGE))
    folders = {name for name in graph if (PACKAGE / _short(name)).is_dir()}
    files = [name for name in sorted(graph) if name not in folders | {"communique"} and not graph[name] & folders]
    told = {name: GROUND for name in files} | {name: _short(name) for name in folders}
    drawn = {_short(name): {told[each] for each in graph[name] if each in told} for name in folders}
    return without_detours(drawn | {GROUND: set()}), [_short(name) for name in files]


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def placed(graph: Graph) -> Places:
    """The place of each room: its floor is told by the imports, its column chosen above."""
    return {name: (COLUMNS[name], floor) for name, floor in floors(graph).items() if name != GROUND}


# --- the drawing ----------------------------------------------------------------------------------------------------


def picture() -> str:
    """The drawing as SVG; the same code gives the same text."""
    graph, files = rooms()
    places = placed(graph)
    top = max(floor for _, floor in places.values())
    width, height = 2 * MARGIN + _left(max(COLUMNS.values())) - MARGIN + WIDE, 2 * MARGIN + top * RISE + HIGH
    body = [*_arrows(graph, places, top), *_boxes(places, top), _ground(files, top)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="IBM Plex Sans, Helvetica, Arial, sans-serif" role="img" aria-labelledby="title">',
            f'<title id="title">{escape(_words(graph))}</title>',
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
            '<path d="M0 0L8 4L0 8z" fill="#5b6b7b"/></marker></defs>',
            f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/>',
            *body,
            "</svg>\n",
        ]
    )


def _words(graph: Graph) -> str:
    """What the picture shows, for those who do not see it."""
    told = [f"{name} on {', '.join(sorted(wanted))}" for name, wanted in sorted(graph.items()) if wanted]
    return f"The rooms of the code and what each rests on: {'; '.join(told)}."


def _left(column: float) -> int:
    return MARGIN + round(column * STEP)


def _upper(floor: int, top: int) -> int:
    return MARGIN + (top - floor) * RISE


def _boxes(places: Places, top: int) -> Iterator[str]:
    """Yield each room: its name, and beneath it the folders within."""
    for name, (column, floor) in sorted(places.items()):
        x, y = _left(column), _upper(floor, top)
        inner = sorted(each.name for each in (PACKAGE / name).iterdir() if (each / "__init__.py").is_file())
        yield f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="4" fill="#eef2f6" stroke="#34495e"/>'
        yield _text(name, x + WIDE / 2, y + (20 if inner else 28), "15", "600")
        if inner:
            yield _text(" · ".join(inner), x + WIDE / 2, y + 36, "11.5")


def _ground(files: list[str], top: int) -> str:
    """The small files, on which everything rests."""
    x, y, width = MARGIN, _upper(0, top), _left(max(COLUMNS.values())) - MARGIN + WIDE
    box = f'<rect x="{x}" y="{y}" width="{width}" height="{HIGH}" rx="4" fill="#f7f4ec" stroke="#8a7a52"/>'
    return box + "\n" + _text(" · ".join(files), x + width / 2, y + 28, "14")


def _text(words: str, x: float, y: float, size: str, weight: str = "400") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" text-anchor="middle" fill="#1b2733">'
        f"{escape(words)}</text>"
    )


def _arrows(graph: Graph, places: Places, top: int) -> Iterator[str]:
    """Yield the arrows, from the foot of a room to the head of the one it rests on, side by side where several meet."""
    arrows = [(name, each) for name in sorted(graph) for each in sorted(graph[name])]
    ends = places | {GROUND: (0, 0)}
    for name, each in arrows:
        column, floor = places[name]
        x, y = _left(column) + WIDE / 2, _upper(floor, top) + HIGH
        to_x, to_y = _left(ends[each][0]) + WIDE / 2, _upper(ends[each][1], top)
        if each == GROUND:
            to_x = x
        else:
            x += _aside(each, sorted(graph[name]), places)
            to_x += _aside(name, sorted(other for other in graph if each in graph[other]), places)
        yield (
            f'<line x1="{x:g}" y1="{y}" x2="{to_x:g}" y2="{to_y - 1}" stroke="#5b6b7b" stroke-width="1.4" '
            'marker-end="url(#tip)"/>'
        )


def _aside(name: str, others: list[str], places: Places) -> float:
    """How far from the middle of a room an arrow has its end, so that those that meet there keep apart."""
    across = sorted((each for each in others if each != GROUND), key=lambda each: places[each])
    return 18 * (across.index(name) - (len(across) - 1) / 2)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
