"""What is said, behind a verb of saying: a clause, a quotation, an object, past whom one tells and when."""

from itertools import pairwise

from communique.sources.attribution.english.appositions import is_name, is_word
from communique.sources.attribution.english.circumstances import (
    is_that_clause,
    past_circumstance,
    past_listener,
    that_ahead,
)
from communique.sources.attribution.english.cues import Spotted
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import looks_finite
from communique.sources.attribution.english.words import SpeechCue, SpeechWords

SHORT_QUOTE = 5  # words: shorter quotations are words picked out ("the sleeper issue"), not utterances
LEAST_TOLD = 4  # words of a question that tell what it is about
Tokens = tuple[Token, ...]
Content = tuple[int, int, str]
NOTHING: Content = (0, 0, "")  # a construction was recognised, and it introduces nothing


def content_after(text: str, tokens: Tokens, found: Spotted, end: int, w: SpeechWords) -> Content | None:
    """Content tokens ``[start, stop)`` behind a verb, and the rule; ``end`` is where the next clause cuts it off."""
    content = _Behind(text, tokens, found, end, w).content()
    return None if content is None or content[1] <= content[0] else content


class _Behind:
    """What stands behind a verb, tried in the order in which a reader would see it."""

    def __init__(self, text: str, tokens: Tokens, found: Spotted, end: int, w: SpeechWords):
        self.text = text
        self.tokens = tokens
        self.found = found
        self.cue = found.cue
        self.frames = found.cue.frames
        self.end = end
        self.w = w
        at = found.stop
        while at < end and (tokens[at].lower in ("also", "again", "then", "simply") or tokens[at].lower.endswith("ly")):
            at += 1
        if at + 1 < end and tokens[at].lower == "with" and tokens[at + 1].lower in w.manners:
            at += 2  # "noted with concern the rise in violence"
        self.at = past_listener(tokens, at, end, w, self.frames) if "addressee" in self.frames else at
        weak = tokens[found.at].lower.endswith("ing") and found.stop - found.group == 1
        self.bulletin = found.subject is not None and _in_capitals(tokens[found.subject.stop - 1])
        self.participle = weak and found.cue.lemma in w.others_act

    def content(self) -> Content | None:
        """The content, `NOTHING`, or None where no construction is recognised."""
        if self.at >= self.end:
            return None
        if self.cue.lemma in ("quote", "cite") and self._has_saying():
            return NOTHING  # "quoted Kim as saying that ..." is what Kim says
        rules = (self._as, self._quote_here, self._verdict, self._clause_here, self._infinitive, self._particle)
        for rule in (*rules, self._ahead):
            if (content := rule()) is not None:
                return content
        return self._clause() or self._object() or self._short_quote()

    def _has_saying(self) -> bool:
        near = self.tokens[self.at : self.at + 14]
        return any(a.lower == "as" and b.lower.endswith("ing") and b.lower in self.w.verbs for a, b in pairwise(near))

    def _as(self) -> Content | None:
        """Behind the comma of "As Heald told the paper, ozone has dropped"."""
        subject, found = self.found.subject, self.found
        if subject is None or found.shared or not subject.start or self.tokens[subject.start - 1].lower != "as":
            return None
        near = range(found.stop, min(self.end, found.stop + 12))
        comma = next((k for k in near if self.tokens[k].text in (",", ":")), None)
        if comma is not None and comma + 1 < self.end and self.tokens[comma + 1].quote:
            return self._quoted(comma + 1)
        return (comma + 1, self.end, "as") if comma is not None and comma + 2 < self.end else NOTHING

    def _quote_here(self) -> Content | None:
        """A quotation right behind the verb, or behind a comma or colon; and whatever a colon leads to."""
        tokens, at = self.tokens, self.at
        if tokens[at].quote:
            bare = at == self.found.stop
            if self.cue.lemma == "tell" and bare:
                return NOTHING  # 'can tell "constructive" from "frank"'
            if bare and self.cue.lemma in self.w.naming and quote_words(tokens[at], self.text) < SHORT_QUOTE:
                return NOTHING  # 'a print called "Cowboys"'
            return self._quoted(at)
        if tokens[at].text in (",", ":", ";", "-", "–", "—") and "quote" in self.frames:
            if at + 1 < self.end and tokens[at + 1].quote:
                return self._quoted(at + 1)
            if tokens[at].text == ":" and self.cue.kind in ("saying", "asking") and self.end - at > 3:
                return at + 1, self.end, "colon"
        return None

    def _verdict(self) -> Content | None:
        """The quotation of a verdict: 'called the talks "constructive"', 'dismissed the report as "a joke"'."""
        if self.cue.lemma not in self.w.verdicts or self._may():
            return None
        quote = self._next_quote()
        if quote is None or quote == self.at or looks_finite(self.tokens[self.at : quote], self.w):
            return None
        inner = self.text[self.tokens[quote].start + 1 : self.tokens[quote].start + 2]
        named = self.cue.lemma in self.w.naming and quote - self.at <= 6 and inner.islower()
        if named or self.tokens[quote - 1].lower == "as":
            return _quoted(self.text, self.tokens, quote, self.end, self.found, self.w, verdict=True)
        return None

    def _clause_here(self) -> Content | None:
        """A clause that opens with "that" or a question word."""
        low = self.tokens[self.at].lower
        if low == "that" and "that" in self.frames:
            if self._points(low):
                return self.at, self.end, "clause"
            fits = is_that_clause(self.tokens, self.at, self.end, self.w)
            return (self.at + 1, self.end, "that") if fits else NOTHING
        if low in self.w.question_words and "question" in self.frames:
            return NOTHING if self._denied() else (self.at, self.end, "question")
        return None

    def _denied(self) -> bool:
        """Whether a verb is denied and tells nothing: "did not say when", but not "did not say why it was late"."""
        group, rest = self.tokens[self.found.group : self.found.at], self.tokens[self.at : self.end]
        return sum(map(is_word, rest)) < LEAST_TOLD and any(token.lower in self.w.denials for token in group)

    def _points(self, low: str) -> bool:
        """Whether "that" is the subject of what is said: "He said that was unfair", not "claims that can harm"."""
        if "clause" not in self.frames or self.cue.lemma in self.w.also_nouns or self.found.subject is None:
            return False
        rest = self.tokens[self.at + 1 : self.end]
        return len(rest) > 1 and rest[0].lower in self.w.finite & self.w.auxiliaries and not is_name(rest[0])

    def _infinitive(self) -> Content | None:
        """What follows "to": what was promised, or what somebody was bidden."""
        if self.cue.lemma == "ask" and self.tokens[self.at].lower in ("to", "not"):
            return NOTHING  # "who asked not to be named"
        if self.tokens[self.at].lower == "to" and self.frames & {"to", "bid"}:
            following = self.tokens[self.at + 1] if self.at + 1 < self.end else None
            if following is not None and (following.lower in self.w.determiners or is_name(following)):
                return None if "object" in self.frames else NOTHING  # "agreed to the plan"
            return (self.at, self.end, "infinitive") if self.end - self.at > 2 and not self.participle else NOTHING
        if "bid" in self.frames and not self.participle and self.tokens[self.at].lower not in self.frames:
            near = range(self.at + 1, min(self.end, self.at + 12))
            to = next((k for k in near if self.tokens[k].lower == "to"), None)
            return (to, self.end, "infinitive") if to is not None else None
        return None

    def _particle(self) -> Content | None:
        """Behind the preposition of "called for" and "warned of"."""
        tokens, at = self.tokens, self.at
        if self.bulletin and self.cue.lemma == "object" and tokens[at].lower == "to" and at + 1 < self.end:
            return at + 1, self.end, "object"
        if tokens[at].lower not in self.frames or tokens[at].lower not in self.w.prepositions:
            return None
        if at + 1 < self.end and tokens[at + 1].quote:
            return self._quoted(at + 1)
        ahead = that_ahead(tokens, at, self.end, self.w) if "that" in self.frames else None
        if not ahead and sum(map(is_word, tokens[at + 1 : self.end])) == 1 and self._is_bare(tokens[at + 1]):
            return NOTHING  # "had asked for it"
        return (ahead, self.end, "that") if ahead else (at + 1, self.end, "object")

    def _ahead(self) -> Content | None:
        """Further on: "said in Moscow on Friday that", "commented on the meeting, '...'"."""
        tokens = self.tokens
        if "that" in self.frames and (ahead := that_ahead(tokens, self.at, self.end, self.w)):
            return ahead, self.end, "that"
        quote = self._next_quote()
        if quote is None or "quote" not in self.frames:
            return None
        led = tokens[quote - 1].text in (",", ":") or quote_words(tokens[quote], self.text) >= 2 * SHORT_QUOTE
        if led and (self.cue.kind == "act" or not looks_finite(tokens[self.at : quote], self.w)):
            return self._quoted(quote) or NOTHING
        return None

    def _clause(self) -> Content | None:
        """A clause without "that", past circumstances."""
        tokens, end, w = self.tokens, self.end, self.w
        if "clause" not in self.frames:
            return None
        start = past_circumstance(tokens, self.at, end, w)
        rest = tokens[start:end]
        if not rest or rest[0].lower == "to" or not (is_word(rest[0]) or rest[0].quote or rest[0].text in "(["):
            return None
        if rest[0].lower in w.being:  # "what he is saying is that ..."
            start += 2 if len(rest) > 1 and rest[1].lower == "that" else 1
            rest = tokens[start:end]
        plain = self.cue.lemma in ("say", "tell")
        if sum(map(is_word, rest)) < 2 or not (plain or _is_clause(rest, w)):
            return None
        comma = any(token.text == "," for token in rest[:8])
        fits = plain or comma or start > self.at or tokens[self.at].lower not in w.prepositions
        return (start, end, "clause") if fits else None

    def _object(self) -> Content | None:
        """The object of a speech act: "rejected the offer", "stressed the importance of ..."."""
        tokens, at, low, w = self.tokens, self.at, self.tokens[self.at].lower, self.w
        if tokens[-1].text == ":" and self.end >= len(tokens) - 1:
            return NOTHING  # what was said stands in the next paragraph
        if self.cue.lemma in w.stances and not (self.bulletin or self._on_the_table()):
            return None
        if {token.lower for token in tokens[self.found.group : self.found.at]} & w.modals - w.performing:
            return NOTHING  # "he will propose a pause": not proposed yet
        nominal = is_word(tokens[at]) and low not in w.prepositions | w.conjunctions | {"that", "as"}
        if tokens[self.found.at].lower.endswith("ing") and self.cue.lemma in w.shown:
            return None
        spoken = self.bulletin and self.cue.kind in ("saying", "act", "asking")
        takes = "object" in self.frames or (spoken and "that" in self.frames)  # "CHILE suggested a workshop"
        fits = takes and (nominal or (low == "to" and bool(self.cue.rest)))
        least = 1 if self.bulletin or self.cue.lemma in w.stances else 2  # "Saudi Arabia opposed it"
        return (at, self.end, "object") if fits and sum(map(is_word, tokens[at : self.end])) >= least else None

    def _is_bare(self, token: Token) -> bool:
        """Whether a word only points to what was told before."""
        return token.lower in self.w.persons | self.w.determiners | self.w.object_forms

    def _on_the_table(self) -> bool:
        """Whether a stance is taken on a text or a proposal, as delegates do, and not on people."""
        if self.tokens[self.at].lower.endswith("ing") and self.cue.lemma not in self.w.leanings:
            return True  # "supported streamlining the agenda"
        near = {token.lower.partition("'")[0] for token in self.tokens[self.at : min(self.end, self.at + 6)]}
        return bool(near & (self.w.on_the_table | self.w.plans | self.w.documents))

    def _short_quote(self) -> Content | None:
        quote = self._next_quote()
        if quote is None or "quote" not in self.frames or self._may():
            return None
        named = self.cue.lemma in self.w.naming and quote - self.at <= 6  # 'calling it "a gift"'
        return self._quoted(quote) if named or quote_words(self.tokens[quote], self.text) >= SHORT_QUOTE else None

    def _may(self) -> bool:
        """Whether the verb only tells what may be said: "hopes the council would admit them"."""
        return any(token.lower in self.w.modals for token in self.tokens[self.found.group : self.found.at])

    def _next_quote(self) -> int | None:
        return next((k for k in range(self.at, self.end) if self.tokens[k].quote), None)

    def _quoted(self, at: int) -> Content | None:
        return _quoted(self.text, self.tokens, at, self.end, self.found, self.w)


