"""Attributions within one sentence: which words are said, and by whom."""

from dataclasses import dataclass, replace

from communique.sources.frames import Sentence, Token
from communique.sources.subjects import (
    Subject,
    after_verb,
    before_verb,
    is_name,
    is_word,
    looks_finite,
    opening_subject,
    shape_of,
)
from communique.sources.words import Cue, Words

CUES_PER_SENTENCE = 12
SHORT_QUOTE = 5  # words: shorter quotations are words picked out ("the sleeper issue"), not utterances
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content ``[start, end)`` said by somebody: ``speaker`` is the span that names them, ``shape`` what it looks like.

    ``parts`` are the pieces of the content where the attribution stands in its middle. ``rule`` names the construction
    that was recognised; ``outer`` is true of a source that reports others ("according to AFP"), and ``reporter``
    is whoever quotes the speaker ("*The Guardian* quoted an official as saying").
    """

    start: int
    end: int
    speaker: tuple[int, int] | None
    shape: str
    cue: tuple[int, int]
    lemma: str
    kind: str
    rule: str
    parts: tuple[tuple[int, int], ...] = ()
    outer: bool = False
    reporter: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A speaker announced without content in the same sentence: "Rathbun stated," before a quotation of its own."""

    speaker: tuple[int, int] | None
    shape: str
    cue: tuple[int, int]
    lemma: str
    kind: str
    colon: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at tokens ``[group, stop)`` with its subject; ``shared`` where the subject is another clause's."""

    at: int
    group: int
    stop: int
    cue: Cue
    subject: Subject | None
    shared: bool
    passive: bool
    reporter: Subject | None = None


def _group(tokens: Tokens, at: int, w: Words) -> int:
    """Where the verb group that ends with the verb at ``at`` begins."""
    while at > 0:
        token = tokens[at - 1]
        low = token.lower
        if (is_name(token) and at > 1) or token.text in ("May", "Will"):
            break
        if (
            low in w.auxiliaries
            or (low in w.adverbs and not is_name(token))
            or (low.endswith("ly") and not is_name(token) and not (at > 1 and tokens[at - 2].lower in w.determiners))
        ):
            at -= 1
        else:
            break
    return at


def _cue_at(tokens: Tokens, at: int, w: Words) -> tuple[Cue, int] | None:
    """The cue that begins at a token and where it ends."""
    low = tokens[at].lower
    for phrase in w.phrases.get(low, ()):
        stop = _matches(tokens, at + 1, phrase.rest, w)
        if stop:
            return phrase, stop
    cue = w.verbs.get(low)
    return (cue, at + 1) if cue else None


def _matches(tokens: Tokens, at: int, rest: tuple[str, ...], w: Words) -> int | None:
    """Where the rest of a phrase ends, with up to four words in its gap and adverbs anywhere; None without a match."""
    for word in rest:
        if word == "...":
            continue
        gap = 4 if "..." in rest else 0
        while at < len(tokens) and tokens[at].lower != word:
            skippable = tokens[at].lower in w.adverbs or tokens[at].lower.endswith("ly")
            if (not skippable and gap == 0) or not is_word(tokens[at]):
                return None
            gap -= 0 if skippable else 1
            at += 1
        if at >= len(tokens):
            return None
        at += 1
    return at


