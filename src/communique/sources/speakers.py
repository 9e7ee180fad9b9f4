"""Who is meant within a document: pronouns and short names led back to the names they stand for."""

import re
from collections import deque
from dataclasses import dataclass
from functools import cached_property

from communique.sources.frames import Sentence
from communique.sources.subjects import PARTICLES, is_name, opening_subject
from communique.sources.words import Words

PART = r"(?:[A-Z][\w’'\-]+|[A-Z]\.|al-[A-Z][\w’'\-]+)"
NAME = re.compile(
    rf"(?:{PART}[ \n]{{1,2}}(?:(?:de|al|el|van|von|bin|der|la|di|da|ben)[ \n])?){{1,4}}"
    r"(?:[A-Z]|al-[A-Z]|el-[A-Z])[\w’'\-]+"
)
HANGING = frozenset(("of", "for", "to", "at", "in", "from", "on", "with"))  # what follows is no part of the head
REMEMBERED = 4  # sentences a pronoun may reach back over


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the document names them.

    ``surface`` is the name, for a pronoun that of the person it was led back to, or the pronoun itself where that is
    not plain; ``span`` the words in the sentence; ``certain`` false where nobody could be named.
    """

    surface: str
    span: tuple[int, int] | None
    certain: bool = True
    pronoun: bool = False


NOBODY = Speaker("", None, certain=False)


def tidy(surface: str) -> str:
    """A name on one line, without a possessive or stray marks at its edges."""
    return re.sub(r"(?:['’]s)?[\s,;:\-–—]*$", "", " ".join(surface.split()))


class DocumentSpeakers:
    """What a document has told so far about who its people are.

    One is made per document; sentences are shown to it in order with `listen`, and `resolve` answers for a subject.
    """

    def __init__(self, text: str, w: Words):
        self.text = text
        self.w = w
        self.last: Speaker | None = None
        self.heard: deque[tuple[Sentence, Speaker | None]] = deque(maxlen=REMEMBERED)
        self.sexes: dict[str, str] = {}
        self._names: dict[int, list[tuple[str, str]]] = {}

    @cached_property
    def full_names(self) -> dict[str, str]:
        """Last name, folded, to the first full name in the text that ends with it."""
        names: dict[str, str] = {}
        for match in NAME.finditer(self.text[:400_000]):
            words = [word for word in match.group().split() if word.casefold().strip(".") not in self.w.titles]
            while words and self._no_name(words[0]):
                words = words[1:]
            if len(words) > 1 and not {word.casefold() for word in words} & self.w.bodies:
                self._sex_from_title(match.group(), words[-1])
                names.setdefault(_key(words[-1]), " ".join(words))
            elif len(words) == 1 and len(match.group().split()) > 1:
                self._sex_from_title(match.group(), words[0])
        for match in re.finditer(r"\b([a-z]+)\s+(?:[A-Z][\w’'\-]+\s+)?([A-Z][\w’'\-]+)", self.text[:400_000]):
            if match.group(1) in self.w.male or match.group(1) in self.w.female:
                self._sex_from_title(match.group(1), match.group(2))
        return names

    def _no_name(self, word: str) -> bool:
        """Whether a capitalised word in front of a name is no part of it: "On", "The", "Geneva"."""
        low, w = word.casefold(), self.w
        return (
            low in w.not_people
            or low in w.openers
            or low in w.determiners
            or low in w.subordinators
            or low in w.persons
        )

    def _sex_from_title(self, phrase: str, name: str) -> None:
        words = {word.casefold().strip(".") for word in phrase.split()}
        if words & self.w.female:
            self.sexes.setdefault(_key(name), "she")
        elif words & self.w.male:
            self.sexes.setdefault(_key(name), "he")

    def listen(self, sentence: Sentence, speaker: Speaker | None) -> None:
        """Take note of a sentence that was read, and of who spoke in it."""
        self.heard.append((sentence, speaker))
        if speaker is not None and speaker.surface:
            self.last = speaker

    def forget(self) -> None:
        """Start afresh, as at a heading: what follows is told of other people."""
        self.heard.clear()

    def resolve(self, span: tuple[int, int] | None, shape: str, sentence: Sentence) -> Speaker:
        """The speaker a subject of a sentence stands for."""
        if span is None:
            return NOBODY
        surface = tidy(self.text[span[0] : span[1]])
        if shape != "pronoun":
            return Speaker(surface, span)
        pronoun = surface.casefold().replace("’", "'").partition("'")[0]
        meant = self._meant(pronoun, span[0], sentence)
        if meant is None:
            return Speaker(surface, span, certain=False, pronoun=True)
        self.sexes.setdefault(_key(meant.split()[-1]), pronoun)
        return Speaker(meant, span, pronoun=True)

    def _meant(self, pronoun: str, at: int, sentence: Sentence) -> str | None:
        """The name a pronoun stands for: the nearest fitting subject or speaker before it."""
        if pronoun in ("i", "we", "you"):
            return None
        near = self.subject_of(sentence, at)
        if near and self.fits(near, pronoun):
            return near
        for sentence_before, speaker in reversed(self.heard):
            subject = self.subject_of(sentence_before, None)
            for name in (speaker.surface if speaker and speaker.certain else None, subject):
                if name and self.fits(name, pronoun):
                    return name
            if pronoun in ("he", "she"):
                people = self._people_in(sentence_before, pronoun)
                if len(people) == 1:
                    return people[0]
                if len(people) > 1:
                    return None
        if self.last and self.last.certain and self.fits(self.last.surface, pronoun):
            return self.last.surface
        return None

    def subject_of(self, sentence: Sentence, before: int | None = None) -> str | None:
        """The name or noun that opens a sentence as its subject, up to ``before``."""
        tokens = sentence.tokens
        if before is not None:
            tokens = tuple(token for token in tokens if token.end <= before)
        if not tokens:
            return None
        subject = opening_subject(tokens, len(tokens), self.w)
        if subject is None or subject.shape == "pronoun":
            return None
        return tidy(self.text[tokens[subject.start].start : tokens[subject.stop - 1].end])

    def _people_in(self, sentence: Sentence, pronoun: str) -> list[str]:
        """Full names of the people in a sentence whom a pronoun fits, each once."""
        people = [known for name, known in self._names_in(sentence) if self.fits(name, pronoun)]
        return list(dict.fromkeys(people))

    def _names_in(self, sentence: Sentence) -> list[tuple[str, str]]:
        """Names in a sentence with the full names they are short for; kept, since many pronouns may ask for them."""
        if sentence.start in self._names:
            return self._names[sentence.start]
        found: list[tuple[str, str]] = []
        run: list[str] = []
        for token in (*sentence.tokens, None):
            if token is not None and (
                (is_name(token) and (run or not self._no_name(token.text)))
                or (run and token.lower in PARTICLES - {"of", "y", "e"})
            ):
                run.append(token.text)
                continue
            if run and not run[-1].endswith(("'s", "’s")):  # "May's spokesman" is not about May
                known = self.full_names.get(_key(run[-1]))
                if known:
                    found.append((" ".join(run), known))
            run = []
        if len(self._names) > 4 * REMEMBERED:
            self._names.clear()
        self._names[sentence.start] = found
        return found

    def fits(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun can stand for a name."""
        words = name.split()
        cut = next((at for at, word in enumerate(words) if at and word in HANGING), len(words))
        words = words[:cut]
        folded = [word.casefold().strip(".,'’\"") for word in words]
        office = folded[-1] in self.w.titles | self.w.male | self.w.female
        acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
        body = not office and (bool(set(folded) & self.w.bodies) or acronym)
        person = (words[-1][0].isupper() or words[-1].startswith(("al-", "el-"))) and not body
        plural = (
            "and" in words
            or (folded[-1].endswith("s") and not words[-1][0].isupper())
            or folded[-1] in ("people", "media", "police")
        )
        thing = not plural and words[0].casefold() in ("the", "a", "an", "its", "this", "that", "one")
        if pronoun in ("he", "she"):
            if plural or (body and folded[-1] not in self.w.titles):
                return False
            if set(folded) & (self.w.female if pronoun == "he" else self.w.male):
                return False
            if not person:
                return office
            if set(folded) & self.w.titles and (words[0].casefold() in ("the", "a", "an") or len(words) > 2):
                return True
            if (folded[-1] in self.w.not_people and _key(words[-1]) not in self.full_names) or (
                len(words) > 1 and folded[-1] in self.w.documents
            ):
                return False
            known = self.sexes.get(_key(words[-1]))
            _ = self.full_names
            known = self.sexes.get(_key(words[-1]), known)
            if known in ("he", "she") and known != pronoun:
                return False
            return len(words) > 1 or _key(words[-1]) in self.full_names or known is not None
        if pronoun == "they":
            return plural or (body and folded[-1] not in self.w.documents)
        return body or (thing and folded[-1] in self.w.documents)


def _key(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).casefold()
