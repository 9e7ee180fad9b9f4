"""What is said, behind a verb of saying: a clause, a quotation, an object, past whom one tells and when."""

from communique.sources.cues import Spotted
from communique.sources.frames import Token
from communique.sources.subjects import is_name, is_word, looks_finite
from communique.sources.words import Cue, Words

SHORT_QUOTE = 5  # words: shorter quotations are words picked out ("the sleeper issue"), not utterances
PARTICLES_IN_NAMES = frozenset(("al", "de", "of", "the", "van", "von", "bin"))
Tokens = tuple[Token, ...]


def content_after(text: str, tokens: Tokens, found: Spotted, end: int, w: Words) -> tuple[int, int, str] | None:
    """Content tokens ``[start, stop)`` behind a verb, and the rule; ``end`` is where the next clause cuts it off."""
    cue, at = found.cue, found.stop
    frames = cue.frames
    while at < end and (tokens[at].lower in ("also", "again", "then", "simply") or tokens[at].lower.endswith("ly")):
        at += 1
    if "addressee" in frames:
        at = _past_listener(tokens, at, end, w, frames)
    if at >= end:
        return None
    token, low = tokens[at], tokens[at].lower
    subject = found.subject
    if subject is not None and subject.start and tokens[subject.start - 1].lower == "as" and not found.shared:
        comma = next((k for k in range(found.stop, min(end, found.stop + 12)) if tokens[k].text == ","), None)
        return (comma + 1, end, "as") if comma is not None and comma + 2 < end else None
    if token.quote:
        if cue.lemma in w.naming and quote_words(token, text) < SHORT_QUOTE:
            return None  # "a print called "Cowboys""
        return _quoted(text, tokens, at, end, found, w)
    if token.text in (",", ":", ";", "-", "–", "—") and "quote" in frames:
        if at + 1 < end and tokens[at + 1].quote:
            return _quoted(text, tokens, at + 1, end, found, w)
        if token.text == ":" and cue.kind in ("saying", "asking") and end - at > 3:
            return at + 1, end, "colon"
    if low == "that" and (frames & {"that"}):
        return (at + 1, end, "that") if _is_that_clause(tokens, at, end, w) else None
    if low in w.question_words and "question" in frames:
        return at, end, "question"
    participle = tokens[found.at].lower.endswith("ing") and found.stop - found.group == 1
    if low == "to" and frames & {"to", "bid"}:
        return (at, end, "infinitive") if end - at > 2 and not participle else None
    if low in frames and low in w.prepositions:
        if at + 1 < end and tokens[at + 1].quote:
            return _quoted(text, tokens, at + 1, end, found, w)
        ahead = _that_ahead(tokens, at, end, w) if "that" in frames else None
        return (ahead, end, "that") if ahead else (at + 1, end, "object")
    if "bid" in frames and not participle:
        for ahead in range(at, min(end, at + 12)):
            if tokens[ahead].lower == "to" and ahead > at:
                return ahead, end, "infinitive"
    if "that" in frames and (ahead := _that_ahead(tokens, at, end, w)):
        return ahead, end, "that"
    quote = next((k for k in range(at, end) if tokens[k].quote), None)
    if (
        quote is not None
        and "quote" in frames
        and (tokens[quote - 1].text in (",", ":") or quote_words(tokens[quote], text) >= 2 * SHORT_QUOTE)
    ):
        before = tokens[at:quote]
        if cue.kind == "act" or not looks_finite(before, w):
            return _quoted(text, tokens, quote, end, found, w)
    if "clause" in frames:
        start = _past_circumstance(tokens, at, end, w)
        rest = tokens[start:end]
        plain = cue.lemma in ("say", "tell")
        begins = bool(rest) and (is_word(rest[0]) or rest[0].quote or rest[0].text in "([") and rest[0].lower != "to"
        if begins and rest[0].lower in w.being:  # "what he is saying is that ..."
            start += 2 if len(rest) > 1 and rest[1].lower == "that" else 1
            rest = tokens[start:end]
        if begins and sum(map(is_word, rest)) >= 2 and (plain or _is_clause(rest, w)):
            comma = any(token.text == "," for token in rest[:8])
            if plain or low not in w.prepositions or start > at or comma:
                return start, end, "clause"
    if tokens[-1].text == ":" and end >= len(tokens) - 1:
        return None  # what was said stands in the next paragraph
    if ("object" in frames and is_word(token) and low not in w.prepositions | w.conjunctions | {"that", "as"}) or (
        "object" in frames and low == "to" and cue.rest
    ):
        if sum(map(is_word, tokens[at:end])) >= 2:
            return at, end, "object"
    if "quote" in frames and quote is not None and quote_words(tokens[quote], text) >= SHORT_QUOTE:
        return _quoted(text, tokens, quote, end, found, w)
    return None


