"""A sentence as a line of lower-case tokens, with the walls between its clauses."""

import re
from bisect import bisect_left, bisect_right

from communique.language.characters import levelled, lowered

_TOKEN = re.compile(
    r"""
      can(?=not\b)                                    # cannot: can + not
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
_PLAIN = {
    "n't": "not",
    "'ll": "will",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
    "wo": "will",
    "ca": "can",
    "ai": "is",
    "--": "—",
    "---": "—",
}

# Quotation and emphasis say who speaks and how loud; no cue is read across or by them.
_MARKS = frozenset("\"'*")
_POSSESSIVE = re.compile(r"s' [a-z]")
# After these, 's is "is" or "has"; after others it may be a possessive.
_BEFORE_IS = frozenset("there it that he she what who here where this how".split())
# After these, "will" is a noun.
_BEFORE_THE_WILL = frozenset(
    "political good free the a of no sufficient enough any strong collective genuine real".split()
)
# After these, 'd is "had"; else it is "would".
_AFTER_HAD = frozenset("been had better gotten got made seen said done gone come taken given had met told".split())


def _is_name(written: str, words: list[str], index: int) -> bool:
    """Whether *May* is a month or a person and no auxiliary."""
    if written != "May":
        return False
    if index:
        return True
    return words[1:2] not in (["the"], ["i"], ["we"], ["they"], ["this"], ["there"])


class Line:
    """Tokens of one sentence.

    Attributes
    ----------
    words : list of str
        Tokens in lower case, without quotation marks; contractions written out (``won't``: ``will``, ``not``).
    starts, ends : list of int
        Offsets of each token in the sentence.
    norm : str
        The words joined by single spaces; phrases are matched against it.
    at : list of int
        Offset of each token in ``norm``.
    """

    __slots__ = ("at", "ends", "norm", "raw", "starts", "words")

    def __init__(self, sentence: str):
        self.raw = sentence
        low = lowered(levelled(sentence))
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(low):
            word = match.group()
            if word in _MARKS and not (word == "'" and _POSSESSIVE.match(low, max(0, match.start() - 1))):
                continue
            if words and words[-1] == "'d":
                words[-1] = "had" if word in _AFTER_HAD or word.endswith("ed") else "would"
            if words and words[-1] == "'s" and len(words) > 1 and words[-2] in _BEFORE_IS:
                words[-1] = "has" if word in _AFTER_HAD else "is"
            words.append(_PLAIN.get(word, word))
            starts.append(match.start())
            ends.append(match.end())
        for index, word in enumerate(words):
            if word == "may" and _is_name(sentence[starts[index] : ends[index]], words, index):
                words[index] = "may-name"
            elif word == "will" and index and words[index - 1] in _BEFORE_THE_WILL:
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
