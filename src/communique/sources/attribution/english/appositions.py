"""Names beside other words of their clause: behind a circumstance, or in apposition at a comma."""

from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.words import SpeechWords

Tokens = tuple[Token, ...]


def is_name(token: Token) -> bool:
    """Whether a token is written like a name."""
    return not token.quote and (token.text[0].isupper() or token.text[0] in "@#" or token.text[:3] in ("al-", "el-"))


def is_word(token: Token) -> bool:
    """Whether a token is a word or a number, not punctuation and not a quotation."""
    return token.text[0].isalnum() or token.text[0] in "@#$£€"


def led_name(tokens: Tokens, lo: int, hi: int, w: SpeechWords) -> int | None:
    """Where the name at the end of a circumstance without a comma begins: "On Friday (Michel Barnier)"."""
    if tokens[lo].lower not in w.prepositions | w.days or not is_name(tokens[hi - 1]):
        return None
    at = hi
    while at > lo + 1 and (is_name(tokens[at - 1]) or (tokens[at - 1].lower in w.particles and at < hi)):
        at -= 1
    known = w.not_people | w.days | w.openers
    while at < hi and (tokens[at].lower in known or tokens[at].text.isdigit()):
        at += 1
    before = tokens[at - 1]
    apart = before.lower in known or before.text.isdigit() or (is_word(before) and before.lower not in _joining(w))
    place = tokens[hi - 1].lower in w.not_people | w.bodies
    return at if lo < at < hi and hi - at > 1 and apart and not place and before.lower not in _joining(w) else None


def _joining(w: SpeechWords) -> frozenset[str]:
    """Words behind which a name is still part of the circumstance: "in the Palais", "at Downing Street"."""
    return (w.prepositions | w.determiners | w.titles | w.conjunctions) - w.days


def apposed_name(tokens: Tokens, comma: int, w: SpeechWords) -> tuple[int, int] | None:
    """The name in apposition at a comma: "The former minister, Oswin Pryce, (resigned)"."""
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    stop = comma + 1
    while stop < len(tokens) and stop - comma < 8 and (is_name(tokens[stop]) or tokens[stop].lower in w.within_names):
        stop += 1
    closed = stop == len(tokens) or tokens[stop].text in (",", ".", ";")
    return (comma + 1, stop) if closed and stop - comma > 2 else None
