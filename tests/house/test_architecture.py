"""The pages on the code are true: rooms, functions and files are where they say, and the picture is of the imports."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

from .imports import between_rooms, floors, imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
PAGES = ("docs/architecture.md", "docs/adding.md", "CONTRIBUTING.md")
NOT_THERE = {"charts/trust.py", "candidates.csv"}  # made up by the page on adding; made by ingest
ROOMS = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
WALKS = (
    "A statement, from CSV to PDF",
    "ROUND, from make to the report",
    "An article, to a row",
    "A term, to a mention",
)


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


def table(section):
    """The rows of the table in a section of the page on architecture, each a list of cells."""
    part = re.split(r"^#+ ", read("docs/architecture.md").partition(f"# {section}\n")[2], flags=re.MULTILINE)[0]
    rows = [line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def places(text):
    """The paths a text names, in order: what stands in backquotes with a stroke or the ending of a file."""
    named = re.findall(r"`([^`\s]+)`", text)
    return [
        each
        for each in named
        if re.fullmatch(r"[\w./-]+/[\w./-]*|[\w-]+\.(py|md|csv|json|toml|yml|css|j2|typ|ipynb)", each)
    ]


def there(place):
    """The paths that a place may stand for: of the repository, of the package, or of a file within code or data."""
    found = [base / place for base in (ROOT, PACKAGE) if (base / place).exists()]
    return found or ([] if "/" in place.rstrip("/") else [*PACKAGE.rglob(place), *(ROOT / "data").rglob(place)])


def defined(path):
    """Functions and classes of a module, and methods as `Class.method`."""
    names = set()
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return names


@pytest.fixture(scope="module")
def graph():
    return between_rooms(imports(PACKAGE))


# --- the pages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_every_path_a_page_names_exists(page):
    named = set(places(read(page))) - NOT_THERE

    assert len(named) > 3
    assert {each for each in named if not there(each)} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]+))?\)", read(page)):
        path = (ROOT / page).parent / target if target else ROOT / page
        assert path.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_room_has_a_row_on_its_floor(graph):
    floor = {name.rpartition(".")[2]: number for name, number in floors(graph).items()}
    (ground, _, files), *rows = table("The rooms")
    told = {name.strip("`/"): int(number) for number, name, _ in rows}

    assert told == {name: floor[name] for name in ROOMS}
    assert list(told.values()) == sorted(told.values())
    assert (ground, set(re.findall(r"`(\w+)`", files))) == ("0", set(floor) - ROOMS - {"communique", "__main__"})


def test_every_folder_within_a_room_is_told_of():
    told = {name.strip("`/"): set(re.findall(r"`([\w/]+)/`", what)) for _, name, what in table("The rooms")}
    inner = {(path.parent.parent.name, path.parent.name) for path in PACKAGE.glob("*/*/__init__.py")}

    assert {(room, folder) for room, folder in inner if folder not in told[room]} == set()


@pytest.mark.parametrize("walk", WALKS)
def test_every_function_of_a_walk_is_in_its_module(walk):
    rows = table(walk)

    assert len(rows) > 9
    for where, by, _ in rows:
        names = set(re.findall(r"`([\w.]+)`", by))
        paths = [path for place in places(where) for path in there(place) if path.suffix == ".py"]
        if not paths:  # the Makefile, or a notebook
            assert where in ("`Makefile`", "`notebooks/round.ipynb`")
            continue
        by_path = {path: defined(path) & names for path in paths}
        assert set().union(*by_path.values()) == names, by
        assert all(by_path.values()), where


def test_what_a_walk_says_of_the_makefile_is_so():
    makefile = read("Makefile")

    assert "override COMMUNIQUE_ROUND := $(value ROUND)\n" in makefile
    assert '--round="$$COMMUNIQUE_ROUND"' in makefile
    assert re.search(r"^report:", makefile, re.MULTILINE)


def test_every_row_of_what_to_change_opens_a_path_that_exists():
    rows = table("Where to change what")

    assert len(rows) > 25
    for what, first, then in rows:
        assert places(first), what
        assert all((ROOT / place).exists() for place in places(first)), what
        # A bare name in the last column is a file, or a folder, beside what is opened.
        beside = [(ROOT / place) for place in places(first)]
        for place in places(then):
            assert there(place) or any((base / place).exists() for base in beside), (what, place)


def test_every_room_is_named_by_some_row():
    opened = " ".join(cell for row in table("Where to change what") for cell in row)

    assert {room for room in ROOMS if f"src/communique/{room}/" not in opened} == set()


def test_the_readme_leads_to_the_page():
    assert "(docs/architecture.md)" in read("README.md")
    assert "docs/adding.md" in read("CONTRIBUTING.md")


# --- the picture -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def script():
    """The script that draws the picture, as a module."""
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "docs" / "pictures" / "rooms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def picture(script):
    return script.picture()


def test_the_picture_is_what_the_script_draws(script, picture):
    assert script.PICTURE.read_text(encoding="utf-8") == picture, "run python docs/pictures/rooms.py"


def test_no_rooms_of_the_picture_overlap_and_no_arrow_runs_behind_one(picture):
    number = r'"([\d.]+)"'
    boxes = re.findall(rf"<rect x={number} y={number} width={number} height={number}", picture)
    boxes = [tuple(map(float, each)) for each in boxes]
    arrows = re.findall(rf"<line x1={number} y1={number} x2={number} y2={number}", picture)

    assert len(boxes) == len(ROOMS) + 1
    assert len(arrows) >= len(ROOMS)
    for place, (x, y, wide, high) in enumerate(boxes):
        for other_x, other_y, other_wide, other_high in boxes[place + 1 :]:
            assert x + wide < other_x or other_x + other_wide < x or y + high < other_y or other_y + other_high < y
        for x1, y1, x2, y2 in (map(float, each) for each in arrows):
            points = [(x1 + (x2 - x1) * step / 100, y1 + (y2 - y1) * step / 100) for step in range(2, 99)]
            assert not [point for point in points if x < point[0] < x + wide and y < point[1] < y + high], (x, y)


def test_what_stands_in_a_room_of_the_picture_fits(script, picture):
    texts = re.findall(r'font-size="([\d.]+)"[^>]*>([^<]+)</text>', picture)

    assert {words for _, words in texts} >= ROOMS
    for size, words in texts[:-1]:  # the last is in the small files' box, which is as wide as the house
        assert len(words) * float(size) * 0.52 < script.WIDE, words  # a letter is half as wide as high
