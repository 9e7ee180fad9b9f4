"""Acting: which of the cues that stand around a term are cues for it, and which of those that reach it act on it.

A cue is none where its words belong to the term, or say something of another noun. One that reaches a term acts only
where the term can be its object: a finite verb is no object, and what a phrase takes for granted is not wanted,
expected or supposed but where a verb stands between that brings it about.
"""

from itertools import pairwise

from communique.language.cues import Found
from communique.language.english.clauses import NONE, STOP, Grammar
from communique.language.english.phrases import Phrase
from communique.language.english.presupposition import comes
from communique.language.lexicon import Entry

# What these govern is so where it is taken for granted ("will discuss the progress"), but for verbs that bring it.
_GOVERNED = frozenset("deny expect able maybe want aim infverb if".split())
_VERBAL = frozenset("want expect aim lack refute review".split())
# What can be said of a thing that is pointed at, and is there: that it is no more.
_UNDOING = frozenset(["reverse", "resolve"])
# Reaches of what has a noun or an infinitive as its object, which a finite verb is not.
_NOMINAL = frozenset(["np", "adjective", "object"])
# What takes its object for a fact, and what hopes, fears or tries.
_TAKEN = frozenset(["fact", "factive"])
_HOPED = frozenset(["want", "aim", "expect", "for"])
# How far behind what dampens hopes the hopes may stand.
_HOPES = 3


