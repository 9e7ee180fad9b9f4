"""The status of a term: which cues reach it, in which order, and what they make of it.

How far a cue reaches is the ``reach`` column of ``cues.csv``:

=============  ============================================================================================
reach          what may lie between cue and term
=============  ============================================================================================
``np``         words of the term's own noun phrase, or of a list it stands in
``object``     a few words of the same clause without a further finite verb
``clause``     the same clause
``embed``      one complement clause more ("hopes that ...")
``cond``       clauses within the condition, up to the comma before the main clause
``adjacent``   (right of the term) nothing
``predicate``  (right of the term) what goes with the term, where the term is the subject
``copula``     the same, with *is*, *remains*, *seems* or the like between them
=============  ============================================================================================
"""

from typing import NamedTuple

from communique.language.clauses import CLAUSE, COMMA, COMPLEMENT, MAIN, NONE, STOP, Grammar, walls
from communique.language.cues import Cues, Found
from communique.language.effects import CLAIMED, DENIED, OPEN, State, combine
from communique.language.lexicon import Entry
from communique.language.questions import asked
from communique.language.tokens import Line

# Nouns that say how much there is of what follows: "a lot of", "some sort of", "signs of".
_MEASURES = frozenset(
    "lot lots deal kind kinds sort sorts bit amount measure degree number plenty level level type types form piece".split()
)
_FACTS = frozenset(["fact", "factive", "persist"])
_LATER = frozenset(["made", "unless", "because"])
_COPULAS = frozenset(
    "is are was were be been being am 's remain remains remained seem seems seemed appear appears appeared look looks "
    "looked become becomes became prove proves proved deemed considered judged seen found".split()
)
_IRREALIS = frozenset("to will would can could may might must should shall let".split())


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
    """A sentence read once for all its terms."""

    def __init__(self, text: str, grammar: Grammar, cues: Cues):
        self.line = Line(text)
        self.grammar = grammar
        self.walls = walls(self.line, grammar)
        self.left = cues.find(self.line, "left")
        self.right = cues.find(self.line, "right")

    def decide(self, start: int, end: int, entry: Entry) -> Decision:
        """Status of the term that fills the tokens ``start`` up to and without ``end``."""
        phrase = self._phrase(start)
        definite = any(word in self.grammar.definite for word in self.line.words[phrase:start])
        right = self._right_of(start, end)
        left = self._left_of(start)
        state, decided, rule, shielded = State(), None, "", False
        steps: list[Found] = []
        applied = [found for found in right if found.cue.effect not in _LATER] + left
        because = any(found.cue.effect == "because" for found in right)
        made = next((found for found in right if found.cue.effect == "made"), None)
        unless = next((found for found in right if found.cue.effect == "unless"), None)
        if made and self._granted(phrase, start, left, definite):
            applied = [*[found for found in left if found.cue.effect in ("deny", "lack") and found.cue.reach == "np"], made]
            shielded = True
        if unless:
            applied.append(unless)
        resolution = ""
        for found in applied:
            effect = found.cue.effect
            if not self._applies(effect, entry, found, phrase, start, definite, because):
                continue
            steps.append(found)
            if effect in _FACTS:
                if state.status != OPEN or effect != "factive":
                    shielded = True
                    break
                continue
            after = combine(effect, state)
            if after.status != state.status:
                decided, rule = found, found.cue.cue
            if after.via == "resolve":
                resolution = "broken"
            elif after.via == "unresolved":
                resolution = "sought"
                decided, rule = found, found.cue.cue
            elif after.via == "avert" and entry.polarity == "-":
                resolution = "averted"
            state = after
        if resolution == "averted" and state.status != DENIED:
            resolution = "sought"
        if state.status == CLAIMED and not shielded and not resolution and self._has_any(phrase, start):
            state, decided, rule = State(OPEN, "any"), None, "any"
        if state.status in (CLAIMED, DENIED) and not shielded and not resolution:
            how = asked(self.line.words, self.walls, phrase, start, end, definite)
            if how:
                state, decided, rule = State(OPEN, "ask"), None, how
        return Decision(state.status, rule, decided, tuple(steps), resolution, self._intensity(phrase, start))

    def _applies(
        self, effect: str, entry: Entry, found: Found, phrase: int, start: int, definite: bool, because: bool
    ) -> bool:
        """Whether an effect that is for some terms only is for this one."""
        match effect:
            case "null":
                return False
            case "resolve":
                return entry.family == "deadlock"
            case "reverse":
                return entry.family != "deadlock"
            case "infverb":
                between = self.line.words[found.end : start]
                return (
                    entry.kind == "verb" or (entry.kind == "either" and not self._after_noun_to(found))
                ) and all(word.endswith("ly") for word in between)
            case "for":
                return not definite and entry.polarity == "+"
            case "review":
                return not definite and not self._strong(phrase, start)
            case "persist":
                return entry.polarity == "-" and entry.kind != "noun"
            case "deny":
                return not (because and entry.polarity == "-" and found.end <= start)
            case "coordinated":
                return any(
                    word in _IRREALIS and max(self.walls[index + 1 : start], default=0) < STOP
                    for index, word in enumerate(self.line.words[: found.start])
                )
        return True

    # --- the term's own phrase

    def _phrase(self, start: int) -> int:
        """Token where the noun phrase of a term begins, as far as closed lists can tell."""
        index = start
        words = self.line.words
        while index and start - index < 6:
            word = words[index - 1]
            if word in self.grammar.not_in_phrase:
                if word == "of" and index >= 2 and words[index - 2] in _MEASURES:
                    index -= 2
                    continue
                break
            if self.walls[index - 1] >= COMMA and word != "—":
                break
            index -= 1
            if word in self.grammar.determiners:
                break
        return index

    def _strong(self, phrase: int, start: int) -> bool:
        return any(word in self.grammar.major or word in self.grammar.limited for word in self.line.words[phrase:start])

    def _has_any(self, phrase: int, start: int) -> bool:
        return "any" in self.line.words[phrase:start]

    def _intensity(self, phrase: int, start: int) -> str:
        words = self.line.words[phrase:start]
        if any(word in self.grammar.limited for word in words):
            return "limited"
        return "major" if any(word in self.grammar.major for word in words) else ""

    def _granted(self, phrase: int, start: int, left: list[Found], definite: bool) -> bool:
        """Whether "progress made" speaks of progress that is there: definite, or the object of a review."""
        if definite:
            return True
        if any(word in ("any", "no", "little", "some", "a") for word in self.line.words[phrase:start]):
            return False
        return any(found.cue.effect in ("review", "factive", "fact") for found in left[:2])

    def _after_noun_to(self, found: Found) -> bool:
        """Whether the ``to`` in front of a word like "collapse" is a preposition."""
        before = self.line.words[found.start - 1] if found.start else ""
        return before in ("led", "lead", "leads", "leading", "close", "closer", "due", "thanks", "return", "returned", "according")

    # --- reach

    def _left_of(self, start: int) -> list[Found]:
        return [found for found in reversed(self.left) if found.end <= start and self._reaches(found, start)]

    def _reaches(self, found: Found, start: int) -> bool:
        cue = found.cue
        if start - found.end > cue.window:
            return False
        heights = self.walls[found.end : start]
        wall = max(heights, default=NONE)
        between = self.line.words[found.end : start]
        if cue.reach == "np":
            return wall <= COMMA and self._in_phrase(between)
        if cue.reach == "object":
            return (wall < COMMA or (wall == COMMA and self._listed(between))) and not any(
                word in self.grammar.aux and word != "'s" for word in between
            )
        if cue.reach == "clause":
            return wall < COMMA or (wall == COMMA and self._listed(between))
        if cue.reach == "embed":
            return wall <= COMPLEMENT and not self._reported(found.end, start)
        return wall < MAIN

    def _in_phrase(self, between: list[str]) -> bool:
        for index, word in enumerate(between):
            if word in self.grammar.not_in_phrase and not (
                word == "of" and index and between[index - 1] in _MEASURES
            ):
                return False
        return True

    def _listed(self, between: list[str]) -> bool:
        """Whether the commas between cue and term belong to a list or enclose an aside."""
        commas = sum(word in (",", "—", "(", ")") for word in between)
        if commas == 2 and not self._finite(between):
            return True
        return not self._finite(between) and not any(word in self.grammar.prep for word in between[between.index(",") :] ) if "," in between else commas >= 2

    def _finite(self, words: list[str]) -> bool:
        return any(word in self.grammar.aux for word in words)

    def _reported(self, start: int, end: int) -> bool:
        """Whether a reporting verb with a clause of its own stands between two tokens."""
        for index in range(start, end - 1):
            if self.line.words[index] in self.grammar.say and self.walls[index + 1] == COMPLEMENT:
                return True
        return False

    def _right_of(self, start: int, end: int) -> list[Found]:
        kept = []
        for found in self.right:
            gap = found.start - end
            if gap < 0 or gap > found.cue.window:
                continue
            heights = self.walls[end : found.start]
            wall = max(heights, default=NONE)
            if found.cue.reach == "cond":
                if wall >= MAIN:
                    continue
            elif found.cue.reach == "adjacent":
                if wall > NONE:
                    continue
            else:
                if wall > NONE or self.walls[found.start] >= COMMA or not self._subject(start):
                    continue
                between = self.line.words[end : found.start]
                if found.cue.reach == "copula" and not any(word in _COPULAS for word in between):
                    continue
                if any(word in self.grammar.aux and word != "'s" for word in between[:-3]):
                    continue
            kept.append(found)
        return kept[::-1]  # the last word of a predicate is its innermost: (could (not (be expected)))

    def _subject(self, start: int) -> bool:
        """Whether the term may be the subject of what follows it, and not the object of a preposition or verb."""
        phrase = self._phrase(start)
        if not phrase:
            return True
        before = self.line.words[phrase - 1]
        return before not in self.grammar.prep and before != "to"
