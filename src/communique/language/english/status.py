"""The status of a term: what the cues that reach it make of it, from the nearest outward.

A term stands for a thing that is so. Its cues are put in the order in which they scope over it, innermost first: its
predicate, what stands in its noun phrase, the negation and the verb of its clause, what embeds that clause. Each
changes what the ones within it made, by the arithmetic of `communique.language.effects`. What the term's own phrase
takes for granted is out of reach of some; what is asked is decided last.
"""

from functools import cached_property
from typing import NamedTuple

from communique.commitment import CLAIMED, DENIED, DOUBTED, OPEN
from communique.language.cues import Cues, Found
from communique.language.effects import State, combine
from communique.language.english.answers import Answer, answered
from communique.language.english.clauses import CLAUSE, COMPLEMENT, MAIN, NONE, STOP, Grammar, walls
from communique.language.english.phrases import Phrase, phrase_of
from communique.language.english.questions import asked
from communique.language.english.scope import Scope
from communique.language.english.tokens import Line
from communique.language.lexicon import Entry

_FACTS = frozenset(["fact", "factive", "persist", "presupposed"])
# Effects that are asked for by name, and do not take their place in the row.
_APART = frozenset(["made", "unless", "because", "dampen", "vain", "disown", "calm"])
# What the cues next to a term's predicate leave to be decided last, the sentence over.
_LAST = frozenset(["dampen", "vain", "disown", "calm"])
# What these govern is so where it is taken for granted ("will discuss the progress"), but for verbs that bring it.
_GOVERNED = frozenset("deny expect able maybe want aim infverb if".split())
_VERBAL = frozenset("want expect aim lack refute".split())
# How far behind what dampens hopes the hopes may stand.
_HOPES = 3
# How far behind a term the modal may stand that makes "without any progress" a condition.
_CONSEQUENCE = 10


class Decision(NamedTuple):
    """The status of a term and the cue that decided it.

    ``rule`` names what decided where no cue did (``question``, ``any``), else it is the cue's key; ``steps`` are all
    cues that reach the term, innermost first.
    """

    status: str
    rule: str
    cue: Found | None
    steps: tuple[Found, ...]
    resolution: str
    intensity: str


