"""Whether a report in place is the one its inputs would make, told from bytes alone: nothing is read or imported.

A manifest beside the reports (`MANIFEST`) remembers of each what it was made from and what its files hold. It is a
memory, not a record: where it is lost, reports are built again.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from communique.files import atomic
from communique.files.paths import DESCRIPTION
from communique.files.regular import open_regular, read_regular
from communique.report.provenance import LIBRARIES, code_fingerprint
from communique.report.shipped import content

MANIFEST = ".manifest.json"
_FORM = 1  # of the manifest; another is not read
_NO_TABLE = {"candidates.csv", "corrections.csv"}  # no part of the data: one waits to be coded, one tells of the past
# Beside those a report names: what runs a notebook and what reads, draws and writes its outputs.
_TOOLS = ("beautifulsoup4", "fonttools", "ipykernel", "jinja2", "mistune", "nbclient", "nbformat", "rapidfuzz")


# --- what a report is made from --------------------------------------------------------------------------------------


def fingerprint(notebook: Path, parameters: Mapping[str, Any], folders: Iterable[Path]) -> str:
    """SHA-256, in hexadecimal, over all a report depends on.

    That is: the notebook, the values its parameters are given, the folders of the processes it draws on, the package,
    the lexicon, the version of Python and those of the libraries that make the report.
    """
    parts = {
        "notebook": content(notebook),
        "parameters": dict(parameters),
        "data": [_tables(folder) for folder in folders],
        "code": code_fingerprint(),
        "libraries": _versions(),
    }
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal; empty where it cannot be read."""
    try:
        with open_regular(path) as file:
            total = sha256()
            while chunk := file.read(1 << 20):
                total.update(chunk)
            return total.hexdigest()
    except OSError:
        return ""


def _tables(folder: Path) -> dict[str, str]:
    """Description and tables of a process, by name."""
    tables = [path for path in sorted(folder.glob("*.csv")) if path.name not in _NO_TABLE]
    return _files([folder / DESCRIPTION, *tables])


def _files(paths: Iterable[Path]) -> dict[str, str]:
    return {path.name: digest(path) for path in paths}


@cache
def _versions() -> dict[str, str]:
    return {"python": sys.version.split()[0], **{name: version(name) for name in (*LIBRARIES, *_TOOLS)}}


# --- what is remembered ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Edition:
    """The last good report of a name: what it was made from, its files with their digests, the date of its data.

    `failed` tells why a later build failed. A report that never succeeded has no files.
    """

    inputs: str = ""
    files: dict[str, str] = field(default_factory=dict)
    date: str = ""
    failed: str = ""

    @classmethod
    def made(cls, inputs: str, paths: Iterable[Path], date: str) -> "Edition":
        """The edition that was just put in place."""
        return cls(inputs, _files(paths), date)

    def is_fresh(self, inputs: str, folder: Path) -> bool:
        """Whether the files in `folder` are still what these inputs make."""
        if self.failed or self.inputs != inputs or not self.files:
            return False
        return all(digest(folder / name) == known for name, known in self.files.items())


@dataclass
class Manifest:
    """The editions of the reports in a folder, by ``process/name``, and what the front page was made from."""

    folder: Path
    editions: dict[str, Edition] = field(default_factory=dict)
    index: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of a folder of reports; an empty one where there is none, or none that can be read."""
        try:
            told = json.loads(read_regular(folder / MANIFEST))
            if told["form"] != _FORM:
                return cls(folder)
            editions = {name: Edition(**each) for name, each in told["reports"].items()}
            return cls(folder, editions, dict(told["index"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(folder)

    def text(self) -> str:
        """The manifest as JSON."""
        told = {
            "form": _FORM,
            "reports": {name: asdict(self.editions[name]) for name in sorted(self.editions)},
            "index": self.index,
        }
        return json.dumps(told, indent=1) + "\n"

    def write(self) -> None:
        """Put the manifest in place, all of it or nothing."""
        atomic.replace(self.folder / MANIFEST, self.text().encode("utf-8"))

    def failed(self, name: str, reason: str) -> None:
        """Remember that a build failed; the last good edition stays what it was."""
        self.editions[name] = replace(self.editions.get(name, Edition()), failed=reason)

    def forget(self, process: str, but: Iterable[str]) -> None:
        """Forget reports of a process, `but` those named: its rounds that are no longer in the data."""
        gone = [name for name in self.editions if name.partition("/")[0] == process and name not in set(but)]
        for name in gone:
            del self.editions[name]
