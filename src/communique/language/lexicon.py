"""The lexicon: the words that speak of how talks go, read from ``data/lexicon/``, and where they stand in a text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
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
_LETTERS = re.compile(r"[^\W\d_]+")
# How many letters of a form are looked for before all of it is.
_HEAD = 6
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

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """Letters with which every form begins with one of them, none of them with another."""
        heads = {_LETTERS.match(form).group()[:_HEAD] for entry in self.entries for form in entry.forms}
        return tuple(sorted(head for head in heads if not any(head.startswith(each) for each in heads - {head})))

    def find(self, low: str) -> Iterator[tuple[int, int, Entry]]:
        """Each term of a lower-case text: start, end and entry, in order."""
        by_form, search, done = self.by_form, self._search, 0
        for start in sorted(_places(low, self._beginnings)):
            match = search.match(low, start) if start >= done else None
            if match is None:
                continue
            done = match.end()
            entry = by_form.get(spelling(match.group()))
            if entry is not None:
                yield start, done, entry


def _places(low: str, beginnings: Iterable[str]) -> Iterator[int]:
    """Where one of some beginnings stands in a text; quicker than one expression, which looks at every letter."""
    for beginning in beginnings:
        place = low.find(beginning)
        while place >= 0:
            yield place
            place = low.find(beginning, place + 1)


def spelling(form: str) -> str:
    """A form with plain hyphens and single spaces, the same for all its ways of being set."""
    return form if form.isalpha() else _SPACES.sub(" ", _HYPHENS.sub("-", form))


def _flexible(form: str) -> str:
    return "".join(_HYPHEN if letter == "-" else _SPACE if letter == " " else re.escape(letter) for letter in form)
