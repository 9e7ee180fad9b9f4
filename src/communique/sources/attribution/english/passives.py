"""The passive: who "it was asserted by X that", "this was stated by X" and "was hailed by X as" give words to."""

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.cues import Spotted
from communique.sources.attribution.english.sentences import Sentence
from communique.sources.attribution.english.subjects import Subject, looks_finite, shape_of
from communique.sources.attribution.findings import Attribution, Pending

LONGEST_BY = 18  # tokens of "by" and a name with what stands in apposition


def passive(sentence: Sentence, cue: Spotted) -> Attribution | Pending | None:
    """What "it was asserted by the Crown that" introduces, or whom "this was stated by" names; else nobody."""
    tokens = sentence.tokens
    if cue.stop >= len(tokens) or tokens[cue.stop].lower != "by":
        return None
    if cue.cue.lemma in sentence.w.verdicts and (verdict := _verdict(sentence, cue)):
        return verdict
    start = stop = cue.stop + 1
    while stop < len(tokens) and is_word(tokens[stop]) and tokens[stop].lower not in sentence.w.subordinators:
        stop += 1
    if not (start < stop < len(tokens) - 1 and tokens[stop].lower == "that"):
        return _back(sentence, cue)
    who = Subject(start, stop, shape_of(tokens, start, stop, sentence.w), start)
    return sentence.made(cue, tokens[stop + 1].start, tokens[-1].end, who, "passive")


def _back(sentence: Sentence, cue: Spotted) -> Pending | None:
    """Who "This was stated by Sergei Lavrov on Monday" gives the sentence before to."""
    tokens, w, start = sentence.tokens, sentence.w, cue.stop + 1
    led = [token.lower for token in tokens[: cue.group] if is_word(token)]
    if led not in (["this"], ["that"], ["it"]) or cue.cue.kind != "saying" or start >= len(tokens):
        return None
    stop = start
    while stop < len(tokens) and is_word(tokens[stop]):
        low, named = tokens[stop].lower, stop > start and is_name(tokens[stop - 1])
        if low in w.days or low in w.subordinators or (named and low in w.prepositions - {"of", "for"}):
            break
        stop += 1
    who = sentence.apposed(Subject(start, stop, shape_of(tokens, start, stop, w), start))
    if who.shape != "name":
        return None
    return Pending(sentence.span(who), who.shape, sentence.cue_span(cue), cue.cue.lemma, cue.cue.kind, False, back=True)


def _verdict(sentence: Sentence, cue: Spotted) -> Attribution | None:
    """What somebody is told to have called a thing: 'The deal was hailed by Frank Odell as "good for all"'."""
    tokens, start = sentence.tokens, cue.stop + 1
    near = range(start + 1, min(len(tokens) - 1, start + LONGEST_BY))
    at = next((k for k in near if tokens[k].lower == "as"), None)
    if at is None or looks_finite(tokens[start:at], sentence.w) or any(token.quote for token in tokens[start:at]):
        return None
    stop = next((k for k in range(start, at) if tokens[k].text == ","), at)
    who = sentence.apposed(Subject(start, stop, shape_of(tokens, start, stop, sentence.w), start))
    last = at + 1 if tokens[at + 1].quote else _stretch(sentence, at + 1)
    return sentence.made(cue, tokens[at + 1].start, tokens[last].end, who, "passive")


def _stretch(sentence: Sentence, at: int) -> int:
    """The last token before the next comma or joint of clauses, or of the sentence."""
    tokens, joints = sentence.tokens, sentence.w.conjunctions
    ends = (k for k in range(at + 1, len(tokens)) if tokens[k].text in ",;:.!?" or tokens[k].lower in joints)
    return next(ends, len(tokens)) - 1