def _quoted(text: str, tokens: Tokens, at: int, end: int, found: Spotted, w: Words) -> tuple[int, int, str] | None:
    """Content that begins with a quotation: up to the last quotation, or on to the end where one clause holds both."""
    last = at
    for ahead in range(at + 1, end):
        if tokens[ahead].quote:
            last = ahead
    between = tokens[at + 1 : last]
    rest = tokens[last + 1 : end]
    words = quote_words(tokens[at], text)
    if words == 1 and found.cue.kind == "act":
        return None
    if last > at and looks_finite(between, w) and words >= SHORT_QUOTE and between and between[0].text in (",", ";"):
        last, rest = at, ()
    trailing = [token for token in rest if is_word(token)]
    if not trailing or rest[0].text in (",", ";", "-", "–", "—", "(") or words >= 2 * SHORT_QUOTE:
        return at, last + 1, "quote"
    return at, end, "quote"


def _is_that_clause(tokens: Tokens, at: int, end: int, w: Words) -> bool:
    """Whether "that" opens a clause: no verb follows at once ("comments that can harm"), and more than "that way"."""
    rest = tokens[at + 1 : end]
    if not rest or rest[0].quote:
        return bool(rest)
    first, following = rest[0], rest[1].lower if len(rest) > 1 else ""
    if first.lower in w.finite and not is_name(first):
        return False
    if first.lower.endswith("s") and first.lower[-2:] != "ss" and following in w.determiners and not is_name(first):
        return first.lower in w.persons | w.determiners
    return sum(map(is_word, rest)) > 3 or any(token.quote for token in rest) or looks_finite(rest, w)


def _is_clause(tokens: Tokens, w: Words) -> bool:
    """Whether a stretch without "that" is a clause: a finite verb comes before anything that only hangs on a noun."""
    for at, token in enumerate(tokens):
        if token.lower in ("which", "who", "whose", "that", "where") and at:
            return False
        if token.lower in w.finite and not is_name(token):
            return at > 0
        if at and looks_finite((token,), w) and tokens[at - 1].lower not in w.determiners | w.adjectives:
            return True
        if at and _third_person(tokens, at, w):
            return True
    return False


def _third_person(tokens: Tokens, at: int, w: Words) -> bool:
    """Whether a word in -s reads like a verb: between a singular noun and what a verb takes."""
    word, before = tokens[at], tokens[at - 1]
    if not word.lower.endswith("s") or word.lower.endswith("ss") or is_name(word) or before.lower.endswith("s"):
        return False
    if not is_word(before) or before.lower in w.determiners | w.prepositions | w.adjectives | w.conjunctions:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after.lower in w.determiners or after.lower in ("and", "to", "not", "that"))


def _past_listener(tokens: Tokens, at: int, end: int, w: Words, frames: frozenset[str]) -> int:
    """The token after whom one tells: "reporters in Geneva", "LA Weekly in a statement", "him"."""
    if at >= end or not is_word(tokens[at]):
        return at
    if tokens[at].lower in ("that", "to") or tokens[at].lower in w.question_words:
        return at
    if tokens[at].lower in w.prepositions or tokens[at].lower in w.days:
        return at
    start = at
    if tokens[at].lower in w.listeners or (at + 1 < end and tokens[at + 1].lower == "that"):
        at += 1
    elif is_name(tokens[at]) or tokens[at].lower in w.determiners:
        if tokens[at].lower in w.determiners:
            at += 1
            while (
                at < end
                and is_word(tokens[at])
                and not is_name(tokens[at])
                and at - start < 4
                and not (
                    tokens[at].lower in w.determiners | w.persons | w.finite | w.subordinators | w.prepositions
                    or tokens[at].lower in ("to", "that")
                )
            ):
                at += 1
        while at < end and (is_name(tokens[at]) or tokens[at].lower in PARTICLES_IN_NAMES) and is_word(tokens[at]):
            at += 1
    if "bid" in frames and at == start:
        return start
    while (
        at < end
        and tokens[at].lower not in frames
        and tokens[at].lower in ("in", "on", "at", "during", "after", "of", "for", "and", "from")
    ):
        ahead = at + 1
        while (
            ahead < end
            and is_word(tokens[ahead])
            and ahead - at < 9
            and not (
                tokens[ahead].lower in w.persons
                or tokens[ahead].lower in w.subordinators
                or tokens[ahead].lower in w.finite
            )
        ):
            ahead += 1
        if ahead >= end or tokens[ahead].lower == "that" or tokens[ahead].quote or tokens[ahead].text in ",:":
            return min(ahead, end)
        break
    return at