def _is_noun(tokens: Tokens, at: int, stop: int, w: Words) -> bool:
    """Whether a form that may be a noun or an adjective ("claims", "reported") is one here."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[stop].lower if stop < len(tokens) else ""
    low = token.lower
    if is_name(token) and at and not tokens[at - 1].quote and tokens[at - 1].text not in ",.":
        return True
    if before is not None:
        if before.lower in w.determiners and before.lower not in (
            "all",
            "both",
            "some",
            "many",
            "most",
            "few",
            "several",
            "that",
            "others",
        ):
            return True
        if before.lower in w.prepositions or before.lower in ("'s",) or before.text.endswith(("'s", "’s", "s'", "s’")):
            return True
    if low in w.base_forms or low in w.s_forms:
        if before is not None and (
            before.lower in w.adjectives or (before.lower.endswith("ed") and not is_name(before))
        ):
            return True
        if after in w.finite and after not in ("can", "will", "may", "might") and low not in ("say", "says"):
            return True
        if after in ("of", "from", "by") and low not in ("say", "says", "speak", "speaks"):
            return True
        if before is not None and low in w.base_forms and low not in ("read", "forecast"):
            if before.lower in w.conjunctions:
                return after in ("and", "or", "of") or not after
            if before.lower.endswith("ed") and before.text[0].islower():
                return True
            plural = (
                before.lower.endswith("s")
                or before.lower in w.days
                or before.lower in w.persons | {"media", "people", "police", "who", "that"}
            )
            return not (
                plural
                or before.lower in w.adverbs
                or before.lower in w.auxiliaries
                or is_name(before)
                or before.text == ","
            )
    return after == "by" and low.endswith("ed") and not (before is not None and before.lower in w.being)


def _cues(tokens: Tokens, w: Words) -> list[_Found]:
    """The cues of a sentence that have, or share, a subject, from left to right."""
    found: list[_Found] = []
    at, taken = 0, 0
    for at in range(len(tokens)):
        if at < taken or len(found) >= CUES_PER_SENTENCE:
            continue
        hit = _cue_at(tokens, at, w)
        if hit is None:
            continue
        cue, stop = hit
        verb = not cue.rest
        if verb and _is_noun(tokens, at, stop, w):
            continue
        group = _group(tokens, at, w)
        helpers = {token.lower for token in tokens[group:at]}
        low = tokens[at].lower
        if cue.kind == "act" and helpers & w.modals:
            continue  # "the secretary will welcome the leaders"
        if found and group <= found[-1].stop and low.endswith("ing"):
            continue  # "they say adding salt is cheap"
        passive = verb and bool(helpers & w.being) and not low.endswith("ing")
        if group and tokens[group - 1].lower == "to" and low in w.base_forms:
            continue
        if verb and low in w.base_forms and helpers & {"do", "does", "did"} and "not" not in helpers and not helpers:
            continue
        floor = next((earlier.stop for earlier in reversed(found) if earlier.subject), 0)
        subject, shared = before_verb(tokens, group, w, floor=floor), False
        previous = tokens[group - 1] if group else None
        reporter = None
        if low == "saying" and previous is not None and previous.lower == "as":
            subject = _quoted_person(tokens, group - 1, w)
            reporter = found[-1].subject if found and found[-1].cue.lemma in ("quote", "cite") else None
        elif low.endswith("ing") and verb and not helpers & w.being:
            subject, shared = _of_participle(tokens, group, subject, found, w)
        elif (
            subject is None
            and previous is not None
            and (previous.lower in w.conjunctions or (previous.text == "," and cue.kind != "attitude"))
        ):
            shared = previous.lower in w.conjunctions or bool(found)
            if shared and helpers & w.modals:
                continue  # "it would attack and would respond": the second verb goes on with what was said
            subject = _shared(tokens, group, found, w) if shared else None
            if (
                subject
                and low in w.base_forms
                and any(t.lower == "to" for t in tokens[max(subject.stop, floor) : group])
            ):
                continue  # "dignitaries wanted to meet him and express their support"
        if cue.lemma in w.told_only and stop < len(tokens) and tokens[stop].lower == "that" and shared:
            continue  # "he was hauled in and told that ..."
        found.append(_Found(at, group, stop, cue, subject, shared, passive, reporter))
        taken = stop
    return found


def _quoted_person(tokens: Tokens, stop: int, w: Words) -> Subject | None:
    """Who is quoted in "The paper quoted an official as saying"; passives have a phrase of their own."""
    for at in range(stop - 1, max(stop - 18, -1), -1):
        if tokens[at].lower in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
            return Subject(at + 1, stop, shape_of(tokens, at + 1, stop, w), at + 1) if at + 1 < stop else None
        if not is_word(tokens[at]) and tokens[at].text != ",":
            break
    return None


def _shared(tokens: Tokens, at: int, found: list[_Found], w: Words) -> Subject | None:
    """The subject a verb shares with the clause before it."""
    for earlier in reversed(found):
        if earlier.subject is not None:
            return earlier.subject
    return opening_subject(tokens, at, w)


def _of_participle(tokens: Tokens, group: int, subject: Subject | None, found: list[_Found], w: Words):
    """The subject of "saying": the noun in front of it, or that of the main clause; and whether it is shared."""
    previous = tokens[group - 1] if group else None
    if previous is None:
        return None, False
    if previous.text == "," or previous.lower in w.conjunctions:
        return _shared(tokens, group, found, w), True
    for at in range(group - 1, max(group - 8, 0), -1):
        if tokens[at].lower == "with" and at + 1 < group:
            return Subject(at + 1, group, shape_of(tokens, at + 1, group, w), at), False
        if not is_word(tokens[at]):
            break
    if subject is None:
        return _shared(tokens, group, found, w), True
    head = tokens[subject.stop - 1].lower
    main = _shared(tokens, subject.start, found, w)
    if head in w.documents and main is not None and main.start < subject.start:
        return main, True
    if looks_finite(tokens[subject.start : subject.stop], w):
        return main, True
    return subject, False


def _light(tokens: Tokens, at: int, cue: Cue, w: Words, *, behind: bool = False) -> bool:
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


def _clausal(tokens: Tokens, lo: int, hi: int, w: Words) -> bool:
    """Whether a stretch holds a clause of its own and not only circumstances."""
    at = lo
    while at < hi and tokens[at].lower in w.openers:
        while at < hi and tokens[at].text != ",":
            at += 1
        at += 1
    rest = tokens[at:hi]
    return sum(map(is_word, rest)) >= 3 and looks_finite(rest, w)


def _quote_words(token: Token, text: str) -> int:
    return len(text[token.start : token.end].split())


def _content_after(text: str, tokens: Tokens, found: _Found, end: int, w: Words) -> tuple[int, int, str] | None:
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
        if cue.lemma in w.naming and _quote_words(token, text) < SHORT_QUOTE:
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
        and (tokens[quote - 1].text in (",", ":") or _quote_words(tokens[quote], text) >= 2 * SHORT_QUOTE)
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
    if "quote" in frames and quote is not None and _quote_words(tokens[quote], text) >= SHORT_QUOTE:
        return _quoted(text, tokens, quote, end, found, w)
    return None


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


PARTICLES_IN_NAMES = frozenset(("al", "de", "of", "the", "van", "von", "bin"))


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


def _quoted(text: str, tokens: Tokens, at: int, end: int, found: _Found, w: Words) -> tuple[int, int, str] | None:
    """Content that begins with a quotation: up to the last quotation, or on to the end where one clause holds both."""
    last = at
    for ahead in range(at + 1, end):
        if tokens[ahead].quote:
            last = ahead
    between = tokens[at + 1 : last]
    rest = tokens[last + 1 : end]
    words = _quote_words(tokens[at], text)
    if words == 1 and found.cue.kind == "act":
        return None
    if last > at and looks_finite(between, w) and words >= SHORT_QUOTE and between and between[0].text in (",", ";"):
        last, rest = at, ()
    trailing = [token for token in rest if is_word(token)]
    if not trailing or rest[0].text in (",", ";", "-", "–", "—", "(") or words >= 2 * SHORT_QUOTE:
        return at, last + 1, "quote"
    return at, end, "quote"


def _cut(tokens: Tokens, number: int, cues: list[_Found], w: Words) -> int:
    """Where the content behind a cue ends: before the next attribution of the same rank, or at the sentence's end."""
    for later in cues[number + 1 :]:
        if later.subject is None and not later.shared:
            continue
        if later.shared:
            before = later.group - 1
            while before > cues[number].stop and tokens[before].lower in w.adverbs:
                before -= 1
            if tokens[before].lower in w.conjunctions or tokens[before].text == ",":
                while before > cues[number].stop and tokens[before - 1].text == ",":
                    before -= 1
                if before > cues[number].stop:
                    return before
            continue
        opens = later.subject.opens
        if opens <= cues[number].stop:
            continue
        if tokens[opens - 1].text == ";":
            return opens - 1
        aside = tokens[opens - 1].text == "," and "inverted" in later.cue.frames and not later.passive
        if aside and later.subject.shape != "pronoun" and _light(tokens, later.stop, later.cue, w):
            return opens - 1  # "X said the talks had been useful, TASS reported"
        joint = tokens[opens - 1].lower
        strong = joint in ("but", "while", "whereas", "although", "though")
        if strong or (joint in ("and", "with", "as") and tokens[opens - 2].text == ","):
            stop = opens - 1
            return stop - 1 if tokens[stop - 1].text == "," else stop
    return len(tokens)


