"""Quoted speech with a named speaker in languages other than English: by marks, verbs and the order of both."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from communique.sources.attribution.findings import Attribution, Span, Speaker, Statement, TextBlock
from communique.sources.attribution.languages import ForeignWords, speech_words
from communique.sources.attribution.record import Record

OPEN, INSIDE, CLOSE = "\x02", "\x01", "\x03"
QUOTE = rf"(?P<said>{OPEN}{INSIDE}*{CLOSE})"
ASIDE = rf"(?:,[^,{OPEN}]{{2,90}},|,)?"  # what somebody is called, between commas
SHORT = rf"[^.;{OPEN}]{{0,80}}?"  # whom one tells, where and when
MODULES = {"fr": "french", "de": "german", "es": "spanish", "ru": "russian", "ar": "arabic"}
HEAD = 1_500  # characters in which a document tells its day
SHORTEST = 3  # words; a shorter quotation is a word picked out


@dataclass(frozen=True)
class Grammar:
    """The orders in which a language puts speaker, verb and quotation; groups are `said`, and `who` or `pronoun`."""

    orders: tuple[re.Pattern[str], ...]


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


@cache
def _grammar(language: str, words: ForeignWords) -> Grammar:
    make: Callable[[ForeignWords], Grammar] = import_module(f"{__package__}.{MODULES[language]}").grammar
    return make(words)


def statements_abroad(text: str, parts: list[TextBlock], language: str) -> list[Statement]:
    """Statements of a text in one of `MODULES`: quotations that a verb of speech or "according to" gives somebody."""
    record = Record(text, parts)
    grammar = _grammar(language, speech_words(language))
    last: Speaker | None = None
    for number, block in enumerate(parts):
        shown = _masked(text, block, record)
        if OPEN not in shown:
            continue
        for span, speaker in _given(shown, block.start, grammar):
            if len(text[slice(*span)].split()) < SHORTEST:
                continue
            if speaker is None and last is None:
                continue
            if speaker is not None:
                last = Speaker(" ".join(text[slice(*speaker)].split()), speaker)
            who = last if speaker is not None else Speaker(last.surface, None, pronoun=True)
            cue = span[1], span[1]
            record.add(number, Attribution(*span, who.span, "name", cue, "", "saying", "quoted abroad"), who)
    return sorted(record.found, key=lambda s: s.start)


def _given(shown: str, start: int, grammar: Grammar) -> list[tuple[Span, Span | None]]:
    """The quotations of a block that are somebody's, in order of place; a name's span, or none for a pronoun."""
    found: dict[Span, Span | None] = {}
    for order in grammar.orders:
        for match in order.finditer(shown):
            said = start + match.start("said"), start + match.end("said")
            if said not in found:
                named = match.groupdict().get("who")
                found[said] = (start + match.start("who"), start + match.end("who")) if named else None
    return sorted(found.items())


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
