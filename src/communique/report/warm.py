"""What every report needs, imported ahead of its need: while something else is waited for, or once for many reports."""

import contextlib
import importlib
import sys
from collections.abc import Iterator

KERNEL = (
    "communique.facts.round",
    "communique.narrative.round.figures",
    "communique.narrative.round",
    "communique.narrative.round.tables",
    "communique.report.results",
    "ipykernel.kernelapp",
)
RUN = ("papermill",)
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