def _source_cues(text: str, tokens: Tokens, w: Words) -> list[Attribution]:
    """Attributions by "according to" and its like."""
    found = []
    for at, token in enumerate(tokens):
        for wording in w.sources.get(token.lower, ()):
            if len(found) >= CUES_PER_SENTENCE or tuple(t.lower for t in tokens[at : at + len(wording)]) != wording:
                continue
            name = at + len(wording)
            stop = _source_end(tokens, name, w)
            if stop == name or ({t.lower for t in tokens[name:stop]} & w.not_sources and stop - name <= 2):
                continue
            speaker = (tokens[name].start, tokens[stop - 1].end)
            made = Attribution(
                0,
                0,
                speaker,
                shape_of(tokens, name, stop, w),
                (token.start, tokens[name - 1].end),
                " ".join(wording),
                "saying",
                "source",
                outer=True,
            )
            begins = at == 0 or (at == 1 and tokens[0].lower in w.openers) or tokens[at - 1].text in (";", "(")
            begins = begins or (at and tokens[at - 1].lower in ("that", "and", "but", "while"))
            begins = begins or (
                at > 1 and tokens[at - 1].text == "," and tokens[at - 2].lower in ("that", "and", "but")
            )
            if begins:
                lo = _past_source(tokens, stop, w)
                if lo < len(tokens) and (sum(map(is_word, tokens[lo:])) > 1 or tokens[lo].quote):
                    found.append(replace(made, start=tokens[lo].start, end=tokens[-1].end))
                continue
            hi = at - 1 if tokens[at - 1].text in (",", "-", "–", "—", "(") else at
            lo, end = 0, tokens[max(hi - 1, 0)].end
            if hi and tokens[hi - 1].lower in ("which", "who", "that"):
                lo = hi - 1
            if (
                hi
                and stop < len(tokens)
                and tokens[stop].text == ","
                and tokens[at - 1].text == ","
                and (not _clausal(tokens, lo, hi, w) or lo == hi - 1)
            ):
                end = tokens[-1].end
            if hi > lo:
                found.append(replace(made, start=tokens[lo].start, end=end))
    return found


