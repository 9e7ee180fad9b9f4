"""Attributions within one sentence: which words are said, and by whom."""

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.circumstances import past_circumstance, past_listener
from communique.sources.attribution.english.clauses import DASHES, clause_end
from communique.sources.attribution.english.contents import content_after, is_clausal, is_light, is_whole, quote_words
from communique.sources.attribution.english.cues import Spotted
from communique.sources.attribution.english.frames import MaskedSentence
from communique.sources.attribution.english.passives import passive
from communique.sources.attribution.english.reporting import by_source
from communique.sources.attribution.english.sentences import Sentence
from communique.sources.attribution.english.subjects import Subject, after_verb, looks_finite
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Attribution, Pending, Span

LONG = 40  # words of a quotation that stands for itself, whatever leads up to it
Before = tuple[int, int, tuple[Span, ...]]


def attribute(text: str, sentence: MaskedSentence, w: SpeechWords) -> tuple[list[Attribution], Pending | None]:
    """Attributions of a sentence in order of place, and a speaker announced without content."""
    reading = _Reading(text, sentence.tokens, w)
    found = by_source(reading.tokens, w)
    pending = None
    for number in range(len(reading.cues)):
        made = reading.attribution(number)
        if isinstance(made, Pending):
            pending = made
        elif made is not None:
            found.append(made)
    return sorted(found, key=lambda a: (a.start, -a.end)), pending


