"""What the people of a document are called: "the deputy minister" led back to Anton Belozer."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache

from communique.sources.attribution.english.words import SpeechWords

LONGEST_READ = 400_000  # characters of a text that are searched for names
PART = r"(?:[A-Z][\w’'\-]+|[A-Z]\.|al-[A-Z][\w’'\-]+)"
STRETCH = 90  # characters around a name that may say what its bearer is called
BREAK = re.compile(r"[.;:!?()\n\"“”]|, (?!H\.)")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 5  # words of a description; a longer one tells more than a name does


@cache
def name_pattern(particles: frozenset[str]) -> re.Pattern[str]:
    """Matches a name of two parts or more, with small words within."""
    within = "|".join(sorted(particles))
    return re.compile(
        rf"(?:{PART}[ \n]{{1,2}}(?:(?:{within})[ \n])?){{1,4}}"
        r"(?:[A-Z]|al-[A-Z]|el-[A-Z])[\w’'\-]+"
    )


@cache
def _shortened(titles: frozenset[str]) -> re.Pattern[str]:
    """Matches initials and titles that are written short."""
    short = "|".join(sorted(title.capitalize() for title in titles))
    return re.compile(rf"(?:\b[A-Z]\.)+|\b(?:{short})\.?(?=\s)")


@cache
def _apposed(opening: frozenset[str]) -> re.Pattern[str]:
    """Matches a description behind a name and a comma, which is its first group."""
    return re.compile(rf",\s(?:{'|'.join(sorted(opening))})\s([^.,;:()\n\"“”]{{2,80}})")


Called = tuple[int, frozenset[str], str]


def key(word: str) -> str:
    """A last name without case and possessive."""
    return re.sub(r"['’]s?$", "", word).casefold()


class Offices:
    """The offices and descriptions that stand beside names in a text."""

    def __init__(self, text: str, w: SpeechWords):
        self.w = w
        self.by_head: dict[str, list[Called]] = defaultdict(list)
        for match in name_pattern(w.particles).finditer(text):
            self._note(text, match)

    def _note(self, text: str, match: re.Match) -> None:
        """Keep what stands around one name."""
        parts = match.group().split()
        titles = [part for part in parts if part.casefold().strip(".") in self.w.titles]
        name = parts[parts.index(titles[-1]) + 1 :] if titles else parts
        if not name or {part.casefold() for part in name} & self.w.bodies:
            return
        start = match.start()
        led = _shortened(self.w.short.titles).sub(" ", text[max(0, start - STRETCH) : start]).rstrip()
        led = BREAK.split(led.removesuffix(","))[-1]
        words = {w.casefold() for w in WORD.findall(f"{led} {' '.join(parts)}")}
        behind = _apposed(self.w.articles | self.w.possessives).match(text, match.end())
        words |= {w.casefold() for w in WORD.findall(behind.group(1))} if behind else set()
        called = (start, frozenset(words), " ".join(name))
        for head in words & self.w.titles:
            self.by_head[head].append(called)

    def holder(self, surface: str, at: int) -> str:
        """The last person before ``at`` who was called all of what a definite description says; empty if nobody was."""
        words = [word.casefold() for word in WORD.findall(surface)]
        if not 2 <= len(words) <= LONGEST or words[0] not in self.w.possessives | {"the"}:
            return ""
        told = frozenset(words) - (self.w.articles | self.w.possessives | self.w.pointing)
        known = self.by_head.get(words[-1], ())
        for number in range(bisect_left(known, at, key=lambda called: called[0]) - 1, -1, -1)[:50]:
            if told <= known[number][1]:
                return known[number][2]
        return ""
