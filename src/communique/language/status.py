"""The status of a term: which cues reach it, in which order, and what they make of it.

How far a cue reaches is the ``reach`` column of ``cues.csv``:

=============  ============================================================================================
reach          what may lie between cue and term
=============  ============================================================================================
``np``         words of the term's own noun phrase, or of a list it stands in
``adjective``  adjectives of the term, and no article
``object``     a few words of the same clause without a further finite verb
``clause``     the same clause
``embed``      one complement clause more ("hopes that ...")
``cond``       clauses within the condition, up to the comma before the main clause
``adjacent``   (right of the term) nothing
``predicate``  (right of the term) what goes with the term, where the term is the subject
``post``       (right of the term) the same, where the term need not be the subject
``beyond``     (right of the term) anything: "..., but none came"
``copula``     the same, with *is*, *remains*, *seems* or the like between them
=============  ============================================================================================
"""

from functools import cached_property
from typing import NamedTuple

from communique.language.clauses import CLAUSE, COMMA, COMPLEMENT, MAIN, NONE, STOP, Grammar, walls
from communique.language.cues import Cues, Found
from communique.language.effects import CLAIMED, DENIED, DOUBTED, OPEN, State, combine
from communique.language.lexicon import Entry
from communique.language.questions import asked
from communique.language.tokens import Line