class _Reading(Sentence):
    """One sentence with its cues; each cue is tried in the three places its content can stand."""

    def attribution(self, number: int) -> Attribution | Pending | None:
        """What the cue of that number introduces."""
        cue = self.cues[number]
        if cue.passive:
            return passive(self, cue)
        found = self._inverted(number, cue)
        if found is None and cue.subject is not None:
            found = self._postposed(number, cue) or self._preposed(number, cue)
        return found

    def _inverted(self, number: int, cue: Spotted) -> Attribution | None:
        """Content before a verb whose subject follows it: "It is over", said the envoy."""
        tokens, before = self.tokens, cue.group - 1
        form = tokens[cue.at].lower
        if "inverted" not in cue.cue.frames or before < 0 or form.endswith("ing"):
            return None
        mark = tokens[before]
        behind_quote = mark.quote or (before > 0 and tokens[before - 1].quote)
        says = cue.cue.lemma in ("say", "report") or (
            cue.cue.kind == "saying"
            and not cue.cue.frames & {"object", "to"}
            and cue.subject is None
            and is_clausal(tokens, 0, before, self.w)
        )
        if not mark.quote and not (mark.text in (",", *DASHES) and (behind_quote or says)):
            return None
        past = cue.cue.lemma == "read" and mark.quote  # "...," read the statement
        if form in self.w.base_forms and not past and not self._plural_behind(cue.stop):
            return None
        who = after_verb(tokens, cue.stop, self.w)
        if who is not None and cue.subject is not None and not cue.shared:
            # "Recipients, said Mauer, are ...": the recipients are no subject in apposition where a name ends there.
            following = tokens[who.stop] if who.stop < len(tokens) else None
            ends = following is None or not (is_word(following) or following.quote)
            who = who if mark.text == "," and ends and not self._holds_clause(who) else None
        who = self.apposed(who) if who else None
        content = self._content_before(number, cue.group, who.stop) if who else None
        return self.made(cue, *content[:2], who, "inverted", content[2]) if content else None

    def _holds_clause(self, who: Subject) -> bool:
        """Whether a stretch is a clause and no subject: "who asked not to be named, said (the text held the ...)"."""
        tokens, w = self.tokens, self.w
        return any(
            tokens[at + 1].lower in w.determiners and looks_finite(tokens[at : at + 1], w)
            for at in range(who.start + 1, who.stop - 1)
        )

    def _plural_behind(self, at: int) -> bool:
        """Whether several speak behind a verb in its first form: "..., say aid workers"."""
        who = after_verb(self.tokens, at, self.w)
        if who is None or (who.stop < len(self.tokens) and is_word(self.tokens[who.stop])):
            return False
        last = self.tokens[who.stop - 1].lower
        return last.endswith("s") or "and" in {token.lower for token in self.tokens[who.start : who.stop]}

    def _postposed(self, number: int, cue: Spotted) -> Attribution | None:
        """Content before its speaker and verb: '"It is over," the envoy said', "Talks go on, the UN said"."""
        tokens, subject, frames = self.tokens, cue.subject, cue.cue.frames
        if self._is_relative(cue):
            return None  # "The vicar, who offered to mediate, ..."
        if not ((not cue.shared and subject.start >= 2) or (subject.start == 1 and tokens[0].quote)):
            return None
        edge = subject.opens
        joint = tokens[edge - 1]
        behind_quote = joint.quote or (edge >= 2 and tokens[edge - 2].quote)
        fits = "inverted" in frames or ("quote" in frames and joint.quote) or "clause" in frames
        touches = joint.quote or (joint.text in (",", *DASHES) and edge >= 2)
        if not (fits and touches and is_light(tokens, cue.stop, cue.cue, self.w, behind=behind_quote)):
            return None
        said = is_clausal(tokens, 0, edge - 1, self.w) or (self._ends(cue) and is_whole(tokens, edge - 1, self.w))
        if not (behind_quote or said or self._resumes(edge, cue.stop)):
            return None
        content = self._content_before(number, edge, cue.stop)
        return self.made(cue, *content[:2], subject, "postposed", content[2]) if content else None

    def _ends(self, cue: Spotted) -> bool:
        """Whether nothing follows a verb but whom one tells, where and when."""
        tokens, end = self.tokens, len(self.tokens)
        while end > cue.stop and not (is_word(tokens[end - 1]) or tokens[end - 1].quote):
            end -= 1
        at = cue.stop
        if "addressee" in cue.cue.frames:
            at = past_listener(tokens, at, end, self.w, cue.cue.frames)
        return past_circumstance(tokens, at, end, self.w) >= end

    def _is_relative(self, cue: Spotted) -> bool:
        """Whether the verb stands in a relative clause: "Hariri, who said ..."."""
        before = self.tokens[cue.group - 1] if cue.group else None
        return before is not None and before.lower in ("who", "which", "that") and before.text != "WHO"

    def _preposed(self, number: int, cue: Spotted) -> Attribution | Pending | None:
        """Content behind speaker and verb: "The envoy said that it was over"."""
        tokens, subject = self.tokens, cue.subject
        end = self._cut(number)
        while end > cue.stop and not (
            is_word(tokens[end - 1]) or tokens[end - 1].quote or tokens[end - 1].text in ")%"
        ):
            end -= 1
        content = content_after(self.text, tokens, cue, end, self.w)
        if content is None or content[1] <= content[0]:
            return self._announced(cue)
        start, stop, rule = content
        if rule in ("clause", "object") and self._is_free(cue):
            return None  # "everything he said last night"
        return self.made(cue, tokens[start].start, tokens[stop - 1].end, subject, rule)

    def _announced(self, cue: Spotted) -> Pending | None:
        """The speaker of a sentence whose content must stand in the next: "Rathbun stated,"."""
        tokens, last = self.tokens, self.tokens[-1].text
        speaks = cue.cue.kind in ("saying", "asking") and "quote" in cue.cue.frames
        if not speaks and last != ":":
            return None
        if not (cue.stop >= len(tokens) - 1 or last in ":," or is_light(tokens, cue.stop, cue.cue, self.w)):
            return None
        subject, span = cue.subject, self.cue_span(cue)
        return Pending(self.span(subject), subject.shape, span, cue.cue.lemma, cue.cue.kind, last == ":")

    def _resumes(self, edge: int, at: int) -> bool:
        """Whether a clause goes on behind an inserted attribution: "Recipients, said Mauer, are required to ..."."""
        tokens, w = self.tokens, self.w
        comma = next((k for k in range(at, min(len(tokens), at + 14)) if tokens[k].text == ","), None)
        if comma is None or comma + 1 >= len(tokens) or looks_finite(tokens[at:comma], w):
            return False
        return tokens[comma + 1].lower in w.finite | w.auxiliaries or self._is_open(edge, comma + 1)

    def _is_open(self, stop: int, again: int) -> bool:
        """Whether what stands before ``stop`` cannot stand alone, and a clause begins again at ``again``.

        "If there is no deal, Davis warned, Britain will leave"; "It was, he said, 'a day for hope'".
        """
        tokens, w = self.tokens, self.w
        hi = stop
        while hi > 0 and not is_word(tokens[hi - 1]):
            hi -= 1
        if hi < 2 or any(token.quote for token in tokens[:hi]):
            return False
        if tokens[hi - 1].lower in w.finite:
            return True
        fronted = tokens[0].lower in (w.openers | w.subordinators) - w.conjunctions
        return fronted and not is_clausal(tokens, 0, hi, w) and is_clausal(tokens, again, len(tokens), w)

    def _content_before(self, number: int, stop: int, resume: int) -> Before | None:
        """Content in front of an attribution that begins at ``stop``, and what goes on behind it, from ``resume``.

        Characters from and to, and the two pieces where a split quotation or an interrupted clause goes on.
        """
        tokens = self.tokens
        hi = stop
        while hi > 0 and not (is_word(tokens[hi - 1]) or tokens[hi - 1].quote or tokens[hi - 1].text in ")%"):
            hi -= 1
        if hi == 0:
            return None
        lo = self._first_quote(number, hi) if tokens[hi - 1].quote else 0
        start, end = tokens[lo].start, tokens[hi - 1].end
        again = self._goes_on(stop, resume, quoted=tokens[hi - 1].quote)
        if again is None:
            return start, end, ()
        last = again
        if not tokens[again].quote:
            last = len(tokens) - 1
            while not (is_word(tokens[last]) or tokens[last].quote):
                last -= 1
        return start, tokens[last].end, ((start, end), (tokens[again].start, tokens[last].end))

    def _first_quote(self, number: int, hi: int) -> int:
        """Where content that ends with a quotation begins: with the quotation, or with the clause that holds it."""
        tokens = self.tokens
        first = hi - 1
        while first > 0 and (
            tokens[first - 1].quote or (tokens[first - 1].text in ",;" and first > 1 and tokens[first - 2].quote)
        ):
            first -= 1
        introduced = any(token.text in ":;" for token in tokens[:first])
        attributed = any(cue.stop <= first and not self._is_free(cue) for cue in self.cues[:number])
        alone = sum(map(is_word, tokens[:first])) < 2 or quote_words(tokens[first], self.text) >= LONG
        return first if introduced or attributed or alone else 0

    def _is_free(self, cue: Spotted) -> bool:
        """Whether a verb only closes a relative clause of its own: "What he said was ..."."""
        opens = cue.subject.opens if cue.subject is not None and not cue.shared else 0
        return bool(opens) and self.tokens[opens - 1].lower in self.w.free_relatives

    def _goes_on(self, stop: int, at: int, *, quoted: bool) -> int | None:
        """The token with which a quotation or a clause goes on behind an attribution, after a comma."""
        tokens, w = self.tokens, self.w
        for here in range(at, min(len(tokens) - 1, at + 16)):
            token, following = tokens[here], tokens[here + 1]
            if token.quote or token.text in ";:":
                return None
            if token.lower in w.finite and here > at + 1 and tokens[here - 1].text != ",":
                return None
            if token.text != ",":
                continue
            if following.quote or (following.lower in w.finite | w.auxiliaries and not quoted):
                return here + 1
            if not quoted and (self._is_open(stop, here + 1) or self._adds(here + 1)):
                return here + 1
            if not quoted and here == at and self._hangs_on(here + 1):
                return here + 1
        return None

    def _hangs_on(self, at: int) -> bool:
        """Whether a clause follows that was broken off: "They would be let through, he added, as soon as ..."."""
        tokens, low = self.tokens, self.tokens[at].lower
        compared = low == "as" and at + 2 < len(tokens) and tokens[at + 2].lower == "as"
        return compared or low in self.w.resuming

    def _adds(self, at: int) -> bool:
        """Whether a clause with a subject of its own is added: "The quota is real, she argued, and it could work"."""
        tokens, w = self.tokens, self.w
        if tokens[at].lower not in ("and", "because") or at + 2 >= len(tokens):
            return False
        subject = tokens[at + 1].lower in w.persons | w.determiners or is_name(tokens[at + 1])
        alone = not any(cue.at > at for cue in self.cues)
        return subject and alone and is_clausal(tokens, at + 1, len(tokens), w)

    def _cut(self, number: int) -> int:
        """Where the content behind a cue ends: before the next attribution of the same rank, or with the sentence."""
        stop = self.cues[number].stop
        end = clause_end(self.tokens, self.cues[number].stop, self.w, relative=self._is_relative(self.cues[number]))
        for later in self.cues[number + 1 :]:
            if later.shared:
                edge = self._joint(later, stop)
            elif later.subject is not None and later.subject.opens > stop:
                edge = self._boundary(later)
            else:
                edge = None
            if edge is not None:
                return min(edge, end)
        return end

    def _joint(self, later: Spotted, stop: int) -> int | None:
        """Where ", adding that" or "and said" begins."""
        tokens, before = self.tokens, later.group - 1
        while before > stop and tokens[before].lower in self.w.adverbs:
            before -= 1
        aside = next((k for k in range(before - 1, stop, -1) if tokens[k].text == ","), None)
        if tokens[before].text == "," and aside and tokens[aside + 1].lower in ("with", "for"):
            before = aside - 1 if tokens[aside - 1].lower in self.w.conjunctions else aside  # "and, with JAPAN, called"
        if tokens[before].lower not in self.w.conjunctions and tokens[before].text != ",":
            return None
        while before > stop and tokens[before - 1].text == ",":
            before -= 1
        return before if before > stop else None

    def _boundary(self, later: Spotted) -> int | None:
        """Where a clause with a speaker of its own begins, if it stands beside the content and not within it."""
        tokens, opens = self.tokens, later.subject.opens
        if tokens[opens - 1].quote and self.text[tokens[opens - 1].end - 2] == ",":
            return opens  # 'who had called it "a map," the diplomat stressed: ...'
        mark, joint = tokens[opens - 1].text, tokens[opens - 1].lower
        if mark == ";" or (mark == "," and tokens[opens].lower == "with" and later.subject.start > opens):
            return opens - 1  # "Holm said it was useful, with the Herald reporting that nobody came"
        aside = (
            mark == "," and "inverted" in later.cue.frames and not later.passive and later.subject.shape != "pronoun"
        )
        if aside and is_light(tokens, later.stop, later.cue, self.w):
            return opens - 1  # "X said the talks had been useful, TASS reported"
        beside = joint in ("but", "while", "whereas", "although", "though")
        if beside or (joint in ("and", "with", "as") and tokens[opens - 2].text == ","):
            return opens - 2 if tokens[opens - 2].text == "," else opens - 1
        return None
