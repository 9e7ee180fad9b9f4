"""Text as it is read: lower case, one kind of quote and hyphen, nothing invisible inside a word.

Offsets always refer to the text as given; where characters had to go, a map leads back.
"""

import re
from bisect import bisect_right

# Invisible characters that may stand inside a word: soft hyphen, zero-width characters, joiners, byte order mark.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u034f"
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
# Markdown writers escape punctuation with a backslash; the backslash is markup, the character is text.
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")

_SAME = (
    *dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\uff07", "'").items(),
    *dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"').items(),
    *dict.fromkeys("\u2010\u2011\u00ad\uff0d\ufe63", "-").items(),
    *dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "—").items(),
    ("\u2026", "."),
)


def levelled(text: str) -> str:
    """The same text, character for character, with one kind of quote, hyphen and dash."""
    if not text.isascii():
        for written, plain in _SAME:
            if written in text:  # most of them stand in no text: looking is quicker than translating
                text = text.replace(written, plain)
    return text


def lowered(text: str) -> str:
    """The text in lower case, character for character.

    ``str.lower`` makes two characters of the dotted capital I of Turkish, and of no other; it is read as a plain one.
    """
    return text.replace("\u0130", "I").lower()


class LevelledText:
    """A text without characters that only get in the way, and the way back to the text as given.

    Attributes
    ----------
    text, low
        The cleaned text as written, and in lower case; both of the same length.
    """

    def __init__(self, given: str):
        self._cuts: list[int] = []
        self._removed: list[int] = []
        text = given
        if _needs_cleaning(given):
            text = self._cleaned(given)
        self.text = text
        self.low = lowered(text)

    def _cleaned(self, given: str) -> str:
        patterns = [_INVISIBLE] if _holds_unseen(given) else []
        if "\\" in given:
            patterns.append(_ESCAPED)
        spans = [match.span() for pattern in patterns for match in pattern.finditer(given)]
        kept: list[str] = []
        position = removed = 0
        for start, end in sorted(spans):
            kept.append(given[position:start])
            removed += end - start
            self._cuts.append(end - removed)
            self._removed.append(removed)
            position = end
        kept.append(given[position:])
        return "".join(kept)

    def given(self, offset: int, *, end: bool = False) -> int:
        """Offset in the text as given of an offset in the cleaned text.

        With ``end``, that of a span's end: removed characters right behind the span stay outside of it.
        """
        if not self._cuts:
            return offset
        at = bisect_right(self._cuts, offset - 1 if end else offset)
        return offset + (self._removed[at - 1] if at else 0)


def _needs_cleaning(text: str) -> bool:
    return "\\" in text or _holds_unseen(text)


def _holds_unseen(text: str) -> bool:
    return not text.isascii() and any(each in text for each in _UNSEEN)