def _source_end(tokens: Tokens, at: int, w: Words) -> int:
    """Where the name of a source ends, which no comma need close ("According to Rathbun the property was ...")."""
    start = at
    while at < len(tokens) and at - start < 18:
        token, low = tokens[at], tokens[at].lower
        if token.quote or (not is_word(token) and token.text not in "/&") or low in w.finite:
            break
        if at > start and is_name(tokens[at - 1]) and low not in w.prepositions | {"and", "al", "de"}:
            last = tokens[at - 1]
            if not is_name(token) and (
                low in w.determiners or low in w.persons or token.text.isdigit() or low in w.openers
            ):
                break
            if low in w.titles and is_name(token) and any(t.lower in w.bodies or t.lower == "index" for t in (last,)):
                break
        if (
            at > start
            and low in w.determiners
            and not is_name(token)
            and tokens[at - 1].lower not in w.prepositions | {"and"}
        ):
            break
        if at > start + 1 and low in w.persons:
            break
        at += 1
    return at


def _past_source(tokens: Tokens, at: int, w: Words) -> int:
    """The token where the content begins behind a source, past names and descriptions in apposition."""
    size = len(tokens)
    while at < size and tokens[at].text == ",":
        comma = next((k for k in range(at + 1, min(size, at + 20)) if tokens[k].text == ","), None)
        if comma is None:
            return at + 1
        piece = tokens[at + 1 : comma]
        names = [is_name(token) or token.lower in ("of", "the", "and", "al", "de") for token in piece]
        apposed = (
            piece
            and piece[0].lower not in w.openers
            and not looks_finite(piece, w)
            and (all(names) or piece[0].lower in ("a", "an", "the", "who", "its", "his", "her", "head", "director"))
        )
        if apposed or (piece and piece[0].lower in ("quoting", "citing", "who", "which", "whose")):
            at = comma
            continue
        return at + 1
    return at


