"""The language a document is in, by the small words of each, and the words that introduce speech in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.files.paths import lexicon_folder
from communique.files.toml import read_words
from communique.language.english.words import Listed

ENGLISH, UNKNOWN = "en", ""
READ = 6_000  # characters in which a language shows
FEW = 25  # words; shorter texts are taken for English unless another language is plain
LEAST = 0.08  # share of small words from which a text is in a language
SURE = 0.19  # the same where languages share letters, and so some of these words
CLEARLY = 2  # times as many small words as English has, for another
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class LanguageWords:
    """What languages are called, and the small words that give each away, separated by a bar."""

    names: Mapping[str, str]
    telling: Mapping[str, str]


@dataclass(frozen=True)
class ForeignWords:
    """What introduces speech in a language that is not English; ``months`` are in order, by all their names.

    ``nobody`` begin sentences and are no names; ``reported`` are forms of verbs that show that speech is reported;
    ``circumstances`` lead to when, where and whom one tells; of the pronouns some are ``feminine``, some ``masculine``.
    """

    verbs: Listed
    auxiliaries: Listed
    pronouns: Listed
    joints: Listed
    sources: Listed
    particles: Listed
    nobody: Listed
    reported: Listed
    circumstances: Listed
    feminine: Listed
    masculine: Listed
    months: tuple[str, ...]


def _folder() -> Path:
    return lexicon_folder() / "attribution"


@cache
def _languages(folder: Path) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    found = read_words(folder / "languages.toml", LanguageWords)
    return dict(found.names), {name: frozenset(words.split("|")) for name, words in found.telling.items()}


@cache
def _speech(folder: Path, language: str) -> ForeignWords:
    return read_words(folder / language / "speech.toml", ForeignWords)


def speech_words(language: str) -> ForeignWords:
    """The words of a language that is not English, read once."""
    return _speech(_folder(), language)


def named(language: str) -> str:
    """What a language is called."""
    return _languages(_folder())[0][language]


def language_of(text: str) -> str:
    """The language of a text, `UNKNOWN` where it is none that is known here."""
    words = [word.casefold() for word in WORD.findall(text[:READ])]
    if not words:
        return ENGLISH
    shares = {
        name: sum(word in telling for word in words) / len(words) for name, telling in _languages(_folder())[1].items()
    }
    best = max(shares, key=lambda name: shares[name])
    latin = sum(word.isascii() for word in words) > len(words) // 2
    clear = shares[best] > CLEARLY * shares[ENGLISH] and shares[best] >= (SURE if latin else LEAST)
    if best != ENGLISH and clear:
        return best
    return ENGLISH if shares[ENGLISH] >= LEAST or (len(words) < FEW and latin) else UNKNOWN
