"""What one cell may hold: the values it stands for, or what is wrong with it and what would work."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from communique.process.schema import LIST_SEPARATOR, CsvColumn
from communique.prose import joined
from communique.suggest import suggestion

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# Without flags and groups, for `datapackage` tells these patterns to other programs.
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile("[0-9]{4}-[0-9]{2}")
DUE_ROUND = re.compile("round:[1-9][0-9]{0,2}")
LANGUAGE = re.compile("[a-z]{2}")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})", re.ASCII)
POINTED = re.compile(r"-?\d+\.0+", re.ASCII)  # a whole number as spreadsheets and pandas write one
_URL = re.compile(r"https?://[^\s/?#@\\]+\.[^\s/?#@\\]+([/?#]\S*)?", re.IGNORECASE)
# Line breaks and tabs are text; every other control character is the trace of a broken copy, U+FFFD of a lost one.
# Half a character (a surrogate) can stand in no file; YAML can name one.
_BROKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and a symbol of Unicode's that show nothing


class CellError(ValueError):
    """A cell holds what its column does not allow: `problem`, and the `remedy` that would work."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(problem, remedy)
        self.problem, self.remedy = problem, remedy


def value(column: CsvColumn, text: str) -> object:
    """What the cell `text` of a column stands for; raises `CellError` where it stands for nothing allowed.

    That is an int, a str, a `date` (None where empty), for lists a tuple of str, for intervals a tuple of pairs of
    dates. A month is its first day (use `last_day` for its end); ``due`` stays text.
    """
    if text != text.strip():
        if not text.strip():
            raise CellError("the cell holds nothing but white space", "empty it")
        raise CellError(f"white space around {text.strip()!r}", "remove it")
    if not text:
        if column.required:
            needs = joined(column.choices, "or") if column.choices else _NEEDS[column.kind]
            raise CellError("the cell is empty", f"it needs {needs}")
        return _EMPTY.get(column.kind, "")
    return _READERS[column.kind](column, text)


def value_or_fault(column: CsvColumn, text: str) -> tuple[object, CellError | None]:
    """What the cell stands for and None, or None and what is wrong with it."""
    try:
        return value(column, text), None
    except CellError as error:
        return None, error


def day(text: str) -> date:
    """The day a text in the form ``YYYY-MM-DD`` names; raises `CellError` for anything else."""
    if not DAY.fullmatch(text):
        raise CellError(f"{text!r} is not a date", "write it as YYYY-MM-DD, e.g. 2017-07-10")
    try:
        moment = date.fromisoformat(text)
    except ValueError:
        year, month = int(text[:4]), int(text[5:7])
        if year and 1 <= month <= 12:
            remedy = f"{text[:7]} has {monthrange(year, month)[1]} days"
        else:
            remedy = "months are 01 to 12, written before the day"
        raise CellError(f"there is no day {text}", remedy) from None
    if not EARLIEST <= moment <= LATEST:
        raise CellError(f"the year {moment.year:04} is out of range", f"years are {EARLIEST.year} to {LATEST.year}")
    return moment


def last_day(text: str) -> date:
    """The last day of what a cell of kind ``month`` names: the day itself, or the end of its month."""
    if not MONTH.fullmatch(text):
        return day(text)
    first = day(text + "-01")
    return first + timedelta(days=monthrange(first.year, first.month)[1] - 1)


def whole(text: str) -> str:
    """The text, without the point and noughts of a whole number: "1" for "1.0"."""
    return text.partition(".")[0] if POINTED.fullmatch(text) else text


def members(text: str) -> tuple[str, ...]:
    """The members of a list in a cell, none for an empty one."""
    return tuple(text.split(LIST_SEPARATOR)) if text else ()


def unbroken(text: str) -> str:
    """The text as it is.

    Raises `CellError` where it holds a control character or one that was lost, or nothing that anybody could see.
    """
    if found := _BROKEN.search(text):
        lost = found[0] == "\ufffd"
        kind = "half of a character," if "\ud800" <= found[0] <= "\udfff" else "the control character"
        problem = "a character was lost here" if lost else f"it holds {kind} U+{ord(found[0]):04X}"
        raise CellError(problem, "write it again in place of the \ufffd" if lost else "remove it")
    if text and not any(map(_is_seen, text)):
        raise CellError(
            f"it holds nothing but characters that nobody sees, such as {_name(text[0])}", "write it again, or empty it"
        )
    return text