# Nouns that say how much there is of what follows: "a lot of", "some sort of", "signs of".
_MEASURES = frozenset(
    "lot lots deal kind kinds sort sorts bit amount measure degree number plenty level type types form piece".split()
)
_FACTS = frozenset(["fact", "factive", "persist"])
_LATER = frozenset(["made", "unless", "because", "dampen"])
_COPULAS = frozenset(
    "is are was were be been being am 's remain remains remained seem seems seemed appear appears appeared look looks "
    "looked become becomes became prove proves proved deemed considered judged seen found".split()
)
# Right behind these a term is their object.
_FINITE = frozenset(
    "make made makes bring brought brings achieve achieved see saw sees find found reach reached".split()
)
_CONJUNCTIONS = frozenset("before after since until as than".split())
# What is said of a verdict of progress is said of the progress.
_VERDICTS = frozenset(
    "verdict declaration announcement finding recognition judgement judgment sign signs claim".split()
)
# What these govern is so where it is taken for granted ("will discuss the progress"), but for verbs that bring it.
_GOVERNED = frozenset("deny expect able maybe want aim infverb".split())
# A phrase with one of these points at something that is there, whatever is said of it.
_POINTED = frozenset("this these those latest recent subsequent".split())
_VERBAL = frozenset("want expect aim lack refute block".split())
# What may stand in a predicate besides its verbs.
_FILLERS = frozenset(
    "not never no longer to still now yet also so as very too almost all but just far more most quite even ever always "
    "already being getting be a an the considered described regarded seen both only "
    "once again long since".split()
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
        phrase = self._phrase(start)
        past_after_and = self._past_after_and(start, entry)
        determined = set(self.line.words[phrase:start]) if not self._verbal(start, entry) else set()
        definite = not determined.isdisjoint(self.grammar.definite)
        right = self._right_of(start, end) if determined.isdisjoint(_POINTED) else []
        left = [] if past_after_and else self._left_of(start)
        state, decided, rule, shielded = State(), None, "", False
        steps: list[Found] = []
        applied = [found for found in right if found.cue.effect not in _LATER and found.cue.reach != "beyond"] + left
        because = next((found for found in right if found.cue.effect == "because"), None)
        made = next((found for found in right if found.cue.effect == "made"), None)
        unless = next((found for found in right if found.cue.effect == "unless"), None)
        unreal = any(found.cue.effect == "unmet" for found in left[:1])  # "would have been the first step since May"
        if made and not unreal and self._granted(phrase, start, left, definite):
            applied = [
                *[found for found in left if found.cue.effect in ("deny", "lack") and found.cue.reach == "np"],
                made,
            ]
            shielded = True
        applied += [found for found in right if found.cue.effect == "dampen" or found.cue.reach == "beyond"]
        if unless:
            applied.append(unless)
        if any(found.cue.effect == "without" for found in left) and self._modal_behind(end):
            return Decision(OPEN, "without-condition", next(f for f in left if f.cue.effect == "without"), (), "",
                            self._intensity(phrase, start))  # fmt: skip
        resolution = ""
        if self._attributive(start, end, entry):
            applied = [found for found in applied if found.cue.reach in ("np", "adjective") and found.end <= start]
            shielded = True
        for found in applied:
            effect = found.cue.effect
            if effect == "null":
                steps.append(found)
                continue
            if not self._applies(effect, entry, found, phrase, start, definite, because):
                steps += [because] if because and effect == "deny" else []
                continue
            steps.append(found)
            if effect in _FACTS:
                if state.status != OPEN or effect != "factive":
                    shielded = True
                    break
                continue
            if found.cue.cue == "neither" and any(step.cue.cue == "nor" for step in steps):
                continue  # one negation in two words
            if effect == "deny" and steps[:-1] and self._possessed(steps[-2]):
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
        if state.status in (DENIED, DOUBTED) and not shielded and self._conditional(start):
            state, decided, rule = State(OPEN, "if"), None, "without-condition"
        if state.status == CLAIMED and not shielded and not resolution and self._has_any(phrase, start):
            state, decided, rule = State(OPEN, "any"), None, "any"
        if resolution == "broken" and self.line.words[-1:] == ["?"]:
            state, resolution = State(CLAIMED, "unresolved"), "sought"
        if state.status in (CLAIMED, DENIED) and not shielded and not resolution:
            how = asked(self.line.words, self.walls, phrase, start, end, definite)
            if how:
                state, decided, rule = State(OPEN, "ask"), None, how
        return Decision(state.status, rule, decided, tuple(steps), resolution, self._intensity(phrase, start))

    def _applies(
        self, effect: str, entry: Entry, found: Found, phrase: int, start: int, definite: bool, because: Found | None
    ) -> bool:
        """Whether an effect that is for some terms only is for this one."""
        words = self.line.words
        if found.end == start and found.end - found.start == 1 and words[found.start].endswith("ed"):  # noqa: SIM102
            # "the feared collapse": an adjective, which has a row of its own, and not what someone feared.
            if found.start and words[found.start - 1] in self.grammar.determiners and effect in _VERBAL:
                return False
        if definite and effect in _GOVERNED and found.end <= start and not self._realised(found.end, phrase):
            return False
        if effect == "deny" and not self._verbal(start, entry) and not _POINTED.isdisjoint(words[phrase:start]):
            return False
        match effect:
            case "resolve":
                return entry.family == "deadlock"
            case "reverse":
                return entry.family != "deadlock"
            case "infverb":
                between = self.line.words[found.end : start]
                return (
                    entry.family != "deadlock"
                    and (entry.kind == "verb" or (entry.kind == "either" and not self._after_noun_to(found)))
                    and all(word.endswith("ly") for word in between)
                )
            case "notlet":
                return entry.polarity == "-"
            case "for":
                return not definite and entry.polarity == "+"
            case "review":
                return not self._strictly_definite(phrase, start) and not self._strong(phrase, start)
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

    def _conditional(self, start: int) -> bool:
        """Whether a clause-initial *without* makes what is said a condition: "without a truce there is no progress"."""
        for index, word in enumerate(self.line.words[: max(0, start - 1)]):
            if word in ("without", "absent") and (index == 0 or self.walls[index - 1] >= COMPLEMENT):
                behind = self.walls[index + 1 : start]
                if max(behind, default=NONE) in (COMPLEMENT, CLAUSE, MAIN):
                    return True
        return False

    def _modal_behind(self, end: int) -> bool:
        """Whether a modal of the main clause follows: "without any progress a third round would be a waste of time"."""
        for index in range(end, min(len(self.line.words), end + 10)):
            if self.walls[index] == STOP:
                return False
            if self.line.words[index] in ("will", "would", "can", "could", "may", "might"):
                return True
        return False

    def _possessed(self, found: Found) -> bool:
        """Whether a cue is a noun taken for granted ("our efforts to"), out of reach of a negation farther out."""
        before = self.line.words[found.start - 1] if found.start else ""
        return found.cue.side == "left" and before in ("our", "their", "his", "her", "its", "my", "your")

    def _realised(self, start: int, phrase: int) -> bool:
        """Whether a verb that brings about its object, or none at all, stands between a cue and a definite phrase."""
        between = [
            word
            for word in self.line.words[start:phrase]
            if not word.endswith("ly") and word not in ("to", "for", "of")
        ]
        return not between or not self.grammar.realising.isdisjoint(between)

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

    def _attributive(self, start: int, end: int, entry: Entry) -> bool:
        """Whether a participle stands before a noun ("the stalled talks"), which takes for granted what it says."""
        words = self.line.words
        if entry.kind not in ("verb", "adjective") or not words[start].endswith("ed") or end >= len(words):
            return False
        before = words[start - 1] if start else ""
        follows = words[end]
        return (before in self.grammar.determiners or before in self.grammar.prep) and (
            before != "neither"
            and follows.isalpha()
            and follows not in self.grammar.not_in_phrase
            and follows not in ("and", "or", "nor", "but")
        )

    def _past_after_and(self, start: int, entry: Entry) -> bool:
        """Whether a past form follows *and*: a second verb, out of reach of the first one's negation."""
        words = self.line.words
        past = words[start].endswith("ed") or words[start] in ("broke", "fell")
        return entry.kind in ("verb", "either") and past and start > 0 and words[start - 1] == "and"

    def _verbal(self, start: int, entry: Entry) -> bool:
        """Whether a term is used as a verb, so that no article in front of it is its own."""
        word = self.line.words[start]
        if entry.kind == "verb":
            return True
        before = self.line.words[start - 1] if start else ""
        return entry.kind == "either" and word.endswith(("ed", "ing")) and before not in self.grammar.determiners

    def _strictly_definite(self, phrase: int, start: int) -> bool:
        """Whether a phrase takes its thing for granted by itself: "the progress", not "their progress"."""
        return any(
            word in self.grammar.definite and word not in ("their", "our", "its", "his", "her", "your", "my", "'s")
            for word in self.line.words[phrase:start]
        )

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
        return before in (
            "led",
            "lead",
            "leads",
            "leading",
            "close",
            "closer",
            "due",
            "thanks",
            "return",
            "returned",
            "according",
        )

    # --- reach

    def _left_of(self, start: int) -> list[Found]:
        """Cues left of a term that reach it, the nearest first.

        What reaches a verb that embeds the term's clause reaches the term: in "does not expect that there will be
        progress" the negation stays in its own clause, and governs *expect*.
        """
        kept: list[Found] = []
        anchor: int | None = None
        for found in reversed(self.left):
            if found.end > start:
                continue
            if self._reaches(found, start) or (
                anchor is not None and found.end <= anchor and self._reaches(found, anchor)
            ):
                kept.append(found)
                if found.cue.reach == "embed" and found.cue.effect != "null":
                    anchor = found.start
        return kept

    def _reaches(self, found: Found, start: int) -> bool:
        cue = found.cue
        if start - found.end > cue.window:
            return False
        heights = self.walls[found.end : start]
        wall = max(heights, default=NONE)
        between = self.line.words[found.end : start]
        if cue.effect in ("lack", "reverse", "prevent") and self._second_verb(between):
            return False
        if cue.reach == "np":
            return wall <= COMMA and "—" not in between and self._in_phrase(between)
        if cue.reach == "adjective":
            return wall == NONE and not any(
                word in self.grammar.determiners or word in self.grammar.not_in_phrase for word in between
            )
        if cue.reach == "object":
            return (wall < COMMA or (wall == COMMA and self._listed(between))) and not any(
                word in self.grammar.aux and word != "'s" for word in between
            )
        if cue.reach == "clause":
            return wall < COMMA or (wall == COMMA and self._listed(between))
        if cue.reach == "embed":
            return wall <= COMPLEMENT and not self._reported(found.end, start)
        return wall < MAIN

    def _second_verb(self, between: list[str]) -> bool:
        """Whether a participle after *and* begins something else ("the lack of access and urging progress")."""
        return any(
            between[index - 1] in ("and", "or", ",") and word.endswith("ing") and len(word) > 5
            for index, word in enumerate(between)
            if index
        )

    def _in_phrase(self, between: list[str]) -> bool:
        for index, word in enumerate(between):
            if word in self.grammar.not_in_phrase and not (word == "of" and index and between[index - 1] in _MEASURES):
                return False
        return True

    def _listed(self, between: list[str]) -> bool:
        """Whether the commas between cue and term belong to a list or enclose an aside."""
        commas = [index for index, word in enumerate(between) if word in (",", "—", "(", ")")]
        if self._finite(between):
            return False
        if len(commas) == 2 and between[commas[0]] == between[commas[1]]:
            return True
        listed = bool(commas) and between[commas[0]] == "," and not {"or", "nor", "and"}.isdisjoint(between)
        return listed and not any(word in self.grammar.prep for word in between[commas[0] :])

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
            wall = self._wall_behind(end, found.start)
            if found.cue.reach == "beyond":
                kept.append(found)
                continue
            if found.cue.reach == "cond":
                if wall >= MAIN:
                    continue
            elif found.cue.reach in ("adjacent", "post"):
                if wall > NONE:
                    continue
            else:
                if wall > NONE or self.walls[found.start] >= COMMA or not self._subject(start):
                    continue
                between = self.line.words[end : found.start]
                if found.cue.reach == "copula" and not any(word in _COPULAS for word in between):
                    continue
                if not self._one_predicate(between):
                    continue
            kept.append(found)
        return kept[::-1]  # the last word of a predicate is its innermost: (could (not (be expected)))

    def _one_predicate(self, between: list[str]) -> bool:
        """Whether no other verb begins between a term and a cue: after an auxiliary only what goes with it."""
        begun = False
        for word in between:
            if word in self.grammar.aux and word != "'s":
                begun = True
            elif begun and word not in _COPULAS and word not in _FILLERS and not word.endswith("ly"):
                return False
        return True

    def _wall_behind(self, end: int, to: int) -> int:
        """Highest wall between a term and a token behind it.

        A second subject ("no progress and no solution would") raises none.
        """
        wall = NONE
        for index in range(end, to):
            height = self.walls[index]
            if height == CLAUSE and self.line.words[index] in ("and", "or", "nor"):
                verbless = not any(word in self.grammar.aux for word in self.line.words[end:index])
                follows = self.line.words[index + 1] if index + 1 < len(self.line.words) else ""
                if verbless and (follows in self.grammar.determiners or follows in ("no", "nor")):
                    continue
            wall = max(wall, height)
        return wall

    def _subject(self, start: int) -> bool:
        """Whether the term may be the subject of what follows it, and not the object of a preposition or verb."""
        phrase = self._phrase(start)
        if not phrase:
            return True
        words = self.line.words
        before = words[phrase - 1]
        if before == "of" and phrase > 1 and words[phrase - 2] in _VERDICTS:
            return True
        if before in _CONJUNCTIONS:
            return True
        if before in self.grammar.prep or before == "to":
            # "In August progress could ...": the clause opens with a time, and the subject follows without a comma.
            return phrase < start and (
                phrase == 1 or self.walls[phrase - 1] >= COMMA or self.walls[phrase - 2] >= COMMA
            )
        return before not in _FINITE
