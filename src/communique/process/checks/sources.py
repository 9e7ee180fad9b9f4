"""Whether sources can be what rows rest on: their titles, their addresses, and when they were published."""

from collections.abc import Iterator
from datetime import timedelta

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import EVENTS, SOURCES, STATEMENTS

DOCUMENT = "document"  # a source that is on no page
SLACK = timedelta(days=1)  # a page may carry the date of another time zone


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of titles and addresses, and of rows that rest on a page published before what it tells of."""
    where = folder.where(SOURCES.file)
    for line, title, kind in folder.records("sources", "title", "title_kind"):
        if bool(title) == (kind == "unknown"):
            problem = f"there is {'a' if title else 'no'} title, of the kind {kind!r}"
            remedy = "write shown, translated or described" if title else "write the title, or unknown"
            yield Fault(where, line, "title_kind", problem, remedy)
    yield from _addresses(folder, where)
    published = dict(each[1:] for each in folder.records("sources", "source_id", "published"))
    for table, verb in ((STATEMENTS, "made"), (EVENTS, "dated")):
        where = folder.where(table.file)
        for line, moment, source in folder.records(table.name, "date", "source_id"):
            out = published.get(source)
            if out and out + SLACK < moment:
                problem = f"{source} was published on {out}, before this was {verb} on {moment}"
                yield Fault(where, line, "date", problem, "mend the date, or that of the source")


def _addresses(folder: Folder, where: str) -> Iterator[Fault]:
    """Yield a fault for each page without its address, and each document without its reference or with an address."""
    for line, url, kind, reference in folder.records("sources", "url", "kind", "reference"):
        if kind == DOCUMENT and url:
            yield Fault(where, line, "url", "a document has an address", "empty it, or give the kind of its publisher")
        elif kind == DOCUMENT and not reference:
            remedy = "it needs what the document is found by, such as its number"
            yield Fault(where, line, "reference", "the cell is empty", remedy)
        elif kind != DOCUMENT and not url:
            remedy = f"it needs a web address; what is on no page is of the kind {DOCUMENT}, with a reference"
            yield Fault(where, line, "url", "the cell is empty", remedy)
        elif kind != DOCUMENT and reference:
            remedy = f"empty it, or write the kind {DOCUMENT} and no address"
            yield Fault(where, line, "reference", f"a page of the kind {kind} has a reference", remedy)