def _is_seen(character: str) -> bool:
    """Whether a character shows something on its own: no mark, format character or filler does."""
    return character not in _FILLERS and unicodedata.category(character)[0] not in "CMZ"


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'without a name').lower()})"


def _id(column: CsvColumn, text: str) -> str:
    if not IDENTIFIER.fullmatch(text):
        raise CellError(f"{text!r} is no id", "an id is made of letters a-z, digits, - and _, without spaces")
    return text


def _url(column: CsvColumn, text: str) -> str:
    if not _URL.fullmatch(text):
        raise CellError(f"{text[:60]!r} is no web address", "it must start with https:// or http://, without spaces")
    return text


def _integer(column: CsvColumn, text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise CellError(f"{text!r} is not a whole number", "write it in digits, e.g. 3")
    number = int(text)
    if (column.least is not None and number < column.least) or (column.most is not None and number > column.most):
        raise CellError(f"{number} is out of range", f"it must be {column.least} to {column.most}")
    return number


def _month(column: CsvColumn, text: str) -> date:
    if MONTH.fullmatch(text):
        try:
            return day(text + "-01")
        except CellError as error:
            raise CellError(f"there is no month {text}", error.remedy) from None
    return day(text)


def _choice(column: CsvColumn, text: str) -> str:
    if text not in column.choices:
        raise CellError(f"there is no {column.name} {text!r}", suggestion(text, column.choices))
    return text


def _language(column: CsvColumn, text: str) -> str:
    if not LANGUAGE.fullmatch(text):
        raise CellError(f"{text!r} is no language code", "write the two small letters of ISO 639-1, e.g. en")
    return text


def _parts(text: str) -> tuple[str, ...]:
    parts = members(text)
    for place, part in enumerate(parts):
        if not part.strip():
            raise CellError(f"member {place + 1} of the list is empty", f"remove the {LIST_SEPARATOR} too many")
    return parts


def _list(column: CsvColumn, text: str) -> tuple[str, ...]:
    parts = _parts(text)
    for part in parts:
        if part != part.strip():
            raise CellError(f"white space around {part.strip()!r}", f"write {LIST_SEPARATOR} without spaces")
        unbroken(part)
    if len(set(parts)) < len(parts):
        known: set[str] = set()
        twice = next(part for part in parts if part in known or known.add(part))
        raise CellError(f"{twice!r} stands in the list twice", "name it once")
    return parts


def _intervals(column: CsvColumn, text: str) -> tuple[tuple[date, date], ...]:
    spans = []
    for part in _parts(text):
        start, slash, end = part.partition("/")
        if not slash:
            raise CellError(f"{part!r} is not an interval", "write it as start/end, e.g. 2017-07-10/2017-07-14")
        span = (day(start), day(end))
        if span[0] > span[1]:
            raise CellError(f"the sitting {part} ends before it starts", "write the earlier day first")
        if spans and span[0] <= spans[-1][1]:
            raise CellError(f"the sitting {part} starts before the last one ends", "list sittings in order of time")
        spans.append(span)
    return tuple(spans)


def _due(column: CsvColumn, text: str) -> str:
    if DUE_ROUND.fullmatch(text):
        return text
    if text.lower().startswith("round"):
        raise CellError(f"{text!r} names no round", "write round:N, e.g. round:8")
    try:
        day(text)
    except CellError as error:
        if DAY.fullmatch(text):
            raise
        raise CellError(error.problem, "write a date as YYYY-MM-DD, or round:N") from None
    return text


_READERS: dict[str, Callable[[CsvColumn, str], object]] = {
    "id": _id,
    "text": lambda column, text: unbroken(text),
    "url": _url,
    "integer": _integer,
    "day": lambda column, text: day(text),
    "month": _month,
    "choice": _choice,
    "language": _language,
    "list": _list,
    "intervals": _intervals,
    "due": _due,
}
_EMPTY: dict[str, object] = {"day": None, "month": None, "list": (), "intervals": ()}
_NEEDS = {
    "id": "an id",
    "text": "some text",
    "url": "a web address",
    "integer": "a whole number",
    "day": "a date, YYYY-MM-DD",
    "month": "a date",
    "language": "a language code, e.g. en",
    "list": "one member or more",
    "intervals": "one sitting or more, e.g. 2017-07-10/2017-07-14",
    "due": "a date or round:N",
}
