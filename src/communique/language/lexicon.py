"""The lexicon: the words that speak of how talks go, read from ``data/lexicon/``, and where they stand in a text."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from communique.commitment import FAMILIES
from communique.errors import DataError, Fault
from communique.files.regular import open_regular
from communique.language.patterns import Notation

# A hyphen of any kind, or a line broken behind one; a space of any kind, or the break of a hard-wrapped line.
_HYPHEN = "[-\u2010\u2011]\\s*"
_SPACE = r"[\s_*]+"
_HYPHENS = re.compile(_HYPHEN)
_SPACES = re.compile(_SPACE)


@dataclass(frozen=True)
class Entry:
    """One row of ``en.csv``: the forms of a term that share a family and a sense.

    Attributes
    ----------
    entry : str
        Key of the row, such as ``stall-verb``.
    term : str
        The term readers see, such as ``stall``; several rows may share it.
    family, polarity : str
        What the term speaks of, and ``+`` or ``-``.
    kind : str
        ``noun``, ``verb``, ``either`` or ``adjective``.
    guard : str
        ``free``: the term counts unless a sense filter says otherwise; ``guarded``: only where one says it counts.
    """

    entry: str
    term: str
    family: str
    polarity: str
    kind: str
    forms: tuple[str, ...]
    guard: str
    example: str
    example_status: str
    near_miss: str
    note: str


def rows(path: Path, columns: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a lexicon file with the line each ends on.

    Raises
    ------
    DataError
        The file is missing, or lacks a column.
    """
    try:
        handle = io.TextIOWrapper(open_regular(path), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise DataError([Fault(str(path), 0, "", "cannot be read", error.strerror or str(error))]) from error
    with handle:
        reader = csv.DictReader(handle, strict=True)
        missing = columns - set(reader.fieldnames or ())
        if missing:
            raise DataError([Fault(str(path), 1, "", f"lacks {', '.join(sorted(missing))}", "restore the column")])
        for row in reader:
            yield reader.line_num, {name: (value or "").strip() for name, value in row.items() if name}


class Lexicon:
    """All terms, the words of the notation, and the search for terms.

    Attributes
    ----------
    entries : tuple of Entry
    notation : Notation
        Word classes and forms of verbs for the phrases of the other files.
    """

    def __init__(self, folder: Path, notation: Notation):
        self.folder = folder
        self.notation = notation
        path = folder / "en.csv"
        entries = []
        for line, row in rows(path, set(Entry.__dataclass_fields__)):
            forms = tuple(form for form in row["forms"].split("|") if form)
            if row["family"] not in FAMILIES:
                raise DataError([Fault(str(path), line, "family", f"no family {row['family']!r}", ", ".join(FAMILIES))])
            if not forms:
                raise DataError([Fault(str(path), line, "forms", "no forms", "give at least one, separated by |")])
            entries.append(Entry(**{**{name: row[name] for name in Entry.__dataclass_fields__}, "forms": forms}))
        self.entries = tuple(entries)

    @cached_property
    def by_form(self) -> dict[str, Entry]:
        """Entry of each form."""
        return {spelling(form): entry for entry in self.entries for form in entry.forms}

    @cached_property
    def _search(self) -> re.Pattern[str]:
        # Forms with the same beginning share it, which halves the time of the search.
        forms = sorted({form for entry in self.entries for form in entry.forms}, key=lambda form: (-len(form), form))
        groups: dict[str, list[str]] = {}
        for form in forms:
            groups.setdefault(form[:2], []).append(form[2:])
        branches = [f"{head}(?:{'|'.join(map(_flexible, tails))})" for head, tails in sorted(groups.items())]
        return re.compile(rf"\b(?:{'|'.join(branches)})\b")

    def find(self, low: str) -> Iterator[tuple[int, int, Entry]]:
        """Each term of a lower-case text: start, end and entry, in order."""
        by_form = self.by_form
        for match in self._search.finditer(low):
            entry = by_form.get(spelling(match.group()))
            if entry is not None:
                yield match.start(), match.end(), entry


def spelling(form: str) -> str:
    """A form with plain hyphens and single spaces, the same for all its ways of being set."""
    return form if form.isalpha() else _SPACES.sub(" ", _HYPHENS.sub("-", form))


def _flexible(form: str) -> str:
    return "".join(_HYPHEN if letter == "-" else _SPACE if letter == " " else re.escape(letter) for letter in form)
