"""Statements of a document: direct, indirect and mixed quotation with its speaker, and the turns of transcripts."""

import re
from dataclasses import replace

from communique.sources.attribution.english.appositions import is_word
from communique.sources.attribution.english.attributions import attribute
from communique.sources.attribution.english.blocks import blocks
from communique.sources.attribution.english.floating import Floating, Surroundings
from communique.sources.attribution.english.frames import MaskedSentence, masked, sentence_spans
from communique.sources.attribution.english.offices import key
from communique.sources.attribution.english.senders import sender
from communique.sources.attribution.english.speakers import DocumentSpeakers, tidy
from communique.sources.attribution.english.words import SpeechWords, words
from communique.sources.attribution.findings import Attribution, Pending, Span, Speaker, Statement, TextBlock
from communique.sources.attribution.marks import Quotation
from communique.sources.attribution.record import LETTER, Record

LOWER_WORDS = re.compile(r"[a-z]+")
# After these, "would" without a speaker is still reported speech.
RUNNING = ("that", "clause", "source", "postposed", "runs on")
COLON_HEADLINE = re.compile(r"(?P<who>[A-Z][\w’'.\-]*(?: [\w’'.\-]+){0,5}): (?P<what>\S.{8,})")
# "Talks 'constructive': envoy", "No way back - Lavrov"
HEADLINE_COLON = re.compile(r"(?P<what>.{8,}?)(?:: | [-–—] )(?P<who>(?:[\w’'.\-]+ ){0,3}[\w’'.\-]+)")
LONG_TURN = 3_000  # characters: a longer paragraph of a turn is cut into statements at the ends of its sentences
SENT = re.compile(r"(?i)\s*(?:and |also )?from\b")  # "And from the envoy:"
SELVES = frozenset(("country", "side", "team"))  # whom one speaks for with "my", beside bodies
BACK = "stated by"  # the rule of "This was stated by Sergei Lavrov"
NEAR = 40  # characters from which a reported attribution fills what is passed on
Made = list[tuple[Attribution, Speaker]]


