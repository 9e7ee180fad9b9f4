"""What texts are read by: a fingerprint of code, lexicon, processes and what writes Parquet."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from communique import __version__
from communique.errors import CommuniqueError
from communique.files.digest import digest
from communique.files.paths import data_folder, process_names
from communique.process.schema import OPTIONAL, TABLES

# The rooms that decide what a scan writes, beside the files that stand in none.
ROOMS = ("files", "language", "measures", "process", "scan", "sources")
_PACKAGE = Path(__file__).parents[1]


class OtherCode(CommuniqueError):
    """A worker reads by other code, lexicon or processes than the scan was begun with."""


def fingerprint() -> str:
    """SHA-256 over the code that takes part, the lexicon, the processes and the version of pyarrow; as hexadecimal."""
    return _fingerprint(data_folder())


@cache
def _fingerprint(data: Path) -> str:
    code = [*_PACKAGE.glob("*.py"), *(file for room in ROOMS for file in (_PACKAGE / room).rglob("*.py"))]
    lexicon = [file for file in (data / "lexicon").rglob("*") if file.suffix in (".csv", ".toml", ".json")]
    names = ["process.yml", *(table.file for table in (TABLES | OPTIONAL).values())]
    tables = [data / process / name for process in process_names(data) for name in names]
    parts = [
        digest(_PACKAGE, code),
        digest(data, [*lexicon, *(file for file in tables if file.is_file())]),
        __version__,
        version("pyarrow"),
    ]
    return sha256(" ".join(parts).encode()).hexdigest()
