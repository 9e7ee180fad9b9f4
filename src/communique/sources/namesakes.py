"""Which of several people of one last name a text means: the last whom it has named in full."""

import re
from bisect import bisect_left

from communique.sources.attribution.english.words import SpeechWords

BEFORE = re.compile(r"([A-Z][\w’'.\-]+|al-[A-Z][\w’'\-]+)[ \n]+((?:(?:[a-z]{2,3}|al|Al)[ \n-])?)$")
MOST = 400  # occurrences of a last name that are looked at
REACH = 40  # characters before a last name in which a first name stands


class Namesakes:
    """The full names of one text, found when a last name alone is asked for."""

    def __init__(self, text: str, w: SpeechWords):
        self.text = text
        self.w = w
        self._known: dict[str, list[tuple[int, str]]] = {}

    def last_named(self, name: str, before: int) -> str:
        """The last full name before a place that ends with this last name; empty without."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._search(name)
        at = bisect_left(found, before, key=lambda pair: pair[0])
        return found[at - 1][1] if at else ""

    def _search(self, name: str) -> list[tuple[int, str]]:
        found, at = [], 0
        for _ in range(MOST):
            at = self.text.find(name, at)
            if at < 0:
                break
            end = at + len(name)
            whole = not self.text[end : end + 1].isalnum() and not self.text[at - 1 : at].isalnum()
            first = BEFORE.search(self.text, max(0, at - REACH), at) if whole else None
            if first and self._is_first_name(first.group(1)):
                found.append((first.start(), " ".join(f"{first.group(1)} {first.group(2)}{name}".split())))
            at = end
        return found

    def _is_first_name(self, word: str) -> bool:
        """Whether a capitalised word may be somebody's first name: no title, place, day, article or the like."""
        low, w = word.casefold().strip(".,’'"), self.w
        if low.endswith(("'s", "’s")) or word.endswith("."):
            return False
        known = w.titles | w.not_people | w.bodies | w.openers | w.determiners | w.subordinators | w.persons
        return low not in known and low not in w.conjunctions and not low.endswith("ly") and not self._is_nation(low)

    def _is_nation(self, low: str) -> bool:
        return low in self.w.nations or any(low in others.split("|") for others in self.w.nations.values())
