"""Who a verb of saying belongs to: noun phrases around it, found by closed lists instead of a parser."""

from dataclasses import dataclass

from communique.sources.attribution.english.appositions import is_name, is_word, led_name
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.words import SpeechWords

FURTHEST = 30  # tokens a noun phrase may reach
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens ``[start, stop)`` that name a speaker; ``full`` also takes in what stands in apposition.

    ``shape`` is `name`, `noun` or `pronoun`. ``opens`` is the token where the clause of the attribution begins.
    """

    start: int
    stop: int
    shape: str
    opens: int


def looks_finite(tokens: Tokens, w: SpeechWords) -> bool:
    """Whether a stretch holds what must be, or ends like, a finite verb."""
    return any(
        token.lower in w.finite
        or (token.lower.endswith(("ed", "'re", "'ll", "'ve", "n't")) and token.text[0].islower())
        or _is_form(token.lower, w)
        for token in tokens
    )


def is_past(token: Token, w: SpeechWords) -> bool:
    """Whether a word reads like a verb in the past that is no auxiliary: "signed", "left"."""
    if token.quote or token.text[0].isupper() or token.lower in w.auxiliaries:
        return False
    return token.lower.endswith("ed") or token.lower in w.finite - w.base_forms - w.s_forms


def _is_form(word: str, w: SpeechWords) -> bool:
    """Whether a word is a verb of saying in a form that is no noun, no infinitive and no participle in -ing."""
    return word in w.verbs and not (word in w.base_forms or word in w.s_forms or word.endswith("ing"))


def shape_of(tokens: Tokens, start: int, stop: int, w: SpeechWords) -> str:
    """`pronoun`, `name` or `noun`."""
    if stop - start == 1 and is_pronoun(tokens[start], w):
        return "pronoun"
    named = any(
        is_name(token) and not (at == start and token.lower in w.determiners | w.openers)
        for at, token in enumerate(tokens[start:stop], start)
    )
    return "name" if named else "noun"


def phrase_start(tokens: Tokens, stop: int, w: SpeechWords, *, floor: int = 0) -> int:
    """Where the noun phrase that ends before ``stop`` begins, not before ``floor``; ``stop`` where there is none."""
    at, coordinated = stop - 1, None
    while at >= max(floor, stop - FURTHEST):
        token = tokens[at]
        low = token.lower
        if token.quote:
            if not (stop - at > 1 and at and tokens[at - 1].lower in w.determiners):
                break
        elif token.text == ")":
            while at > 0 and tokens[at].text != "(":
                at -= 1
        elif low in ("and", "or", "&"):
            if coordinated is None and at + 1 < stop:
                coordinated = at + 1
        elif not is_word(token):
            if token.text not in "/&":
                break
        elif (
            (low in w.subordinators and token.text != "WHO")
            or is_pronoun(token, w)
            or (low in w.finite and not (is_name(token) and (at or token.text in ("May", "Will"))))
        ):
            break
        elif coordinated is not None and low.endswith("ed") and not is_name(token):
            return _trim(tokens, coordinated, stop, w)
        at -= 1
    if coordinated is not None and at >= 0 and (tokens[at].lower in w.finite or tokens[at].lower in w.persons):
        return _trim(tokens, coordinated, stop, w)
    return _trim(tokens, at + 1, stop, w)


def _trim(tokens: Tokens, start: int, stop: int, w: SpeechWords) -> int:
    """The start of a noun phrase after circumstances without a comma: "On Friday", "In a statement", "Last year"."""
    while start < stop and tokens[start].lower in w.conjunctions:
        start += 1
    if start >= stop:
        return stop
    first = tokens[start].lower
    if first in ("both", "neither", "either"):
        return start
    if first in w.days and start + 1 < stop:
        while start + 1 < stop and (
            tokens[start].lower in w.days or tokens[start].lower in ("year", "month", "week", "night", "morning", "and")
        ):
            start += 1
        return _trim(tokens, start, stop, w)
    if first not in w.openers or (first in w.days and start + 1 == stop):
        return start
    if first not in w.prepositions and start + 1 < stop:
        return _trim(tokens, start + 1, stop, w)
    return _after_circumstance(tokens, start, stop, w)


def _after_circumstance(tokens: Tokens, start: int, stop: int, w: SpeechWords) -> int:
    """The noun phrase at the end of a stretch that opens with a preposition."""
    at = stop - 1
    if is_name(tokens[at]):
        while at - 1 > start and (
            is_name(tokens[at - 1]) or (tokens[at - 1].lower in w.within_names and is_name(tokens[at - 2]))
        ):
            at -= 1
        while at < stop - 1 and (
            tokens[at].lower in w.not_people or tokens[at].lower in w.days or tokens[at].text.isdigit()
        ):
            at += 1
        if at - 1 > start + 1 and tokens[at - 1].lower == "the":
            at -= 1
        clause = tokens[start].lower in w.conjunctive or tokens[start].lower not in w.prepositions
        return at if at > start + 1 or clause else stop
    if tokens[start].lower in w.conjunctive:
        return start + 1  # "after the minister said": no circumstance of the minister's, but a clause
    for back in range(stop - 2, start + 1, -1):
        if tokens[back].lower in w.determiners:
            return back
    return stop - 1 if stop - 1 > start + 1 else stop


def is_pronoun(token: Token, w: SpeechWords) -> bool:
    """Whether a token is a personal pronoun, and not the US, an IT firm or the i newspaper."""
    bare, _, rest = token.lower.partition("'")
    return (
        bare in w.persons
        and rest in ("", "ll", "ve", "d", "m", "re", "s")
        and token.text not in ("US", "IT", "WE", "i")
    )


def _hangs(tokens: Tokens, at: int, w: SpeechWords) -> bool:
    """Whether a word begins what only hangs on a noun: "an official (involved in the talks)"."""
    low, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return following in w.prepositions and (low.endswith("ed") or low in ("close", "familiar"))


def before_verb(tokens: Tokens, group: int, w: SpeechWords, *, floor: int = 0, alone: bool = False) -> Subject | None:
    """The subject that stands before a verb group beginning at ``group``, or None.

    ``floor`` is where the verb of an earlier attribution ended: a noun phrase does not reach back over it. ``alone``
    is true where no name in front can be meant, as in "Inspectors, an official said, must be let in".
    """
    at = group - 1
    if at >= 0 and tokens[at].text in (",", ")", "-", "–", "—") and tokens[at].text != ")":
        return _with_apposition(tokens, at, w)
    if at < 0 or not (is_word(tokens[at]) or tokens[at].text == ")"):
        return None
    low = tokens[at].lower
    if is_pronoun(tokens[at], w):
        return Subject(at, at + 1, "pronoun", at)
    if low in ("who", "which", "that") and tokens[at].text != "WHO":
        end = at - 1 if at and tokens[at - 1].text == "," else at
        start = phrase_start(tokens, end, w)
        by = next((k for k in range(end - 1, start, -1) if tokens[k].lower == "by"), start - 1)
        start = by + 1  # "was echoed by Mr Zarif, who said"
        if start >= end and at and tokens[at - 1].text == ",":
            start = _name_before(tokens, end, w)  # "according to Ida Holm, who said"
        return Subject(start, end, shape_of(tokens, start, end, w), start) if start < end else None
    if tokens[at].text != "WHO" and low in w.subordinators | w.conjunctions | w.prepositions:
        return None
    counted = at > 0 and tokens[at - 1].lower == "the" and low != "other"  # "one of the three said"
    if low in w.determiners and not counted:  # "another said", "some said", but not "the said"
        return Subject(at, at + 1, "noun", at) if low in w.standalone else None
    start = phrase_start(tokens, group, w, floor=floor)
    if start >= group or (group - start == 1 and low.endswith("ed") and not is_name(tokens[start])):
        return None
    if start >= 2 and tokens[start - 1].text == "," and not is_name(tokens[start]) and not alone:
        name = _name_segment(tokens, start - 1, w)
        if name is not None:
            return Subject(name, start - 1, "name", name)
    stop = _before_time(tokens, start, group, w)
    if low not in w.determiners and tokens[start].lower == "all" and start + 1 < stop and is_name(tokens[start + 1]):
        start += 1  # "was all Ida Holm would say"
    start = _list_start(tokens, start, stop, w)
    return Subject(start, stop, shape_of(tokens, start, stop, w), start)


def _name_before(tokens: Tokens, stop: int, w: SpeechWords) -> int:
    """Where the name of somebody that ends before ``stop`` begins; ``stop`` where none does, or a place."""
    at = stop
    while at > 0 and (is_name(tokens[at - 1]) or (at < stop and tokens[at - 1].lower in w.particles)):
        at -= 1
    return at if stop - at > 1 and tokens[stop - 1].lower not in w.not_people else stop


def _list_start(tokens: Tokens, start: int, stop: int, w: SpeechWords) -> int:
    """Where a list of names begins: "Ankara, Moscow and Tehran"."""
    if not any(token.lower == "and" for token in tokens[start + 1 : stop]) or not is_name(tokens[start]):
        return start
    first, at = start, start - 1
    while at > 0 and tokens[at].text == "," and start - at < 24:
        edge = at
        while edge > 0 and (is_name(tokens[edge - 1]) or tokens[edge - 1].lower in w.within_names - {"of"}):
            edge -= 1
        if edge == at:
            break
        first, at = edge, edge - 1
    return first if first == 0 else start


def _before_time(tokens: Tokens, start: int, stop: int, w: SpeechWords) -> int:
    """The end of a noun phrase without the time behind it: "The chief negotiator on Friday (accused)"."""
    end = stop
    while end > start + 1 and (tokens[end - 1].lower in w.days or tokens[end - 1].text.isdigit()):
        end -= 1
    if end > start + 1 and end < stop and tokens[end - 1].lower in ("on", "in", "late", "early"):
        end -= 1
    return end


def _name_segment(tokens: Tokens, comma: int, w: SpeechWords) -> int | None:
    """Where a pure name that ends at a comma begins: ", Staffan de Mistura, a special envoy ... told"."""
    at = comma
    while at > 0 and (is_name(tokens[at - 1]) or tokens[at - 1].lower in w.within_names) and comma - at < 8:
        at -= 1
    if at == comma or (at > 0 and is_word(tokens[at - 1]) and tokens[at - 1].lower not in w.conjunctions | w.titles):
        return None
    while at < comma and tokens[at].lower in w.within_names:
        at += 1
    return at if at < comma and tokens[at].lower not in w.openers else None


def _segments(tokens: Tokens, comma: int, w: SpeechWords) -> list[tuple[int, int]]:
    """The comma-separated stretches of the clause that ends at a comma."""
    bounds, stop, at = [], comma, comma - 1
    while at >= 0 and comma - at < 60:
        token = tokens[at]
        if token.quote or token.text in ";:—–" or token.text == "--":
            break
        if token.lower in ("but", "while", "whereas", "although") and at + 1 < stop:
            break
        if token.text == ",":
            bounds.append((at + 1, stop))
            stop = at
        at -= 1
    bounds.append((at + 1, stop))
    return [(lo, hi) for lo, hi in reversed(bounds) if lo < hi]


def _with_apposition(tokens: Tokens, comma: int, w: SpeechWords) -> Subject | None:
    """The subject before ", the foreign minister, said" or ", in remarks to the press, said"."""
    segments = _segments(tokens, comma, w)
    for number, (lo, hi) in enumerate(segments):
        if number + 1 < len(segments) and (led := led_name(tokens, lo, hi, w)) is not None:
            return Subject(led, hi, "name", lo)  # "On Friday Michel Barnier, the chief negotiator, said"
        if tokens[lo].lower in w.openers or (tokens[lo].lower.endswith("ing") and not is_name(tokens[lo])):
            continue
        if tokens[lo].lower in w.adverbs or tokens[lo].lower.endswith("ly"):
            continue
        if hi - lo == 1 and tokens[lo].lower in w.persons:
            return Subject(lo, hi, "pronoun", lo)
        start = _trim(tokens, lo, hi, w)
        if looks_finite(tokens[start:hi], w) or hi - start > 20 or start >= hi:
            break
        if number == len(segments) - 1 and len(segments) > 1 and not is_name(tokens[start]):
            break
        if (tokens[start].lower in w.determiners or not is_name(tokens[hi - 1])) and number + 1 < len(segments):
            then, end = segments[number + 1]
            if end - then >= 2 and all(is_name(t) or t.lower in w.within_names for t in tokens[then:end]):
                return Subject(then, end, "name", lo)
        return Subject(start, hi, shape_of(tokens, start, hi, w), lo)
    for lo, hi in reversed(segments[1:]):
        if all(is_name(token) or token.lower in w.within_names for token in tokens[lo:hi]):
            return Subject(lo, hi, "name", lo)
    return None


def after_verb(tokens: Tokens, at: int, w: SpeechWords) -> Subject | None:
    """The subject behind an inverted verb: "...," said the envoy to reporters."""
    start, heavy = at, False
    while at < len(tokens) and at - start < FURTHEST:
        token, low = tokens[at], tokens[at].lower
        if token.quote or not is_word(token):
            break
        if at == start and low in w.persons and low not in ("it", "you", "i"):
            return Subject(at, at + 1, "pronoun", start)
        if low in w.subordinators or low in w.finite or low in w.days or low in w.persons:
            break
        if low in w.prepositions and not (low in ("of", "for") and heavy):
            break
        if low in ("and", "or") and not (at + 1 < len(tokens) and is_name(tokens[at + 1]) and is_name(tokens[at - 1])):
            break
        if heavy and not is_name(token) and (low.endswith("ing") or _hangs(tokens, at, w)):
            break
        heavy = heavy or low not in w.determiners
        at += 1
    if not heavy or tokens[start].lower in w.adverbs or tokens[start].lower.endswith("ly"):
        return None
    return Subject(start, at, shape_of(tokens, start, at, w), start)


def opening_subject(tokens: Tokens, stop: int, w: SpeechWords) -> Subject | None:
    """The subject of the main clause, where a later verb shares it: "He hailed the accord and said ..."."""
    for lo, hi in _segments(tokens, stop, w):
        if tokens[lo].lower == "for" and lo + 1 < hi and is_name(tokens[lo + 1]):
            return Subject(lo + 1, hi, "name", lo)  # "For Kevin Allton, Warhol was a legend. He said ..."
        circumstance = tokens[lo].lower in w.openers and tokens[lo].lower not in w.conjunctions
        if circumstance and (looks_finite(tokens[lo:hi], w) or tokens[lo].lower not in w.adverbs):
            continue
        at = lo
        while at < hi and (tokens[at].lower in w.conjunctions or tokens[at].lower in w.adverbs):
            at += 1
        start = at
        if start >= hi:
            continue
        if is_pronoun(tokens[start], w):
            return Subject(start, start + 1, "pronoun", start)
        if not (is_name(tokens[start]) or tokens[start].lower in w.determiners or is_word(tokens[start])):
            continue
        named = owned = False
        while at < hi and at - start < 12 and is_word(tokens[at]) and not tokens[at].quote:
            low = tokens[at].lower
            if low in w.finite or low in w.auxiliaries or (low in w.verbs and at > start and not is_name(tokens[at])):
                break
            if at > start and tokens[at - 1].text.endswith(("'s", "’s", "s'", "s’")):
                owned = True
            if (
                named
                and (not owned or low in w.prepositions)
                and not is_name(tokens[at])
                and low not in w.within_names
                and low not in ("and", "for", "the")
            ):
                ahead = tokens[at + 1].lower if at + 1 < hi and low not in w.adverbs else ""
                office = low in w.titles and tokens[start].lower in w.determiners  # "The Kessian president, ..."
                if ahead in w.finite or ahead.endswith("ed") or ahead in w.auxiliaries or office:
                    at += 1
                break
            if low.endswith("ed") and not is_name(tokens[at]) and at > start + 1:
                break
            named = named or (is_name(tokens[at]) and not (at == start and low in w.determiners))
            at += 1
        while at > start and tokens[at - 1].lower in w.within_names | {"and", "for", "the"}:
            at -= 1
        if at > start:
            return Subject(start, at, shape_of(tokens, start, at, w), start)
    return None
