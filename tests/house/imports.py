"""Who imports whom, read from the code without running it: modules, their imports, circles, floors, rooms.

A graph is a dict: for each name the names it imports. Imports within functions and for type checkers count like those
at the top of a module; names in strings, which are imported when first needed, do not.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

Graph = Mapping[str, Collection[str]]


def modules(root: Path) -> dict[str, Path]:
    """The file of each module of the package whose folder is `root`, by dotted name; a folder's is its ``__init__``."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(root: Path) -> dict[str, set[str]]:
    """For each module of the package those it imports of the same package."""
    known = modules(root)
    return {
        name: {each for each in _imported(ast.parse(path.read_bytes()), known) if each != name}
        for name, path in known.items()
    }


def _imported(tree: ast.Module, known: Collection[str]) -> Iterator[str]:
    """Yield the modules that a module's code names in its imports: of ``from a import b`` a.b, where that is one."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names if each.name in known)
            case ast.ImportFrom(module=str(home), names=names, level=0):
                for each in names:
                    inner = f"{home}.{each.name}"
                    yield from (name for name in [inner if inner in known else home] if name in known)


def room(module: str) -> str:
    """The room of a module: the folder of the package, or the file beside the folders, in which it stands."""
    return ".".join(module.split(".")[:2])


def between_rooms(graph: Graph) -> dict[str, set[str]]:
    """The rooms of the modules in `graph`, and for each the others that its modules import from."""
    told: dict[str, set[str]] = {room(name): set() for name in graph}
    for name, wanted in graph.items():
        told[room(name)] |= {room(each) for each in wanted} - {room(name)}
    return told


def circles(graph: Graph) -> list[list[str]]:
    """Names that import each other, directly or by way of others: a sorted list for each such circle."""
    after = {name: reached(graph, name) for name in graph}
    together = {tuple(sorted(other for other in after[name] if name in after[other])) for name in graph}
    return sorted(list(each) for each in together if each)


def reached(graph: Graph, start: str) -> set[str]:
    """All that a name imports, directly or by way of others; itself too where it stands in a circle."""
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += graph[name]
    return found


def floors(graph: Graph) -> dict[str, int]:
    """The floor of each name, from 0 for those that import nothing: one above the highest that it imports.

    Raises `graphlib.CycleError` where names import each other in a circle.
    """
    told: dict[str, int] = {}
    for name in TopologicalSorter(graph).static_order():
        told[name] = 1 + max((told[each] for each in graph[name]), default=-1)
    return told


def without_detours(graph: Graph) -> dict[str, set[str]]:
    """The graph without arrows that a way over others makes good: what is left shows who rests on whom."""
    return {
        name: {each for each in wanted if not any(each in reached(graph, other) for other in wanted)}
        for name, wanted in graph.items()
    }