class Sentence:
    """A sentence read once for all its terms; ``answer`` is what follows it where it is a question."""

    def __init__(self, text: str, grammar: Grammar, cues: Cues, answer: Answer | None = None):
        self.line = Line(text, grammar.lists.tokens)
        self.grammar = grammar
        self.walls = walls(self.line, grammar)
        self.scope = Scope(self.line, self.walls, grammar)
        self.answer = answer
        self._cues = cues

    @cached_property
    def left(self) -> list[Found]:
        """Cues that act on what follows them, found when first asked for."""
        return self._cues.find(self.line, "left")

    @cached_property
    def right(self) -> list[Found]:
        """Cues that act on what precedes them."""
        return self._cues.find(self.line, "right")

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First token of a stretch of the sentence, and the one behind its last."""
        return self.line.token_at(start), self.line.token_at(end - 1) + 1

    def decide(self, start: int, end: int, entry: Entry) -> Decision:
        """Status of the term that fills the tokens ``start`` up to and without ``end``."""
        phrase = phrase_of(self.line, self.walls, self.grammar, start, end, entry)
        return _Case(self, phrase, entry).decide()


class _Case:
    """One term on its way to a status."""

    def __init__(self, sentence: Sentence, phrase: Phrase, entry: Entry):
        self.words = sentence.line.words
        self.answer = sentence.answer
        self.walls = sentence.walls
        self.grammar = sentence.grammar
        self.lists = sentence.grammar.lists.status
        self.phrase = phrase
        self.entry = entry
        fitting = [found for found in sentence.right if self._fits(found)]
        self.right = [] if phrase.pointed else sentence.scope.right(fitting, phrase)
        self.idle = [found for found in sentence.left if found.cue.effect == "null" and found.cue.reach == "clause"]
        self.left = [] if phrase.second else sentence.scope.left(sentence.left, phrase.start)
        self.state = State()
        self.rule = ""
        self.cue: Found | None = None
        self.steps: list[Found] = []
        self.shielded = phrase.attributive
        self.resolution = ""

    def decide(self) -> Decision:
        """The status of the term, and all that had a say in it."""
        condition, only = self._nearest("without"), self._nearest("only")
        if condition and self.phrase.granted and self._modal_follows():
            self.steps.append(condition)  # "without the breakthrough of May we would not be here"
        elif condition and self._modal_follows():
            self._set(OPEN, "without-condition", condition)
        elif only and self._modal_follows():
            self._set(OPEN, "only-condition", only)
        else:
            for found in self._in_order():
                if not self._take(found):
                    break
            unasked = self.state
            self._settle()
            self._answered(unasked)
        intensity = self.phrase.intensity(self.grammar)
        return Decision(self.state.status, self.rule, self.cue, tuple(self.steps), self.resolution, intensity)

    def _in_order(self) -> list[Found]:
        """Cues that reach the term, innermost first."""
        if self.phrase.attributive:
            return [found for found in self.left if found.cue.reach in ("np", "adjective")]
        inner = [found for found in self.right if found.cue.effect not in _APART and found.cue.reach != "beyond"]
        outer = [found for found in self.right if found.cue.effect in _LAST or found.cue.reach == "beyond"]
        made = self._named("made")
        row = inner + self.left
        if made and self._there():
            row = [found for found in self.left if found.cue.effect in ("deny", "lack") and found.cue.reach == "np"]
            row.append(made)
            self.shielded = True
        unless = self._named("unless")
        return [*row, *outer, unless] if unless else row + outer

    def _nearest(self, effect: str) -> Found | None:
        return next((found for found in self.left if found.cue.effect == effect), None)

    def _named(self, effect: str) -> Found | None:
        return next((found for found in self.right if found.cue.effect == effect), None)

    def _there(self) -> bool:
        """Whether "progress made" speaks of progress that is there: definite, or the object of a review."""
        if self.left[:1] and self.left[0].cue.effect == "unmet":  # "would have been the first step since May"
            return False
        if self.phrase.definite:
            return True
        taken = any(found.cue.effect in ("review", "factive", "fact") for found in self.left[:2])
        return taken and self.phrase.words.isdisjoint(self.lists.indefinite)

    # --- one cue after the other

    def _take(self, found: Found) -> bool:
        """Let a cue act; False where nothing farther out can."""
        effect = found.cue.effect
        if effect == "null":
            self.steps.append(found)
            return True
        if not self._acts(found):
            return True
        self.steps.append(found)
        if effect in _FACTS:
            if self.state.status == OPEN and effect == "factive":
                return True
            self.shielded = True
            return False
        if effect == "deny" and self._spent(found):
            return True
        after = combine(effect, self.state)
        if after.status != self.state.status or after.via == "unresolved" != self.state.via:
            self.cue, self.rule = found, found.cue.cue
        if after.via == "resolve":
            self.resolution = "broken"
        elif after.via == "unresolved":
            self.resolution = "sought"
        elif after.via == "avert" and self.entry.polarity == "-":
            self.resolution = "averted"
        self.state = after
        return True

    def _acts(self, found: Found) -> bool:
        """Whether a cue acts on this term: some act on certain terms and phrases only."""
        entry, phrase, effect = self.entry, self.phrase, found.cue.effect
        leftward = found.end <= phrase.start
        if effect in _VERBAL and (self._adjectival(found) or self._noun(found)):
            return False
        if leftward and phrase.definite and effect in _GOVERNED and not self._realised(found.end):
            return False
        if leftward and phrase.pointed and effect == "if":
            return False
        match effect:
            case "resolve":
                return entry.family == "deadlock"
            case "reverse" | "prevent" if leftward and phrase.verbal and self.words[phrase.start].endswith("ed"):
                return False  # "the block collapsed"
            case "reverse":
                return entry.family != "deadlock"
            case "dampen" if leftward:
                return bool(self.steps) and self.steps[-1].start - found.end <= _HOPES
            case "infverb":
                return self._infinitive(found)
            case "notlet":
                return entry.polarity == "-"
            case "supposed":
                return not phrase.definite and entry.kind == "noun"
            case "for":
                return entry.polarity == "+" and not phrase.definite
            case "review":
                strong = phrase.words & (self.grammar.major | self.grammar.limited)
                return not phrase.granted and not strong
            case "persist":
                return entry.polarity == "-" and entry.kind != "noun"
            case "deny":
                because = self._named("because")
                if because and entry.polarity == "-" and leftward:
                    self.steps.append(because)
                    return False
                return not phrase.pointed
            case "coordinated":
                return any(
                    word in self.lists.irrealis
                    and max(self.walls[index + 1 : phrase.start], default=NONE) < STOP
                    and not any(idle.start <= index < idle.end for idle in self.idle)
                    for index, word in enumerate(self.words[: found.start])
                )
        return True

    def _fits(self, found: Found) -> bool:
        """Whether a cue on the right is one at all for this term; where it is none it hides no other."""
        match found.cue.effect:
            case "disown":
                return self._told_of(self.grammar.hearsay)
            case "calm":
                return self._told_of(self.grammar.hopes)
            case "presupposed":
                return self.phrase.granted and self.entry.polarity == "+"
        return True

    def _told_of(self, nouns: frozenset[str]) -> bool:
        """Whether the term is what a noun in front of it tells of ("reports of a breakthrough")."""
        first = self.phrase.first
        governed = first > 1 and self.words[first - 1] in self.lists.telling
        return governed and self.words[first - 2] in nouns

    def _adjectival(self, found: Found) -> bool:
        """Whether a participle is an adjective of the term ("the feared collapse"), which has a row of its own."""
        beside = found.end == self.phrase.start and found.end - found.start == 1
        before = self.words[found.start - 1] if found.start else ""
        return beside and self.words[found.start].endswith("ed") and before in self.grammar.determiners

    def _noun(self, found: Found) -> bool:
        """Whether a word that may be a verb is a noun here, which has no object ("the new demands make ...")."""
        before = self.words[found.start - 1] if found.start else ""
        alone = found.end - found.start == 1 and self.words[found.start] in self.lists.nouns
        return alone and (before in self.grammar.determiners or before in self.lists.before_nouns)

    def _infinitive(self, found: Found) -> bool:
        """Whether *to* before a term makes an infinitive of it."""
        before = self.words[found.start - 1] if found.start else ""
        verb = self.entry.kind == "verb" or (self.entry.kind == "either" and before not in self.lists.before_a_noun)
        adverbs = all(word.endswith("ly") for word in self.words[found.end : self.phrase.start])
        return verb and adverbs and self.entry.family != "deadlock"

    def _realised(self, start: int) -> bool:
        """Whether a verb that brings about its object, or none at all, stands between a cue and a definite phrase."""
        between = [
            word
            for word in self.words[start : self.phrase.first]
            if not word.endswith("ly") and word not in self.lists.particles
        ]
        return not between or not self.grammar.realising.isdisjoint(between)

    def _spent(self, found: Found) -> bool:
        """Whether a negation is one with another (*neither* ... *nor*), or stops before a noun taken for granted."""
        if found.cue.cue == "neither" and any(step.cue.cue == "nor" for step in self.steps):
            return True
        if len(self.steps) < 2:
            return False
        inner = self.steps[-2]
        before = self.words[inner.start - 1] if inner.start else ""
        # "constructive to our efforts to make progress"
        return inner.cue.side == "left" and before in self.lists.owners

    # --- what is left when all cues have acted

    def _settle(self) -> None:
        """Conditions, *any*, and questions, in this order."""
        if self.resolution == "averted" and self.state.status != DENIED:
            self.resolution = "sought"
        if self.state.status in (DENIED, DOUBTED) and not self.shielded and self._conditional():
            self._set(OPEN, "without-condition")
        if self.resolution == "broken" and self.words[-1:] == ["?"]:
            self.state, self.resolution = State(CLAIMED, "unresolved"), "sought"
        if self.shielded or self.resolution:
            return
        if self.state.status == CLAIMED and "any" in self.phrase.words:
            self._set(OPEN, "any")
        elif self.state.status in (CLAIMED, DENIED):
            how = self._asked(self.phrase.definite)
            if how:
                self._set(OPEN, how)

    def _answered(self, unasked: State) -> None:
        """What the answer to the question makes of the term, where the term is what is asked for."""
        if not self.answer or self.shielded or self.resolution:
            return
        how = self._asked(self.phrase.granted)
        if how and how != "question-what":
            behind = self.words[self.phrase.end :]
            self.state = State(answered(self.answer.effect, *unasked, behind, self.grammar.lists.answers), "answer")
            self.rule, self.cue = f"answer-{self.answer.answer}", None

    def _asked(self, taken: bool) -> str:
        """Rule that puts the term under a question, or none; `taken` is whether its phrase takes it for granted."""
        phrase, questions = self.phrase, self.grammar.lists.questions
        return asked(self.words, self.walls, phrase.first, phrase.start, phrase.end, taken, questions)

    def _set(self, status: str, rule: str, cue: Found | None = None) -> None:
        self.state, self.rule, self.cue = State(status, "if"), rule, cue
        if cue and cue not in self.steps:
            self.steps.append(cue)

    def _conditional(self) -> bool:
        """Whether a clause-initial *without* makes what is said a condition: "without a truce there is no progress"."""
        start = self.phrase.start
        for index, word in enumerate(self.words[: max(0, start - 1)]):
            if word in self.lists.conditional and (index == 0 or self.walls[index - 1] >= COMPLEMENT):
                behind = max(self.walls[index + 1 : start], default=NONE)
                if behind in (COMPLEMENT, CLAUSE, MAIN):
                    return True
        return False

    def _modal_follows(self) -> bool:
        """Whether a modal of the main clause follows: "without any progress a third round would be a waste of time"."""
        for index in range(self.phrase.end, min(len(self.words), self.phrase.end + _CONSEQUENCE)):
            if self.walls[index] == STOP:
                return False
            if self.words[index] in self.lists.modals:
                return True
        return False
