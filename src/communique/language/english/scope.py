"""Scope: which cues of a sentence reach a term.

How far a cue reaches is the ``reach`` column of ``cues.csv``, and ``window`` the most words that may lie between:

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
``copula``     (right of the term) the same, with *is*, *remains*, *seems* or the like between them
``post``       (right of the term) what goes with it, where the term need not be the subject
``state``      (right of the term) the same as ``post``, with *is* or the like between them
``beyond``     (right of the term) anything: "..., but none came"
=============  ============================================================================================
"""

from communique.language.cues import Found
from communique.language.english.clauses import COMMA, COMPLEMENT, MAIN, NONE, Grammar
from communique.language.english.phrases import Phrase
from communique.language.english.tokens import Line

# How far behind a term the "or" of its list may stand.
_NEXT_ITEM = 3
# How long the complement of a term may be up to the "and" before its second noun.
_COMPLEMENT = 4
# What is wanted or looked into often comes in long lists.
_LISTING = frozenset(["review", "want", "aim"])
# These pass on to other words for the same thing ("a giant step forward"), as denials do not.
_TO_COME = frozenset(["want", "aim", "expect", "able", "maybe"])
# What encloses an aside: how it opens, and how it closes.
_BRACKETS = {",": ",", "—": "—", "(": ")"}


