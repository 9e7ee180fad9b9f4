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
)
YEARLESS = (re.compile(rf"\b{MONTH} {DAY}\b", re.I), re.compile(rf"\b{DAY} {MONTH}\b", re.I))
# GENEVA, July 15. /TASS/.   BEIRUT (Reuters) -   GENEVA, 14 July 2017 (AFP) --
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .’'\-]{2,40})(?:/[A-Z][A-Za-z /]{2,40})?,?\s*(?P<when>[^()/\n]{0,40}?)\s*"
    r"(?:/(?P<slashed>[A-Z][\w .\-]{1,30})/|\((?P<bracketed>[A-Z][\w .\-]{1,30})\))",
    re.M,
)
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


def from_text(text: str) -> Particulars:
    """Particulars that stand in the first lines of a text.

    A date counts only where it introduces the document: in a line of its own, at the head of a paragraph before a dash,
    or in a dateline, since any other may be that of an event told of.
    """
    head = text[:HEAD]
    published, day, publisher = None, None, ""
    if line := DATELINE.search(head):
        publisher = (line.group("slashed") or line.group("bracketed")).strip()
        when = line.group("when")
        published = next((d for p in DATES for f in p.finditer(when) if (d := _date(f))), None)
        day = None if published else _yearless(when)
    if published is None:
        for row in head.splitlines()[:14]:
            found = next((f for p in DATES if (f := p.search(row))), None)
            if found and (len(row) < 60 or (found.start() < 3 and LEADS.match(row, found.end()))):
                published = _date(found)
                break
    web = WEB.search(head)
    byline = BYLINE.search(head)
    return Particulars(
        publisher=publisher,
        author=byline.group("author") if byline else "",
        published=published,
        url=web.group("url") if web else "",
        day_of_year=day,
    )


def from_name(name: str) -> Particulars:
    """The date in a file's name: `tass-2017-07-15.txt`, `20170715_un.html`."""
    found = NAMED.search(name)
    return Particulars(published=_date(found) if found else None)
