"""Cues of a sentence: verbs and phrases that introduce what is said, each with its subject."""

from dataclasses import dataclass

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import (
    Subject,
    before_verb,
    looks_finite,
    opening_subject,
    shape_of,
)
from communique.sources.attribution.english.words import SpeechCue, SpeechWords

CUES_PER_SENTENCE = 12
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Spotted:
    """A cue at tokens ``[group, stop)`` with its subject; ``shared`` where the subject is another clause's."""

    at: int
    group: int
    stop: int
    cue: SpeechCue
    subject: Subject | None
    shared: bool
    passive: bool
    reporter: Subject | None = None


def _group(tokens: Tokens, at: int, w: SpeechWords) -> int:
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


def _cue_at(tokens: Tokens, at: int, w: SpeechWords, present: frozenset[str]) -> tuple[SpeechCue, int] | None:
    """The cue that begins at a token and where it ends; ``present`` are the words of the sentence."""
    low = tokens[at].lower
    for phrase in w.phrases.get(low, ()):
        if phrase.rest[-1] not in present:
            continue
        stop = _matches(tokens, at + 1, phrase.rest, w)
        if stop:
            return phrase, stop
    cue = w.verbs.get(low)
    return (cue, at + 1) if cue else None


def _matches(tokens: Tokens, at: int, rest: tuple[str, ...], w: SpeechWords) -> int | None:
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


def _is_noun(tokens: Tokens, at: int, stop: int, w: SpeechWords) -> bool:
    """Whether a form that may be a noun or an adjective ("claims", "reported") is one here."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[stop].lower if stop < len(tokens) else ""
    low = token.lower
    if is_name(token) and at and not tokens[at - 1].quote and tokens[at - 1].text not in ",.":
        return True
    if before is not None:
        singular = before.lower in ("one", "another", "each", "every") and low in w.base_forms
        counted = at > 1 and tokens[at - 2].lower == "the" and before.lower != "other"  # "one of the three said"
        if singular or (before.lower in w.determiners and not counted and before.lower not in w.standalone | {"that"}):
            return True
        if before.lower == "before" and low.endswith("ing"):
            return False  # "..., before adding: ..."
        if before.lower in w.prepositions or before.lower in ("'s",) or before.text.endswith(("'s", "’s", "s'", "s’")):
            return True
    if low in w.base_forms or low in w.s_forms:
        if before is not None and (
            before.lower in w.adjectives or (before.lower.endswith("ed") and not is_name(before))
        ):
            return True
        if after in w.finite and after not in ("can", "will", "may", "might") and low not in ("say", "says"):
            return True
        led = low in w.verbs and after in w.verbs[low].frames and w.verbs[low].lemma not in w.also_nouns  # "warns of"
        if after in ("of", "from", "by") and not led and low not in ("say", "says", "speak", "speaks"):
            return True
        if before is not None and low in w.base_forms and w.verbs[low].lemma in w.also_nouns:
            if before.lower in w.conjunctions:
                return after in ("and", "or", "of") or not after
            if before.lower.endswith("ed") and before.text[0].islower():
                return True
            plural = (
                (before.lower.endswith("s") and not before.lower.endswith(("ss", "us", "is")))
                or before.lower in w.days
                or before.lower in w.persons | {"media", "people", "police", "who", "that"}
            )
            return not (
                plural
                or before.lower in w.determiners
                or before.lower in w.adverbs
                or before.lower in w.auxiliaries
                or (is_name(before) and not _is_singular(tokens, at - 1, w))
                or before.text == ","
            )
    return after == "by" and low.endswith("ed") and not (before is not None and before.lower in w.being)


def _is_singular(tokens: Tokens, at: int, w: SpeechWords) -> bool:
    """Whether a name behind "the" is one: "the Zaroslav claim" holds a noun, "the Sams claim" a verb."""
    known = tokens[at].lower in w.bodies or tokens[at].text.isupper()
    return at > 0 and tokens[at - 1].lower == "the" and not known and not tokens[at].lower.endswith(("s", "ese", "ish"))


def spotted(tokens: Tokens, w: SpeechWords) -> list[Spotted]:
    """The cues of a sentence that have, or share, a subject, from left to right."""
    found: list[Spotted] = []
    at, taken = 0, 0
    present = frozenset(token.lower for token in tokens)
    for at in range(len(tokens)):
        if at < taken or len(found) >= CUES_PER_SENTENCE:
            continue
        hit = _cue_at(tokens, at, w, present)
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
        if cue.lemma in w.stances and helpers:
            continue  # "her party had supported the idea": told of, and no speech act
        if found and group <= found[-1].stop and low.endswith("ing"):
            continue  # "they say adding salt is cheap"
        passive = verb and bool(helpers & w.being) and not low.endswith("ing")
        if group and tokens[group - 1].lower == "to" and low in w.base_forms:
            continue
        if verb and low in w.base_forms and helpers & {"do", "does", "did"} and "not" not in helpers and not helpers:
            continue
        floor = next((earlier.stop for earlier in reversed(found) if earlier.subject), 0)
        resumed = stop + 1 < len(tokens) and tokens[stop].text == "," and tokens[stop + 1].lower in w.finite
        subject, shared = before_verb(tokens, group, w, floor=floor, alone=resumed), False
        if subject is not None and tokens[subject.start - 1].lower in w.denials | {"no", "nor"} and subject.start:
            continue  # "not everyone thinks", "no one said", "neither Holm nor Berg would say"
        if subject is not None and tokens[subject.stop - 1].lower in w.nobody:
            continue
        previous = tokens[group - 1] if group else None
        reporter = None
        if low.endswith("ing") and cue.kind == "saying" and previous is not None and previous.lower == "as":
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
        if cue.kind == "act" and subject is not None and not passive and tokens[subject.stop - 1].lower in w.plans:
            continue  # "the agreement calls for a withdrawal"
        if cue.lemma in w.told_only and stop < len(tokens) and tokens[stop].lower in w.prepositions:
            continue  # "people briefed on the talks"
        if cue.lemma in w.told_only and stop < len(tokens) and tokens[stop].lower == "that" and shared:
            continue  # "he was hauled in and told that ..."
        found.append(Spotted(at, group, stop, cue, subject, shared, passive, reporter))
        taken = stop
    return found


def _quoted_person(tokens: Tokens, stop: int, w: SpeechWords) -> Subject | None:
    """Who is quoted in "The paper quoted an official as saying"; passives have a phrase of their own."""
    for at in range(stop - 1, max(stop - 18, -1), -1):
        if tokens[at].lower in w.quoting:
            return Subject(at + 1, stop, shape_of(tokens, at + 1, stop, w), at + 1) if at + 1 < stop else None
        if not is_word(tokens[at]) and tokens[at].text != ",":
            break
    return None


def _shared(tokens: Tokens, at: int, found: list[Spotted], w: SpeechWords) -> Subject | None:
    """The subject a verb shares with the clause before it."""
    for earlier in reversed(found):
        if earlier.subject is not None:
            return earlier.subject
    return opening_subject(tokens, at, w)


def _of_participle(tokens: Tokens, group: int, subject: Subject | None, found: list[Spotted], w: SpeechWords):
    """The subject of "saying": the noun in front of it, or that of the main clause; and whether it is shared."""
    previous = tokens[group - 1] if group else None
    if previous is None:
        return None, False
    if previous.text == "," or previous.lower in w.conjunctions | {"before", "while", "when"}:
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
