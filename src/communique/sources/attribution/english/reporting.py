"""Sources that report what others say or what is so: "according to Reuters" and its like."""

from dataclasses import replace

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.contents import is_clausal
from communique.sources.attribution.english.cues import CUES_PER_SENTENCE
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import looks_finite, shape_of
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Attribution

Tokens = tuple[Token, ...]


def by_source(tokens: Tokens, w: SpeechWords) -> list[Attribution]:
    """Attributions by "according to" and its like."""
    view = _by_view(tokens, w)
    found = [view] if view is not None else []
    for at, token in enumerate(tokens):
        for wording in w.sources.get(token.lower, ()):
            if len(found) >= CUES_PER_SENTENCE or tuple(t.lower for t in tokens[at : at + len(wording)]) != wording:
                continue
            name = at + len(wording)
            stop = _source_end(tokens, name, w)
            if stop == name or ({t.lower for t in tokens[name:stop]} & w.not_sources and stop - name <= 3):
                continue
            speaker = (tokens[name].start, tokens[stop - 1].end)
            bare = stop - name == 1 and tokens[name].lower in w.object_forms
            made = Attribution(
                0,
                0,
                speaker,
                "pronoun" if bare else shape_of(tokens, name, stop, w),
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
                and (not is_clausal(tokens, lo, hi, w) or lo == hi - 1)
            ):
                end = tokens[-1].end
            if hi > lo:
                found.append(replace(made, start=tokens[lo].start, end=end))
    return found


def _by_view(tokens: Tokens, w: SpeechWords) -> Attribution | None:
    """What follows "In her view," at the head of a sentence."""
    if len(tokens) < 6 or tokens[0].lower != "in" or tokens[1].lower not in w.owners:
        return None
    if tokens[2].lower not in w.views or tokens[3].text != ",":
        return None
    who, cue = (tokens[1].start, tokens[1].end), (tokens[0].start, tokens[2].end)
    wording = " ".join(token.lower for token in tokens[:3])
    return Attribution(tokens[4].start, tokens[-1].end, who, "pronoun", cue, wording, "saying", "source", outer=True)


def _source_end(tokens: Tokens, at: int, w: SpeechWords) -> int:
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


def _past_source(tokens: Tokens, at: int, w: SpeechWords) -> int:
    """The token where the content begins behind a source, past names and descriptions in apposition."""
    size, first = len(tokens), at + 1
    while at < size and tokens[at].text == ",":
        if at + 1 < size and tokens[at + 1].lower in w.verbs:
            return first  # "According to ABC, Basya, the captain, said ...": Basya is not of ABC
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
