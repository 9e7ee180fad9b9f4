"""Walls between the clauses of a sentence: how far the force of a cue can reach.

The walls are found by closed lists of words, without a parser; a wall's height says what cannot pass it.
"""

from communique.language.lexicon import Lexicon
from communique.language.tokens import Line

NONE, COMMA, COMPLEMENT, CLAUSE, STOP = range(5)

_STOPS = frozenset(";:.?!")
_COMMAS = frozenset([",", "—", "-", "(", ")", "[", "]"])
_CONTRAST = frozenset("however nevertheless nonetheless".split())
_JOINING = frozenset("and or but nor so yet then".split())
_NO_CONTRAST = frozenset("nothing anything all everything none".split())
# How many words after a comma or "and" may stand before the verb that makes a clause of what follows.
_SUBJECT = 6


class Clauses:
    """The walls of one sentence.

    Attributes
    ----------
    height : list of int
        Height of the wall in front of each token: `NONE`, `COMMA`, `COMPLEMENT` (*that*, *whether*), `CLAUSE` (a
        relative, subordinate or coordinated clause begins) or `STOP`.
    """

    def __init__(self, line: Line, lexicon: Lexicon):
        words = line.words
        self.words = words
        notation = lexicon.notation
        self._aux = frozenset(notation.words("{aux}"))
        self._pronouns = frozenset(notation.words("{pronoun}"))
        self._say = frozenset(notation.words("{say}"))
        self._prep = frozenset(notation.words("{prep}"))
        sub = frozenset(notation.words("{sub}"))
        comp = frozenset(notation.words("{comp}"))
        heights: list[int] = []
        for index, word in enumerate(words):
            height = NONE
            if word in _STOPS:
                height = STOP
            elif word in _COMMAS:
                height = CLAUSE if self._opens(index + 1) else COMMA
            elif word in _CONTRAST:
                height = STOP
            elif word == "but":
                height = NONE if index and words[index - 1] in _NO_CONTRAST else STOP
            elif word in sub:
                height = CLAUSE
            elif word in comp:
                height = COMPLEMENT
            elif word in _JOINING and self._opens(index + 1):
                height = CLAUSE
            heights.append(height)
        self.height = heights

    def _opens(self, index: int) -> bool:
        """Whether a clause with its own subject and verb begins at a token."""
        words = self.words
        if index >= len(words):
            return False
        if words[index] in _JOINING and index + 1 < len(words):
            index += 1
        if words[index] in self._pronouns or words[index] in self._aux:
            return True
        for word in words[index + 1 : index + 1 + _SUBJECT]:
            if word in _COMMAS or word in _STOPS or word in ("that", "to", "and", "or"):
                return False
            if word in self._aux:
                return True
        return False

    def highest(self, start: int, end: int) -> int:
        """Height of the highest wall in front of the tokens ``start`` up to and without ``end``."""
        return max(self.height[start:end], default=NONE)
