"""What a report must be so that everyone can read it, checked on its blocks and on the finished page."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from html.parser import HTMLParser

from communique.document.arrange import arrange
from communique.document.blocks import Card, Figure, Front, Heading, Reference, Table, walk
from communique.document.notebook.reading import Placed
from communique.document.plain import plain_inlines
from communique.errors import RenderingError

_CURE = 'give it one: show(plt.gcf(), alt="what it shows", caption="what it finds") in the place of plt.show()'


def check(placed: Iterable[Placed]) -> None:
    """Raise `RenderingError` with all `faults` of a report's blocks, if there are any."""
    if found := faults(placed):
        raise RenderingError("; ".join(found))


def faults(placed: Iterable[Placed]) -> list[str]:
    """What is wrong with the blocks of a report, each with its cell; empty where nothing is.

    Figures need words, tables a caption and a heading over each column, and as many cells in a row; headings begin at
    level 2 and skip none; anchors are unique and references lead to one; there is one `Front`.
    """
    placed = list(placed)
    parts = [(each.place, part) for each in placed for part in walk(each.block)]
    missing = set(arrange(each.block for each in placed).unresolved)
    return [
        *(f"{place}: {fault}" for place, part in parts for fault in _part_faults(part, missing)),
        *_heading_faults(parts),
        *_anchor_faults(parts),
        *_front_faults(parts),
    ]


def _part_faults(part: object, missing: set[str]) -> Iterator[str]:
    """Yield what is wrong with one figure, table, reference or card; `missing` are the targets that do not exist."""
    match part:
        case Figure(alt=alt, decorative=False) if not alt.strip():
            yield f"a figure has no alt text; {_CURE}, or mark it as decorative"
        case Table():
            yield from _table_faults(part)
        case Reference(target=target) | Card(target=target) if target in missing:
            yield f'a reference leads to "{target}", which is nowhere in the report'


def _table_faults(table: Table) -> Iterator[str]:
    """Yield what is wrong with one table."""
    caption = plain_inlines(table.caption).strip()
    name = f'table "{caption[:60]}"' if caption else "a table"
    if not caption:
        yield 'a table has no caption; give it one: show(table, caption="...")'
    if not table.columns:
        yield f"{name} has no columns"
    for place, column in enumerate(table.columns, start=1):
        if not column.label.strip():
            yield f"{name}: column {place} has no heading"
    for place, row in enumerate(table.rows, start=1):
        if len(row) != len(table.columns):
            yield f"{name}: row {place} has {len(row)} cells where there are {len(table.columns)} columns"


def _heading_faults(parts: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield the headings that are empty or skip a level."""
    last = 1
    for place, part in parts:
        if isinstance(part, Heading):
            text = plain_inlines(part.content).strip()
            if not text:
                yield f"{place}: a heading without text"
            if not 1 < part.level <= last + 1:
                yield f'{place}: heading "{text[:60]}" is of level {part.level} after one of level {last}'
            last = part.level


def _anchor_faults(parts: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield anchors that occur more than once."""
    anchors = [(place, part.anchor) for place, part in parts if getattr(part, "anchor", "")]
    for anchor, count in Counter(anchor for _, anchor in anchors).items():
        if count > 1:
            places = dict.fromkeys(place for place, own in anchors if own == anchor)
            yield f'{", ".join(places)}: anchor "{anchor}" is used {count} times'


def _front_faults(parts: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield what is wrong with the fronts of the report: there must be one, with a title."""
    fronts = [(place, part) for place, part in parts if isinstance(part, Front)]
    if not fronts:
        yield "the report has no front; display a Front, or begin with a heading of level 1"
    for place, _ in fronts[1:]:
        yield f"{place}: a second front; a report has one"
    for place, front in fronts:
        if not front.title.strip():
            yield f"{place}: the front has no title"


# --- the finished page --------------------------------------------------------------------------------------------

_RUNS_OR_FETCHES = {"script", "link", "iframe", "object", "embed", "form", "base", "audio", "video"}
_NEEDED_ONCE = ("title", "h1", "header", "main", "footer")


def page_faults(page: str) -> list[str]:
    """What is wrong with a page of HTML: ids, links within, tables, pictures, and anything that runs or fetches."""
    tags = _Tags(page).found
    names = Counter(name for name, _ in tags)
    ids = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    return [
        *(f'id "{own}" is used {count} times' for own, count in ids.items() if count > 1),
        *(f"one <{name}> is needed, there are {names[name]}" for name in _NEEDED_ONCE if names[name] != 1),
        *(fault for name, attributes in tags for fault in _tag_faults(name, attributes, ids)),
    ]


def _tag_faults(name: str, attributes: dict[str, str], ids: Container[str]) -> Iterator[str]:
    """Yield what is wrong with one tag of a page that has these ids."""
    target = attributes.get("href", "")
    if target.startswith("#") and target[1:] not in ids:
        yield f'a link leads to "{target}", which is nowhere in the page'
    if name == "html" and not attributes.get("lang"):
        yield "the page does not say its language"
    if name == "th" and "scope" not in attributes:
        yield "a head cell without scope"
    if name == "img" and "alt" not in attributes:
        yield "a picture without alt"
    if name == "img" and not attributes.get("src", "").startswith("data:image/"):
        yield "a picture from elsewhere"
    if name in _RUNS_OR_FETCHES:
        yield f"<{name}> runs or fetches something"
    for attribute in attributes:
        if attribute == "style" or attribute.startswith("on"):
            yield f"<{name}> has the attribute {attribute}"


class _Tags(HTMLParser):
    """The start tags of a page, each with its attributes."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
