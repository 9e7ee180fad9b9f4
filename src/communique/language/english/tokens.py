"""A sentence as a line of lower-case tokens, with the walls between its clauses."""

import re
from bisect import bisect_left, bisect_right

from communique.language.characters import levelled, lowered
from communique.language.english.words import TokenWords

_TOKEN = re.compile(
    r"""
      (?!cannot\b)[^\W\d_]{2,}(?=[\s,.;:!?])          # most words: nothing hangs on them
    | can(?=not\b)                                    # cannot: can + not
    | (?:\w\.){2,}                                    # u.s., e.g.
    | \d+(?:[.,:]\d+)*%?                              # 10,000
    | (?:(?!n't\b)\w)+(?=n't\b) | n't\b               # do + n't
    | '(?:s|re|ve|ll|d|m)\b                           # it + 's
    | \w+(?:-\w+)*
    | --+ | \.\.+
    | [^\w\s]
    """,
    re.VERBOSE,
)

# Quotation and emphasis say who speaks and how loud; no cue is read across or by them.
_MARKS = frozenset("\"'*")
_POSSESSIVE = re.compile(r"s' [a-z]")


def _is_name(written: str, words: list[str], index: int, lists: TokenWords) -> bool:
    """Whether *May* is a month or a person and no auxiliary."""
    if written != "May":
        return False
    if index:
        return True
    return lists.after_may.isdisjoint(words[1:2])


class Line:
    """Tokens of one sentence.

    Attributes
    ----------
    words : list of str
        TokenWords in lower case, without quotation marks; contractions written out (``won't``: ``will``, ``not``).
    starts, ends : list of int
        Offsets of each token in the sentence.
    norm : str
        The words joined by single spaces; phrases are matched against it.
    at : list of int
        Offset of each token in ``norm``.
    """

    __slots__ = ("at", "ends", "norm", "raw", "starts", "words")

    def __init__(self, sentence: str, lists: TokenWords):
        self.raw = sentence
        low = lowered(levelled(sentence))
        plain = lists.plain
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last, end = "", 0
        for word in _TOKEN.findall(low):
            start = low.find(word, end)
            end = start + len(word)
            if word in _MARKS and not (word == "'" and _POSSESSIVE.match(low, max(0, start - 1))):
                continue
            if last == "'d":
                words[-1] = "had" if word in lists.after_had or word.endswith("ed") else "would"
            elif last == "'s" and len(words) > 1 and words[-2] in lists.before_is:
                words[-1] = "has" if word in lists.after_had else "is"
            last = plain.get(word, word)
            words.append(last)
            starts.append(start)
            ends.append(end)
        for index, word in enumerate(words):
            if word == "may" and _is_name(sentence[starts[index] : ends[index]], words, index, lists):
                words[index] = "may-name"
            elif word == "will" and index and words[index - 1] in lists.before_the_will:
                words[index] = "will-noun"
        self.words, self.starts, self.ends = words, starts, ends
        self.norm = " ".join(words)
        at: list[int] = []
        position = 0
        for word in words:
            at.append(position)
            position += len(word) + 1
        self.at = at

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends behind an offset of the sentence."""
        return bisect_right(self.ends, offset)

    def index(self, position: int) -> int:
        """Index of the token that begins at or behind an offset of ``norm``."""
        return bisect_left(self.at, position)
