"""A term one thinks of adding: checked as the tests of the lexicon do, and tried on a copy of it."""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from communique import measures
from communique.commitment import STATUSES
from communique.document.blocks import Block, Code, Column, Paragraph, Table, Text, inlines
from communique.errors import ParameterError
from communique.facts.overview import Survey
from communique.lab.lookup import concordance
from communique.language import mention_table
from communique.language.lexicon import Entry
from communique.language.reader import Reader, reader
from communique.measures.gaps import WHOLE
from communique.measures.net_index import LEAST
from communique.process.round_names import by_statement
from communique.prose import UNDEFINED, capitalised, counted, signed, times

COLUMNS = tuple(each.name for each in fields(Entry))
KINDS, GUARDS = ("noun", "verb", "either", "adjective"), ("free", "guarded")
FILE = "data/lexicon/en.csv"
# What is tried where nothing is given.
EXAMPLE = (
    "wind-in-the-sails,wind in the sails,progress,+,noun,"
    "wind in the sails|wind in their sails|wind in its sails,"
    "free,The first meeting put wind in the sails of the talks.,claimed,The wind in the harbour was strong.,"
)
_PRIVATE = "tried"  # the name of the copy's folder


class Check(NamedTuple):
    """One thing a row of the lexicon must satisfy, whether it does, and what was found."""

    what: str
    passed: bool
    told: str


def entry_of(row: str) -> Entry:
    """The entry a line of ``en.csv`` stands for.

    Raises
    ------
    ParameterError
        Where it is not one line with as many cells as ``en.csv`` has columns, or a cell that must not be is empty.
    """
    records = [record for record in csv.reader(io.StringIO(row.strip())) if record]
    if len(records) != 1 or len(records[0]) != len(COLUMNS):
        found = f"{len(records[0])} cells" if len(records) == 1 else counted(len(records), "line")
        raise ParameterError(f"NEW_TERM has {found}; it is one line with {len(COLUMNS)} cells: {','.join(COLUMNS)}")
    cells = dict(zip(COLUMNS, (cell.strip() for cell in records[0]), strict=True))
    if empty := [name for name in COLUMNS if not cells[name] and name != "note"]:
        raise ParameterError(f"NEW_TERM leaves {', '.join(empty)} empty; every cell but the note needs something")
    forms = tuple(form for form in cells["forms"].split("|") if form)
    return Entry(**{**cells, "forms": forms})


def line_of(entry: Entry) -> str:
    """The entry as a line of ``en.csv``."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([*({**asdict(entry), "forms": "|".join(entry.forms)}).values()])
    return out.getvalue()


@contextmanager
def tried(entry: Entry) -> Iterator[Path]:
    """A copy of the lexicon with the entry added, for as long as the block lasts; the project's own stays as it is."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / _PRIVATE
        shutil.copytree(reader().lexicon.folder, folder)
        path = folder / "en.csv"
        content = path.read_text(encoding="utf-8-sig")
        path.write_text(content.rstrip("\n") + "\n" + line_of(entry) + "\n", encoding="utf-8")
        yield folder


def form_checks(entry: Entry) -> list[Check]:
    """The checks that need no reading: values allowed, key and forms not taken."""
    entries = reader().lexicon.entries
    polarity = measures.FAMILIES.get(entry.family, "")
    taken = [f"{form} ({other.entry})" for other in entries for form in entry.forms if form in other.forms]
    odd = [form for form in entry.forms if form != form.lower() or form != form.strip()]
    return [
        _one_of("family", entry.family, tuple(measures.FAMILIES)),
        Check("polarity fits the family", entry.polarity == polarity, f"{entry.polarity} for {entry.family}"),
        _one_of("kind", entry.kind, KINDS),
        _one_of("guard", entry.guard, GUARDS),
        _one_of("the example's status", entry.example_status, STATUSES),
        Check("the key is new", all(each.entry != entry.entry for each in entries), entry.entry),
        Check("no form belongs to another entry", not taken, ", ".join(taken) or counted(len(entry.forms), "form")),
        Check("no form is there twice", len(set(entry.forms)) == len(entry.forms), ", ".join(entry.forms)),
        Check("forms are in small letters, without space around", not odd, ", ".join(odd) or "all"),
    ]


def _one_of(name: str, value: str, allowed: Sequence[str]) -> Check:
    return Check(f"{name} is one there is", value in allowed, f"{value}; there are {', '.join(allowed)}")


