"""What is imported ahead of its need is there, and what cannot be imported says nothing of its own."""

import importlib
import subprocess
import sys

import pytest

from communique.report import warm


@pytest.mark.parametrize("names", [warm.KERNEL, warm.ROUND, warm.OVERVIEW, warm.RUN, warm.FACES])
def test_what_is_imported_early_is_there(names):
    """A name that is not is passed over without a word, for whoever needs it to report."""
    for name in names:
        importlib.import_module(name)


def test_what_builds_a_parser_as_it_is_imported_is_not_imported_but_can_be():
    program = (
        "import sys; from communique.report import warm; warm.imported('nbformat', 'no.such.module'); "
        "print('nbformat' in sys.modules, 'rfc3987_syntax' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("True False\n", "")


def test_what_a_notebook_imports_is_read_from_its_cells(root, tmp_path):
    broken = tmp_path / "n.ipynb"
    broken.write_text('{"cells": [{"cell_type": "code", "source": "import ("}]}')

    assert {"communique.facts.round", "communique.narrative.round.figures", "communique.narrative.headlines"} <= set(
        warm.imports_of(root / "notebooks" / "round.ipynb")
    )
    assert warm.SHOWING not in warm.imports_of(root / "notebooks" / "round.ipynb")
    assert warm.imports_of(root / "tests" / "specimens" / "notebooks" / "fails.ipynb") == []
    assert warm.imports_of(broken) == warm.imports_of(tmp_path / "missing.ipynb") == []
