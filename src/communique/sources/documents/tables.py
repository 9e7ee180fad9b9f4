"""Articles in a table: CSV with a head, or JSON Lines, one article a row, its columns told by their names."""

import csv
import io
import json

from communique.sources.documents.encodings import decoded
from communique.sources.documents.metadata import date_in
from communique.sources.documents.parsers import DocumentRefused

COLUMNS = {"text": "text", "date": "published", "title": "title", "publisher": "publisher", "url": "url"}
MOST_ROWS = 20_000


def table(content: bytes) -> dict:
    """The articles of a table, each with the columns `text`, `date`, `title`, `publisher` and `url` that it has."""
    source = decoded(content)
    rows = _records(source) if source.lstrip()[:1] == "{" else _rows(source)
    if len(rows) > MOST_ROWS:
        raise DocumentRefused(f"{len(rows):,} rows; at most {MOST_ROWS:,} are read: split it")
    articles = [article for row in rows if (article := _article(row))["text"].strip()]
    if not articles:
        raise DocumentRefused(f"no article in it; give a column `text`, and {_others()} where you have them")
    return {"articles": articles}


def _others() -> str:
    return ", ".join(f"`{name}`" for name in COLUMNS if name != "text")


def _rows(source: str) -> list[dict[str, str]]:
    csv.field_size_limit(2**31 - 1)
    head = source.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(source), delimiter=max(",;\t", key=head.count))
    names = {(name or "").strip().casefold() for name in reader.fieldnames or ()}
    if "text" not in names:
        raise DocumentRefused(f"a table without a column `text`; name the columns `text`, {_others()}")
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


def _article(row: dict[str, str]) -> dict[str, str]:
    told = {ours: (row.get(name) or "").strip() for name, ours in COLUMNS.items()}
    found = date_in(told["published"])
    return told | {"published": found.isoformat() if found else "", "text": told["text"].replace("\r\n", "\n")}
