"""Speech of named speakers in languages other than English: by marks, verbs, joints and the order of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from anyascii import anyascii

from communique.sources.attribution.english.words import words
from communique.sources.attribution.findings import Attribution, Span, Speaker, Statement, TextBlock
from communique.sources.attribution.languages import ForeignWords, speech_words
from communique.sources.attribution.record import Record

OPEN, INSIDE, CLOSE = "\x02", "\x01", "\x03"
QUOTE = rf"(?P<said>{OPEN}{INSIDE}*{CLOSE})"
ASIDE = rf"(?:,[^,.!?\n{OPEN}]{{2,90}},|,)?"  # what somebody is called, between commas
SHORT = rf"[^.;{OPEN}]{{0,80}}?"  # whom one tells, where and when
MODULES = {"fr": "french", "de": "german", "es": "spanish", "ru": "russian", "ar": "arabic"}
HEAD = 1_500  # characters in which a document tells its day
NEAR = 2  # paragraphs a pronoun may reach back over
SHORTEST = 3  # words; a shorter quotation is a word picked out
OPENS = r"(?:^|(?<=[.!?…:؟]\s)|(?<=\n))\s*"  # where a sentence begins
CLAUSE = r"(?P<said>[^.!?…؟\n]{12,500})"  # what is said without marks, up to the end of its sentence
BEFORE = rf"(?P<said>[^.!?…؟\n{OPEN}]{{12,500}}?)"  # the same in front of a verb
END = rf"(?=\s*(?:[.,;!?…{OPEN}]|$)|\s+[^\W\d_A-ZА-Я])"  # where a name behind a verb ends

QUOTED, TOLD = "quoted abroad", "told abroad"  # the rules of both


@dataclass(frozen=True)
class Grammar:
    """The orders in which a language puts speaker, verb and quotation; groups are `said`, and `who` or `pronoun`.

    ``told`` are those of indirect speech.
    """

    orders: tuple[re.Pattern[str], ...]
    told: tuple[re.Pattern[str], ...]
    words: ForeignWords


def either(words: frozenset[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return (
        "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
    )


def someone(particles: frozenset[str]) -> str:
    """A pattern of a name with capitals, and what somebody is called in front of it, as the group `who`."""
    part = r"(?:(?:al-|el-|аль-)?[^\W\d_a-zà-öø-ÿа-яё][\w’'\-]+)"
    small = rf"(?:(?:{either(particles)})\s+|d[’'])"
    more = rf"[\s\-]+{small}?{part}"
    named = rf"(?:,\s+{part}(?:{more}){{1,4}})?"  # "the envoy of the UN, Ada Lind"
    return rf"(?P<who>(?:[^\W\d_][\w’'\-]*,?\s+){{0,7}}?{part}(?:{more}){{0,4}}{named})"


def named_behind(w: ForeignWords) -> str:
    """A pattern of a name behind a verb, and of nothing that leads to it, as the group `who`."""
    return rf"(?!(?i:{either(w.circumstances)})\s){someone(w.particles)}{END}(?!\s*,?\s*(?:{either(w.joints)})\b)"


@cache
def _grammar(language: str, words: ForeignWords) -> Grammar:
    make: Callable[[ForeignWords], Grammar] = import_module(f"{__package__}.{MODULES[language]}").grammar
    return make(words)


def statements_abroad(text: str, parts: list[TextBlock], language: str) -> list[Statement]:
    """Statements of a text in one of `MODULES`: what a verb of speech or "according to" gives somebody by name."""
    record = Record(text, parts)
    grammar = _grammar(language, speech_words(language))
    last: Speaker | None = None
    spoke = 0
    for number, block in enumerate(parts):
        for rule, span, speaker in _given(_masked(text, block, record), block.start, grammar):
            if len(text[slice(*span)].split()) < SHORTEST:
                continue
            if isinstance(speaker, str):
                if last is None or number - spoke > NEAR or not _fits(speaker, last, grammar.words):
                    continue
                who = Speaker(last.surface, None, pronoun=True)
            else:
                who = last = Speaker(" ".join(text[slice(*speaker)].split()), speaker)
            spoke = number
            cue = span[1], span[1]
            record.add(number, Attribution(*span, who.span, "name", cue, "", "saying", rule), who)
    return sorted(record.found, key=lambda s: s.start)


def _given(shown: str, start: int, grammar: Grammar) -> list[tuple[str, Span, Span | str]]:
    """What of a block is somebody's, by its rule, in order of place; a name's span, or a pronoun."""
    found: dict[Span, tuple[str, Span | str]] = {}
    for rule, orders in ((QUOTED, grammar.orders if OPEN in shown else ()), (TOLD, grammar.told)):
        for order in orders:
            for match in order.finditer(shown):
                lo, hi = match.span("said")
                named = match.groupdict().get("who")
                if named and rule == TOLD and named.casefold() in grammar.words.pronouns | grammar.words.nobody:
                    continue
                if any(lo < end - start and begin - start < hi for begin, end in found):
                    continue
                if named:
                    first = match.end("who") - len(_trimmed(named, grammar.words))
                    found[start + lo, start + hi] = rule, (start + first, start + match.end("who"))
                else:
                    found[start + lo, start + hi] = rule, match.group("pronoun").casefold()
    return [(rule, span, who) for span, (rule, who) in sorted(found.items(), key=lambda one: one[0])]


def _trimmed(name: str, w: ForeignWords) -> str:
    """A name without when and where in front of it: "В пятницу министр Лавров"."""
    while (first := name.split(None, 2))[0].casefold() in w.circumstances and len(first) == 3:
        name = first[2]
    return name


def _fits(pronoun: str, speaker: Speaker, w: ForeignWords) -> bool:
    """Whether a pronoun, or a verb that holds one, can mean a speaker: "elle" no man by his given name."""
    given = words()
    bare = set(re.findall(r"[^\W_]+", pronoun))
    names = {anyascii(word).casefold() for word in speaker.surface.split()}
    if bare & w.feminine and names & given.given_to_men:
        return False
    return not (bare & w.masculine and names & given.given_to_women)


def _masked(text: str, block: TextBlock, record: Record) -> str:
    """A block with each quotation as marks of the same length."""
    shown = text[block.start : block.end]
    for quote in record.quotes_near(block.start, block.end):
        lo, hi = max(0, quote.start - block.start), min(len(shown), quote.end - block.start)
        if hi - lo > 2:
            shown = shown[:lo] + OPEN + INSIDE * (hi - lo - 2) + CLOSE + shown[hi:]
    return shown


def day_told(text: str, language: str) -> date | None:
    """The first date with day, month and year in the head of a text, by the months of its language."""
    months = [name.split("|") for name in speech_words(language).months]
    number = {each: at for at, names in enumerate(months, 1) for each in names}
    pattern = (
        rf"(?<!\d)(\d{{1,2}})(?:er|\.|º)?\s+(?:de\s+)?({either(frozenset(number))})\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})"
    )
    for found in re.finditer(pattern, text[:HEAD], re.I):
        try:
            return date(int(found.group(3)), number[" ".join(found.group(2).casefold().split())], int(found.group(1)))
        except (ValueError, KeyError):
            continue
    return None
