"""Presupposition: whether a sentence takes the thing a term names for granted, asked before any outer cue acts.

What is taken for granted is the speaker's own, whatever stands over it: "we fear that the deadlock will drag on" and
"would the deadlock drag on?" both say that there is one (it *projects*; Karttunen 1973). The tests, in order:

============  ======================================================================================================
``lasting``   the subject of what goes on: "if the stalemate persists", but not "did not persist"
``attained``  the object of a verb of getting, with a wish behind it: "we got the breakthrough we had hoped for"
``let``       a definite thing that is let do something: "we cannot allow the stalemate to stop us"
``subject``   the definite subject of a predicate that is not about its coming: "the standoff could cast a shadow"
============  ======================================================================================================

Of a collapse the last two do not hold: "the collapse would start a war" is said before there is any. A participle
before its noun ("the stalled talks") is told by the phrase, what has been made or belongs to the past by its cue.
"""

from communique.language.english.clauses import NONE, Grammar
from communique.language.english.phrases import Phrase
from communique.language.lexicon import Entry

# How far behind a term its predicate may begin, over what belongs to its phrase ("the stalemate on vote weighting").
_COMPLEMENT = 5
# How far in front of a phrase the verb may stand that lets it do something.
_LETTING = 2
# How much of a predicate is looked at for the verb it turns on.
_PREDICATE = 4


def taken_for_granted(words: list[str], walls: list[int], phrase: Phrase, entry: Entry, grammar: Grammar) -> str:
    """The test that shows a term's thing to be taken for granted; an empty string where none does."""
    if phrase.verbal:
        return ""
    lists = grammar.lists.presupposition
    first = _predicate(words, walls, phrase, grammar)
    before = words[phrase.first - 1] if phrase.first else ""
    subject = before not in grammar.prep and before not in grammar.lists.scope.governing
    if subject and first is not None and _goes_on(words, first, grammar):
        return "" if "no" in phrase.words else "lasting"
    if phrase.definite and before in lists.attaining and _wished(words, phrase.end, grammar):
        unreal = grammar.lists.status.irrealis | lists.ending
        return (
            "" if not unreal.isdisjoint(words[max(0, phrase.first - 1 - _LETTING) : phrase.first - 1]) else "attained"
        )
    if not phrase.granted or entry.family == "collapse":
        return ""
    if before in lists.bare_infinitive:
        return "" if lists.coming & frozenset(words[phrase.end : phrase.end + _COMPLEMENT]) else "let"
    if first is None:
        return ""
    if not lists.letting.isdisjoint(words[max(0, phrase.first - _LETTING) : phrase.first]):
        return "let" if words[first] == "to" and not comes(words, first + 1, grammar) else ""
    modal = words[first] in lists.modals and (words[first] != "would" or entry.polarity == "-")
    return "subject" if subject and modal and not comes(words, first + 1, grammar) else ""


def _predicate(words: list[str], walls: list[int], phrase: Phrase, grammar: Grammar) -> int | None:
    """Token where the predicate behind a phrase begins: an auxiliary, *to* or a verb of going on."""
    for index in range(phrase.end, min(len(words), phrase.end + _COMPLEMENT)):
        word = words[index]
        if walls[index] > NONE:
            return None
        if (word in grammar.aux and word != "'s") or word == "to" or word in grammar.lists.presupposition.lasting:
            return index
    return None


def _goes_on(words: list[str], first: int, grammar: Grammar) -> bool:
    """Whether a predicate says that its subject goes on; a negated one says that it ended."""
    lists = grammar.lists.presupposition
    for index in range(first, min(len(words), first + _PREDICATE)):
        word = words[index]
        if word in lists.lasting:
            if words[index + 1 : index + 2] == ["to"]:  # "a breakthrough continues to elude us"
                return False
            return word not in lists.lasting_with or not lists.on.isdisjoint(words[index + 1 : index + 2])
        if word in lists.ending or not (word in grammar.aux or word in lists.before_a_verb or word.endswith("ly")):
            return False
    return False


def comes(words: list[str], first: int, grammar: Grammar) -> bool:
    """Whether a predicate tells of its subject's coming, being or ending; one that cannot be made out does."""
    lists = grammar.lists.presupposition
    for word in words[first : first + _PREDICATE]:
        if word in lists.before_a_verb or word.endswith("ly"):
            continue
        return word in lists.coming or word in grammar.prep or not word.isalpha()
    return True


def _wished(words: list[str], end: int, grammar: Grammar) -> bool:
    """Whether a relative clause behind a phrase says that its thing was wished for."""
    behind = words[end : end + _COMPLEMENT]
    relative = behind[:1] in (["that"], ["which"]) or (behind and behind[0] in grammar.personal)
    return bool(relative) and not grammar.lists.presupposition.wishing.isdisjoint(behind)