def _in_capitals(token: Token) -> bool:
    """Whether a name is written as bulletins write those of delegations: "SWITZERLAND", "the LDCs"."""
    return len(token.text) > 2 and token.text[:2].isupper() and token.text.rstrip("s").isupper()


def _quoted(
    text: str, tokens: Tokens, at: int, end: int, found: Spotted, w: SpeechWords, *, verdict: bool = False
) -> Content | None:
    """Content that begins with a quotation: up to the last quotation, or on to the end where one clause holds both.

    ``verdict`` is true where a single word says enough: 'called the talks "constructive"'.
    """
    last = at
    for ahead in range(at + 1, end):
        if tokens[ahead].quote:
            last = ahead
    between = tokens[at + 1 : last]
    rest = tokens[last + 1 : end]
    words = quote_words(tokens[at], text)
    if words == 1 and found.cue.kind == "act" and not verdict:
        return None
    clause = looks_finite(between, w) or any(token.lower in w.verbs for token in between)
    if last > at and clause and words >= SHORT_QUOTE and between and between[0].text in (",", ";"):
        last, rest = at, ()
    if verdict and text[tokens[last].end - 2] == ",":
        return at, last + 1, "quote"
    trailing = [token for token in rest if is_word(token)]
    if not trailing or rest[0].text in (",", ";", "-", "–", "—", "(") or words >= 2 * SHORT_QUOTE:
        return at, last + 1, "quote"
    return at, end, "quote"


