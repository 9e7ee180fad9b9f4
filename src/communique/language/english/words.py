"""The closed lists of English words that the rules look words up in, read from ``data/lexicon/en/``.

Each file is a dataclass, each of its keys a field; what a list is for stands above it in the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import get_type_hints

from communique.files.toml import read_words

FOLDER = "en"
Listed = frozenset[str]


@dataclass(frozen=True)
class Abbreviations:
    """What is written with a full stop that ends no sentence, by what it stands for."""

    men: Listed
    women: Listed
    honorifics: Listed
    ranks: Listed
    offices: Listed
    names: Listed
    firms: Listed
    numbers: Listed
    notes: Listed
    months: Listed
    closing: Listed

    @cached_property
    def titles(self) -> Listed:
        """Those that stand before a name."""
        return self.men | self.women | self.honorifics | self.ranks | self.offices

    @cached_property
    def others(self) -> Listed:
        """Those that are no part of a name; where one of `closing` stands, only what follows can tell."""
        return self.firms | self.numbers | self.notes | self.months | self.closing

    @cached_property
    def ending_nothing(self) -> Listed:
        """Those behind which a full stop ends no sentence, whatever follows."""
        return (self.titles | self.names | self.others) - self.closing


@dataclass(frozen=True)
class CalendarWords:
    """Days and months by their names, in order."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True)
class TokenWords:
    """How words are cut from a sentence."""

    before_is: Listed
    before_the_will: Listed
    after_had: Listed
    after_may: Listed
    contractions: Mapping[str, str]

    @cached_property
    def plain(self) -> dict[str, str]:
        """What parts of contractions stand for, and long dashes however they are typed."""
        return {**self.contractions, "--": "—", "---": "—"}


@dataclass(frozen=True)
class NotationWords:
    """How phrases of the tables are matched."""

    never_in_a_gap: tuple[str, ...]


@dataclass(frozen=True)
class SentenceWords:
    """What begins a sentence."""

    openers: tuple[str, ...]


@dataclass(frozen=True)
class ClauseWords:
    """What begins, joins and ends clauses; `ending`, `realising` and `hopes` may name classes of ``words.csv``."""

    contrast: Listed
    joining: Listed
    no_contrast: Listed
    items: Listed
    corrective: Listed
    before_a_time: Listed
    after_once: Listed
    before_since: Listed
    subjects: Listed
    no_subject: Listed
    past: Listed
    did: Listed
    adverbs: Listed
    fronted: Listed
    adjectives: Listed
    ending: tuple[str, ...]
    never_within: Listed
    realising: tuple[str, ...]
    hopes: tuple[str, ...]


@dataclass(frozen=True)
class PhraseWords:
    """What stands in a noun phrase before its noun."""

    measures: Listed
    pointed: Listed
    times: Listed
    possessive: Listed
    joining: Listed
    past: Listed
    perfect: Listed


@dataclass(frozen=True)
class QuestionWords:
    """What asks, and what a question takes for granted."""

    inverted: Listed
    open_wh: Listed
    closed_wh: Listed
    lead: Listed
    joining: Listed
    turning: Listed
    granted: Listed
    after_given: Listed
    caused: Listed
    pointers: Listed
    relatives: Listed

    @cached_property
    def opening(self) -> Listed:
        """All that a question may begin with."""
        return self.inverted | self.open_wh | self.closed_wh


@dataclass(frozen=True)
class AnswerWords:
    """What tells that a question asks for what is to come."""

    to_come: Listed


@dataclass(frozen=True)
class ScopeWords:
    """What may stand between a term and the words that change its status."""

    copulas: Listed
    fillers: Listed
    governing: Listed
    conjunctions: Listed
    verdicts: Listed
    relatives: Listed
    items: Listed

    @cached_property
    def within_predicates(self) -> Listed:
        """What may stand in a predicate without being another."""
        return self.copulas | self.fillers


@dataclass(frozen=True)
class StatusWords:
    """What tells whether a term stands for a thing that is so."""

    irrealis: Listed
    modals: Listed
    owners: Listed
    before_a_noun: Listed
    nouns: Listed
    before_nouns: Listed
    telling: Listed
    indefinite: Listed
    bare: Listed
    relatives: Listed
    perfect: Listed
    verdicts: Listed
    accomplishing: Listed
    before_accomplishing: Listed
    particles: Listed
    conditional: Listed


@dataclass(frozen=True)
class PresuppositionWords:
    """What tells that a thing is taken for granted."""

    lasting: Listed
    lasting_with: Listed
    on: Listed
    ending: Listed
    before_a_verb: Listed
    letting: Listed
    bare_infinitive: Listed
    modals: Listed
    coming: Listed
    attaining: Listed
    wishing: Listed


@dataclass(frozen=True)
class ClaimantWords:
    """Where the name of one who speaks begins and ends."""

    adverbs: Listed
    edges: Listed


@dataclass(frozen=True)
class BindingWords:
    """What tells other talks from these."""

    places: Listed
    since: Listed
    earlier: Listed
    meetings: Listed
    oblique: Listed
    at: Listed
    before_a_name: Listed
    called: Listed
    there: Listed


@dataclass(frozen=True)
class ObjectWords:
    """What tells what a term is about."""

    talks: Listed
    truce: Listed
    sides: Listed
    within: Listed
    among: Listed
    several: Listed
    mutual: Listed
    bringing: Listed
    opening: Listed
    links: Listed
    passed: Listed
    ends: Listed
    ends_left: Listed


@dataclass(frozen=True)
class TopicWords:
    """Where the words stand that tell what a term is about."""

    links: Listed
    undone: Listed
    agreeing: Listed
    settling: Listed


@dataclass(frozen=True)
class EnglishWords:
    """All lists, a field for each file."""

    abbreviations: Abbreviations
    calendar: CalendarWords
    tokens: TokenWords
    notation: NotationWords
    sentences: SentenceWords
    clauses: ClauseWords
    phrases: PhraseWords
    questions: QuestionWords
    answers: AnswerWords
    scope: ScopeWords
    status: StatusWords
    presupposition: PresuppositionWords
    claimants: ClaimantWords
    binding: BindingWords
    objects: ObjectWords
    topics: TopicWords


def english(lexicon: Path) -> EnglishWords:
    """The lists of a lexicon folder.

    Raises
    ------
    DataError
        A file is missing, or lacks a key, or has one that is none.
    """
    kinds = get_type_hints(EnglishWords)
    return EnglishWords(
        **{f.name: read_words(lexicon / FOLDER / f"{f.name}.toml", kinds[f.name]) for f in fields(EnglishWords)}
    )
