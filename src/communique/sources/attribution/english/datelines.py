"""Datelines and hours at the head of a paragraph: "GENEVA, July 14, 2017 (AFP) - ", "12.30 ", which nobody says."""

import re

_PLACE = r"[A-Z][\w.’'\-]*(?:[ /][A-Z][\w.’'\-]*){0,4}"
_CAPITALS = r"[A-Z][A-Z.’'\-]{2,}(?:[ /][A-Z][A-Z.’'\-]+){0,3}"
_MORE = r"(?:,? [^()\n\"“”–—/]{2,40}?)?"
_DATE = r", (?:[A-Z][a-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})?"
_DASH = r"[-–—]{1,2}"
_HOUR = r"\d{1,2}[.:h]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{3,4}|local time))?"  # of an entry of a live blog
DATELINE = re.compile(
    rf"{_PLACE}{_MORE}\s*(?:\([A-Z][^()\n]{{1,40}}\)\s*(?:{_DASH}|\.)|/[A-Z][\w .\-]{{1,30}}/\.?\s*(?:{_DASH})?)\s+"
    rf"|{_CAPITALS}{_MORE}\s*{_DASH}\s+(?=[A-Z“\"'‘(])"
    rf"|{_PLACE}{_DATE}\s*(?:{_DASH}|:)\s+"
    rf"|{_HOUR}(?:\s*(?:{_DASH}|[:|]))?\s+(?=[A-Z“\"'‘])"
)
LONGEST = 140  # characters of a dateline


def dateline(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin: behind its dateline, if it has one."""
    found = DATELINE.match(text, start, min(end, start + LONGEST))
    return found.end() if found and found.end() < end else start
