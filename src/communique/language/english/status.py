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
from communique.language.english.acting import Acting
from communique.language.english.answers import Answer, answered
from communique.language.english.clauses import STOP, Grammar, walls
from communique.language.english.conditions import conditional, modal_follows, supposed_lack
from communique.language.english.phrases import Phrase, phrase_of
from communique.language.english.presupposition import taken_for_granted
from communique.language.english.questions import asked
from communique.language.english.scope import Scope
from communique.language.english.tokens import Line
from communique.language.lexicon import Entry

_FACTS = frozenset(["fact", "factive", "persist", "presupposed"])
# Effects that are asked for by name, and do not take their place in the row.
_APART = frozenset(["made", "unless", "because", "dampen", "vain", "disown", "calm"])
# What the cues next to a term's predicate leave to be decided last, the sentence over.
_LAST = frozenset(["dampen", "vain", "disown", "calm"])


class Decision(NamedTuple):
    """The status of a term and the cue that decided it.

    ``rule`` names what decided where no cue did (``question``, ``any``), else it is the cue's key; ``steps`` are all
    cues that reach the term, innermost first; ``phrase`` is the one it stands in.
    """

    status: str
    rule: str
    cue: Found | None
    steps: tuple[Found, ...]
    resolution: str
    intensity: str
    phrase: Phrase


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
        return self._within_walls("left")

    @cached_property
    def right(self) -> list[Found]:
        """Cues that act on what precedes them."""
        return self._within_walls("right")

    def _within_walls(self, side: str) -> list[Found]:
        """Cues of one side, but for words that run from one sentence into another, as from a headline into its text."""
        found = self._cues.find(self.line, side)
        apart = {at for at, wall in enumerate(self.walls) if wall == STOP and self.line.words[at] != "but"}
        return [each for each in found if apart.isdisjoint(range(each.start + 1, each.end))] if apart else found

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
        self.acting = Acting(self.words, self.walls, self.grammar, sentence.left, phrase, entry)
        self.right = sentence.scope.right([found for found in sentence.right if self.acting.fits(found)], phrase)
        fitting = [found for found in sentence.left if self.acting.fits(found)]
        if phrase.second:  # a verb of its own: what governs the first verb does not reach it, what embeds both does
            fitting = [found for found in fitting if found.cue.reach in ("embed", "cond")]
        self.left = sentence.scope.left(fitting, phrase.start)
        self.state = State()
        self.rule = ""
        self.cue: Found | None = None
        self.steps: list[Found] = []
        self.shielded = phrase.attributive
        self.resolution = ""

    def decide(self) -> Decision:
        """The status of the term, and all that had a say in it."""
        condition, only = self._nearest("without"), self._nearest("only")
        follows = bool(condition or only) and modal_follows(self.words, self.walls, self.phrase.end, self.lists)
        granted = taken_for_granted(self.words, self.walls, self.phrase, self.entry, self.grammar)
        if granted and not self._undone():
            self.rule, self.shielded = f"granted-{granted}", True
        elif condition and self.phrase.granted and follows:
            self.steps.append(condition)  # "without the breakthrough of May we would not be here"
        elif condition and follows:
            self._set(OPEN, "without-condition", condition)
        elif only and follows:
            self._set(OPEN, "only-condition", only)
        else:
            for found in self._in_order():
                if not self._take(found):
                    break
            unasked = self.state
            self._settle()
            self._answered(unasked)
        intensity = self.phrase.intensity(self.grammar)
        return Decision(
            self.state.status, self.rule, self.cue, tuple(self.steps), self.resolution, intensity, self.phrase
        )

    def _undone(self) -> bool:
        """Whether a cue says that what is taken for granted is over, or is to be."""
        return any(
            found.cue.effect == "resolve" and self.acting.acts(found, [], []) for found in [*self.left, *self.right]
        )

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
        because = self._named("because") if effect == "deny" and found.end <= self.phrase.start else None
        if because and self.entry.polarity == "-":
            self.steps.append(because)
            return True
        if not self.acting.acts(found, self.left, self.steps):
            return True
        self.steps.append(found)
        if effect in _FACTS:
            if self.state.status == OPEN and effect == "factive":
                return True
            self.shielded = True
            return False
        if effect == "deny" and self._spent(found):
            return True
        if effect == "expect" and found.cue.side == "right" and found.cue.reach == "adjacent" and self.phrase.definite:
            # "the progress hoped for did not come"
            effect = "adjective"
        after = combine(effect, self.state)
        if effect == "counter":
            self.shielded = True
        if after.status != self.state.status or after.via == "unresolved" != self.state.via:
            self.cue, self.rule = found, found.cue.cue
        if after.via == "resolve":
            self.resolution = "broken"
        elif after.via == "unresolved":
            self.resolution = "sought"
        elif after.via == "avert" and self.entry.polarity == "-":
            self.resolution = "averted"
        self.state = after
        if effect == "lack" and self._definite_lack(found):
            self.shielded = True
            return False
        return True

    def _definite_lack(self, found: Found) -> bool:
        """Whether a lack is taken for granted by its own article: "they fear that the lack of progress will last"."""
        noun = found.cue.reach == "np" and self.words[found.end - 1] == "of" and found.end - found.start == 2
        return noun and not self.grammar.definite.isdisjoint(self.words[max(0, found.start - 2) : found.start])

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
        if (
            self.state.status in (DENIED, DOUBTED)
            and not self.shielded
            and conditional(self.words, self.walls, self.phrase.start, self.lists)
        ):
            self._set(OPEN, "without-condition")
        if self.resolution == "broken" and self.words[-1:] == ["?"]:
            self.state, self.resolution = State(CLAIMED, "unresolved"), "sought"
        if self.shielded or self.resolution:
            return
        if self.state.status == DENIED and supposed_lack(self.words, self.walls, self.phrase, self.steps, self.lists):
            self._set(OPEN, "supposed-lack")
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