def _is_clause(tokens: Tokens, w: SpeechWords) -> bool:
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


def _third_person(tokens: Tokens, at: int, w: SpeechWords) -> bool:
    """Whether a word in -s reads like a verb: between a singular noun and what a verb takes."""
    word, before = tokens[at], tokens[at - 1]
    if not word.lower.endswith("s") or word.lower.endswith("ss") or is_name(word) or before.lower.endswith("s"):
        return False
    if not is_word(before) or before.lower in w.determiners | w.prepositions | w.adjectives | w.conjunctions:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after.lower in w.determiners or after.lower in ("and", "to", "not", "that"))


def is_light(tokens: Tokens, at: int, cue: SpeechCue, w: SpeechWords, *, behind: bool = False) -> bool:
    """Whether what follows a verb is no content: nothing, a circumstance, or whom one told.

    ``behind`` is true where a quotation stands in front; a short one that follows is a name then, as of a programme.
    """
    stop = at
    while stop < len(tokens) and tokens[stop].text not in (",", ";", ":"):
        if tokens[stop].quote and not (behind and stop > at):
            break
        stop += 1
    segment = tokens[at:stop]
    if not segment or not is_word(segment[0]):
        return not (at < len(tokens) and (tokens[at].quote or tokens[at].text == ":"))
    if stop < len(tokens) and (tokens[stop].quote or tokens[stop].text == ":"):
        return False
    first = segment[0].lower
    circumstance = first in w.prepositions or first in w.openers
    if any(token.lower == "that" for token in segment):
        return False
    if looks_finite(segment, w):
        return (behind and circumstance) or any(token.lower in w.subordinators for token in segment[:8])
    told = "addressee" in cue.frames or first in w.listeners
    return circumstance or told or first in w.days | w.adverbs or first.endswith(("ly", "ing"))


