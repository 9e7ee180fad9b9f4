"""Title, publisher, author, date and address of a document, where its text or its name tells them."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DATES = (
    re.compile(rf"\b{MONTH} {DAY},? {YEAR}\b", re.I),
    re.compile(rf"\b{DAY} {MONTH},? {YEAR}\b", re.I),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)\b"),
    # A day above twelve can be no month; of others only the day first is written with full stops.
    re.compile(rf"\b(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.]{YEAR}\b"),
    re.compile(rf"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{YEAR}\b"),
    re.compile(rf"\b(?P<day>0?[1-9]|1[0-2])\.(?P<month>0?[1-9]|1[0-2])\.{YEAR}\b"),
)
RECORD = re.compile(rf"\bS/(?:PV|\d{{4}})[./]\S*.*?\b(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/{YEAR}\b")  # of the Council
YEARLESS = (re.compile(rf"\b{MONTH} {DAY}\b", re.I), re.compile(rf"\b{DAY} {MONTH}\b", re.I))
# GENEVA, July 15. /TASS/.   BEIRUT (Reuters) -   GENEVA, 14 July 2017 (AFP) --
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .’'\-]{2,40})(?:/[A-Z][A-Za-z /]{2,40})?,?\s*(?P<when>[^()/\n]{0,40}?)\s*"
    r"(?:/(?P<slashed>[A-Z][\w .\-]{1,30})/|\((?P<bracketed>[A-Z][\w .\-]{1,30})\))",
    re.M,
)
# GENEVA, 14 July 2017 - The round ended
LED = re.compile(
    r"^(?:[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){0,3}|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,2}), "
    r"(?P<when>[^()/\n–—]{5,30}?)\s*[-–—:]{1,2}\s",
    re.M,
)
# What tells of another day than that of publication, in front of it on the line.
ANOTHER = re.compile(
    r"(?i)\b(?:updated?|modified|revised|edited|changed|accessed|retrieved|downloaded|printed|saved|archived|captured|forwarded"
    r"|request(?:ed)?|generated|created|load-date|copyright|\(c\)|visited|adopted|born|until|embargo\w*)\b[^;|]*$|©[^;|]*$"
)
# What tells that the date behind it is that of the record.
INTRODUCING = re.compile(
    r"(?i)\b(?:by|published|posted|issued|released|called to order|held|meeting|sitting|conference|briefing|stakeout"
    r"|transcript|remarks|statement|interview|debated?|volume|hansard|date|dated|press|news)\b"
)
LINES = 14  # in which a document introduces itself
WEB = re.compile(r"^\s*(?:URL|Link|Source)?:?\s*(?P<url>https?://[^\s<>\"]{4,500})\s*$", re.M | re.I)
BYLINE = re.compile(r"^\s*By (?P<author>[A-Z][\w’'.\-]+(?: [A-Z][\w’'.\-]+){1,4})(?:,[^\n]{0,60})?\s*$", re.M)
NAMED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.]?(?P<month>[01]\d)[-_.]?(?P<day>[0-3]\d)(?!\d)")
LEADS = re.compile(r"\s*(?:[-–—|]|,? [A-Z][\w ]{2,30}[-–—,])")  # "14 July 2017 - The envoy said"
HEAD = 2_500  # characters in which a document introduces itself


@dataclass(frozen=True)
class Particulars:
    """What a document tells of itself; empty where it does not. ``day_of_year`` is (month, day) without a year."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    day_of_year: tuple[int, int] | None = None


def _date(found: re.Match, year: int | None = None) -> date | None:
    month = found.group("month")
    try:
        number = int(month) if month.isdigit() else MONTHS[month[:3].casefold()]
        return date(year or int(found.group("year")), number, int(found.group("day")))
    except (ValueError, KeyError):
        return None


def _yearless(text: str) -> tuple[int, int] | None:
    for pattern in YEARLESS:
        for found in pattern.finditer(text):
            if day := _date(found, 2000):
                return day.month, day.day
    return None


def date_in(text: str) -> date | None:
    """The first date that a string tells in full, None where it tells none."""
    found = [(match.start(), day) for p in DATES for match in p.finditer(text) if (day := _date(match))]
    return min(found)[1] if found else None


def from_text(text: str) -> Particulars:
    """Particulars that stand in the first lines of a text.

    A date counts only where it introduces the document: in a dateline, in a line of its own, beside a byline or at the
    head of a paragraph before a dash, since any other may be that of an event told of. That of a copyright, of a change
    or of when somebody looked at the page is none.
    """
    head = text[:HEAD]
    published, day, publisher = None, None, ""
    if line := DATELINE.search(head):
        publisher = (line.group("slashed") or line.group("bracketed")).strip()
        when = line.group("when")
        published = date_in(when)
        day = None if published else _yearless(when)
    elif line := LED.search(head):
        published = date_in(line.group("when"))
        day = None if published else _yearless(line.group("when"))
    if published is None:
        published = next(filter(None, map(_introducing, head.splitlines()[:LINES])), None)
    web = WEB.search(head)
    byline = BYLINE.search(head)
    return Particulars(
        publisher=publisher,
        author=byline.group("author") if byline else "",
        published=published,
        url=web.group("url") if web else "",
        day_of_year=day,
    )


def _introducing(row: str) -> date | None:
    """The date of a line that introduces a document, None where it tells of something else."""
    if of_council := RECORD.search(row):
        return _date(of_council)
    for pattern in DATES:
        for found in pattern.finditer(row):
            if (day := _date(found)) is None or ANOTHER.search(row, 0, found.start()):
                continue
            own = len(row) < 60 or (len(row) < 130 and INTRODUCING.search(row, 0, found.start()))
            if own or (found.start() < 3 and LEADS.match(row, found.end())):
                return day
    return None


def from_name(name: str) -> Particulars:
    """The date in a file's name: `tass-2017-07-15.txt`, `20170715_un.html`."""
    found = NAMED.search(name)
    return Particulars(published=_date(found) if found else None)
