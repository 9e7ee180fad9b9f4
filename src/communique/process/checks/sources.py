"""Whether sources can be what rows rest on: their titles, and when they were published."""

from collections.abc import Iterator
from datetime import timedelta

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import EVENTS, SOURCES, STATEMENTS

SLACK = timedelta(days=1)  # a page may carry the date of another time zone


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of titles, and of rows that rest on a page published before what it tells of."""
    where = folder.where(SOURCES.file)
    for line, title, kind in folder.records("sources", "title", "title_kind"):
        if bool(title) == (kind == "unknown"):
            problem = f"there is {'a' if title else 'no'} title, of the kind {kind!r}"
            remedy = "write shown, translated or described" if title else "write the title, or unknown"
            yield Fault(where, line, "title_kind", problem, remedy)
    published = dict(each[1:] for each in folder.records("sources", "source_id", "published"))
    for table, verb in ((STATEMENTS, "made"), (EVENTS, "dated")):
        where = folder.where(table.file)
        for line, moment, source in folder.records(table.name, "date", "source_id"):
            out = published.get(source)
            if out and out + SLACK < moment:
                problem = f"{source} was published on {out}, before this was {verb} on {moment}"
                yield Fault(where, line, "date", problem, "mend the date, or that of the source")