class Acting:
    """Says of the cues of one sentence which act on one term in it."""

    def __init__(
        self, words: list[str], walls: list[int], grammar: Grammar, left: list[Found], phrase: Phrase, entry: Entry
    ):
        self.words, self.walls, self.grammar = words, walls, grammar
        self.lists = grammar.lists.status
        self.phrase, self.entry = phrase, entry
        self.idle = [found for found in left if found.cue.effect == "null" and found.cue.reach == "clause"]

    def fits(self, found: Found) -> bool:
        """Whether a cue is one at all for this term; where it is none it hides no other."""
        if found.start < self.phrase.first < found.end and self.words[self.phrase.first] == "that":
            return False  # "so that failure": the article of the term
        if self.phrase.pointed and found.cue.side == "right":
            return found.cue.effect in _UNDOING and self.words[found.start] in self.lists.perfect
        match found.cue.effect:
            case "disown":
                return self._told_of(self.grammar.hearsay)
            case "calm":
                return self._told_of(self.grammar.hopes)
            case "counter":
                return self._against_facts(found)
            case "want" if found.cue.side == "right" and found.cue.reach == "adjacent":
                return not self.phrase.verbal and not self._tells_what_it_does(found)
            case "presupposed":
                return self.phrase.granted and self.entry.polarity == "+"
        return True

    def acts(self, found: Found, left: list[Found], steps: list[Found]) -> bool:
        """Whether a cue that reaches the term acts on it: some act on certain terms and phrases only.

        ``left`` are the cues left of the term that reach it, ``steps`` those that have acted.
        """
        entry, phrase, effect = self.entry, self.phrase, found.cue.effect
        leftward = found.end <= phrase.start
        if effect in _VERBAL and (self._adjectival(found) or self._noun(found)):
            return False
        if leftward and self._apart(found):
            return False
        if leftward and phrase.definite and effect in _GOVERNED and not self._realised(found.end):
            return False
        if leftward and effect == "if" and (phrase.pointed or self._owned_failure()):
            return False
        if found.end < phrase.start and phrase.finite and found.cue.reach in _NOMINAL:
            return False
        match effect:
            case "resolve":
                return entry.family == "deadlock"
            case "reverse" | "prevent" if leftward and phrase.verbal and self.words[phrase.start].endswith("ed"):
                return False  # "the block collapsed"
            case "reverse":
                return entry.family != "deadlock"
            case "dampen" if leftward:
                return bool(steps) and steps[-1].start - found.end <= _HOPES
            case "infverb":
                return self._infinitive(found)
            case "notlet":
                return entry.polarity == "-"
            case "supposed":
                return not phrase.definite and entry.kind == "noun"
            case "fact" if not leftward:
                return all(
                    other.cue.effect != "doubt" for other in left
                )  # "no return to the stalemate of the nineties" speaks of another
            case "adjective" | "alleged" if leftward and phrase.verbal:
                return False  # "talks with possible buyers failed"
            case "for":
                return entry.polarity == "+" and not phrase.definite
            case "review":
                strong = phrase.words & (self.grammar.major | self.grammar.limited)
                return not phrase.granted and not strong
            case "persist":
                return entry.polarity == "-" and entry.kind != "noun"
            case "want" if found.cue.cue in ("fear", "risk-noun") and entry.polarity == "+":
                return phrase.words.isdisjoint(self.grammar.limited)  # "warned of slow progress": it is slow
            case "deny":
                return not phrase.pointed
            case "coordinated":
                return self._irrealis(found)
        return True

    def _owned_failure(self) -> bool:
        """Whether somebody's failure to do something is told: "if the regime's failure to comply is the same"."""
        told = self.entry.entry == "failure" and self.words[self.phrase.end : self.phrase.end + 1] == ["to"]
        return told and not self.phrase.words.isdisjoint(self.grammar.lists.phrases.possessive)

    def _apart(self, found: Found) -> bool:
        """Whether a cue left of the term has an object of its own, and the term is none.

        What stands behind *without* is no object ("welcomed the talks without a breakthrough"); nor is a verdict one
        of what stands in the phrase it is passed on ("called the lack of unity a setback"), nor the object of a verb
        whose subject the cue belongs to ("an attempt to mediate brought progress").
        """
        between = self.words[found.end : self.phrase.first]
        infinitive = found.cue.reach == "object" and self.words[found.end - 1] == "to"
        if infinitive and self.phrase.past and self.words[self.phrase.start - 1] in ("or", "and"):
            return True  # a past form is no infinitive: "failed to ratify or failed to sign"
        if found.cue.effect in _TAKEN and "without" in between:
            return True
        before = self.words[found.start - 1] if found.start else ""
        if found.cue.effect == "lack" and before in self.grammar.determiners and between:
            opened = self.words[self.phrase.first] in self.grammar.determiners
            if opened and between[-1].isalpha() and between[-1] not in self.grammar.not_in_phrase and len(between) > 2:
                return not self.lists.verdicts.isdisjoint(self.words[: found.start])
        if found.cue.effect in _HOPED:
            within = self.words[found.end : self.phrase.start]
            if self.entry.polarity == "+" and ("and", "no") in pairwise(within):
                return True  # "the same call for patience and no progress"
            return any(
                after in self.lists.accomplishing
                and before not in self.lists.before_accomplishing
                and before not in self.grammar.not_in_phrase
                for before, after in pairwise(within[1:])
            )
        return False

    def _irrealis(self, found: Found) -> bool:
        """Whether an infinitive or a modal stands farther left, which a cue goes on ("came to talk and make ...")."""
        return any(
            word in self.lists.irrealis
            and max(self.walls[index + 1 : self.phrase.start], default=NONE) < STOP
            and not any(idle.start <= index < idle.end for idle in self.idle)
            for index, word in enumerate(self.words[: found.start])
        )

    def _tells_what_it_does(self, found: Found) -> bool:
        """Whether a relative clause says what a thing may do, not that it may come ("that could carry a deal")."""
        relative, modal = self.words[found.start], self.words[found.end - 1]
        if relative not in self.lists.relatives or modal not in self.lists.modals or modal == "would":
            return False
        return found.end - found.start == 2 and not comes(self.words, found.end, self.grammar)

    def _against_facts(self, found: Found) -> bool:
        """Whether a condition has a consequence that did not come about: "if ... had ..., we would have ..."."""
        words = [word for index, word in enumerate(self.words) if not found.start <= index < found.end]
        return not self.lists.modals.isdisjoint(words)

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
        """Whether a verb that brings about its object, or none at all, stands between a cue and a definite phrase.

        What is pointed at is brought about by the verb right before it alone: "to keep building on this progress".
        """
        between = [
            word
            for word in self.words[start : self.phrase.first]
            if not word.endswith("ly") and word not in self.lists.particles
        ]
        if between[-1:] == ["by"]:  # an agent, which is there: "not to be deterred by the setbacks"
            return False
        if self.phrase.pointed:
            between = between[-1:]
        return not between or not self.grammar.realising.isdisjoint(between)
