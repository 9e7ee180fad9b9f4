"""Statements of a document: direct, indirect and mixed quotation with its speaker, and the turns of transcripts."""

import re
from dataclasses import replace

from communique.sources.attributions import attribute
from communique.sources.blocks import Block, blocks
from communique.sources.contents import SHORT_QUOTE
from communique.sources.findings import Attribution, Pending, Statement
from communique.sources.frames import Sentence, masked, sentence_spans
from communique.sources.marks import Quotation, quotations
from communique.sources.speakers import NOBODY, DocumentSpeakers, Speaker, tidy
from communique.sources.subjects import is_name, is_word, opening_subject
from communique.sources.words import Words, words

LOWER_WORDS = re.compile(r"[a-z]+")
LETTER = re.compile(r"[^\W_]")
MOST_LEFT_OVER = 6  # quotations of one sentence that nobody is seen to say; more are a list, or noise
TITLED = frozenset(
    [
        "on",
        "in",
        "of",
        "at",
        "titled",
        "entitled",
        "called",
        "named",
        "dubbed",
        "headlined",
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "as",
    ]
)
RUNNING = ("that", "clause", "source", "postposed")  # after these, "would" without a speaker is still reported speech
LONG_QUOTE = 2 * SHORT_QUOTE  # words: with so many, a quotation without any attribution is worth a reader's look
COLON_HEADLINE = re.compile(r"(?P<who>[A-Z][\w’'.\-]*(?: [\w’'.\-]+){0,5}): (?P<what>\S.{8,})")