def attribute(text: str, sentence: Sentence, w: Words) -> tuple[list[Attribution], Pending | None]:
    """Attributions of a sentence in order of place, and a speaker announced without content."""
    tokens = sentence.tokens
    cues = _cues(tokens, w)
    found = _source_cues(text, tokens, w)
    pending = None
    for number, cue in enumerate(cues):
        made, waiting = _one(text, tokens, number, cues, w)
        if made is not None:
            found.append(made)
        elif waiting is not None:
            pending = waiting
    return sorted(found, key=lambda a: (a.start, -a.end)), pending


def _span(tokens: Tokens, who: Subject | None) -> tuple[int, int] | None:
    return (tokens[who.start].start, tokens[who.stop - 1].end) if who else None


def _one(text: str, tokens: Tokens, number: int, cues: list[_Found], w: Words):
    """The attribution of one cue, or the speaker it announces."""
    cue = cues[number]
    subject, frames = cue.subject, cue.cue.frames
    span = (tokens[cue.at].start, tokens[cue.stop - 1].end)

    def made(start: int, end: int, who: Subject | None, rule: str, parts=()):
        lemma, kind, shape = cue.cue.lemma, cue.cue.kind, who.shape if who else ""
        reporter = _span(tokens, cue.reporter)
        return Attribution(start, end, _span(tokens, who), shape, span, lemma, kind, rule, parts, reporter=reporter)

    previous = cue.group - 1
    if cue.passive:
        return _passive(tokens, number, cues, w, made), None
    form = tokens[cue.at].lower
    inverted = "inverted" in frames and previous >= 0 and not form.endswith("ing") and form not in w.base_forms
    if inverted and not tokens[previous].quote:
        inverted = tokens[previous].text in (",", "-", "–", "—") and (
            (previous > 0 and tokens[previous - 1].quote) or cue.cue.lemma in ("say", "report")
        )
    who = after_verb(tokens, cue.stop, w) if inverted else None
    if who and subject is not None and not cue.shared:
        follows = tokens[who.stop] if who.stop < len(tokens) else None
        if not (tokens[previous].text == "," and (follows is None or not (is_word(follows) or follows.quote))):
            who = None
    if who:
        hit = _content_before(text, tokens, number, cues, cue.group, who.stop, w)
        if hit:
            return made(*hit[:2], who, "inverted", hit[2]), None
    if subject is None:
        return None, None
    if (not cue.shared and subject.start >= 2) or (subject.start == 1 and tokens[0].quote):
        edge = subject.opens
        joint = tokens[edge - 1]
        postposed = "inverted" in frames or ("quote" in frames and joint.quote) or "clause" in frames
        touching = joint.quote or (joint.text in (",", "-", "–", "—") and edge >= 2)
        behind = joint.quote or (edge >= 2 and tokens[edge - 2].quote)
        if postposed and touching and _light(tokens, cue.stop, cue.cue, w, behind=behind):
            if behind or _clausal(tokens, 0, edge - 1, w) or _resumes(tokens, cue.stop, w):
                hit = _content_before(text, tokens, number, cues, edge, cue.stop, w)
                if hit:
                    return made(*hit[:2], subject, "postposed", hit[2]), None
    end = _cut(tokens, number, cues, w)
    while end > cue.stop and not (is_word(tokens[end - 1]) or tokens[end - 1].quote or tokens[end - 1].text in ")%"):
        end -= 1
    hit = _content_after(text, tokens, cue, end, w)
    if hit is None or hit[1] <= hit[0]:
        last = tokens[-1].text
        if (cue.cue.kind in ("saying", "asking") and "quote" in frames) or last == ":":
            near_end = cue.stop >= len(tokens) - 1 or last in ":," or _light(tokens, cue.stop, cue.cue, w)
            if near_end:
                return None, Pending(
                    _span(tokens, subject), subject.shape, span, cue.cue.lemma, cue.cue.kind, last == ":"
                )
        return None, None
    start, stop, rule = hit
    opens = subject.opens if not cue.shared else 0
    if rule in ("clause", "object") and opens and tokens[opens - 1].lower in w.free_relatives:
        return None, None  # "everything he said last night"
    return made(tokens[start].start, tokens[stop - 1].end, subject, rule), None


