"""Sentences and words of a paragraph, with what stands in quote marks set apart as one word."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.marks import Quotation

OPEN, INSIDE, CLOSE = "\x02", "\x01", "\x03"
SENTENCE_END = re.compile(r"(?:[.!?…]+[)\]’'\"”]*|\x03)(?=\s|$)")
WORD_BEFORE = re.compile(r"[\w.’'\-]+$")
INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
LONGEST_SENTENCE = 1_500  # characters


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a whole quotation (``quote`` then holds it)."""

    start: int
    end: int
    text: str
    lower: str
    quote: bool = False


class MaskedSentence:
    """One sentence: its span in the text, and its tokens, cut when they are first asked for.

    ``frame`` is the masked stretch it stands in, which begins at ``offset`` of the text.
    """

    def __init__(self, start: int, end: int, frame: str, offset: int, w: SpeechWords):
        self.start = start
        self.end = end
        self.shown = frame[start - offset : end - offset]
        self._w = w

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, marks and quotations of the sentence."""
        return tokens(self.shown, self.start, self._w)


def masked(text: str, start: int, end: int, quotations: list[Quotation]) -> str:
    """The stretch with each quotation replaced by marks of the same length, so that offsets stay true."""
    pieces, at = [], start
    for quotation in quotations:
        lo, hi = max(quotation.start, start), min(quotation.end, end)
        if hi - lo < 2:
            continue
        pieces += [text[at:lo], OPEN, INSIDE * (hi - lo - 2), CLOSE]
        at = hi
    pieces.append(text[at:end])
    return "".join(pieces)


def sentence_spans(text: str, start: int, frame: str, w: SpeechWords) -> list[tuple[int, int]]:
    """Spans of the sentences of a masked stretch that begins at ``start`` of the text."""
    spans, at, size = [], 0, len(frame)
    for match in SENTENCE_END.finditer(frame):
        end = match.end()
        if end < size and not _ends(text, start, frame, match, w):
            continue
        spans.extend(_bounded(frame, at, end))
        at = end
    if at < size:
        spans.extend(_bounded(frame, at, size))
    return [(start + lo, start + hi) for lo, hi in spans]


def _bounded(frame: str, lo: int, hi: int) -> list[tuple[int, int]]:
    """A sentence without the space around it, cut at spaces where it is longer than any sentence should be."""
    while lo < hi and frame[lo].isspace():
        lo += 1
    while hi > lo and frame[hi - 1].isspace():
        hi -= 1
    found = []
    while hi - lo > LONGEST_SENTENCE and frame.count(INSIDE, lo, hi) < (hi - lo) // 2:
        cut = frame.rfind(" ", lo + LONGEST_SENTENCE // 2, lo + LONGEST_SENTENCE)
        cut = cut if cut > 0 else lo + LONGEST_SENTENCE
        found.append((lo, cut))
        lo = cut + 1
    return [*found, (lo, hi)] if lo < hi else found


def _ends(text: str, start: int, frame: str, match: re.Match, w: SpeechWords) -> bool:
    """Whether a full stop or the end of a quotation ends a sentence."""
    end = match.end()
    following = frame[end:].lstrip() if end + 60 > len(frame) else frame[end : end + 60].lstrip()
    if not following:
        return True
    first = following[0]
    if not (first.isupper() or first.isdigit() or first in OPEN + "(["):
        return first in "-–—•*" and frame[match.start()] == "."
    if match.group() == CLOSE:
        inner = text[start + match.start() - 1]
        return inner in ".!?…" or (inner in "'’)" and text[start + match.start() - 2] in ".!?…")
    if match.group()[0] != ".":
        return True
    word = WORD_BEFORE.search(frame, max(0, match.start() - 30), match.start())
    if not word:
        return True
    bare = word.group().casefold()
    if bare in w.titles_short:
        return False
    next_word = re.match(r"\w+", following)
    if (INITIALS.match(word.group()) and len(bare) != 1) or bare in w.short.others:
        return bool(next_word and next_word.group() in w.starters) or first == OPEN
    if len(bare) == 1 and bare.isalpha() and word.group().isupper():
        return bool(next_word and next_word.group() in w.starters)
    return True


@cache
def _token(titles: frozenset[str]) -> re.Pattern[str]:
    """Matches a quotation, initials, a title with its full stop, a word, a mark."""
    return re.compile(
        r"\x02\x01*\x03?"
        r"|(?:[A-Za-z]\.){2,}"
        r"|[A-Z]\.(?=\s[A-Z])"
        rf"|(?:{'|'.join(sorted(title.capitalize() for title in titles))})\."
        r"|[@#$£€]?\w+(?:[’'.&/+\-](?=\w)\w+)*(?:(?<=s)[’'](?= \w))?"
        r"|--+|\.\.\.|[^\w\s]"
    )


def tokens(shown: str, start: int, w: SpeechWords) -> tuple[Token, ...]:
    """Tokens of a masked sentence that begins at ``start`` of the text."""
    found = []
    for match in _token(w.titles_short).finditer(shown):
        piece = match.group()
        lo, hi = match.span()
        if piece[0] == OPEN:
            found.append(Token(start + lo, start + hi, OPEN, OPEN, True))
        else:
            found.append(Token(start + lo, start + hi, piece, piece.lower().replace("’", "'")))
    return tuple(found)
