"""What a report was made from: data, code, libraries and parameters, as a reader can compare them.

Nothing here differs between two runs on the same inputs: no time, no path, no name of a machine or person.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique import __version__
from communique.files.digest import digest
from communique.files.paths import data_folder
from communique.report.shipped import NOTEBOOK

if TYPE_CHECKING:
    from communique.process.model import Process

LIBRARIES = ("pandas", "numpy", "matplotlib", "papermill", "nbconvert", "typst", "python-docx")
# The rooms whose code can change what a report says or how it looks, beside the files that stand in none.
ROOMS = ("charts", "document", "facts", "files", "language", "measures", "narrative", "process", "report")
LEXICON = ("*.csv", "en/*.toml", "accuracy.json")  # the files of the lexicon that a report draws on
_PACKAGE = Path(__file__).parents[1]


def provenance(
    process: "Process", parameters: Mapping[str, Any], *, others: Iterable["Process"] = ()
) -> dict[str, str]:
    """Label and value of each thing the report was made from, in the order to show them.

    `others` are the processes it draws on beside its own (see `comparison.others`).
    Fingerprints are the first 12 of 64 hexadecimal digits of a SHA-256. Parameters left empty are not named;
    of a notebook that is as shipped nothing is said.
    """
    facts = {
        "Data": "; ".join(f"{each.id}, fingerprint {each.fingerprint[:12]}" for each in (process, *others)),
        "As known on": process.as_of.isoformat() if process.as_of else "",
        "Code": f"communique {__version__}, fingerprint {code_fingerprint()[:12]}",
        "Libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        "Notebook": str(parameters.get(NOTEBOOK, "")),
        "Parameters": ", ".join(
            f"{name} = {value}" for name, value in parameters.items() if value not in ("", None) and name != NOTEBOOK
        ),
    }
    return {label: value for label, value in facts.items() if value}


def code_fingerprint() -> str:
    """SHA-256 over what a report is made by: the rooms of the package that take part, and the lexicon in use.

    Paths and bytes of the files count. Desk, ingest, laboratory and command line do not, nor do words on the lexicon.
    """
    folder = data_folder() / "lexicon"
    lexicon = digest(folder, (file for each in LEXICON for file in folder.glob(each)))
    return sha256(f"{_package()} {lexicon}".encode()).hexdigest()


@cache
def _package() -> str:
    files = [*_PACKAGE.glob("*.py"), *(file for room in ROOMS for file in (_PACKAGE / room).rglob("*"))]
    return digest(_PACKAGE, (file for file in files if file.is_file() and "__pycache__" not in file.parts))
