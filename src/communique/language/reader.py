"""The reader: how a text is read with the tables of a lexicon folder and the grammar of English."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from communique.commitment import OFF
from communique.files.paths import lexicon_folder
from communique.language.certainty import Certainty, way
from communique.language.characters import LevelledText
from communique.language.cues import Cues
from communique.language.english.answers import Answers
from communique.language.english.binding import Bindings
from communique.language.english.claimants import voices
from communique.language.english.clauses import Grammar
from communique.language.english.inflection import read_notation
from communique.language.english.objects import TALKS, TRACK, about
from communique.language.english.senses import Senses
from communique.language.english.sentences import Span, sentence_around
from communique.language.english.status import Decision, Sentence
from communique.language.english.words import FOLDER as LISTS
from communique.language.english.words import english
from communique.language.lexicon import Entry, Lexicon

# How much text in front of a sentence may tell what it is about, in characters.
_CONTEXT = 220
# How much of a document in front of a sentence may tell whether it speaks of talks at all.
_DOCUMENT = 1500


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a text, and how its speaker commits to what it names.

    Attributes
    ----------
    start, end : int
        Character offsets in the text as given; ``surface`` is what stands between them.
    term, family, polarity : str
        The lexicon's term, what it speaks of, and ``+`` or ``-``.
    status : str
        ``claimed``, ``denied``, ``open`` or ``doubted``; ``off`` where the word has another sense.
    cue, cue_start, cue_end : str, int, int
        The words that decided, and their offsets (-1 where there are none).
    rule : str
        Key of the row of ``cues.csv`` or ``senses.csv`` that decided; ``question`` and the like where a form did.
    intensity : str
        ``major``, ``limited`` or empty.
    resolution : str
        Of a deadlock ``broken`` (it is over) or ``sought``; of bad things ``averted`` or ``sought``; else empty.
    refers_to : str
        The other round or process it speaks of, as written; empty for the statement's own.
    about : str
        What it is about, as far as the sentence names it: "talks", "another track" (where `refers_to` tells which),
        "truce" or "within a side".
    way, certainty : (str, str), float
        How the status was decided, and the share of sentences decided so that were read rightly; see
        `communique.language.certainty`.
    claimant, reporter : str
        Whose words it is by the sentence itself, and who passes them on; empty where no reporting verb shows it.
    """

    start: int
    end: int
    surface: str
    term: str
    family: str
    polarity: str
    status: str
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    rule: str = ""
    intensity: str = ""
    resolution: str = ""
    refers_to: str = ""
    about: str = TALKS
    way: tuple[str, str] = ("", "")
    certainty: float = 1.0
    claimant: str = ""
    reporter: str = ""


class Reader:
    """Reads texts with the data files of one lexicon folder.

    A folder that holds tables alone, without closed lists of its own, is read with those of the project.
    """

    def __init__(self, folder: Path):
        self.english = english(folder if (folder / LISTS).is_dir() else lexicon_folder())
        self.lexicon = Lexicon(folder, read_notation(folder, self.english))
        self.grammar = Grammar(self.lexicon, self.english)
        self.cues = Cues(self.lexicon)
        self.senses = Senses(self.lexicon, self.english)
        self.bindings = Bindings(self.lexicon, self.english)
        self.answers = Answers(self.lexicon, self.english)
        self.certainty = Certainty(folder)

    def read(
        self,
        text: str,
        *,
        all_senses: bool = False,
        before: str = "",
        own: Iterable[str] = (),
        places: Iterable[str] = (),
        about_talks: bool = False,
    ) -> Iterator[Mention]:
        """Each mention of a text, in order; see `communique.language.find_mentions`."""
        own, places = tuple(own), tuple(places)
        reading = LevelledText(text)
        span = Span(0, 0)
        sentence: Sentence | None = None
        for start, end, entry in self.lexicon.find(reading.low):
            if sentence is None or end > span.end:
                span = sentence_around(reading.text, start, end, self.english)
                answer = self.answers.behind(reading.text, span)
                sentence = Sentence(reading.text[span.start : span.end], self.grammar, self.cues, answer)
            first, last = sentence.tokens(start - span.start, end - span.start)
            context = f"{before} {reading.text[max(0, span.start - _CONTEXT) : span.start]}"[-_CONTEXT:].strip()
            earlier = reading.text[max(0, span.start - _DOCUMENT) : max(0, span.start - _CONTEXT)]
            sense = self.senses.judge(
                sentence.line, sentence.walls, first, last, entry, context, earlier, about_talks=about_talks
            )
            if sense.rule and not all_senses:
                continue
            if sense.rule:
                mention = {"status": OFF, "rule": sense.rule, "way": way(None, sense.score)}
            else:
                mention = self._counted(sentence, first, last, entry, own, places, sense.score)
            mention["certainty"] = self.certainty.of(mention["way"])
            cue = mention.pop("found", None)
            if cue:
                line = sentence.line
                cue_start = reading.given(span.start + line.starts[cue.start])
                cue_end = reading.given(span.start + line.ends[cue.end - 1], end=True)
                mention |= {"cue": text[cue_start:cue_end], "cue_start": cue_start, "cue_end": cue_end}
            given_start, given_end = reading.given(start), reading.given(end, end=True)
            yield Mention(
                given_start, given_end, text[given_start:given_end], entry.term, entry.family, entry.polarity, **mention
            )

    def _counted(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        entry: Entry,
        own: tuple[str, ...],
        places: tuple[str, ...],
        score: int,
    ) -> dict:
        decision: Decision = sentence.decide(first, last, entry)
        other = self.bindings.refers_to(sentence.line, sentence.walls, first, last, own, places)
        named = about(sentence.line.words, sentence.walls, decision.phrase, self.english.objects)
        claimant, reporter = voices(sentence.line, sentence.walls, self.grammar, first)
        return {
            "status": decision.status,
            "rule": decision.rule,
            "found": decision.cue,
            "intensity": decision.intensity,
            "resolution": decision.resolution,
            "refers_to": other,
            "about": TRACK if other else named,
            "way": way(decision, score),
            "claimant": claimant,
            "reporter": reporter,
        }


def reader(folder: Path | None = None) -> Reader:
    """The reader of a lexicon folder, ``data/lexicon`` by default; its files are read anew where one has changed."""
    folder = lexicon_folder() if folder is None else Path(folder)
    return _reader(folder, _stamp(folder))


@lru_cache(maxsize=4)
def _reader(folder: Path, stamp: tuple[tuple[str, int, int], ...]) -> Reader:
    return Reader(folder)


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, time of change and size of each file that is read, so that a lexicon edited meanwhile is seen."""
    found = []
    for place in (folder, folder / LISTS):
        try:
            with os.scandir(place) as entries:
                told = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith((".csv", ".toml"))]
        except OSError:  # reading it says what is wrong
            continue
        found += [(path, state.st_mtime_ns, state.st_size) for path, state in told]
    return tuple(sorted(found))
