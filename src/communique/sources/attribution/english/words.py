"""The words of attribution: verbs of saying, phrases and closed lists, from ``data/lexicon/attribution/en/``."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from communique.errors import DataError, Fault
from communique.files.paths import lexicon_folder
from communique.files.regular import open_regular
from communique.files.toml import read_words
from communique.language.english.words import FOLDER, Abbreviations, CalendarWords, Listed


@dataclass(frozen=True)
class SpeechCue:
    """One way to introduce what somebody says: a verb or a phrase, and the frames it stands in.

    ``kind`` is `saying`, `asking`, `act` (a speech act whose object is what was said: "rejected the offer"),
    `attitude` ("hopes that") or `finding` ("the study shows"). ``frames`` are the constructions of the README beside
    the data: `quote`, `that`, `clause`, `question`, `addressee`, `object`, `to`, `inverted`, or a preposition.
    """

    lemma: str
    kind: str
    frames: frozenset[str]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True)
class GrammarWords:
    """What stands in ``grammar.toml``: words that join, open, lead and end."""

    persons: Listed
    determiners: Listed
    auxiliaries: Listed
    being: Listed
    adverbs: Listed
    subordinators: Listed
    conjunctions: Listed
    question_words: Listed
    openers: Listed
    prepositions: Listed
    days: Listed
    finite: Listed
    run_on: Listed
    resuming: Listed
    nobody: Listed
    modals: Listed
    performing: Listed
    denials: Listed
    remarks: Listed
    told_only: Listed
    naming: Listed
    adjectives: Listed
    free_relatives: Listed
    titled: Listed
    standalone: Listed
    also_nouns: Listed
    others_act: Listed
    manners: Listed
    channels: Listed
    views: Listed
    shown: Listed
    verdicts: Listed
    head_ends: Listed
    conjunctive: Listed
    circumstance_joins: Listed
    object_forms: Listed
    owners: Listed
    articles: Listed
    possessives: Listed
    counting: Listed
    pointing: Listed
    stances: Listed
    leanings: Listed
    on_the_table: Listed
    leading: Listed
    quoting: Listed
    defining: Listed
    subject_forms: Mapping[str, str]


@dataclass(frozen=True)
class PeopleWords:
    """What stands in ``people.toml``: who speaks, and who or what does not."""

    titles: Listed
    male: Listed
    female: Listed
    given_to_men: Listed
    given_to_women: Listed
    bodies: Listed
    not_people: Listed
    documents: Listed
    listeners: Listed
    plans: Listed
    sources_of_news: Listed
    newsrooms: Listed
    not_sources: Listed
    particles: Listed
    name_joins: Listed
    forms_of_address: Listed
    parties: Listed
    vague_offices: Listed
    collectives: Listed
    issued: Listed
    not_holding: Listed
    nations: Mapping[str, str]


@dataclass(frozen=True)
class LayoutWords:
    """What stands in ``layout.toml``: how turns, headlines, headings and sentences begin."""

    apparatus: Listed
    kickers: Listed
    topics: Listed
    starters: Listed
    not_turns: Listed
    asking: Listed
    chairs: Listed
    records: Listed
    verbatim: Listed
    furniture: Listed
    circumstantial: Listed
    party_marks: Listed
    party_names: Listed
    closers: Listed
    ends: Listed
    spoken: Listed


@dataclass(frozen=True)
class TaggingWords:
    """What stands in ``tagging.toml``: how a text speaks of baskets and of the days of a round."""

    numbers: tuple[str, ...]
    all_of_them: Listed
    baskets: Listed
    coming: Listed
    units: Listed
    vague_days: Listed
    closings: Listed


@dataclass(frozen=True)
class SpeechWords(GrammarWords, PeopleWords, LayoutWords, TaggingWords):
    """Everything the rules look words up in: the lists of four files, and what the tables hold.

    Abbreviations are among the ``titles``, ``male``, ``female`` and ``bodies``, days of the week among the ``days`` and
    ``openers``, days and months among what is ``not_people``. ``verbs`` maps a verb's form to its cue, ``phrases`` the
    first word of a phrase to the phrases it may open, and ``sources`` the first word of "according to" and its like to
    the whole wording. A sentence without any of the ``triggers`` holds none of them; one without any of ``reporting``
    does not report what others said.
    """

    short: Abbreviations
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    verbs: dict[str, SpeechCue]
    phrases: dict[str, tuple[SpeechCue, ...]]
    sources: dict[str, tuple[tuple[str, ...], ...]]
    triggers: Listed
    reporting: Listed
    base_forms: Listed
    s_forms: Listed

    @cached_property
    def titles_short(self) -> Listed:
        """Abbreviations before or behind a name, behind which a full stop ends no sentence."""
        return self.short.titles | self.short.names

    @cached_property
    def honorifics(self) -> Listed:
        """What stands before a name and is no office."""
        short = self.short
        return short.men | short.women | short.honorifics | short.ranks | self.forms_of_address

    @cached_property
    def within_names(self) -> Listed:
        """Small words that may stand within a name."""
        return self.particles | self.name_joins


def rows(name: str, folder: Path | None = None) -> list[dict[str, str]]:
    """Rows of one of the tables of attribution, in file order; `DataError` where it cannot be read."""
    path = (attribution_folder() if folder is None else folder) / name
    try:
        with io.TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        remedy = "a data folder has the words of the project's own"
        raise DataError([Fault(str(path), 0, "", f"cannot be read ({error.strerror})", remedy)]) from None


def attribution_folder() -> Path:
    """Folder of the words of attribution in the data folder."""
    return lexicon_folder() / "attribution" / FOLDER


def _telling(wording: tuple[str, ...]) -> str:
    """The longest word of a phrase, the last of several: the one that gives it away, and seldom stands elsewhere."""
    return max((word for word in reversed(wording) if word != "..."), key=len)


def words(places: Iterable[str] = ()) -> SpeechWords:
    """The words of attribution of the data folder, read once; `places` of a process are not people either."""
    return _words_with(attribution_folder(), tuple(places))


@lru_cache(maxsize=16)
def _words_with(folder: Path, places: tuple[str, ...]) -> SpeechWords:
    found = _words(folder)
    parts = frozenset(part for place in places for part in place.casefold().split())
    return replace(found, not_people=found.not_people | parts) if parts else found


@cache
def _words(folder: Path) -> SpeechWords:
    verbs, base, thirds = {}, set(), set()
    for row in rows("verbs.csv", folder):
        forms = row["forms"].split("|")
        cue = SpeechCue(row["verb"], row["class"], frozenset(row["frames"].split("|")))
        verbs.update(dict.fromkeys(forms, cue))
        base.update(form for form in forms if form == row["verb"] or form.endswith(("ize", "quire")))
        thirds.update(form for form in forms if form.endswith("s"))
    phrases: dict[str, list[SpeechCue]] = {}
    for row in rows("phrases.csv", folder):
        cue = SpeechCue(row["phrase"], "saying", frozenset(row["frames"].split("|")), tuple(row["phrase"].split()[1:]))
        for form in row["forms"].split("|"):
            phrases.setdefault(form, []).append(cue)
    sources: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("sources.csv", folder):
        wording = tuple(row["cue"].split())
        sources.setdefault(wording[0], []).append(wording)
    triggers = set(verbs)
    for first, cues in phrases.items():
        triggers.update(_telling((first, *cue.rest)) for cue in cues)
    for wordings in sources.values():
        triggers.update(map(_telling, wordings))
    longest_first = {first: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for first, cues in phrases.items()}
    return SpeechWords(
        **_lists(folder),
        verbs=verbs,
        phrases=longest_first,
        sources={first: tuple(wordings) for first, wordings in sources.items()},
        triggers=frozenset(triggers),
        reporting=frozenset(form for form, cue in verbs.items() if cue.kind == "saying" and form not in base),
        base_forms=frozenset(base),
        s_forms=frozenset(thirds),
    )


def _lists(folder: Path) -> dict[str, object]:
    """The closed lists of the four files, with the abbreviations, days and months of the language put in."""
    language = folder.parents[1] / FOLDER
    short = read_words(language / "abbreviations.toml", Abbreviations)
    calendar = read_words(language / "calendar.toml", CalendarWords)
    found: dict[str, object] = {"short": short, "weekdays": calendar.weekdays, "months": calendar.months}
    for name, kind in _FILES.items():
        found |= vars(read_words(folder / name, kind))
    added = {
        "titles": short.titles,
        "male": short.men,
        "female": short.women,
        "bodies": short.firms,
        "days": frozenset(calendar.weekdays),
        "openers": frozenset(calendar.weekdays),
        "not_people": frozenset((*calendar.weekdays, *calendar.months)),
    }
    return found | {name: found[name] | more for name, more in added.items()}


_FILES = {
    "grammar.toml": GrammarWords,
    "people.toml": PeopleWords,
    "layout.toml": LayoutWords,
    "tagging.toml": TaggingWords,
}
