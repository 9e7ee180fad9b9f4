"""The small notation in which the lexicon's data files write phrases, and what it compiles to.

A phrase is words separated by spaces, matched against a line of lower-case tokens separated by single spaces:

=============  ==========================================================================
``hope|wish``  either word
``<hope>``     the verb in all its forms: hope, hopes, hoped, hoping
``{be}``       any word of the class ``be`` in ``words.csv``
``(so)``       the word may be missing; also ``(so|very)``, ``(<hope>)``, ``({be})``
``*`` ``*3``   up to one, up to three words; never punctuation or a negation; also ``(*3)``
``a / b``      either phrase
``[there]``    the word must follow, but is no part of the phrase; also ``[{bring}]``; only at the end
=============  ==========================================================================
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from communique.errors import DataError, Fault

_SLOT = re.compile(r"^(\()?(.*?)(?(1)\))$")
_WORD = r"[^\s,;:.?!—]+"


class Notation:
    """What a phrase may refer to, in any language.

    Parameters
    ----------
    classes
        Words by the name of their class.
    inflect
        Gives all forms of a verb.
    never_in_a_gap
        Words that ``*`` does not stand for.
    """

    def __init__(
        self,
        classes: Mapping[str, tuple[str, ...]],
        inflect: Callable[[str], tuple[str, ...]],
        never_in_a_gap: Collection[str] = (),
    ):
        self.classes = classes
        self._inflect = inflect
        kept_out = "|".join(map(re.escape, never_in_a_gap))
        self._gap = f"(?!(?:{kept_out})(?: |$)){_WORD}" if kept_out else _WORD

    def words(self, slot: str, *, path: str = "", line: int = 0) -> tuple[str, ...]:
        """The words one slot stands for; a class may name verbs and other classes."""
        found: list[str] = []
        for part in slot.split("|"):
            if part.startswith("<") and part.endswith(">"):
                found += self._inflect(part[1:-1].replace("_", " "))
            elif part.startswith("{") and part.endswith("}"):
                if part[1:-1] not in self.classes:
                    raise DataError(
                        [Fault(path, line, "pattern", f"no word class {part}", f"there are {', '.join(self.classes)}")]
                    )
                for word in self.classes[part[1:-1]]:
                    found += self.words(word, path=path, line=line)
            else:
                found.append(part.replace("_", " "))
        return tuple(dict.fromkeys(found))

    def slots(self, pattern: str, *, path: str = "", line: int = 0) -> Iterator[tuple[str, bool]]:
        """Each slot as a regular expression, and whether it may be missing."""
        for slot in pattern.split():
            optional, inner = _SLOT.match(slot).groups()
            if inner.startswith("*"):
                for _ in range(int(inner[1:] or 1)):
                    yield self._gap, True
                continue
            words = sorted(self.words(inner, path=path, line=line), key=len, reverse=True)
            body = "|".join(map(re.escape, words))
            yield (f"(?:{body})" if len(words) > 1 else body), bool(optional)

    def regex(self, pattern: str, *, path: str = "", line: int = 0) -> str:
        """Source of a regular expression that matches the phrase at a token's start and ends at a token's end."""
        phrases = sorted(pattern.split(" / "), key=lambda phrase: -len(phrase.split()))
        return f"(?:{'|'.join(self._phrase(phrase, path=path, line=line) for phrase in phrases)})(?= |$)"

    def _phrase(self, phrase: str, *, path: str, line: int) -> str:
        parts: list[str] = []
        started = False
        phrase, _, ahead = phrase.partition(" [")
        for body, optional in self.slots(phrase, path=path, line=line):
            if not started:
                parts.append(f"(?:{body} )?" if optional else body)
                started = not optional
            else:
                parts.append(f"(?: {body})?" if optional else f" {body}")
        if ahead:
            words = "|".join(map(re.escape, self.words(ahead.rstrip("]"), path=path, line=line)))
            parts.append(f"(?= (?:{words})(?: |$))")
        return "".join(parts)

    def regex_before(self, pattern: str, *, path: str = "", line: int = 0) -> str:
        """Source of a regular expression for a phrase that ends right before a token, one space after it."""
        phrases = [
            "".join(f"(?:{body} )?" if optional else f"(?:{body}) " for body, optional in self.slots(phrase))
            for phrase in pattern.split(" / ")
        ]
        return rf"(?:^|(?<= ))(?:{'|'.join(phrases)})$"

    def openings(self, phrase: str, *, path: str = "", line: int = 0) -> dict[str, frozenset[str] | None]:
        """The words a phrase can begin with, each with those that can follow it; None where any can, or nothing."""
        slots = self._parsed(phrase, path=path, line=line)
        found: dict[str, frozenset[str] | None] = {}
        for place, (words, optional) in enumerate(slots):
            if words is None:
                remedy = "begin it with a word"
                raise DataError([Fault(path, line, "pattern", f"{phrase!r} begins with a gap", remedy)])
            for word in words:
                head, *rest = word.split(" ")
                follows = frozenset(rest[:1]) if rest else _heads(slots[place + 1 :])
                known = found.get(head, frozenset())
                found[head] = None if follows is None or known is None else known | follows
            if not optional:
                break
        return found

    def needed(self, phrase: str, *, path: str = "", line: int = 0) -> frozenset[str]:
        """Words of which one must stand where a phrase does, behind its first if it can be; empty where none must."""
        slots = self._parsed(phrase, path=path, line=line)
        required = [words for words, optional in slots if words is not None and not optional]
        return frozenset(word.split(" ")[0] for word in min(required[1:] or required, key=len, default=()))

    def _parsed(self, phrase: str, *, path: str, line: int) -> list[tuple[tuple[str, ...] | None, bool]]:
        """The words of each slot, None for a gap, and whether it may be missing; what must follow is a slot as well."""
        phrase, _, ahead = phrase.partition(" [")
        slots: list[tuple[tuple[str, ...] | None, bool]] = []
        for slot in phrase.split():
            optional, inner = _SLOT.match(slot).groups()
            gap = inner.startswith("*")
            slots.append((None if gap else self.words(inner, path=path, line=line), gap or bool(optional)))
        if ahead:
            slots.append((self.words(ahead.rstrip("]"), path=path, line=line), False))
        return slots


def _heads(slots: list[tuple[tuple[str, ...] | None, bool]]) -> frozenset[str] | None:
    """First words of what comes next; None where that is a gap, or where nothing need come."""
    found: set[str] = set()
    for words, optional in slots:
        if words is None:
            return None
        found.update(word.split(" ")[0] for word in words)
        if not optional:
            return frozenset(found)
    return None