class Scope:
    """Says which cues of one sentence reach a term in it."""

    def __init__(self, line: Line, walls: list[int], grammar: Grammar):
        self._words = line.words
        self._walls = walls
        self._grammar = grammar
        self._lists = grammar.lists.scope

    def left(self, found: list[Found], start: int) -> list[Found]:
        """Cues left of the token ``start`` that reach it, the nearest first.

        Where several that end before it overlap, the one that begins first counts, then the longest.

        What reaches a verb that embeds the term's clause reaches the term: in "does not expect that there will be
        progress" the negation stays in its own clause, and governs *expect*.
        """
        kept: list[Found] = []
        anchor = start
        for cue in _first_and_longest([cue for cue in found if cue.end <= start]):
            if self._reaches(cue, start) or (cue.end <= anchor < start and self._reaches(cue, anchor)):
                kept.append(cue)
                if cue.cue.reach == "embed" and cue.cue.effect != "null":
                    anchor = cue.start
        return kept

    def right(self, found: list[Found], phrase: Phrase) -> list[Found]:
        """Cues right of a term that reach it, the last first.

        The last word of a predicate is its innermost: (could (not (be expected))). Where several overlap, the one that
        begins first counts, then the longest.
        """
        behind = [cue for cue in reversed(found) if cue.start >= phrase.end]
        return _first_and_longest([cue for cue in behind if self._reached_back(cue, phrase)])

    # --- leftward

    def _reaches(self, found: Found, start: int) -> bool:
        cue = found.cue
        between = self._words[found.end : start]
        wall = max(self._walls[found.end : start], default=NONE)
        if self._ends_list(cue.effect, wall, between):
            return True
        if start - found.end > cue.window:
            return False
        if cue.effect in ("lack", "reverse", "prevent") and _second_participle(between):
            return False
        match cue.reach:
            case "np":
                return wall <= COMMA and "—" not in between and self._within_phrase(between)
            case "adjective":
                return wall == NONE and self._grammar.not_before_adjective.isdisjoint(between)
            case "object":
                return self._same_clause("", wall, between, start) and not self._finite(between)
            case "clause":
                return self._same_clause(cue.effect, wall, between, start)
            case "embed":
                return wall <= COMPLEMENT and not self._reported(found.end, start)
        return wall < MAIN

    def _within_phrase(self, between: list[str]) -> bool:
        measures = self._grammar.lists.phrases.measures
        return not any(
            word in self._grammar.not_in_phrase and not (word == "of" and index and between[index - 1] in measures)
            for index, word in enumerate(between)
        )

    def _same_clause(self, effect: str, wall: int, between: list[str], start: int) -> bool:
        return wall < COMMA or (wall == COMMA and (self._listed(between, start) or self._apposed(effect, between)))

    def _apposed(self, effect: str, between: list[str]) -> bool:
        """Whether a comma joins a term to what it says again in other words ("make an advance, a giant step")."""
        commas = [index for index, word in enumerate(between) if word == ","]
        if len(commas) != 1 or effect not in _TO_COME:
            return False
        behind = between[commas[0] + 1 :]
        return behind[:1] in (["a"], ["an"]) and self._within_phrase(behind)

    def _listed(self, between: list[str], start: int) -> bool:
        """Whether the commas between cue and term belong to a list or enclose an aside."""
        marks = {*_BRACKETS, *_BRACKETS.values()}
        commas = [index for index, word in enumerate(between) if word in marks]
        if not commas or not self._grammar.aux.isdisjoint(between):
            return False
        if len(commas) == 2 and _BRACKETS.get(between[commas[0]]) == between[commas[1]]:
            return not self._item(between[commas[0] + 1 : commas[1]])
        behind = between[commas[0] :]
        ahead = self._words[start + 1 : start + 1 + _NEXT_ITEM]
        joined = not {"or", "nor", "and"}.isdisjoint(between) or not {"or", "nor"}.isdisjoint(ahead)
        return behind[0] == "," and joined and self._grammar.prep.isdisjoint(behind)

    def _item(self, between: list[str]) -> bool:
        """Whether what stands between two commas is a noun phrase of a list, and no aside: "no X, no Y, some Z"."""
        opened = not (self._grammar.determiners | self._lists.items).isdisjoint(between[:1])
        return opened and self._grammar.voice.isdisjoint(between) and self._grammar.say.isdisjoint(between)

    def _ends_list(self, effect: str, wall: int, between: list[str]) -> bool:
        """Whether a term is the last item of a list, however long ("discussed visas for guests, aid, and progress")."""
        if effect not in _LISTING or wall > COMMA or "and" not in between:
            return False
        last = len(between) - 1 - between[::-1].index("and")
        return between[:last][-1:] == [","] and self._within_phrase(between[last + 1 :])

    def _finite(self, between: list[str]) -> bool:
        return any(word in self._grammar.aux and word != "'s" for word in between)

    def _reported(self, start: int, end: int) -> bool:
        """Whether a reporting verb with a clause of its own stands between two tokens."""
        return any(
            self._words[index] in self._grammar.say and self._walls[index + 1] == COMPLEMENT
            for index in range(start, end - 1)
        )

    # --- rightward

    def _reached_back(self, found: Found, phrase: Phrase) -> bool:
        reach = found.cue.reach
        end = phrase.end + self._aside(phrase.end, found.start)
        if found.start - end > found.cue.window:
            return False
        if reach == "beyond":
            return True
        between = self._words[end : found.start]
        wall = self._wall_behind(end, found.start, phrase)
        if reach == "cond":
            return wall < MAIN
        if reach == "adjacent":
            return wall == NONE and (found.start == phrase.end or self._subject(phrase))
        if reach == "post":
            return wall == NONE and self._words[found.start - 1] != "and"
        if reach == "state":
            return wall == NONE and not self._lists.copulas.isdisjoint(between)
        if wall > NONE or not self._subject(phrase):
            return False
        if reach == "copula" and self._lists.copulas.isdisjoint(between):
            return False
        return self._one_predicate(between)

    def _one_predicate(self, between: list[str]) -> bool:
        """Whether no other verb begins between a term and a cue: after an auxiliary only what goes with it."""
        begun = False
        for word in between:
            if word in self._grammar.aux and word != "'s":
                begun = True
            elif begun and word not in self._lists.within_predicates and not word.endswith("ly"):
                return False
        return True

    def _wall_behind(self, end: int, to: int, phrase: Phrase) -> int:
        """Highest wall between the end of a term, or of an aside behind it, and a token.

        A second subject ("no progress and no solution would") raises none, nor does a second noun of the complement
        of a term that opens its clause, which has no verb yet ("more progress on tariffs and quotas was needed").
        """
        before = self._words[phrase.first - 1] if phrase.first else ""
        opens = not before.isalnum() or before in ("that", "but")
        wall = NONE
        for index in range(end, to):
            if self._words[index] == "and":
                follows = self._words[index + 1] if index + 1 < len(self._words) else ""
                verbless = self._grammar.aux.isdisjoint(self._words[end:index])
                if verbless and (follows in self._grammar.determiners or (opens and self._in_complement(end, index))):
                    continue
            wall = max(wall, self._walls[index])
        return wall

    def _in_complement(self, end: int, index: int) -> bool:
        """Whether between the end of a term and a token there is but a preposition and what it governs."""
        short = 1 < index - end <= _COMPLEMENT
        return short and self._words[end] in self._grammar.prep and max(self._walls[end:index]) == NONE

    def _aside(self, end: int, to: int) -> int:
        """How many tokens behind a term are a relative clause between commas ("fears of X, which rose, faded")."""
        if self._words[end : end + 1] != [","] or self._lists.relatives.isdisjoint(self._words[end + 1 : end + 2]):
            return 0
        for index in range(end + 2, to):
            if self._words[index] == ",":
                return index + 1 - end
            if self._walls[index] >= MAIN:
                return 0
        return 0

    def _subject(self, phrase: Phrase) -> bool:
        """Whether a term may be the subject of what follows it, and not the object of a preposition or verb."""
        first = phrase.first
        if phrase.past:  # a verb is no subject: "the fact that talks broke down was not down to us"
            return False
        if not first:
            return True
        before = self._words[first - 1]
        verdict = before == "of" and first > 1 and self._words[first - 2] in self._lists.verdicts
        if verdict or before in self._lists.conjunctions:
            return True
        if before in self._grammar.prep:
            # "In August progress could ...": the clause opens with a time, and the subject follows without a comma.
            return first < phrase.start and (first == 1 or self._walls[first - 2] >= COMMA)
        return before not in self._lists.governing


def _first_and_longest(found: list[Found]) -> list[Found]:
    """Cues without those that overlap with one that begins before them, or at the same token and is longer."""
    kept: list[Found] = []
    free = 0
    for cue in sorted(found, key=lambda each: (each.start, -each.end)):
        if cue.start >= free or (kept and (cue.start, cue.end) == (kept[-1].start, kept[-1].end)):
            kept.append(cue)
            free = cue.end
    return kept[::-1]


def _second_participle(between: list[str]) -> bool:
    """Whether a participle after *and* begins something else ("the lack of access and urging progress")."""
    return any(
        between[index - 1] in ("and", "or", ",") and between[index].endswith("ing") for index in range(1, len(between))
    )
