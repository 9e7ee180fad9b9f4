"""Who stands above a quotation in a press release: "And from the envoy, Ada Lind:", "From the desk of Ada Lind"."""

from itertools import pairwise

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import looks_finite, shape_of
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Pending

LONGEST = 24  # words of such a line
DESKS = ("desk", "office")


def sender(tokens: tuple[Token, ...], w: SpeechWords) -> Pending | None:
    """The sender a line without a verb names, who speaks in the quotation below it; None for any other sentence."""
    at = 0
    while at < len(tokens) and tokens[at].lower in w.conjunctions | w.adverbs:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower != "from" or sum(map(is_word, tokens)) > LONGEST:
        return None
    stop = len(tokens)
    while stop > at and not is_word(tokens[stop - 1]):
        stop -= 1
    start = at + 1
    desk = start + 2 < stop and tokens[start + 1].lower in DESKS and tokens[start + 2].lower == "of"
    start += 3 * desk
    colon = tokens[-1].text == ":"
    if start >= stop or not (colon or desk) or looks_finite(tokens[start:stop], w):
        return None
    lo, hi = _name(tokens, start, stop, w)
    cue = tokens[at].start, tokens[at].end
    return Pending((tokens[lo].start, tokens[hi - 1].end), shape_of(tokens, lo, hi, w), cue, "from", "saying", colon)


def _name(tokens: tuple[Token, ...], start: int, stop: int, w: SpeechWords) -> tuple[int, int]:
    """The stretch between commas that is nothing but a name, or else the first."""
    edges = [start, *(at + 1 for at in range(start, stop) if tokens[at].text == ","), stop + 1]
    pieces = [(lo, hi - 1) for lo, hi in pairwise(edges) if hi - 1 > lo]
    plain = (p for p in pieces if all(is_name(t) or t.lower in w.particles for t in tokens[p[0] : p[1]]))
    return next(plain, pieces[0])
