"""Quotations that no attribution of their sentence covers: announced before, signed behind, going on, or nobody's."""

from dataclasses import dataclass

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.contents import SHORT_QUOTE
from communique.sources.attribution.english.frames import MaskedSentence
from communique.sources.attribution.english.speakers import DocumentSpeakers, tidy
from communique.sources.attribution.english.subjects import opening_subject
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import NOBODY, Attribution, Pending, Span, Speaker, Statement
from communique.sources.attribution.record import Record

MOST = 6  # quotations of one sentence that nobody is seen to say; more are a list, or noise
LONG_QUOTE = 2 * SHORT_QUOTE  # words: with so many, a quotation without any attribution is worth a reader's look
WORD_OR_TWO = 3  # words: below that a quotation says too little to go on with what another said
Announced = tuple[Pending, Speaker]


@dataclass(frozen=True)
class Surroundings:
    """What a bare quotation may depend on.

    ``announced`` is the speaker the sentence before announced, ``announces`` the one this sentence does; ``covered``
    are the attributions of this sentence and ``said`` their statements; ``previous`` is that of the sentence before.
    """

    number: int
    sentence: MaskedSentence
    covered: list[Attribution]
    said: list[Statement]
    announced: Announced | None
    announces: Announced | None
    previous: Statement | None


@dataclass(frozen=True)
class _Finding:
    rule: str
    who: Speaker
    cue: Span | None = None
    lemma: str = ""


class Floating:
    """Finds out whose the bare quotations of a document are."""

    def __init__(self, record: Record, speakers: DocumentSpeakers, w: SpeechWords):
        self.record = record
        self.speakers = speakers
        self.w = w

    def add(self, here: Surroundings) -> list[Statement]:
        """Keep the bare quotations of a sentence that are worth keeping."""
        made: list[Statement] = []
        others = sum(map(is_word, here.sentence.tokens))
        # Looked for once: with many quotations in a sentence each would else look through all before it.
        name = next((place for place, token in enumerate(here.sentence.tokens) if is_name(token)), None)
        for at, token in enumerate(here.sentence.tokens):
            if not token.quote or token.end - token.start < SHORT_QUOTE or len(made) > MOST:
                continue
            if any(a.start < token.end and token.start < a.end for a in here.covered):
                continue
            finding = self._whose(here, at, alone=others <= 2, led=name is not None and name < at)
            if finding is not None:
                span = finding.who.span if finding.rule == "signed" else None
                cue = finding.cue or (token.start, token.start)
                a = Attribution(token.start, token.end, span, "", cue, finding.lemma, "saying", finding.rule)
                made.append(self.record.add(here.number, a, finding.who))
        return made

    def _whose(self, here: Surroundings, at: int, *, alone: bool, led: bool) -> _Finding | None:
        """Whose a quotation is; None for words picked out.

        It is ``alone`` where its sentence holds hardly anything else, ``led`` where a name stands before it in it.
        """
        tokens, previous = here.sentence.tokens, here.previous
        size = len(self.record.text[tokens[at].start : tokens[at].end].split())
        block = self.record.blocks[here.number]
        if at and tokens[at - 1].lower in self.w.titled and size < LONG_QUOTE:
            return None
        if signed := self._signature(here.sentence, at):
            return _Finding("signed", Speaker(tidy(self.record.text[slice(*signed)]), signed))
        if named := self._label(here.sentence, at):
            return _Finding("colon", named, named.span)
        if here.announced and alone and at == 0:
            pending, who = here.announced
            return _Finding("announced", who, pending.cue, pending.lemma)
        if here.announces and size >= 2:
            pending, who = here.announces
            return _Finding("announced", who, pending.cue, pending.lemma)
        if here.said and size >= WORD_OR_TWO:
            return _Finding("floating", here.said[-1].speaker) if size >= SHORT_QUOTE else None
        if alone and at == 0 and self.record.still_open(here.number):
            return _Finding("floating", self.record.found[-1].speaker)
        goes_on = previous is not None and bool(previous.speaker.surface) and previous.where == block.kind
        near = goes_on and previous.block == here.number and previous.kind == "direct"
        if alone and goes_on and not led and (near or size >= WORD_OR_TWO):
            return _Finding("floating", previous.speaker)
        if size >= SHORT_QUOTE and (who := self._quoter(here.sentence, at)):
            return _Finding("subject", who)
        # A quotation that opens its sentence before a comma may have a verb that is not English.
        leads = at == 0 and len(tokens) > 1 and tokens[1].text == ","
        if block.kind == "body" and (size >= LONG_QUOTE or (size >= WORD_OR_TWO and (alone or leads))):
            return _Finding("unattributed", self._nearby(here.number) if alone else NOBODY)
        return None

    def _nearby(self, number: int) -> Speaker:
        """Who a quotation alone in its sentence belongs to: the one speaker of its paragraph, or whom it told of."""
        near = [s.speaker for s in self.record.found[-6:] if s.block == number and s.speaker.surface]
        if len({speaker.surface for speaker in near}) == 1:
            return near[0]
        if not near and self.speakers.heard:
            name = self.speakers.subject_of(self.speakers.heard[-1][0])
            if name and (self.speakers.fits(name, "he") or self.speakers.fits(name, "she")):
                return Speaker(name, None)
        return NOBODY

    def _signature(self, sentence: MaskedSentence, at: int) -> Span | None:
        """The name behind a quotation and a dash: '"It is a long game." - Matthew Ingram, editor'."""
        rest = sentence.tokens[at + 1 : at + 24]
        if len(rest) < 2 or rest[0].text not in ("-", "–", "—", "--"):
            return None
        stop = 1
        while stop < len(rest) and (
            is_name(rest[stop]) or rest[stop].text == "." or rest[stop].lower in self.w.particles
        ):
            stop += 1
        closed = stop == len(rest) or rest[stop].text in ",("
        listed = any(token.lower in self.w.finite or token.text.isdigit() for token in rest[stop:])  # a reference
        named = 1 < stop <= 8 and closed and not listed
        return (rest[1].start, rest[stop - 1].end) if named else None

    def _label(self, sentence: MaskedSentence, at: int) -> Speaker | None:
        """Who stands alone before a colon and a quotation: 'Lavrov: "It is a long game."'."""
        tokens = sentence.tokens
        if not 2 <= at <= 5 or tokens[at - 1].text != ":" or at + 1 < len(tokens):
            return None
        name = tokens[: at - 1]
        low = {token.lower for token in name}
        if not all(is_name(token) or token.lower in self.w.particles for token in name) or low & self._nobody:
            return None
        span = name[0].start, name[-1].end
        return Speaker(tidy(self.record.text[slice(*span)]), span)

    @property
    def _nobody(self) -> frozenset[str]:
        return self.w.not_people | self.w.topics | self.w.kickers | self.w.not_turns | self.w.documents | self.w.openers

    def _quoter(self, sentence: MaskedSentence, at: int) -> Speaker | None:
        """The subject of a sentence that leads up to a quotation with a colon or comma, without a verb of saying."""
        tokens = sentence.tokens
        if at < 2 or tokens[at - 1].text not in ":,":
            return None
        subject = opening_subject(tokens, at - 1, self.w)
        if subject is None or tokens[subject.start].lower.partition("'")[0] in ("i", "you", "we"):
            return None
        span = tokens[subject.start].start, tokens[subject.stop - 1].end
        who = self.speakers.resolve(span, subject.shape, sentence)
        fits = any(self.speakers.fits(who.surface, pronoun) for pronoun in ("he", "she", "they"))
        return who if fits or who.pronoun else None
