"""How far to trust the reading of status: the figures of the last evaluation, kept beside the lexicon."""

import json
from pathlib import Path
from typing import NamedTuple

from communique.errors import DataError, Fault
from communique.files.paths import data_folder

FILE = "accuracy.json"


class Accuracy(NamedTuple):
    """How many of the sentences kept from sight when the rules were made are read as they were coded."""

    sentences: int
    right: int

    @property
    def share(self) -> float:
        """The share read rightly, from 0 to 1."""
        return self.right / self.sentences

    @property
    def one_wrong_in(self) -> int:
        """In how many mentions one must be expected to be read otherwise than a careful reader would."""
        return round(self.sentences / max(1, self.sentences - self.right))


def expected_accuracy(folder: Path | None = None) -> Accuracy:
    """The figures stored in a lexicon folder, ``data/lexicon`` by default.

    Raises
    ------
    DataError
        The file is missing, or no such figures are in it.
    """
    path = (data_folder() / "lexicon" if folder is None else folder) / FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        found = Accuracy(told["sentences"], told["right"])
        if not 0 <= found.right <= found.sentences or not found.sentences:
            raise ValueError(f"{found.right} of {found.sentences}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError([Fault(str(path), 0, "", f"no figures ({error!r})", "make evaluate writes them")]) from error
    return found


def keep(accuracy: Accuracy, folder: Path | None = None) -> bool:
    """Store the figures in a lexicon folder; whether that changed the file."""
    path = (data_folder() / "lexicon" if folder is None else folder) / FILE
    text = json.dumps(accuracy._asdict(), indent=2) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