def _that_ahead(tokens: Tokens, at: int, end: int, w: Words) -> int | None:
    """The token after a "that" further on, where only circumstances stand before it ("said on Friday that")."""
    for ahead in range(at, min(end, at + 24)):
        low = tokens[ahead].lower
        if low == "that":
            return ahead + 1 if _is_that_clause(tokens, ahead, end, w) else None
        if low in w.finite or tokens[ahead].quote or low in w.persons or low in w.conjunctions:
            return None
        if (
            ahead == at
            and low not in w.prepositions
            and low not in w.days
            and low not in w.listeners
            and not (tokens[ahead].text == "," or low in w.openers or low.endswith("ly") or low in w.adverbs)
        ):
            return None
    return None


def _past_circumstance(tokens: Tokens, at: int, end: int, w: Words) -> int:
    """The token after "in Moscow on Friday" and its like, where a clause without "that" follows."""
    for _ in range(3):
        start, at = at, _past_one(tokens, at, end, w)
        if at == start:
            break
    return at


def _past_one(tokens: Tokens, at: int, end: int, w: Words) -> int:
    """The token after one circumstance, or ``at`` itself."""
    while at < end and tokens[at].lower in w.days and tokens[at].lower not in ("this",):
        at += 1
    if at + 2 < end and tokens[at].lower in ("on", "in", "at", "late", "early"):
        ahead = at + 1
        if tokens[ahead].lower in w.determiners:
            ahead += 1
        while (
            ahead < end
            and is_word(tokens[ahead])
            and ahead - at < 5
            and not (tokens[ahead].lower in w.determiners | w.persons or tokens[ahead].lower in w.finite)
        ):
            ahead += 1
            if tokens[ahead - 1].lower in w.days or (
                ahead < end and is_name(tokens[ahead - 1]) and not is_name(tokens[ahead])
            ):
                break
        if looks_finite(tokens[ahead:end], w):
            return ahead
    return at


def is_light(tokens: Tokens, at: int, cue: Cue, w: Words, *, behind: bool = False) -> bool:
    """Whether what follows a verb is no content: nothing, a circumstance, or whom one told.

    ``behind`` is true where a quotation stands in front, which makes another one behind a preposition a mere title.
    """
    stop = at
    while stop < len(tokens) and tokens[stop].text not in (",", ";", ":") and not tokens[stop].quote:
        stop += 1
    segment = tokens[at:stop]
    if not segment or not is_word(segment[0]):
        return not (at < len(tokens) and (tokens[at].quote or tokens[at].text == ":"))
    if stop < len(tokens) and (tokens[stop].quote or tokens[stop].text == ":"):
        return behind and segment[0].lower in w.prepositions
    if any(token.lower == "that" for token in segment) or looks_finite(
        tuple(t for t in segment if t.lower not in ("gathered", "united", "published")), w
    ):
        return any(token.lower in ("who", "which", "when", "while", "as", "after", "where") for token in segment[:8])
    first = segment[0].lower
    return (
        first in w.prepositions
        or first in w.days
        or first in w.adverbs
        or first in w.openers
        or first.endswith("ly")
        or (first.endswith("ing") and len(segment) > 1)
        or "addressee" in cue.frames
        or first in w.listeners
    )


def is_clausal(tokens: Tokens, lo: int, hi: int, w: Words) -> bool:
    """Whether a stretch holds a clause of its own and not only circumstances."""
    at = lo
    while at < hi and tokens[at].lower in w.openers:
        while at < hi and tokens[at].text != ",":
            at += 1
        at += 1
    rest = tokens[at:hi]
    return sum(map(is_word, rest)) >= 3 and looks_finite(rest, w)


def quote_words(token: Token, text: str) -> int:
    return len(text[token.start : token.end].split())
