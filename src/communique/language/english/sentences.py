"""Where the sentence around a place begins and ends, in prose, transcripts and headlines.

Only the surroundings of a term are looked at; a text without terms is never split.
"""

import re
from functools import cache
from typing import NamedTuple

from communique.language.english.words import EnglishWords

# Longest sentence looked at, in characters; beyond it a text without full stops is cut at a space.
LONGEST = 900

# It begins with the class of all that may begin an end, so that the search passes quickly over everything else.
_END = re.compile(
    r"""
    [.!?\u2026\n](?:
      (?<=[.!?\u2026])[.!?\u2026]*["'\u2019\u201d)\]*_]*\s+(?=["'\u2018\u201c(\[*_#\u2014\u2013-]*[^\W\d_a-z]|["'\u201c(\[]*\d|[-\u2014\u2013]|\\?[#*\[])
    | (?<=[?!])["'\u2019\u201d)\]*_]*\s+            # ? and ! end a sentence whatever follows
    | (?<=\n)\s*\n\s*                               # an empty line
    | (?<=\n)(?=\s*(?:[-*\u2022\u00b7]\s|\d{1,2}\\?[.)]\s|[#>|]))   # a list item or heading
    | (?<=\n)(?=\s*Q\s|\s*(?:[A-Z]{2,}[A-Z.'\u2019\- ]{0,40}):)  # a new speaker
    )
    """,
    re.VERBOSE,
)
# How far behind its end a boundary looks for what begins a sentence.
_AHEAD = 48
_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LAST_WORD = re.compile(r"([^\s(\[\"'\u2018\u201c]*)\.$")


class Span(NamedTuple):
    """A stretch of text: offsets of its first character and behind its last."""

    start: int
    end: int


def sentence_around(text: str, start: int, end: int, lists: EnglishWords) -> Span:
    """The sentence that holds ``text[start:end]``, without white space at its ends.

    Sentences are at most `LONGEST` characters long on either side of the place; where no end is found within, the
    text is cut at a space.
    """
    low = max(0, start - LONGEST)
    first = low
    if low:
        space = text.find(" ", low, start)
        first = space + 1 if space >= 0 else low
    ends = [match for match in _END.finditer(text, low, min(len(text), start + _AHEAD)) if match.end() <= start]
    for match in reversed(ends):
        if not _within(text, match, lists):
            first = match.end()
            break
    high = min(len(text), end + LONGEST)
    last = high
    if high < len(text):
        space = text.rfind(" ", end, high)
        last = space if space >= 0 else high
    for match in _END.finditer(text, end, min(len(text), high + 20)):
        if not _within(text, match, lists):
            last = min(last, match.end())
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return Span(first, last)


def _within(text: str, match: re.Match[str], lists: EnglishWords) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial and ends nothing."""
    if not match.group().startswith("."):
        return False
    if "\n\n" in match.group():
        return False
    before = text[max(0, match.start() - 12) : match.start() + 1]
    word = _LAST_WORD.search(before)
    if not word:
        return False
    last = word[1].lower()
    if _LETTERS.fullmatch(
        last
    ):  # U.S., U.N., a.m., one initial: the end of a sentence only before a word that begins one
        return not _opener(lists.sentences.openers).match(text, match.end())
    if last == "no":  # No. 5 is a number, "No. He left." a refusal
        return text[match.end() : match.end() + 1].isdigit()
    return last in lists.abbreviations.ending_nothing


@cache
def _opener(openers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, openers))})\b")
