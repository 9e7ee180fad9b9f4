"""Who is meant within a document: pronouns and short names led back to the names they stand for."""

import re
from collections import deque
from functools import cached_property

from communique.sources.attribution.english.appositions import apposed_name, is_name
from communique.sources.attribution.english.frames import MaskedSentence
from communique.sources.attribution.english.offices import LONGEST_READ, Offices, key, name_pattern
from communique.sources.attribution.english.pairs import is_of_pair, of_pair
from communique.sources.attribution.english.sexes import told_sexes
from communique.sources.attribution.english.subjects import opening_subject
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import NOBODY, Span, Speaker

REMEMBERED = 4  # sentences a pronoun may reach back over
LONGEST_TOLD = 2_000  # characters of what is said that are searched for people


def tidy(surface: str) -> str:
    """A name on one line, without a possessive or stray marks at its edges."""
    return re.sub(r"(?:['’]s)?[\s,;:\-–—]*$", "", " ".join(surface.split()))


class DocumentSpeakers:
    """What a document has told so far about who its people are.

    One is made per document; sentences are shown to it in order with `listen`, and `resolve` answers for a subject.
    """

    def __init__(self, text: str, w: SpeechWords):
        self.text = text
        self.w = w
        self.last: Speaker | None = None
        self.heard: deque[tuple[MaskedSentence, Speaker | None]] = deque(maxlen=REMEMBERED)
        self.within: tuple[int, Speaker] | None = None  # who speaks in the sentence that begins there
        self.sexes: dict[str, str] = {}
        self._names: dict[int, list[tuple[str, str, int]]] = {}

    @cached_property
    def full_names(self) -> dict[str, str]:
        """Last name, folded, to the first full name in the text that ends with it."""
        names: dict[str, str] = {}
        for match in name_pattern(self.w.particles).finditer(self.text[:LONGEST_READ]):
            words = [word for word in match.group().split() if word.casefold().strip(".") not in self.w.titles]
            while words and self._no_name(words[0]):
                words = words[1:]
            if len(words) > 1 and not {word.casefold() for word in words} & self.w.bodies:
                self._sex_from_title(match.group(), words[-1])
                names.setdefault(key(words[-1]), " ".join(words))
            elif len(words) == 1 and len(match.group().split()) > 1:
                self._sex_from_title(match.group(), words[0])
        for name, sex in told_sexes(self.text, names, self.w).items():
            self.sexes.setdefault(name, sex)
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
            self.sexes.setdefault(key(name), "she")
        elif words & self.w.male:
            self.sexes.setdefault(key(name), "he")

    def listen(self, sentence: MaskedSentence, speaker: Speaker | None) -> None:
        """Take note of a sentence that was read, and of who spoke in it."""
        self.heard.append((sentence, speaker))
        if speaker is not None and speaker.surface:
            self.last = speaker

    def forget(self) -> None:
        """Start afresh, as at a heading: what follows is told of other people."""
        self.heard.clear()

    def resolve(
        self, span: tuple[int, int] | None, shape: str, sentence: MaskedSentence, *, said: Span | None = None
    ) -> Speaker:
        """The speaker a subject of a sentence stands for; ``said`` is where the words stand that are its own."""
        if span is None:
            return NOBODY
        surface = tidy(self.text[span[0] : span[1]])
        if shape != "pronoun":
            if is_of_pair(surface):
                surface = of_pair(self.text, surface, span[0], self.w.particles, self.full_names) or surface
            speaker = Speaker(surface, span, behind=self._holder(surface, span[0]))
            self.within = sentence.start, speaker
            return speaker
        pronoun = surface.casefold().replace("’", "'").partition("'")[0]
        pronoun = self.w.subject_forms.get(pronoun, pronoun)
        meant = self._meant(pronoun, span[0], sentence, said or span)
        if meant is None:
            return Speaker(surface, span, certain=False, pronoun=True)
        self.sexes.setdefault(key(meant.split()[-1]), pronoun)
        return Speaker(meant, span, pronoun=True)

    def _meant(self, pronoun: str, at: int, sentence: MaskedSentence, said: Span) -> str | None:
        """The name a pronoun stands for: the nearest fitting subject or speaker before it.

        Who is spoken of in what is ``said`` does not say it.
        """
        if pronoun in ("i", "we", "you"):
            return None
        told_of = self._told_of(said) if pronoun in ("he", "she") else frozenset()

        def fits(name: str, *, spoke: bool = False) -> bool:
            return key(name.split()[-1]) not in told_of and self.fits(name, pronoun, spoke=spoke)

        opens = said[0] <= sentence.start < said[1]  # then the subject that opens the sentence is spoken of as well
        near = None if opens else self._named(self.subject_of(sentence, at), at)
        if near and fits(near):
            return near
        if self.within and self.within[0] == sentence.start and fits(self.within[1].surface, spoke=True):
            return self.within[1].behind or self.within[1].surface
        if pronoun in ("he", "she") and not opens:
            people = {known for name, known in self._names_in(sentence, before=min(at, said[0])) if fits(name)}
            if len(people) == 1:
                return people.pop()  # "For Ida Holm it was a success: 'We listened,' she said."
        for sentence_before, speaker in reversed(self.heard):
            subject = self.subject_of(sentence_before, None)
            for name, spoke in ((speaker.surface if speaker and speaker.certain else None, True), (subject, False)):
                name = self._named(name, at)
                if name and fits(name, spoke=spoke):
                    return name
            if self._goes_on_with(sentence_before, pronoun):
                continue  # "He was thanked by Berg. 'It was a pleasure,' he said": not Berg
            if pronoun in ("he", "she"):
                people = [known for name, known in self._names_in(sentence_before) if fits(name)]
                people = list(dict.fromkeys(people))
                if len(people) == 1:
                    return people[0]
                if len(people) > 1:
                    return None
        if self.last and self.last.certain and fits(name := self._named(self.last.surface, at), spoke=True):
            return name
        return None

    def _goes_on_with(self, sentence: MaskedSentence, pronoun: str) -> bool:
        """Whether a sentence has the same pronoun for its subject."""
        subject = opening_subject(sentence.tokens, len(sentence.tokens), self.w) if sentence.tokens else None
        return subject is not None and sentence.tokens[subject.start].lower.partition("'")[0] == pronoun

    def _told_of(self, said: Span) -> frozenset[str]:
        """Last names in what is said, folded; "the Barnier team" is no name of anybody."""
        names = re.finditer(
            r"(?<!the )(?<!The )\b[A-Z][\w’'\-]+", self.text[said[0] : min(said[1], said[0] + LONGEST_TOLD)]
        )
        return frozenset(key(match.group()) for match in names)

    def _is_body(self, folded: list[str]) -> bool:
        return bool(set(folded) & self.w.bodies)

    def _is_of_body(self, words: list[str], folded: list[str]) -> bool:
        """Whether a name is that of a person with an office in a body: "NATO chief Jens Stoltenberg"."""
        last = max((at for at, word in enumerate(folded) if word in self.w.titles), default=-1)
        behind = words[last + 1 :]
        named = bool(behind) and all(word[0].isupper() or word in self.w.within_names for word in behind)
        return last >= 0 and named and not self._is_body(folded[last + 1 :])

    def _is_proper(self, word: str) -> bool:
        """Whether a word stands in the text with a capital only, and so begins no sentence by chance."""
        low = word.casefold()
        known = low.endswith("ly") or low in self.w.openers or low in self.w.adverbs
        return len(word) > 3 and not known and low not in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]{4,}\b", self.text[:LONGEST_READ]))

    def _named(self, name: str | None, at: int) -> str | None:
        """The name behind a description ("the deputy minister"), or what was given."""
        return (name and self._holder(name, at)) or name

    def _holder(self, surface: str, at: int) -> str:
        """Whom a definite description means: who was called so, or who spoke last where it says next to nothing."""
        if issued := self._issuer.match(surface):
            return issued.group(1)
        if surface[:4].casefold() != "the ":
            return ""
        if holder := self.offices.holder(surface, at):
            return holder
        if surface.split()[-1] in self.w.vague_offices and self.last and not self.last.pronoun:
            return self.last.behind or self.last.surface if self.fits(self.last.surface, "he") else ""
        return ""

    @cached_property
    def _issuer(self) -> re.Pattern:
        """Matches "a statement by the ministry", whose first group speaks through it."""
        kinds = "|".join(map(re.escape, sorted(self.w.documents)))
        issued = "|".join(map(re.escape, sorted(self.w.issued)))
        return re.compile(rf"(?i)(?:an?|the|one)\s(?:[\w-]+\s){{0,2}}(?:{kinds})\s(?:(?:{issued})\s)?(?:by|from)\s(.+)")

    @cached_property
    def offices(self) -> Offices:
        """Who is called what in the text: "Deputy Minister Anton Belozer", "Oswin Pryce, the former minister"."""
        return Offices(self.text[:LONGEST_READ], self.w)

    def subject_of(self, sentence: MaskedSentence, before: int | None = None) -> str | None:
        """The name or noun that opens a sentence as its subject, up to ``before``."""
        tokens = sentence.tokens
        if before is not None:
            tokens = tuple(token for token in tokens if token.end <= before)
        if not tokens:
            return None
        subject = opening_subject(tokens, len(tokens), self.w)
        if subject is None or subject.shape == "pronoun":
            return None
        start, stop = apposed_name(tokens, subject.stop, self.w) or (subject.start, subject.stop)
        return tidy(self.text[tokens[start].start : tokens[stop - 1].end])

    def _names_in(self, sentence: MaskedSentence, *, before: int | None = None) -> list[tuple[str, str]]:
        """Names in a sentence with the full names they are short for; kept, since many pronouns may ask for them.

        With ``before`` only those that stand in front of that place.
        """
        if before is not None:
            return [(name, known) for name, known, at in self._named_at(sentence) if at < before]
        return [(name, known) for name, known, _ in self._named_at(sentence)]

    def _named_at(self, sentence: MaskedSentence) -> list[tuple[str, str, int]]:
        if sentence.start in self._names:
            return self._names[sentence.start]
        found: list[tuple[str, str, int]] = []
        end = 0
        run: list[str] = []
        for token in (*sentence.tokens, None):
            if token is not None and (
                (is_name(token) and (run or not self._no_name(token.text))) or (run and token.lower in self.w.particles)
            ):
                run.append(token.text)
                end = token.end
                continue
            if run and not run[-1].endswith(("'s", "’s")):  # "May's spokesman" is not about May
                known = self.full_names.get(key(run[-1]))
                if known:
                    found.append((" ".join(run), known, end))
            run = []
        if len(self._names) > 4 * REMEMBERED:
            self._names.clear()
        self._names[sentence.start] = found
        return found

    def fits(self, name: str, pronoun: str, *, spoke: bool = False) -> bool:
        """Whether a pronoun can stand for a name; ``spoke`` is true where the name is that of a speaker."""
        words = name.split()
        cut = next((at for at, word in enumerate(words) if at and word in self.w.head_ends), len(words))
        words = words[:cut]
        folded = [word.casefold().strip(".,'’\"") for word in words]
        office = folded[-1] in self.w.titles | self.w.male | self.w.female
        acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
        body = not office and (self._is_body(folded) or acronym) and not self._is_of_body(words, folded)
        person = (words[-1][0].isupper() or words[-1].startswith(("al-", "el-"))) and not body
        plural = (
            "and" in words
            or (
                folded[-1].endswith("s")
                and (not words[-1][0].isupper() or folded[-1][:-1] in self.w.titles | self.w.parties)
            )
            or folded[-1] in self.w.collectives
        )
        thing = not plural and words[0].casefold() in ("the", "a", "an", "its", "this", "that", "one")
        if pronoun in ("he", "she"):
            if plural or (body and folded[-1] not in self.w.titles):
                return False
            if set(folded) & (self.w.female if pronoun == "he" else self.w.male):
                return False
            if not person:
                return office
            known = self.full_names and self.sexes.get(key(words[-1]))
            if known in ("he", "she") and known != pronoun:
                return False
            if set(folded) & self.w.titles and (words[0].casefold() in self.w.articles or len(words) > 2):
                return True
            if (folded[-1] in self.w.not_people and key(words[-1]) not in self.full_names) or (
                len(words) > 1 and folded[-1] in self.w.documents
            ):
                return False
            told = len(words) > 1 or key(words[-1]) in self.full_names or bool(known)
            return told or (spoke and self._is_proper(words[-1]))
        if pronoun == "they":
            return plural or (body and folded[-1] not in self.w.documents)
        return body or (thing and folded[-1] in self.w.documents)
