"""What a scan has written, read back for charts and words; needs nothing but pandas."""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from communique.errors import ParameterError
from communique.files.paths import shown
from communique.files.regular import read_regular

_KEYS = ("month", "process", "speaker", "family", "status")


@dataclass(frozen=True)
class Archive:
    """The results of a scan.

    ``index`` and ``counts`` are the tables of its folder; ``told`` is its ``scan.json``.
    """

    folder: Path
    told: dict
    index: pd.DataFrame
    counts: pd.DataFrame

    @classmethod
    def open(cls, folder: str | Path) -> "Archive":
        """The results in a folder; raises `ParameterError` where there are none, or not yet."""
        folder = Path(folder)
        try:
            told = json.loads(read_regular(folder / "scan.json"))
            index, counts = (_table(folder / name) for name in ("index.csv", "counts.csv"))
        except (OSError, ValueError) as error:
            wrong = getattr(error, "strerror", None) or error
            remedy = f"make one: communique scan CORPUS --out {shown(folder)}"
            raise ParameterError(f"{shown(folder)} holds no finished scan ({wrong}); {remedy}") from None
        return cls(folder, told, index, counts)

    @property
    def documents(self) -> int:
        """How many texts were read."""
        return self.told["documents"]

    @property
    def statements(self) -> int:
        """How many statements were found."""
        return self.told["statements"]

    @property
    def mentions(self) -> int:
        """How many mentions were found, those left out of the index too."""
        return self.told["mentions"]


def _table(path: Path) -> pd.DataFrame:
    return pd.read_csv(
        path, keep_default_na=False, na_values={"index": "", "open_share": ""}, dtype=dict.fromkeys(_KEYS, "str")
    )
