"""What every report needs, imported ahead of its need: while something else is waited for, or once for many reports."""

import ast
import contextlib
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from communique.files.regular import read_regular

KERNEL = ("ipykernel.kernelapp",)
ROUND = (
    "communique.facts.round",
    "communique.narrative.round.figures",
    "communique.narrative.round",
    "communique.narrative.round.tables",
    "communique.report.results",
)
RUN = ("papermill",)
# It teaches the shell of the process that imports it to show blocks: a kernel imports it once it has a shell.
SHOWING = "communique.document.notebook.display"
FACES = ("typst", "communique.document.notebook.exporters", "fontTools.subset", "communique.report.results")
OVERVIEW = (
    "communique.narrative.overview.figures",
    "communique.narrative.overview",
    "communique.narrative.overview.tables",
)
# An optional part of jsonschema that builds a parser as it is imported, which takes longer than all else together, for
# a form of value that no notebook has. It comes with JupyterLab, and jsonschema does without it.
_NOT_NEEDED = "rfc3987_syntax"


def imported(*names: str) -> None:
    """Import modules; what cannot be imported, for want of memory or of files, is for whoever needs it to report."""
    with _without(_NOT_NEEDED):
        for name in names:
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def imports_of(notebook: Path) -> list[str]:
    """The modules of this package that cells of a notebook import, but `SHOWING`; none where it cannot be read."""
    names = []
    try:
        cells = json.loads(read_regular(notebook))["cells"]
        trees = [ast.parse("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError, SyntaxError):  # running it will tell
        return []
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    return [name for name in names if name.partition(".")[0] == "communique" and not name.startswith(SHOWING)]


@contextlib.contextmanager
def _without(name: str) -> Iterator[None]:
    """A block in which a module is not to be had, unless it is there already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None
    try:
        yield
    finally:
        sys.modules.pop(name, None)
