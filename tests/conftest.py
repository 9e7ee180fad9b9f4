"""What the tests of more than one module share."""

from functools import cache
from pathlib import Path

import nbformat
import pytest

from communique import notebook
from communique.report.markdown import read_markdown

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items):
    """Skip what reads research material beside the project where there is none, and say so."""
    if not SHARED.is_dir():
        absent = pytest.mark.skip(reason="no research material in ../shared")
        for item in items:
            if "shared" in item.keywords:
                item.add_marker(absent)


@pytest.fixture(scope="session")
def blocks_of():
    """A function giving the blocks a notebook shows, its cells run one after another in this process, no kernel.

    A notebook is run once for the same parameters.
    """

    @cache
    def run(name="round", **parameters):
        shown, names = [], {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(notebook, "display", shown.append)
            for cell in nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4).cells:
                tags = cell.metadata.get("tags", [])
                if "notebook-only" in tags:
                    continue
                if cell.cell_type == "markdown":
                    shown += read_markdown(cell.source)
                else:
                    exec(compile(cell.source, f"{name}.ipynb, cell {cell.id}", "exec"), names)
                if "parameters" in tags:
                    assert parameters.keys() <= names.keys()
                    names.update(parameters)
        return tuple(shown)

    return run