def is_clausal(tokens: Tokens, lo: int, hi: int, w: SpeechWords) -> bool:
    """Whether a stretch holds a clause of its own and not only circumstances."""
    at = lo
    while at < hi and tokens[at].lower in w.openers:
        while at < hi and tokens[at].text != ",":
            at += 1
        at += 1
    rest = tokens[at:hi]
    return sum(map(is_word, rest)) >= 3 and looks_finite(rest, w)


def is_whole(tokens: Tokens, hi: int, w: SpeechWords) -> bool:
    """Whether a stretch before ", he said" is a sentence of its own, whatever it opens with.

    "There was no deal"; "In Geneva no progress was made"; "After the round the mood had changed", but neither "After
    the talks ended" nor "Speaking in Geneva".
    """
    rest = tokens[:hi]
    if not rest:
        return False
    first = rest[0].lower
    comma = next((at for at, token in enumerate(rest) if token.text == ","), None)
    if comma is not None:
        tail = rest[comma + 1 :]
        opens = tail[0].lower if tail else ""
        if sum(map(is_word, tail)) > 1 and not (opens in w.openers | w.subordinators or opens.endswith("ing")):
            return any(token.lower in w.finite or token.lower.endswith("ed") for token in tail[1:])
    if first.endswith("ing") or first in ("asked", "according", "as") or sum(map(is_word, rest)) < 3:
        return False
    verb = next((at for at in range(1, len(rest)) if looks_finite(rest[at : at + 1], w)), None)
    if verb is None or any(token.lower in w.subordinators for token in rest[1:verb]):
        return False
    if first in ("so", "yet", "once") or first not in w.prepositions | w.subordinators:
        return True  # "So far nobody has come"
    # Behind a circumstance the sentence has a subject of its own.
    own = any(rest[at].lower in w.determiners and rest[at - 1].lower not in w.prepositions for at in range(2, verb))
    return own if first in w.subordinators or first in w.conjunctive or rest[verb].lower.endswith("ed") else True


def quote_words(token: Token, text: str) -> int:
    """How many words a quotation has."""
    return len(text[token.start : token.end].split())
