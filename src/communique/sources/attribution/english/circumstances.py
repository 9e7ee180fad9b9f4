"""What stands between a verb and what is said: whom one tells, where, when."""

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import looks_finite
from communique.sources.attribution.english.words import SpeechWords

Tokens = tuple[Token, ...]


def past_listener(tokens: Tokens, at: int, end: int, w: SpeechWords, frames: frozenset[str]) -> int:
    """The token after whom one tells: "reporters in Geneva", "LA Weekly in a statement", "him"."""
    if at >= end or not is_word(tokens[at]):
        return at
    low = tokens[at].lower
    if low in ("that", "to") or low in w.question_words or low in w.prepositions or low in w.days:
        return at
    stop = _listener_end(tokens, at, end, w)
    if "bid" in frames and stop == at:
        return at
    while stop < end and tokens[stop].lower in w.circumstance_joins - frames:
        ahead = stop + 1
        while ahead < end and ahead - stop < 9 and is_word(tokens[ahead]) and not _opens_clause(tokens[ahead], w):
            ahead += 1
        if ahead < end and tokens[ahead].lower != "that" and not tokens[ahead].quote and tokens[ahead].text not in ",:":
            break
        stop = ahead
    return min(stop, end)


def _opens_clause(token: Token, w: SpeechWords) -> bool:
    return token.lower in w.persons or token.lower in w.subordinators or token.lower in w.finite


def _listener_end(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int:
    """Where the name or noun of a listener ends."""
    owner = tokens[at].lower == "her" and at + 1 < end and is_word(tokens[at + 1]) and tokens[at + 1].lower != "that"
    if owner and not (at + 2 < end and tokens[at + 2].lower == "that"):
        owner = False
    if (tokens[at].lower in w.listeners and not owner) or (at + 1 < end and tokens[at + 1].lower == "that"):
        return at + 1
    if not (is_name(tokens[at]) or tokens[at].lower in w.determiners):
        return at
    start = at
    if tokens[at].lower in w.determiners and not is_name(tokens[at]):
        at += 1
        closed = w.determiners | w.persons | w.finite | w.subordinators | w.prepositions
        while at < end and at - start < 4 and is_word(tokens[at]) and not is_name(tokens[at]):
            if tokens[at].lower in closed:
                break
            at += 1
    while at < end and is_word(tokens[at]):
        joins = tokens[at].lower in w.within_names | {"the"} and at + 1 < end and is_name(tokens[at + 1]) and at > start
        if not is_name(tokens[at]) and not (joins and (tokens[at].lower != "the" or tokens[at - 1].lower == "of")):
            break
        at += 1
    return _past_kind(tokens, at, end, w)


def _past_kind(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int:
    """Past what kind of listener a name is, where "that" follows: "AFP (news agency) that ..."."""
    for ahead in range(at, min(end, at + 4)):
        if tokens[ahead].lower == "that":
            return ahead
        if not is_word(tokens[ahead]) or _opens_clause(tokens[ahead], w) or tokens[ahead].lower in w.prepositions:
            break
    return at


def is_that_clause(tokens: Tokens, at: int, end: int, w: SpeechWords) -> bool:
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


def that_ahead(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int | None:
    """The token after a "that" further on, where only circumstances stand before it ("said on Friday that")."""
    at = past_times(tokens, at, end, w)
    for ahead in range(at, min(end, at + 24)):
        low = tokens[ahead].lower
        if low == "that" and ahead and tokens[ahead - 1].lower in w.prepositions:
            return None  # "I thought of that picture"
        if low == "that":
            return ahead + 1 if is_that_clause(tokens, ahead, end, w) else None
        if tokens[ahead].quote and ahead > at and _is_title_behind(tokens[ahead - 1], w):
            continue  # 'said on CNN's "State of the Union" that'
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


def _is_title_behind(token: Token, w: SpeechWords) -> bool:
    """Whether what stands in quote marks behind a word is the name of a programme or the like."""
    return token.lower in w.titled or token.text.endswith(("'s", "’s", "s'", "s’"))


def past_times(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int:
    """The token after "two days ago", "last week", "Friday night", "late on Thursday", "on July 12"; ``at`` without."""
    start = at
    while at < end:
        low = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < end else ""
        if low in w.days and low != "this":
            at += 1
            at += at < end and tokens[at - 1].lower in ("last", "next") and tokens[at].lower in w.units
        elif (low in w.numbers or low.isdigit() or low in w.articles) and following in w.units:
            if at + 2 >= end or tokens[at + 2].lower not in ("ago", "earlier", "before"):
                break
            at += 3
        elif low in ("last", "this", "next") and following in w.units | w.days:
            at += 2
        elif low == "on" and (following in w.days or following in w.months or following.isdigit()):
            at += 1
        elif low in w.months or (low.isdigit() and following in w.months):
            at += 2 if following.isdigit() or following in w.months else 1
        else:
            break
    return at if at > start else start


def past_circumstance(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int:
    """The token after "in Moscow on Friday" and its like, where a clause without "that" follows."""
    for _ in range(3):
        at = past_times(tokens, at, end, w)
        start, at = at, _past_one(tokens, at, end, w)
        if at == start:
            break
    return at


def _past_one(tokens: Tokens, at: int, end: int, w: SpeechWords) -> int:
    """The token after one circumstance, or ``at`` itself."""
    while at < end and tokens[at].lower in w.days and tokens[at].lower not in ("this",):
        at += 1
    quantity = at + 1 < end and tokens[at + 1].lower in ("least", "most")  # "at least forty people had died"
    if at + 2 < end and tokens[at].lower in ("by", "via", "over") and tokens[at + 1].lower in w.channels:
        return at + 2
    if at + 2 < end and not quantity and tokens[at].lower in ("on", "in", "at", "late", "early"):
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
