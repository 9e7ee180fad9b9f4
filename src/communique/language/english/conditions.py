"""Conditions without "if": what a sentence says of a case that is only supposed."""

from communique.language.cues import Found
from communique.language.english.clauses import CLAUSE, COMPLEMENT, MAIN, NONE, STOP
from communique.language.english.phrases import Phrase
from communique.language.english.words import StatusWords

# How far behind a term the modal may stand that tells what would follow.
_CONSEQUENCE = 10


def conditional(words: list[str], walls: list[int], start: int, lists: StatusWords) -> bool:
    """Whether a clause-initial *without* makes what is said a condition: "without a truce there is no progress"."""
    for index, word in enumerate(words[: max(0, start - 1)]):
        if word in lists.conditional and (index == 0 or walls[index - 1] >= COMPLEMENT):
            behind = max(walls[index + 1 : start], default=NONE)
            if behind in (COMPLEMENT, CLAUSE, MAIN):
                return True
    return False


def supposed_lack(words: list[str], walls: list[int], phrase: Phrase, steps: list[Found], lists: StatusWords) -> bool:
    """Whether a lack is only supposed, and a modal tells what would follow.

    It is the subject without article ("lack of progress could hold up the rest"), or stands behind *with* at the head
    of a clause ("with no progress by May, we would leave").
    """
    outer = next((step for step in reversed(steps) if step.cue.side == "left"), None)
    if outer and outer.cue.effect == "deny" and _opened_by_with(words, walls, outer.start):
        return modal_follows(words, walls, phrase.end, lists)
    if not outer or outer.cue.reach != "np" or outer.cue.effect != "lack" or outer.end > phrase.first:
        return False
    bare = not outer.start or walls[outer.start] >= COMPLEMENT or words[outer.start - 1] in lists.bare
    return bare and modal_follows(words, walls, phrase.end, lists)


def _opened_by_with(words: list[str], walls: list[int], negation: int) -> bool:
    """Whether *with* at the head of a clause governs the phrase of a negation."""
    for index in range(negation - 1, -1, -1):
        if words[index] == "with":
            return index == 0 or walls[index - 1] >= MAIN
        if walls[index] > NONE:
            return False
    return False


def modal_follows(words: list[str], walls: list[int], end: int, lists: StatusWords) -> bool:
    """Whether a modal of the main clause follows: "without any progress a third round would be a waste of time"."""
    for index in range(end, min(len(words), end + _CONSEQUENCE)):
        if walls[index] == STOP:
            return False
        if words[index] in lists.modals:
            return True
    return False
