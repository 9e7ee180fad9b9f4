"""What the tests of more than one module share: processes, specimens, and notebooks run without a kernel."""

import os
import pickle
import shutil
import sys
import time
from functools import cache
from hashlib import sha256
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SPECIMENS = Path(__file__).parent / "specimens"
SHARED = ROOT.parent / "shared"
# Seconds after which a test gives up what it waits for: none is to fail because the machine has much else to do.
PATIENCE = 600
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
HOSTILE = (
    '<script>alert(1)</script> #read("/etc/passwd") $x^2$ [link](javascript:alert(1)) a | b \\ @ref *bold* `tick` '
    "-- ~ //comment /* 'quotes' ... <b>& &amp; {{ 7*7 }} {% raw %} #panic()"
)


def until(happened, process=None):
    """Wait until something has happened, or the process that was to do it, if any, has ended."""
    end = time.monotonic() + PATIENCE
    while not happened() and (process is None or process.poll() is None):
        assert time.monotonic() < end, "what was waited for has not happened"
        time.sleep(0.05)


def is_gone(process):
    """Whether a process (of psutil) has ended, be it that nobody has asked yet how."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def pytest_collection_modifyitems(items):
    """Skip what reads research material beside the project where there is none, and say so."""
    if not SHARED.is_dir():
        absent = pytest.mark.skip(reason="no research material in ../shared")
        for item in items:
            if "shared" in item.keywords:
                item.add_marker(absent)


@pytest.fixture(scope="session")
def root():
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared():
    """The folder of research material beside the project; the test is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"needs the research material in {folder}, which is not here")
    return folder


@pytest.fixture(scope="session")
def tiny():
    """The tiny process, invented: three rounds, the second silent."""
    from communique import load

    return load(SPECIMENS / "tiny")


@pytest.fixture(scope="session")
def geneva():
    from communique import load

    return load("geneva", data=ROOT / "data")


@pytest.fixture
def hostile():
    """Text that would act in HTML, Typst, Markdown or a template, if it were let."""
    return HOSTILE


@pytest.fixture
def folder_of(tmp_path):
    """Copy the tiny process with a specimen's files over it, and give the copy's folder."""

    def copy(specimen="tiny"):
        folder = tmp_path / "tiny"
        shutil.copytree(SPECIMENS / "tiny", folder, dirs_exist_ok=True)
        shutil.copytree(SPECIMENS / specimen, folder, dirs_exist_ok=True)
        (folder / "faults.txt").unlink(missing_ok=True)
        return folder

    return copy


@pytest.fixture
def calls_of():
    """Count the calls that an action makes, of Python and C functions: its work, however busy the machine is."""

    def count(action, *arguments):
        number = 0

        def seen(frame, event, argument):
            nonlocal number
            number += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(seen)
        try:
            action(*arguments)
        finally:
            sys.setprofile(before)
        return number

    return count


@pytest.fixture
def rewrite():
    """Replace a text in a file by another; the text must be there."""

    def replace(path, old, new):
        content = path.read_text(encoding="utf-8")
        assert old in content, f"{path.name} has no {old!r}"
        path.write_text(content.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture(scope="session")
def blocks_of(tmp_path_factory):
    """A function giving the blocks a notebook shows, its cells run one after another in this process, no kernel.

    A notebook is run once for the same parameters: what it shows is kept for the other processes of the same test run.
    """

    import nbformat

    from communique.document.notebook import display as notebook
    from communique.document.notebook.markdown import read_markdown
    from communique.facts import shared
    from communique.process.model import load

    own = tmp_path_factory.getbasetemp()
    kept = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

    read = cache(lambda process, data: load(process))

    @cache
    def run(name="round", **parameters):
        asked = (name, sorted(parameters.items()), os.environ.get("COMMUNIQUE_DATA"))
        place = kept / f"blocks-{sha256(repr(asked).encode()).hexdigest()[:16]}"
        if not place.exists():
            made = own / f"{place.name}.part"
            made.write_bytes(pickle.dumps(executed(name, **parameters)))
            made.replace(place)
        return pickle.loads(place.read_bytes())

    def executed(name, **parameters):
        shown, names = [], {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(notebook, "display", shown.append)
            # A process is read once, and so are its statements, for all the reports on it.
            patch.setattr(shared, "load", lambda process: read(process, os.environ.get("COMMUNIQUE_DATA")))
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