def reading_checks(entry: Entry, folder: Path) -> list[Check]:
    """The checks of the lexicon's tests: the example is found and read as said, the near-miss is passed over."""
    using = Reader(folder)
    found = [each for each in using.read(entry.example, all_senses=True) if each.term == entry.term]
    read = [each.status for each in found]
    missed = [each.status for each in using.read(entry.near_miss) if each.term == entry.term]
    unread = [
        form
        for form in entry.forms
        for text in (form, form.upper(), form.capitalize())
        if [each.entry for _, _, each in using.lexicon.find(text.lower())] != [entry.entry]
    ]
    return [
        Check("the example is found once and read as said", read == [entry.example_status],
              f"{entry.example} Read as: {', '.join(read) or 'nothing found'}; said: {entry.example_status}"),
        Check("the near-miss is passed over", not missed,
              f"{entry.near_miss} Read as: {', '.join(missed) or 'nothing, or set aside'}"),
        Check("every form is found, in any case", not unread, ", ".join(dict.fromkeys(unread)) or "all"),
    ]  # fmt: skip


def new_term_section(row: str, survey: Survey, *, lines: int = 25) -> list[Block]:
    """A row of the lexicon on trial: its checks, what it finds, what the index becomes with it, and where it goes.

    Without a row, `EXAMPLE` is tried.
    """
    if not row.strip():
        told = Paragraph("This is an example: to try a term of your own, set NEW_TERM in the first cell.")
        return [told, *new_term_section(EXAMPLE, survey, lines=lines)]
    entry = entry_of(row)
    checks = form_checks(entry)
    if not all(check.passed for check in checks):
        return [_checks(entry, checks), Paragraph("Mend the row first: it cannot be tried as it stands.")]
    with tried(entry) as folder:
        checks += reading_checks(entry, folder)
        found = _found(survey, folder)
        titles = survey.headlines.rename(columns={"source_id": "statement_id", "title": "text"})
        heard = mention_table(titles[["statement_id", "text"]], all_senses=True, folder=folder)
    blocks: list[Block] = [_checks(entry, checks)]
    mine = found.loc[found["term"] == entry.term]
    in_titles = int((heard["term"] == entry.term).sum())
    said = f"Found in the statements of this process: {times(len(mine))}"
    blocks.append(Paragraph(f"{said}; in its English headlines: {times(in_titles)}."))
    if len(mine):
        blocks += concordance(found, entry.term, lines=lines, terms=[entry.term])
    blocks.append(_indices(survey, found, entry))
    blocks += _where(entry, checks)
    return blocks


def _found(survey: Survey, folder: Path) -> pd.DataFrame:
    spoken = survey.spoken[["statement_id", "text", "round"]].assign(
        who=(survey.spoken["name"] + ", " + survey.spoken["round"].map(survey.short)).astype("str")
    )
    process = survey.process
    names = {"own": by_statement(process), "places": process.places}
    table = mention_table(spoken[["statement_id", "text"]], all_senses=True, **names, folder=folder)
    return table.merge(spoken, on="statement_id", how="left", validate="many_to_one")


def _checks(entry: Entry, checks: Sequence[Check]) -> Table:
    rows = tuple(
        (
            inlines(capitalised(check.what)),
            inlines(Text("passes" if check.passed else "FAILS", "" if check.passed else "strong")),
            inlines(check.told),
        )
        for check in checks
    )
    columns = (Column("Check", width=4), Column("Result", width=1.5), Column("What was found", width=7))
    return Table(f"The row “{entry.entry}”, checked as the tests of the lexicon check it", columns, rows)


def _indices(survey: Survey, found: pd.DataFrame, entry: Entry) -> Table:
    """The index of every round as published and with the entry."""
    rows = []
    for number in [*survey.rounds["round"], WHOLE]:
        before = survey.mentions if number == WHOLE else survey.mentions.loc[survey.mentions["round"] == number]
        after = found if number == WHOLE else found.loc[found["round"] == number]
        name = "All rounds" if number == WHOLE else survey.short(number)
        rows.append((name, *_told(before), *_told(after)))
    columns = (
        Column("Round", width=3),
        Column("As published", align="right", width=2),
        Column("Rests on", align="right", width=1.5),
        Column(f"With {entry.term}", align="right", width=2),
        Column("Rests on", align="right", width=1.5),
    )
    caption = "The net language index and the claimed and denied mentions it rests on "
    caption += f"({UNDEFINED}: fewer than {LEAST})"
    return Table(caption, columns, tuple(rows))


def _told(mentions: pd.DataFrame) -> tuple[str, str]:
    index = measures.net_index(mentions)
    return ("–" if pd.isna(index) else signed(index)), str(measures.decided(mentions))


def _where(entry: Entry, checks: Sequence[Check]) -> list[Block]:
    family = [each for each in reader().lexicon.entries if each.family == entry.family]
    if not all(check.passed for check in checks):
        return [Paragraph("Mend what fails before adding the row; a sense that is to be set aside is a row of "
                          "data/lexicon/senses.csv.")]  # fmt: skip
    words = (
        f"The row passes. To add it, put this line into {FILE} behind the entry “{family[-1].entry}”, run the tests of "
        "the lexicon (.venv/bin/pytest tests/language), and tell of it in CHANGELOG.md: it changes published figures."
    )
    return [Paragraph(words), Code(line_of(entry))]
