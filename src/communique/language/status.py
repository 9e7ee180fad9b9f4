"""The status of a term: from the nearest cue outward, each changes what the ones within it made.

A term stands for a thing that is so (`claimed`). The cues around it are put in the order in which they scope over it,
innermost first: its predicate, what stands in its noun phrase, the negation and the verb of its clause, what embeds
that clause. Each has an effect, and `combine` says what becomes of a status under it: that there is *no* (deny)
breakthrough *expected* (expect) makes it doubted, that someone *hopes* (want) for *no* (deny) setback leaves it open.
"""

from typing import NamedTuple

from communique.language import clauses as walls
from communique.language.clauses import Clauses
from communique.language.cues import Cue, Cues, Found
from communique.language.lexicon import Lexicon
from communique.language.tokens import Line

CLAIMED, DENIED, OPEN, DOUBTED = "claimed", "denied", "open", "doubted"


class State(NamedTuple):
    """A status and the effect that made it last."""

    status: str
    via: str


def combine(effect: str, state: State) -> State:
    """What becomes of a status under a further effect."""
    status, via = state
    if via == "resolve" and effect in ("want", "expect", "able", "maybe", "if", "ask", "doubt", "deny", "lack", "unmet", "avert"):
        return State(CLAIMED, "unresolved")
    if via == "unresolved":
        return state
    match effect:
        case "deny" | "refute":
            if status == CLAIMED:
                return State(DENIED, effect)
            if status == DENIED:
                return State(DOUBTED if via == "unmet" else CLAIMED, effect)
            if status == OPEN:
                return state if via in ("if", "ask") else State(DOUBTED, effect)
            return State(OPEN, effect)
        case "lack":
            return State(DOUBTED if status in (OPEN, DOUBTED) else DENIED, effect)
        case "unmet":
            return State(DENIED, effect)
        case "want" | "maybe":
            return state if status == DOUBTED else State(OPEN, effect)
        case "expect" | "able":
            return State(DOUBTED if status in (DENIED, DOUBTED) else OPEN, effect)
        case "if" | "ask":
            return State(OPEN, effect)
        case "doubt":
            return State(DOUBTED, effect)
        case "resolve" | "avert":
            return State(DENIED if status == CLAIMED else status, effect)
    return state


class Decision(NamedTuple):
    """The status of a term and the cue that decided it, with all that had a say, innermost first."""

    status: str
    cue: Found | None
    steps: tuple[Found, ...]


class Sentence:
    """A sentence read once for all its terms."""

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues):
        self.line = Line(text)
        self.clauses = Clauses(self.line, lexicon)
        self.left = cues.find(self.line, "left")
        self.right = cues.find(self.line, "right")
        self._stoppers = frozenset(lexicon.notation.words("{aux}")) | frozenset(lexicon.notation.words("{prep}"))
        self._prep = frozenset(lexicon.notation.words("{prep}"))

    def decide(self, start: int, end: int) -> Decision:
        """Status of the term that fills the tokens ``start`` up to and without ``end``."""
        state = State(CLAIMED, "")
        steps: list[Found] = []
        decided: Found | None = None
        for found in [*self._right_of(start, end), *self._left_of(start)]:
            effect = found.cue.effect
            if effect == "null":
                continue
            steps.append(found)
            if effect == "fact":
                break
            after = combine(effect, state)
            if after.status != state.status:
                decided = found
            state = after
        return Decision(state.status, decided, tuple(steps))

    def _left_of(self, start: int) -> list[Found]:
        return [found for found in reversed(self.left) if found.end <= start and self._reaches(found, start)]

    def _reaches(self, found: Found, start: int) -> bool:
        gap = start - found.end
        cue = found.cue
        if gap > cue.window:
            return False
        wall = self.clauses.highest(found.end, start)
        if cue.reach == "np":
            between = self.line.words[found.end : start]
            return wall <= walls.COMMA and not any(word in self._stoppers for word in between)
        if cue.reach in ("object", "clause"):
            return wall < walls.COMMA
        if cue.reach == "embed":
            return wall <= walls.COMPLEMENT
        return wall < walls.STOP

    def _right_of(self, start: int, end: int) -> list[Found]:
        kept = []
        for found in self.right:
            gap = found.start - end
            if gap < 0 or gap > found.cue.window:
                continue
            wall = self.clauses.highest(end, found.start)
            if found.cue.reach == "predicate" and (wall > walls.NONE or not self._subject(start)):
                continue
            if wall >= walls.CLAUSE:
                continue
            kept.append(found)
        return kept

    def _subject(self, start: int) -> bool:
        """Whether the term may be the subject of what follows: no preposition right in front of its phrase."""
        for word in reversed(self.line.words[max(0, start - 4) : start]):
            if word in self._prep:
                return False
        return True
