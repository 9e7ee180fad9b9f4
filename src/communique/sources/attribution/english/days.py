"""The day of which an attribution speaks: "said on Friday", "two days ago", "on July 12"; open where it tells none."""

import re
from datetime import date, timedelta
from functools import cache

from communique.sources.attribution.english.words import SpeechWords, words

LONG_AGO = 300  # days: a day and month that would lie further back is one to come


@cache
def _patterns(w_key: "_Key") -> tuple[re.Pattern[str], ...]:
    w = w_key.w
    days = "|".join(w.weekdays)
    month = "|".join(name.capitalize() for name in w.months) + "|May"
    ahead = "|".join(sorted(w.coming))
    dated = re.compile(rf"\b(?:({month}) (\d{{1,2}})|(\d{{1,2}}) ({month}))\b(?:,? (\d{{4}}))?")
    weekday = re.compile(rf"(?:\b([A-Za-z]+)\s+)?\b({days})\b", re.I)
    numbers = "|".join((*w.numbers, r"\d{1,2}", "a", "an"))
    ago = re.compile(rf"\b({numbers})\s+({'|'.join(sorted(w.units))})\s+(?:ago|earlier|before)\b", re.I)
    phrases = "|".join(r"\s+".join(each.split()) for each in sorted(w.vague_days))
    vague = re.compile(rf"\b(?:{phrases})\b", re.I)
    return dated, weekday, ago, vague, re.compile(rf"(?:{ahead})$", re.I)


class _Key:
    """Words as a key of a cache: one data folder, one key."""

    def __init__(self, w: SpeechWords):
        self.w = w

    def __hash__(self) -> int:
        return id(self.w.verbs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.w.verbs is self.w.verbs


def day_said(published: date | None, around: str) -> date | None:
    """The day of a statement by the words of its attribution, or else that of the document; None where it stays open.

    A weekday is the last of its name, a day of a month the last such day. "Last week" and "recently" name no day.
    """
    if not around:
        return published
    w = words()
    dated, weekday, ago, vague, ahead = _patterns(_Key(w))
    if found := dated.search(around):
        return _of_month(published, found, w)
    if published is None:
        return None
    if found := ago.search(around):
        return _back(published, found, w)
    for found in weekday.finditer(around):
        before = (found.group(1) or "").casefold()
        if before and ahead.fullmatch(before):
            continue
        back = (published.weekday() - w.weekdays.index(found.group(2).casefold())) % 7
        return published - timedelta(back or (7 if before == "last" else 0))
    low = around.casefold()
    if re.search(r"\byesterday\b", low):
        return published - timedelta(1)
    return None if vague.search(around) else published


def _of_month(published: date | None, found: re.Match, w: SpeechWords) -> date | None:
    """A day of a month: with its year, or else the last one before the document's day."""
    name, number = found.group(1) or found.group(4), int(found.group(2) or found.group(3))
    month = 5 if name == "May" else [*w.months[:4], "may", *w.months[4:]].index(name.casefold()) + 1
    years = [int(found.group(5))] if found.group(5) else [published.year, published.year - 1] if published else []
    for year in years:
        try:
            day = date(year, month, number)
        except ValueError:
            return published
        if found.group(5) or (day <= published and (published - day).days < LONG_AGO):
            return day
    return published


def _back(published: date, found: re.Match, w: SpeechWords) -> date | None:
    """So many days before the document's; open for weeks and longer, which are seldom meant to the day."""
    number, unit = found.group(1).casefold(), found.group(2).casefold().rstrip("s")
    count = int(number) if number.isdigit() else 1 if number in w.articles else w.numbers.index(number)
    if unit in ("hour", "minute"):
        return published
    earlier = not found.group().casefold().endswith("ago")
    return published - timedelta(count) if unit == "day" and not earlier else None
