"""English as a desk officer writes it: numbers in words, lists, dates, plurals."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

UNDEFINED = "–"  # in a table, for what has no value
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """A count in words up to twelve ("no", "one", ... "twelve"), in figures from there on."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def alone(count: int) -> str:
    """A count that stands without its noun: "none", "one", ... "twelve", in figures from there on."""
    return number(count) if count else "none"


def counted(count: int, singular: str, plural: str = "") -> str:
    """A count with its noun: "no mentions", "one mention", "14 mentions"."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def possessive(name: str) -> str:
    """The name as an owner's: "Annan's", "Davis's"."""
    return f"{name}’s"


def verb(count: int, singular: str, plural: str) -> str:
    """The form of a verb that agrees with a count of its subject: "is" for one or none, "are" for more."""
    return singular if count < 2 else plural


def times(count: int) -> str:
    """How often: "never", "once", "twice", "three times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def joined(parts: Iterable[str], last: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"; empty for no parts."""
    *first, final = [part for part in parts if part] or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def capitalised(text: str) -> str:
    """The text with its first letter as a capital and the rest as it is."""
    return text[:1].upper() + text[1:]


def choice_label(choice: str) -> str:
    """A value of a closed list as readers see it: "State media", "UN", "NGO"."""
    return choice.upper() if choice in ("un", "ngo") else capitalised(choice.replace("_", " "))


def lowered(text: str, names: Collection[str]) -> str:
    """A sentence's words as they stand within another: a small first letter, unless the first word is one of `names`.

    A name that stands in `names` with a small letter itself, as "al-Jaafari" does, gets that.
    """
    first = re.match(r"[\w'’-]*", text)[0]
    small = first[:1].lower() + first[1:]
    keeps = first in names or (first.isupper() and len(first) > 1)
    return text if keeps and small not in names else small + text[len(first) :]


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop at its end, where none is."""
    return text if text.endswith((".", "!", "?", "…", ".”")) else text + "."


def day(moment: date) -> str:
    """A date as readers see it: "10 July 2017"."""
    return f"{moment.day} {moment:%B %Y}"


def period(start: date, end: date) -> str:
    """A span of days with no part said twice: "10-14 July 2017", "28 November - 1 December 2017" (en dashes)."""
    if start == end:
        return day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def periods(spans: Sequence[tuple[date, date]]) -> str:
    """Several spans of days in one phrase: "22-31 January 2014 and 10-15 February 2014" (en dashes)."""
    return joined(period(start, end) for start, end in spans)


def window(start: date, end: date, said: date | None = None) -> str:
    """A span of days that was named: "May 2017", "January - February 2018", "2018", else as `period` tells it.

    One that opens on the day it was `said` is a limit: "by 31 May 2017".
    """
    if start == end:
        return day(end)
    if said is not None and start == said:
        return f"by {day(end)}"
    if start.day > 1 or (end + timedelta(days=1)).day > 1:
        return period(start, end)
    if (start.month, end.month, start.year) == (1, 12, end.year):
        return str(end.year)
    if start.year == end.year:
        return f"{end:%B %Y}" if start.month == end.month else f"{start:%B} – {end:%B %Y}"
    return f"{start:%B %Y} – {end:%B %Y}"


def days(count: float) -> str:
    """A number of days in the unit a reader thinks in: days up to fourteen weeks, then months, then years.

    Days are whole, or halves as a median may be ("21.5 days"). A month is counted as 30.4 days and a year as 365.25,
    each rounded to the nearest.
    """
    if abs(count) < 99:
        return counted(int(count), "day") if count == int(count) else f"{count:.1f} days"
    months = round(count / 30.4)
    return counted(months, "month") if months < 24 else counted(round(count / 365.25), "year")


def delay(count: float) -> str:
    """How late something came, in the unit a reader thinks in: days up to two weeks, weeks up to fourteen, then `days`.

    "three days", "eleven weeks", "five months".
    """
    weeks = round(count / 7)
    return counted(weeks, "week") if count > 14 and weeks <= 14 else days(count)


def percent(share: float) -> str:
    """A share of 1 as a whole percentage: "67 %"."""
    return f"{share * 100:.0f} %"


def sounding(gap: float, one: str, other: str) -> str:
    """How much better something sounds from `one` than from `other`: "better from a than from b", "alike from a and b".

    A gap that would be shown as 0.00 is none.
    """
    if signed(gap) == signed(0):
        return f"alike from {one} and from {other}"
    return f"{'better' if gap > 0 else 'worse'} from {one} than from {other}"


def signed(value: float) -> str:
    """An index with its sign and two decimals: "+0.45", "-0.12" with a true minus, "0.00"."""
    text = f"{value:+.2f}".replace("-", "−")
    return "0.00" if text in ("+0.00", "−0.00") else text