class _Reader:
    """One pass over a document, block by block; keeps what the next sentence may depend on."""

    def __init__(self, text: str, blocks_: list[Block], w: Words):
        self.text = text
        self.w = w
        self.blocks = blocks_
        self.speakers = DocumentSpeakers(text, w)
        self.quotes = quotations(text, [(block.body, block.end) for block in blocks_])
        self.found: list[Statement] = []
        self.pending: tuple[Pending, Speaker] | None = None
        self.previous: Statement | None = None  # the statement of the sentence just before, if it had one
        self.apparatus = False  # within a list of sources, where titles stand in quote marks

    def read(self) -> list[Statement]:
        """All statements of the document, in order of place."""
        at, quotes = 0, self.quotes
        for number, block in enumerate(self.blocks):
            while at < len(quotes) and quotes[at].end <= block.body:
                at += 1
            inside = []
            ahead = at
            while ahead < len(quotes) and quotes[ahead].start < block.end:
                inside.append(quotes[ahead])
                ahead += 1
            self._block(number, block, inside)
        return sorted(self.found, key=lambda s: (s.start, -s.end))

    def _block(self, number: int, block: Block, quotes: list[Quotation]) -> None:
        text = self.text
        if self.apparatus and block.kind == "body":
            return
        if block.kind == "turn":
            self._turn(number, block)
            if block.question:
                return
        elif block.kind in ("heading", "headline"):
            self.pending = None
            self.speakers.forget()
            self.previous = None
            self.apparatus = text[block.start : block.end].strip(" :").casefold() in self.w.apparatus
        if block.kind == "headline" and (match := COLON_HEADLINE.fullmatch(text[block.start : block.end])):
            self._colon_headline(number, block, match)
        if (
            block.kind == "body"
            and self.pending
            and self.pending[0].colon
            and not (quotes and quotes[0].start <= block.body + 2)
        ):
            self._display(number, block)
        begun = quotes and quotes[0].start < block.body
        if begun and quotes[0].end >= block.end:
            return  # the middle of a quotation that began in an earlier block
        start = max(block.body, quotes[0].end) if begun else block.body
        rest = quotes[1:] if begun else quotes
        frame = masked(text, start, block.end, rest)
        plain = not rest and self.w.triggers.isdisjoint(LOWER_WORDS.findall(frame.lower()))
        for lo, hi in sentence_spans(text, start, frame):
            sentence = Sentence(lo, hi, frame, start)
            if plain and not self._may_run_on(number, block, lo, hi):
                self.speakers.listen(sentence, None)
                self.previous = self.pending = None
            else:
                self._sentence(number, block, sentence)

    def _turn(self, number: int, block: Block) -> None:
        """The turn itself is a statement of whoever has the floor."""
        surface = tidy(self.text[block.label[0] : block.label[1]])
        speaker = Speaker(surface, block.label)
        if block.body < block.end and LETTER.search(self.text, block.body, block.end):
            rule = "question turn" if block.question else "turn"
            self._add(
                number,
                block,
                Attribution(block.body, block.end, block.label, "name", block.label, "", "saying", rule),
                speaker,
            )
        self.floor = speaker

    def _colon_headline(self, number: int, block: Block, match: re.Match) -> None:
        """A headline that names its speaker before a colon: "De Mistura: no breakthrough in Geneva"."""
        who = match.group("who")
        if who.split()[0].casefold() in self.w.documents | self.w.openers | {"reports", "update", "exclusive", "live"}:
            return
        if any(character.isdigit() for character in who) or who.split()[-1] not in self.text[block.end :]:
            return
        lo = block.start
        span = (lo + match.start("who"), lo + match.end("who"))
        made = Attribution(
            lo + match.start("what"), lo + match.end("what"), span, "name", span, ":", "saying", "colon headline"
        )
        self._add(number, block, made, Speaker(tidy(who), span))

    def _display(self, number: int, block: Block) -> None:
        """A quotation set off as a paragraph of its own without marks, after a colon."""
        pending, speaker = self.pending
        self.pending = None
        made = Attribution(
            block.body, block.end, pending.speaker, pending.shape, pending.cue, pending.lemma, pending.kind, "display"
        )
        self._add(number, block, made, speaker, kind="direct")

    def _sentence(self, number: int, block: Block, sentence: Sentence) -> None:
        w = self.w
        attributions, pending = [], None
        if not w.triggers.isdisjoint(LOWER_WORDS.findall(sentence.shown.lower())):
            attributions, pending = attribute(self.text, sentence, w)
        if block.kind == "turn":
            attributions = [a for a in attributions if not self._own_words(a)]
            pending = None
        made = [(a, self.speakers.resolve(a.speaker, a.shape, sentence)) for a in attributions]
        kept = self._without_echoes(made)
        statements = [self._add(number, block, a, who, chain=self._chain(a, kept, sentence)) for a, who in kept]
        waiting = None
        if pending is not None:
            who = self.speakers.resolve(pending.speaker, pending.shape, sentence)
            if not statements and self._claim_previous(pending, who, number):
                statements = [self.found[-1]]
            elif sentence.tokens[-1].text in ",:" or not statements:
                waiting = (pending, who)
        statements += self._left_over(number, block, sentence, [a for a, _ in kept], statements, waiting)
        said_last = next((s for s in reversed(statements) if len(s.chain) < 2), statements[-1] if statements else None)
        if said_last is None and not waiting and block.kind == "body":
            said_last = self._runs_on(number, block, sentence)
        main = next((who for a, who in kept if who.surface and not a.outer), None)
        main = main or next((who for _, who in kept if who.surface), None) or (said_last.speaker if said_last else None)
        if main is None and waiting:
            main = waiting[1]
        self.speakers.listen(sentence, main)
        self.previous = said_last
        self.pending = waiting

    def _own_words(self, a: Attribution) -> bool:
        """Whether an attribution in a turn only frames the turn itself: "I think ...", "you said ..."."""
        if a.speaker is None:
            return True
        who = self.text[a.speaker[0] : a.speaker[1]].casefold()
        quoted = any(q.start >= a.start and q.end <= a.end for q in self._quotes_near(a.start, a.end))
        who = who.replace("’", "'").partition("'")[0]
        return who == "you" or (who in ("i", "we", "me", "us") and not (a.kind == "saying" and quoted))

    def _quotes_near(self, lo: int, hi: int) -> list[Quotation]:
        from bisect import bisect_left

        at = bisect_left(self.quotes, lo, key=lambda q: q.end)
        near = []
        while at < len(self.quotes) and self.quotes[at].start < hi:
            near.append(self.quotes[at])
            at += 1
        return near

    def _without_echoes(self, made: list[tuple[Attribution, Speaker]]) -> list[tuple[Attribution, Speaker]]:
        """Attributions without those that only repeat their frame: "De Mistura said *he hopes* the sides will meet"."""
        kept = []
        for a, who in made:
            frame = next(
                (b for b, _ in made if b is not a and not b.outer and b.start <= a.cue[0] and a.end <= b.end), None
            )
            if (
                frame is not None
                and a.shape == "pronoun"
                and (a.kind != "saying" or who.surface.casefold() in ("i", "you"))
            ):
                continue
            twin = next((n for n, (b, _) in enumerate(kept) if abs(a.start - b.start) + abs(a.end - b.end) < 6), None)
            if twin is not None and a.outer == kept[twin][0].outer:
                if a.cue[0] > kept[twin][0].cue[0] and a.cue[0] < a.start:
                    kept[twin] = (a, who)  # the verb nearest to the words introduces them
                continue
            kept.append((a, who))
        return kept

    def _chain(self, a: Attribution, made: list[tuple[Attribution, Speaker]], sentence: Sentence) -> tuple[str, ...]:
        """Names of those who report an attribution, outermost first."""
        outer = [
            (b.start, who.surface)
            for b, who in made
            if b is not a
            and who.surface
            and b.start <= a.start
            and a.end <= b.end + 2
            and (b.end - b.start > a.end - a.start + 2 or b.cue < a.cue)
        ]
        reporter = self.speakers.resolve(a.reporter, "", sentence).surface if a.reporter else ""
        return (*(surface for _, surface in sorted(outer)), *filter(None, [reporter]))

    def _claim_previous(self, pending: Pending, who: Speaker, number: int) -> bool:
        """Give the quotation of the sentence before to a speaker named behind it: '"Is it over?" Jafari asked.'"""
        before = self.previous
        if before is None or before.rule not in ("floating", "unattributed") or before.block != number or pending.colon:
            return False
        self.found.remove(before) if before in self.found[-3:] else None
        self.found.append(
            replace(before, speaker=who, chain=(who.surface,), cue=pending.cue, lemma=pending.lemma, rule="postposed")
        )
        return True

    def _left_over(self, number, block, sentence, attributions, statements, waiting) -> list[Statement]:
        """Quotations of a sentence that no attribution covers: announced, signed, going on, or nobody's."""
        text, made = self.text, []
        others = sum(map(is_word, sentence.tokens))
        for at, token in enumerate(sentence.tokens):
            if not token.quote or token.end - token.start < 5 or len(made) > MOST_LEFT_OVER:
                continue
            if any(a.start < token.end and token.start < a.end for a in attributions):
                continue
            size = len(text[token.start : token.end].split())
            if at and sentence.tokens[at - 1].lower in TITLED and size < LONG_QUOTE:
                continue
            alone = others <= 2
            cue, lemma, rule, who = None, "", "", NOBODY
            signed = self._signature(sentence, at)
            if signed is not None:
                who, rule = Speaker(tidy(text[signed[0] : signed[1]]), signed), "signed"
            elif self.pending and alone and at == 0:
                pending, who = self.pending
                cue, lemma, rule = pending.cue, pending.lemma, "announced"
            elif waiting and size >= 2:
                cue, lemma, rule, who = waiting[0].cue, waiting[0].lemma, "announced", waiting[1]
            elif statements and size >= 3 and statements[-1].rule != "floating":
                continue_ = statements[-1]
                if size >= SHORT_QUOTE:
                    who, rule = continue_.speaker, "floating"
            elif alone and at == 0 and self._still_open(number):
                who, rule = self.found[-1].speaker, "floating"
            elif (
                alone
                and self.previous is not None
                and self.previous.speaker.surface
                and (size >= 3)
                and self.previous.where == block.kind
            ):
                who, rule = self.previous.speaker, "floating"
            elif size >= SHORT_QUOTE and (who_ := self._quoter(sentence, at)):
                who, rule = who_, "subject"
            elif block.kind == "body" and (size >= LONG_QUOTE or (size >= 3 and (alone or self._leads(sentence, at)))):
                rule, who = "unattributed", self._nearby(number) if alone else NOBODY
            if rule:
                span = who.span if rule == "signed" else None
                a = Attribution(
                    token.start, token.end, span, "", cue or (token.start, token.start), lemma, "saying", rule
                )
                made.append(self._add(number, block, a, who))
        return made

    def _leads(self, sentence: Sentence, at: int) -> bool:
        """Whether a quotation opens its sentence and a comma follows, as where the verb is not an English one."""
        return at == 0 and len(sentence.tokens) > 1 and sentence.tokens[1].text == ","

    def _still_open(self, number: int) -> bool:
        """Whether the last statement is a quotation whose closing mark never came, a few paragraphs back at most."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "direct" or number - last.block > 2 or last.where != "body":
            return False
        return self.text[last.end - 1] not in "\"”“»’'" and last.end == self.blocks[last.block].end

    def _nearby(self, number: int) -> Speaker:
        """Who a bare quotation belongs to: the one speaker of its paragraph, or the person just written about."""
        inside = {s.speaker.surface: s.speaker for s in self.found[-6:] if s.block == number and s.speaker.surface}
        if len(inside) == 1:
            return next(iter(inside.values()))
        if not inside and self.speakers.heard:
            name = self.speakers.subject_of(self.speakers.heard[-1][0])
            if name and self.speakers.fits(name, "he") | self.speakers.fits(name, "she"):
                return Speaker(name, None)
        return NOBODY

    def _signature(self, sentence: Sentence, at: int) -> tuple[int, int] | None:
        """The name behind a quotation and a dash: '"It is a long game." - Matthew Ingram'."""
        rest = sentence.tokens[at + 1 :]
        if (
            2 <= len(rest) <= 8
            and rest[0].text in ("-", "–", "—", "--")
            and all(is_name(t) or t.text == "." for t in rest[1:])
        ):
            return rest[1].start, rest[-1].end
        return None

    def _quoter(self, sentence: Sentence, at: int) -> Speaker | None:
        """The subject of a sentence that leads up to a quotation with a colon or comma, without a verb of saying."""
        if at < 2 or sentence.tokens[at - 1].text not in ":,":
            return None
        subject = opening_subject(sentence.tokens, at - 1, self.w)
        if subject is None or sentence.tokens[subject.start].lower.partition("'")[0] in ("i", "you", "we"):
            return None
        span = (sentence.tokens[subject.start].start, sentence.tokens[subject.stop - 1].end)
        who = self.speakers.resolve(span, subject.shape, sentence)
        fits = any(self.speakers.fits(who.surface, pronoun) for pronoun in ("he", "she", "they"))
        return who if fits or who.pronoun else None

    def _may_run_on(self, number: int, block: Block, lo: int, hi: int) -> bool:
        """Whether a sentence without any cue could go on with the reported speech before it."""
        return self.previous is not None and block.kind == "body"

    def _runs_on(self, number: int, block: Block, sentence: Sentence) -> Statement | None:
        """A sentence that goes on with reported speech though it names no speaker."""
        before, w = self.previous, self.w
        head = " ".join(token.lower for token in sentence.tokens[:4] if is_word(token))
        if before is None:
            return None
        opened = any(head == words_ or head.startswith(words_ + " ") for words_ in w.run_on)
        shifted = (
            before.block == number
            and before.kind == "indirect"
            and before.rule in RUNNING
            and any(token.lower in ("would", "wouldn't") for token in sentence.tokens)
        )
        if not (opened or shifted) or not before.speaker.surface or before.cue_kind != "saying":
            return None
        lo = sentence.start
        made = Attribution(
            lo, sentence.end, None, "", (sentence.tokens[0].start, sentence.tokens[0].end), "", "saying", "runs on"
        )
        return self._add(number, block, made, before.speaker)

    def _add(self, number, block, a: Attribution, who: Speaker, *, chain=(), kind=None) -> Statement:
        """Keep a statement."""
        start, end = a.start, a.end
        for quote in self._quotes_near(max(start, end - 1), end):
            end = max(end, quote.end) if quote.end > block.end else end  # it goes on in the next paragraph
        while end > start and self.text[end - 1] in " \n\t,;:":
            end -= 1
        while start < end and self.text[start] in " \n\t,;:":
            start += 1
        names = tuple(dict.fromkeys((*chain, who.surface))) if who.surface else tuple(chain)
        statement = Statement(
            start,
            end,
            kind or self._kind(a, start, end, block),
            who,
            names,
            a.cue,
            a.lemma,
            a.kind,
            a.rule,
            block.kind,
            number,
            a.parts,
        )
        self.found.append(statement)
        return statement

    def _kind(self, a: Attribution, start: int, end: int, block: Block) -> str:
        if a.rule in ("turn", "question turn"):
            return "direct"
        outside, quoted = False, False
        for lo, hi in a.parts or ((start, end),):
            at = lo
            for quote in self._quotes_near(lo, hi):
                outside = outside or bool(LETTER.search(self.text, at, max(at, quote.start)))
                quoted, at = True, quote.end
            outside = outside or bool(LETTER.search(self.text, min(at, hi), hi))
        return "indirect" if not quoted else "mixed" if outside else "direct"


def statements_in(text: str, parts: list[Block]) -> list[Statement]:
    """Statements of a text already cut into blocks."""
    return _Reader(text, parts, words()).read() if parts else []


def statements(text: str, *, headline: int | None = None) -> list[Statement]:
    """Statements of a text in order of place, with their speakers as the text names them.

    ``headline`` is where the headline ends, where a reader knows it.
    """
    return statements_in(text, blocks(text, headline=headline))
