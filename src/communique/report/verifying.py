"""Whether a report in hand agrees with the data, the code and the libraries in hand: `verify`.

A report carries what it was made from: its numbers and notebook in full, its PDF and HTML as a keyword (`keyword`).
Nothing is built; that the same inputs make the same bytes is what ``make verify`` tries.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from communique import __version__
from communique.errors import CommuniqueError, ParameterError
from communique.files.paths import shown
from communique.files.regular import read_regular
from communique.report.provenance import code_fingerprint
from communique.report.staleness import MANIFEST, Manifest, digest

_MARK = "communique made-from "
_KEYWORD = re.compile(re.escape(_MARK) + r"(\{.*?\}) \.")
_MOST_BYTES = 64 * 2**20


@dataclass(frozen=True)
class Verification:
    """What a report was made from, as lines for a reader, and what of it differs from what is in hand."""

    agreeing: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


def keyword(numbers: str) -> str:
    """What a report was made from, as a keyword of its PDF and HTML: from the text of its numbers, "" without any."""
    return f"{_MARK}{json.dumps(json.loads(numbers)['provenance'], ensure_ascii=True)} ." if numbers else ""


def verify(path: Path) -> Verification:
    """How a report compares with the data, the code and the libraries in hand, and with the manifest beside it.

    Raises
    ------
    ParameterError
        The file cannot be read, or tells of no report of this program's what it was made from.
    """
    told = made_from(path)
    found = Verification()
    for same, line in _compared(path, told):
        (found.agreeing if same else found.differing).append(line)
    return found


def made_from(path: Path) -> dict[str, Any]:
    """What a report's file says that it was made from, as `results.schema.json` has it under ``provenance``."""
    try:
        content = read_regular(path, most=_MOST_BYTES)
    except OSError as error:
        raise ParameterError(
            f"{shown(path)}: cannot be read ({error.strerror or error}); give a report's file"
        ) from None
    text = content.decode("utf-8", "replace")
    try:
        if path.suffix == ".json":
            told = json.loads(text)["provenance"]
        elif path.suffix == ".ipynb":
            from communique.report.results import files_in

            told = json.loads(files_in(json.loads(text))[".json"])["provenance"]
        else:
            told = json.loads(unescape(_KEYWORD.search(unescape(text))[1]))
        if told["data"]["fingerprint"] and told["code"]["fingerprint"] and isinstance(told["libraries"], dict):
            return told
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    problem = "nothing in it tells what it was made from"
    raise ParameterError(
        f"{shown(path)}: {problem}; give the .html, .pdf, .ipynb or .json of a report, made anew if old"
    )


def _compared(path: Path, told: Mapping[str, Any]) -> Iterator[tuple[bool, str]]:
    """Yield whether each thing is the same in hand, and a line that says so."""
    for data in (told["data"], *told.get("others", ())):
        yield _same(f"data of {data['process']}", data["fingerprint"], _fingerprint_of(data["process"]))
    yield _same("code and lexicon", told["code"]["fingerprint"], code_fingerprint())
    yield _same("version", told["code"]["version"], __version__)
    for name, number in told["libraries"].items():
        yield _same(name, number, _version_of(name))
    known = [each.files[path.name] for each in _editions(path) if path.name in each.files]
    if known:
        yield (
            digest(path) == known[0],
            "the file: " + ("as it was built" if digest(path) == known[0] else "changed since it was built"),
        )


def _same(what: str, told: str, here: str) -> tuple[bool, str]:
    if told == here:
        return True, f"{what}: {told[:12]}"
    return False, f"{what}: the report has {told[:12]}, here is {here[:12] or 'none'}"


def _fingerprint_of(process: str) -> str:
    from communique.process.folder import find, read_folder

    try:
        return read_folder(find(process)).fingerprint
    except CommuniqueError:
        return ""


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _editions(path: Path) -> Iterator[Any]:
    """Yield the edition of a report that the manifest in the folder of reports remembers."""
    folder = path.absolute().parent
    if (folder.parent / MANIFEST).is_file():
        name = path.name.partition(".")[0]
        edition = Manifest.read(folder.parent).editions.get(f"{folder.name}/{name}")
        if edition is not None:
            yield edition