def _passive(tokens: Tokens, number: int, cues: list[_Found], w: Words, made) -> Attribution | None:
    """ "It was asserted by the Crown that ..."; other passives name nobody who speaks."""
    cue = cues[number]
    if cue.stop < len(tokens) and tokens[cue.stop].lower == "by":
        start = stop = cue.stop + 1
        while stop < len(tokens) and is_word(tokens[stop]) and tokens[stop].lower not in w.subordinators:
            stop += 1
        if start < stop < len(tokens) - 1 and tokens[stop].lower == "that":
            who = Subject(start, stop, shape_of(tokens, start, stop, w), start)
            return made(tokens[stop + 1].start, tokens[-1].end, who, "passive")
    return None


def _resumes(tokens: Tokens, at: int, w: Words) -> bool:
    """Whether a clause goes on behind an inserted attribution: "Recipients, said Mauer, are required to ..."."""
    comma = next((k for k in range(at, min(len(tokens), at + 14)) if tokens[k].text == ","), None)
    return (
        comma is not None
        and comma + 1 < len(tokens)
        and (tokens[comma + 1].lower in w.finite or tokens[comma + 1].lower in w.auxiliaries)
    )


def _content_before(text: str, tokens: Tokens, number: int, cues: list[_Found], stop: int, resume: int, w: Words):
    """Content in front of an attribution, and behind it where a split quotation or an interrupted clause goes on."""
    hi = stop
    while hi > 0 and not (is_word(tokens[hi - 1]) or tokens[hi - 1].quote or tokens[hi - 1].text in ")%"):
        hi -= 1
    if hi == 0:
        return None
    lo = 0
    if tokens[hi - 1].quote:
        first = hi - 1
        while first > 0 and (
            tokens[first - 1].quote or (tokens[first - 1].text in ",;" and first > 1 and tokens[first - 2].quote)
        ):
            first -= 1
        lead = tokens[:first]
        colon = next((k for k in range(first - 1, -1, -1) if tokens[k].text in ":;"), None)
        earlier = [c for c in cues[:number] if c.stop <= first]
        if colon is not None or earlier or sum(map(is_word, lead)) < 2 or _quote_words(tokens[first], text) >= 40:
            lo = first
    else:
        for earlier in cues[:number]:
            if earlier.subject is not None and earlier.stop < hi and tokens[hi - 1].lower not in w.finite:
                lo = 0
    start, end = tokens[lo].start, tokens[hi - 1].end
    at = resume
    while at < len(tokens) and at - resume < 16 and not tokens[at].quote and tokens[at].text not in ";:":
        if tokens[at].lower in w.finite and at > resume + 1 and tokens[at - 1].text != ",":
            break
        if (
            tokens[at].text == ","
            and at + 1 < len(tokens)
            and (
                tokens[at + 1].quote or (tokens[at + 1].lower in w.finite | w.auxiliaries and not tokens[hi - 1].quote)
            )
        ):
            last = len(tokens) - 1
            while not (is_word(tokens[last]) or tokens[last].quote):
                last -= 1
            if tokens[at + 1].quote:
                last = at + 1
            return start, tokens[last].end, ((start, end), (tokens[at + 1].start, tokens[last].end))
        at += 1
    return start, end, ()
