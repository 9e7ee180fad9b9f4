"""Articles in a table: CSV with a head, or JSON Lines, one article a row, its columns told by their names."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

from communique.sources.documents.encodings import decoded
from communique.sources.documents.kinds import TABLE_COLUMNS
from communique.sources.documents.metadata import date_in
from communique.sources.documents.parsers import DocumentRefused

MOST_ROWS = 20_000
MOST_NAMED = 12  # columns that an error names


def table(content: bytes, columns: Mapping[str, str] | None = None) -> dict:
    """The articles of a table, each with the columns `text`, `date`, `title`, `publisher` and `url` that it has.

    ``columns`` maps some of these to what the table calls them, in letters of any case.
    """
    source = decoded(content)
    rows = _records(source) if source.lstrip()[:1] == "{" else _rows(source)
    if len(rows) > MOST_ROWS:
        raise DocumentRefused(f"{len(rows):,} rows; at most {MOST_ROWS:,} are read: split it")
    own = {name: (columns or {}).get(name, name).strip().casefold() for name in TABLE_COLUMNS}
    there = dict.fromkeys(name for row in rows for name in row)
    for name, theirs in own.items():
        if rows and theirs not in there and (name == "text" or name in (columns or {})):
            raise DocumentRefused(_missing(name, theirs, there))
    articles = [told for row in rows if (told := article(row, own))["text"].strip()]
    if not articles:
        raise DocumentRefused(f"no article in it; give a column `text`, and {_others()} where you have them")
    return {"articles": articles}


def _missing(name: str, theirs: str, there: Iterable[str]) -> str:
    """What is wrong where a column is not there, and the columns that are."""
    told = ", ".join(f"`{each[:40]}`" for each in list(there)[:MOST_NAMED]) or "none"
    called = f"`{theirs}`, named for `{name}`" if theirs != name else f"`{name}`"
    return (
        f"no column {called}; it has {told}: name the columns `text`, {_others()}, or say which is which with --columns"
    )


def _others() -> str:
    return ", ".join(f"`{name}`" for name in TABLE_COLUMNS if name != "text")


def _rows(source: str) -> list[dict[str, str]]:
    csv.field_size_limit(2**31 - 1)
    head = source.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(source), delimiter=max(",;\t", key=head.count))
    try:
        return [{(name or "").strip().casefold(): value or "" for name, value in row.items() if name} for row in reader]
    except csv.Error as error:
        raise DocumentRefused(f"line {reader.line_num}: {error}; save the table anew as CSV") from None


def _records(source: str) -> list[dict[str, str]]:
    found = []
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            found.append({str(name).casefold(): str(value or "") for name, value in record.items()})
        except (ValueError, AttributeError):
            raise DocumentRefused(f"line {number} is no JSON object; give one article a line") from None
    return found


def article(row: Mapping[str, str], own: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a row tells of its article, its day in ISO 8601, by the names that readers tell it under.

    `own` tells what the row calls the columns that it does not call as `TABLE_COLUMNS` does.
    """
    told = {ours: (row.get((own or {}).get(name, name)) or "").strip() for name, ours in TABLE_COLUMNS.items()}
    found = date_in(told["published"])
    return told | {"published": found.isoformat() if found else "", "text": told["text"].replace("\r\n", "\n")}
