"""What the files of the house say of each other is true."""

import ast
import importlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {"base": [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["build"]]}
GROUPS |= {name: PYPROJECT["dependency-groups"][name] for name in ("ingest", "lab", "lint", "scan", "test")}
CONDA_NAMES = {"matplotlib-base": "matplotlib"}  # conda-forge's "matplotlib" brings a toolkit for windows as well
PIN = r"^([a-z0-9][^\\\n]*==[^\\\n]*?) \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def files():
    """Every text file that is, or would be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.suffix not in (".ttf", ".png", ".pdf"):
            yield name, path.read_bytes().decode("utf-8", "replace")


needs_git = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="this is no git checkout"
)


# --- requirements ----------------------------------------------------------------------------------------------------


def pins(group):
    """The pins of a group's file that have hashes."""
    return [Requirement(each) for each in re.findall(PIN, read(f"requirements/{group}.txt"), re.MULTILINE)]


@pytest.mark.parametrize("group", GROUPS)
def test_every_line_of_the_pinned_files_is_a_pin_with_hashes_or_a_remark(group):
    lines = [line for line in read(f"requirements/{group}.txt").splitlines() if line.strip()]
    pinned = [line for line in lines if not line.startswith("    ")]

    assert len(pinned) == len(pins(group)) > 0
    assert all(re.match(r"    (--hash=sha256:|#)", line) for line in lines if line.startswith("    "))


@pytest.mark.parametrize("group", GROUPS)
def test_the_pinned_files_hold_what_pyproject_asks_for(group):
    pinned = {canonicalize_name(pin.name): pin for pin in pins(group)}

    for wanted in map(Requirement, GROUPS[group]):
        (specifier,) = pinned[canonicalize_name(wanted.name)].specifier
        assert Version(specifier.version) in wanted.specifier, wanted


def test_groups_that_are_installed_together_agree():
    environment = default_environment()
    versions = {}
    for group in GROUPS:
        for pin in pins(group):
            if pin.marker is None or pin.marker.evaluate(environment):
                versions.setdefault(canonicalize_name(pin.name), set()).add(str(pin.specifier))

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def imported(folder):
    """Distributions that the modules of a folder import, each with one of the modules."""
    distributions = packages_distributions()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            match node:
                case ast.Import(names=names):
                    modules = [each.name for each in names]
                case ast.ImportFrom(module=str(module), level=0):
                    modules = [module]
                case _:
                    continue
            for module in modules:
                top = module.partition(".")[0]
                if top not in sys.stdlib_module_names and top != "communique":
                    yield {canonicalize_name(each) for each in distributions[top]}, path.relative_to(ROOT)


@pytest.mark.parametrize(
    ("folder", "groups"), [("src", ("base", "ingest", "lab", "scan")), ("tests", ("base", "ingest", "scan", "test"))]
)
def test_what_is_imported_is_asked_for(folder, groups):
    wanted = {canonicalize_name(Requirement(each).name) for group in groups for each in GROUPS[group]}

    assert {(min(names), str(path)) for names, path in imported(folder) if not names & wanted} == set()


def test_a_report_needs_no_jupyterlab():
    of_the_lab = {"jupyterlab", "jupyter-server", "notebook", "anywidget", "ipywidgets"}
    assert not of_the_lab & {pin.name for group in ("base", "ingest") for pin in pins(group)}


def test_conda_gets_the_same_environment():
    dependencies = yaml.safe_load(read("environment.yml"))["dependencies"]
    (by_pip,) = [each["pip"] for each in dependencies if isinstance(each, dict)]
    by_conda = [each for each in dependencies if isinstance(each, str) and each != "pip"]
    told = [Requirement(each.replace(" ", "")) for each in [*by_conda, *by_pip] if not each.startswith("--")]
    of_groups = [each for group in ("base", "ingest", "lab") for each in GROUPS[group]]
    wanted = [Requirement(each) for each in [*of_groups, f"python{PYPROJECT['project']['requires-python']}"]]

    assert len({canonicalize_name(each.name) for each in told}) == len(told)
    assert {canonicalize_name(CONDA_NAMES.get(each.name, each.name)): str(each.specifier) for each in told} == {
        canonicalize_name(each.name): str(each.specifier) for each in wanted
    }


# --- what the repository holds ---------------------------------------------------------------------------------------


@needs_git
def test_no_file_names_a_host_of_a_package_registry():
    # Written in pieces, so that this file does not name one either.
    hosts = ["pypi." + "org", "python" + "hosted", "conda." + "anaconda", "registry." + "npmjs", "npmjs." + "com"]

    for name, text in files():
        assert not [host for host in hosts if host in text.lower()], name
        assert not re.search(r"(?m)^\s*--?(index-url|extra-index-url|find-links)\b", text), name


@needs_git
def test_notebooks_are_committed_without_output():
    notebooks = [(name, json.loads(text)) for name, text in files() if name.endswith(".ipynb")]

    assert "notebooks/round.ipynb" in dict(notebooks)
    for name, notebook in notebooks:
        for cell in notebook["cells"]:
            assert not cell.get("outputs"), name
            assert cell.get("execution_count") is None, name


@needs_git
def test_what_a_build_makes_is_not_committed():
    ignored = ["reports/geneva/round-07.html", "reports/index.html", "data/geneva/candidates.csv", "inbox/a.pdf"]
    ignored += [".venv/bin/python", "scans/x/a.csv"]
    command = ["git", "check-ignore", *ignored, "reports/.gitkeep"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert ran.stdout.splitlines() == ignored


# --- what is promised ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/adding.md"])
def test_every_make_command_a_page_names_exists(page):
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^\$ |`)make ([a-z-]+)", read(page), re.MULTILINE))

    assert named
    assert named <= targets


def test_every_target_for_people_has_a_line_of_help():
    targets = set(re.findall(r"^([a-z-]+)(?: [a-z-]+)*:", read("Makefile"), re.MULTILINE))
    helped = set(re.findall(r"^([a-z-]+):[^#\n]*## \S", read("Makefile"), re.MULTILINE))

    assert {target for target in targets - helped if not target.startswith("environment-")} == set()


def test_continuous_integration_runs_the_test_command_of_the_readme():
    assert "$ make test\n" in read("README.md")
    assert read(".ci/run").splitlines()[-1] == "make test"


def test_the_citation_and_the_changelog_tell_this_version():
    citation = yaml.safe_load(read("CITATION.cff"))

    assert citation["cff-version"] == "1.2.0"
    assert {"title", "message", "authors"} <= citation.keys()
    assert citation["version"] == PYPROJECT["project"]["version"]
    assert citation["license"] == PYPROJECT["project"]["license"]
    assert f"\n## {citation['version']}\n" in read("CHANGELOG.md")


def test_the_hooks_run_tools_of_the_environment():
    hooks = [hook for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] for hook in repo["hooks"]]

    assert {hook["id"]: hook["language"] for hook in hooks} == {"ruff": "system", "nbstripout": "system"}
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks)


BENCHMARKS = [path for path in sorted(ROOT.glob("benchmarks/**/*.py")) if "communique" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_a_benchmark_finds_what_it_measures(path):
    """Nobody runs them with every change; what they import of ours must still be there."""
    lines = [each for each in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(each, ast.ImportFrom)]
    ours = [(line.module, each.name) for line in lines if line.module.startswith("communique") for each in line.names]

    assert [(module, name) for module, name in ours if not hasattr(importlib.import_module(module), name)] == []