class _SentenceReader:
    """One pass over a document, block by block; keeps what the next sentence may depend on."""

    def __init__(self, text: str, parts: list[TextBlock], w: SpeechWords):
        self.text = text
        self.w = w
        self.blocks = parts
        self.record = Record(text, parts)
        self.speakers = DocumentSpeakers(text, w)
        self.floating = Floating(self.record, self.speakers, w)
        self.pending: tuple[Pending, Speaker] | None = None  # announced by the sentence before
        self.previous: Statement | None = None  # the statement of the sentence before, if it had one
        self.latest: tuple[int, MaskedSentence] | None = None  # the sentence before, and its block
        self.apparatus = False  # within a list of sources, where titles stand in quote marks

    def read(self) -> list[Statement]:
        """All statements of the document, in order of place."""
        at, quotes = 0, self.record.quotes
        for number, block in enumerate(self.blocks):
            while at < len(quotes) and quotes[at].end <= block.body:
                at += 1
            ahead = at
            while ahead < len(quotes) and quotes[ahead].start < block.end:
                ahead += 1
            self._block(number, block, quotes[at:ahead])
        return sorted((s for s in self.record.found if s.start < s.end), key=lambda s: (s.start, -s.end))

    def _block(self, number: int, block: TextBlock, quotes: list[Quotation]) -> None:
        if block.kind in ("heading", "headline"):
            self._begin(number, block)
        elif block.kind == "turn":
            self._turn(number, block)
        if block.kind == "body" and self.apparatus:
            return
        marked = bool(quotes) and quotes[0].start <= block.body + 2
        if block.kind == "body" and self.pending and self.pending[0].colon and not marked:
            self._display(number, block)
        start = block.body
        if quotes and quotes[0].start < start:  # a quotation that began in an earlier block ends here, or goes on
            start, quotes = quotes[0].end, quotes[1:]
        whole = block.kind == "turn" and quotes and quotes[0].start <= start + 1 and quotes[0].end >= block.end - 1
        if start < block.end and not whole:
            self._sentences(number, block, start, quotes)
        if block.kind in ("heading", "headline"):
            self.pending = None  # "Opening remarks"

    def _sentences(self, number: int, block: TextBlock, start: int, quotes: list[Quotation]) -> None:
        frame = masked(self.text, start, block.end, quotes)
        triggers = self.w.reporting if block.question else self.w.triggers
        sent = SENT.match(frame)
        plain = not (quotes or sent) and triggers.isdisjoint(LOWER_WORDS.findall(frame.lower()))
        for lo, hi in sentence_spans(self.text, start, frame, self.w):
            sentence = MaskedSentence(lo, hi, frame, start, self.w)
            if plain and (self.previous is None or block.kind != "body"):
                self.speakers.listen(sentence, None)
                self.latest = number, sentence
                self.previous = self.pending = None
            else:
                self._sentence(number, block, sentence)

    def _begin(self, number: int, block: TextBlock) -> None:
        """Start anew under a heading, and read a headline that names its speaker before a colon."""
        title = self.text[block.start : block.end]
        self.pending = self.previous = self.latest = None
        self.speakers.forget()
        self.apparatus = title.strip(" :").casefold() in self.w.apparatus
        match = None
        if block.kind == "headline":
            match = COLON_HEADLINE.fullmatch(title) or HEADLINE_COLON.fullmatch(title)
        if match is None:
            return
        who = match.group("who")
        speaks = who.split()[0].casefold() not in self.w.documents | self.w.openers | self.w.kickers
        told_of = who.split()[-1].casefold() in self.text[block.end :].casefold()
        if speaks and told_of and self._may_speak(who) and not any(character.isdigit() for character in who):
            span = block.start + match.start("who"), block.start + match.end("who")
            lo, hi = block.start + match.start("what"), block.start + match.end("what")
            made = Attribution(lo, hi, span, "name", span, ":", "saying", "colon headline")
            self.record.add(number, made, Speaker(tidy(who), span))

    def _may_speak(self, who: str) -> bool:
        """Whether what stands before a headline's colon is somebody, not a topic: "Envoy", not "Syria" or "Summit"."""
        if not self.w.verbs.keys().isdisjoint(who.split()):
            return False  # "Davis tells MPs: 'No deal ...'"
        last = who.split()[-1].casefold().removesuffix("s")
        if {last, last + "s"} & (self.w.not_people | self.w.topics):
            return False
        known = self.w.titles | self.w.bodies | self.w.male | self.w.female | self.w.sources_of_news
        return (who.split()[-1][0].isupper() and len(who.split()) > 1) or last in known or self._is_surname(who)

    def _is_surname(self, who: str) -> bool:
        """Whether a single word is the last name of somebody the text names."""
        return len(who.split()) == 1 and key(who) in self.speakers.full_names

    def _turn(self, number: int, block: TextBlock) -> None:
        """The turn itself is a statement of whoever has the floor."""
        if not LETTER.search(self.text, block.body, block.end):
            return
        speaker = _holder(self.text, block)
        rule = "question turn" if block.question else "turn"
        for lo, hi in self._pieces(block):
            self.record.add(number, Attribution(lo, hi, block.label, "name", block.label, "", "saying", rule), speaker)

    def _pieces(self, block: TextBlock) -> list[Span]:
        """A turn's paragraph, or its sentences in stretches of a few thousand characters where it is long."""
        if block.end - block.body <= LONG_TURN:
            return [(block.body, block.end)]
        pieces: list[Span] = []
        for lo, hi in sentence_spans(self.text, block.body, self.text[block.body : block.end], self.w):
            if pieces and hi - pieces[-1][0] <= LONG_TURN:
                pieces[-1] = (pieces[-1][0], hi)
            else:
                pieces.append((lo, hi))
        return pieces

    def _display(self, number: int, block: TextBlock) -> None:
        """A quotation set off as a paragraph of its own without marks, after a colon."""
        pending, speaker = self.pending
        self.pending = None
        span, lemma, kind = pending.speaker, pending.lemma, pending.kind
        made = Attribution(block.body, block.end, span, pending.shape, pending.cue, lemma, kind, "display")
        self.record.add(number, made, speaker, kind="direct")

    def _sentence(self, number: int, block: TextBlock, sentence: MaskedSentence) -> None:
        attributions, pending = [], None
        triggers = self.w.reporting if block.question else self.w.triggers
        if not triggers.isdisjoint(LOWER_WORDS.findall(sentence.shown.lower())):
            attributions, pending = attribute(self.text, sentence, self.w)
        if block.kind == "turn":
            attributions, pending = [a for a in attributions if not self._own_words(a, block.side)], None
        if block.question:  # a reporter reports what others said; the rest is asked
            attributions = [a for a in attributions if a.kind == "saying" and a.shape != "pronoun"]
        made = self._without_echoes([(a, self._speaker(a, sentence)) for a in attributions])
        chains = [self._chain(a, made, sentence) for a, _ in made]
        told = [
            (a, who, chain) for (a, who), chain in zip(made, chains, strict=True) if not self._reports(a, who, made)
        ]
        made = [(a, who) for a, who, _ in told]
        said = [self.record.add(number, a, who, chain=chain) for a, who, chain in told]
        announces = None
        if pending is None and not attributions and block.kind != "turn":
            pending = sender(sentence.tokens, self.w)
        if pending is not None:
            who = self.speakers.resolve(pending.speaker, pending.shape, sentence)
            if pending.back:
                said = self._told_back(pending, who, number)
            elif not said and (claimed := self._claim_previous(pending, who, number)):
                said = [claimed]
            elif sentence.tokens[-1].text in ",:" or not said:
                announces = (pending, who)
        covered = [a for a, _ in made]
        here = Surroundings(number, sentence, covered, said, self.pending, announces, self.previous)
        if not block.question:
            said += self.floating.add(here)
        if not said and announces is None and block.kind == "body":
            said = self._runs_on(number, sentence)
        self.latest = number, sentence
        self.speakers.listen(sentence, self._main_speaker(made, said, announces))
        self.previous = next((s for s in reversed(said) if len(s.chain) < 2), said[-1] if said else None)
        self.pending = announces

    def _speaker(self, a: Attribution, sentence: MaskedSentence) -> Speaker:
        return self.speakers.resolve(a.speaker, a.shape, sentence, said=(a.start, a.end))

    @staticmethod
    def _main_speaker(made: Made, said: list[Statement], announces: tuple[Pending, Speaker] | None) -> Speaker | None:
        """Whom a pronoun in the next sentence most likely means, of those who speak in this one."""
        named = [(a, who) for a, who in made if who.surface]
        if named:
            return next((who for a, who in named if not a.outer), named[0][1])
        if said:
            return said[-1].speaker
        return announces[1] if announces else None

    def _own_words(self, a: Attribution, side: str) -> bool:
        """Whether an attribution in a turn only frames the turn itself: "I think ...", "you said ..."."""
        if a.speaker is None:
            return True
        who = self.text[slice(*a.speaker)].casefold().replace("’", "'").partition("'")[0]
        quoted = any(a.start <= quote.start and quote.end <= a.end for quote in self.record.quotes_near(a.start, a.end))
        if who.startswith(("my ", "our ")) and who.split()[-1] in self.w.bodies | SELVES:
            return True  # "My delegation supports ...": the turn is its
        if side and who == side.casefold():
            return True  # "Mr. Delattre (France): France supports ..."
        return who == "you" or (who in ("i", "we", "me", "us") and not (a.kind == "saying" and quoted))

    @staticmethod
    def _without_echoes(made: Made) -> Made:
        """Attributions without those that only repeat their frame: "De Mistura said *he hopes* the sides will meet"."""
        kept: Made = []
        for a, who in made:
            framed = any(b is not a and not b.outer and b.start <= a.cue[0] and a.end <= b.end for b, _ in made)
            own = a.kind != "saying" or who.surface.casefold() in ("i", "you")
            if framed and a.shape == "pronoun" and own:
                continue
            twin = next((n for n, (b, _) in enumerate(kept) if abs(a.start - b.start) + abs(a.end - b.end) < 6), None)
            if twin is None or a.outer != kept[twin][0].outer:
                kept.append((a, who))
            elif kept[twin][0].cue[0] < a.cue[0] < a.start:
                kept[twin] = (a, who)  # the verb nearest to the words introduces them
        return kept

    def _chain(self, a: Attribution, made: Made, sentence: MaskedSentence) -> tuple[str, ...]:
        """Names of those who report an attribution, outermost first."""
        outer = []
        for b, who in made:
            around = b is not a and b.start <= a.start and a.end <= b.end + 2
            if around and who.surface and (b.end - b.start > a.end - a.start + 2 or b.cue < a.cue):
                outer.append((b.start, who.surface))
        reporter = self.speakers.resolve(a.reporter, "", sentence).surface if a.reporter else ""
        return (*(surface for _, surface in sorted(outer)), *filter(None, [reporter]))

    def _reports(self, a: Attribution, who: Speaker, made: Made) -> bool:
        """Whether somebody only passes on what another is named as saying: "..., Jamil said, SANA reported"."""
        if a.kind != "saying" or a.reporter:
            return False
        name = who.surface.casefold().removeprefix("the ")
        passes_on = {name, f"the {name}"} & self.w.newsrooms or (a.rule == "postposed" and a.lemma == "report")
        return bool(passes_on) and any(
            b is not a
            and not b.outer
            and b.shape
            and a.start <= b.start
            and b.end <= a.end + 2
            and (min(b.cue[0], b.start) < a.start + NEAR or len(made) == 2)
            for b, _ in made
        )

    def _claim_previous(self, pending: Pending, who: Speaker, number: int) -> Statement | None:
        """The quotation of the sentence before, given to a speaker named behind it: "Is it over?" Jafari asked."""
        before = self.previous
        if before is None or before.block != number or pending.colon or before.rule not in ("floating", "unattributed"):
            return None
        self.record.drop(before)
        found = replace(
            before, speaker=who, chain=(who.surface,), cue=pending.cue, lemma=pending.lemma, rule="postposed"
        )
        self.record.found.append(found)
        return found

    def _told_back(self, pending: Pending, who: Speaker, number: int) -> list[Statement]:
        """The sentence before, where "This was stated by ..." says whose it is and nobody else does."""
        if self.latest is None or self.blocks[number].kind != "body":
            return []
        block, sentence = self.latest
        taken = bool(self.record.found) and self.record.found[-1].end > sentence.start
        if taken or number - block > 1 or self.blocks[block].kind != "body":
            return []
        made = Attribution(
            sentence.start, sentence.end, pending.speaker, pending.shape, pending.cue, pending.lemma, pending.kind, BACK
        )
        return [self.record.add(block, made, who)]

    def _runs_on(self, number: int, sentence: MaskedSentence) -> list[Statement]:
        """A sentence that goes on with reported speech though it names no speaker."""
        before = self.previous
        if before is None or not before.speaker.surface or before.cue_kind != "saying" or not sentence.tokens:
            return []
        head = " ".join(token.lower for token in sentence.tokens[:4] if is_word(token)) + " "
        opened = any(head.startswith(opening + " ") for opening in self.w.run_on)
        reported = before.block == number and before.kind == "indirect" and before.rule in RUNNING
        shifted = reported and any(token.lower in ("would", "wouldn't") for token in sentence.tokens)
        if not (opened or shifted):
            return []
        cue = sentence.tokens[0].start, sentence.tokens[0].end
        made = Attribution(sentence.start, sentence.end, None, "", cue, "", "saying", "runs on")
        return [self.record.add(number, made, before.speaker)]


def _holder(text: str, block: TextBlock) -> Speaker:
    """Who has the floor in a turn; nobody certain where an answer is given by none whom the document names."""
    name = tidy(text[slice(*block.label)])
    certain = bool(block.who) or name.casefold() not in ("a", "answer")
    return Speaker(block.who or name, block.label, certain=certain)


def statements_in(text: str, parts: list[TextBlock], w: SpeechWords | None = None) -> list[Statement]:
    """Statements of a text already cut into blocks; `w` are the words that know the places of its process."""
    return _SentenceReader(text, parts, w or words()).read() if parts else []


def statements(text: str, *, headline: int | None = None) -> list[Statement]:
    """Statements of a text in order of place, with their speakers as the text names them.

    ``headline`` is where the headline ends, where a reader knows it.
    """
    return statements_in(text, blocks(text, headline=headline))
