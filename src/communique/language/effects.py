"""What a cue does to a status: the arithmetic of commitment.

A term stands for a thing that is so (`CLAIMED`). Each cue around it changes what the cues within it made: that there is
*no* (deny) breakthrough *expected* (expect) makes it doubted; that someone *hopes* (want) for *no* (deny) setback
leaves it open.

=============  ===========================================================================================
effect         what the cue says of what stands within it
=============  ===========================================================================================
``deny``       it is not so: claimed becomes denied, expected becomes doubted; twice is still no
``refute``     someone denies it: claimed becomes denied, denied becomes claimed
``lack``       it is missing, has ended, has not come; an expectation that is missing is doubted
``prevent``    it is kept from coming about, or undone: denied; where that is still to come, open
``alleged``    it is only said to be so: what is claimed is doubted
``unmet``      it was hoped for, or would have been, in vain: denied
``want``       it is wanted, feared, demanded, a purpose: open; that it is not wanted leaves it open
``aim``        it is attempted or meant to be; what is not even attempted is doubted
``for``        as ``want``, for good things not taken for granted ("for progress", not "for the collapse")
``expect``     it is to come: open; that nothing is to come is doubted
``without``    denied; a condition where it must not be so ("we cannot leave without a breakthrough")
``able``       it can be; as ``expect``
``maybe``      it is possible: open
``adjective``  as ``maybe``, of what is not denied already ("the feared collapse did not come")
``mean``       it is what something else amounts to; denied, it is doubted
``cannot``     it cannot be: doubted
``doubt``      it is held unlikely or ruled out: doubted
``notlet``     it will not be allowed: of bad things as ``doubt``
``dampen``     the hope of it is made less: what is open becomes doubted
``if``         it is a condition: open, claimed or denied within
``ask``        nobody says whether it is so: open
``review``     as ``ask``, but what is taken for granted stays ("assess the progress made")
``fact``       it is taken for granted; nothing farther out changes it
``factive``    as ``fact``, of what is not open already: what is welcomed is there, what would be welcomed is not
``reverse``    as ``prevent``, but not of a deadlock
``persist``    as ``fact``, for bad things that go on ("continue to stall")
``made``       right of the term: what has been made is taken for granted
``unless``     right of the term: a denial becomes a condition ("no progress without a truce")
``infverb``    an infinitive of the term itself, where it is a verb; as ``want``
``coordinated``  as ``want``, where an infinitive or a modal stands farther left
``because``    right of the term: a denial meets the reason and not the thing ("not stalled because of us")
``resolve``    a deadlock is over: denied; not yet so, the deadlock is claimed
``avert``      it was kept from happening: denied
``only``       it alone would do ("nothing short of a breakthrough will ..."): open where a modal follows, else nothing
``supposed``   right of the term: it is what something would follow from; open where it is not taken for granted
``vain``       right of the term: what is open did not come about ("hoped for one and went home empty-handed"): denied
``disown``     right of the term: the report, claim or rumour of it is rejected; denied, or claimed where it denies
``calm``       right of the term: the hope or fear of it is set aside: doubted
``happened``   right of the term: it came, whatever it was called before ("the long-awaited breakthrough came")
``attained``   what was wanted is there: claimed
``presupposed``  right of the term: said of a good thing that is there ("the breakthrough may not last")
``frame``      nothing by itself: it hands on to what stands in it what reaches it ("not a meeting where ...")
``counter``    it is supposed against the facts: claimed becomes denied, denied becomes claimed
``null``       nothing: the words only look like a cue
=============  ===========================================================================================
"""

from typing import NamedTuple

from communique.commitment import CLAIMED, DENIED, DOUBTED, OPEN

EFFECTS = (
    "deny", "refute", "lack", "unmet", "want", "aim", "for", "expect", "able", "maybe", "mean", "cannot", "doubt",
    "dampen", "if", "ask", "review", "fact", "factive", "reverse", "persist", "made", "unless", "resolve", "avert",
    "infverb",
    "coordinated", "because", "without", "adjective", "notlet", "prevent", "alleged", "only",
    "vain", "supposed", "disown", "calm", "happened", "attained", "presupposed", "frame",
    "counter", "null",
)  # fmt: skip

# What makes a deadlock's end something that has not come about.
_UNREAL = frozenset(
    (
        "deny refute lack prevent unmet want aim for expect able maybe mean cannot doubt if ask review avert infverb "
        "coordinated"
    ).split()
)


class State(NamedTuple):
    """A status, and the effect that made it last."""

    status: str = CLAIMED
    via: str = ""


def combine(effect: str, state: State) -> State:
    """What becomes of a status under one more effect; see the module's table."""
    status, via = state
    if via == "unresolved":
        return state
    if via == "resolve" and effect in _UNREAL:
        return State(CLAIMED, "unresolved")
    match effect:
        case "deny":
            return _denied(status, via)
        case "refute":
            return State(CLAIMED if status == DENIED else _denied(status, via).status, effect)
        case "prevent" | "reverse" if status == CLAIMED:
            return State(DENIED, "prevent")
        case "alleged":
            return State(DOUBTED, effect) if status == CLAIMED else state
        case "expect" | "able" if status == DENIED and via == "avert":
            return State(OPEN, effect)
        case "counter":
            return State(DENIED if status == CLAIMED else CLAIMED if status == DENIED else status, effect)
        case "lack" | "reverse" | "prevent":
            return State(DOUBTED if status in (OPEN, DOUBTED) else DENIED, effect)
        case "without":
            return State(DENIED, effect) if status == CLAIMED else state
        case "unmet":
            return State(DENIED, effect)
        case "disown":
            return State(CLAIMED if status == DENIED else DENIED, effect)
        case "calm":
            return State(DOUBTED, effect) if status != DENIED else state
        case "happened":
            return State(status, effect) if status == CLAIMED else state
        case "attained":
            return State(CLAIMED, effect) if status == OPEN else state
        case "adjective":
            return State(OPEN, effect) if status == CLAIMED and via != "happened" else state
        case "want" if status == DOUBTED and via in ("expect", "able", "notlet", "aim"):
            return State(OPEN, effect)
        case "want" | "aim" | "expect" | "able" if status == DENIED and via == "prevent":
            return State(OPEN, "kept")
        case "want" | "aim" | "for" | "maybe" | "infverb" | "coordinated" | "supposed":
            return state if status == DOUBTED else State(OPEN, effect)
        case "expect" | "able":
            return State(DOUBTED if status in (DENIED, DOUBTED) else OPEN, effect)
        case "if" | "ask" | "review":
            return State(OPEN, effect)
        case "doubt" | "cannot" | "notlet":
            return State(DOUBTED, effect)
        case "dampen":
            return State(DOUBTED, effect) if status == OPEN else state
        case "vain":
            return State(DENIED, effect) if status == OPEN else state
        case "mean":
            return State(status, effect)
        case "resolve" | "avert":
            return State(DENIED, effect) if status == CLAIMED else state
        case "unless":
            ruled_out = status == DENIED or (status == DOUBTED and via in ("deny", "cannot", "lack", "expect", "able"))
            return State(OPEN, effect) if ruled_out else state
    return state


def _denied(status: str, via: str) -> State:
    if status == CLAIMED:
        return State(DOUBTED if via == "mean" else DENIED, "deny")
    if status == DENIED:
        if via == "deny":
            return State(DENIED, "deny")
        if via == "without":
            return State(OPEN, "if")
        return State(DOUBTED if via == "unmet" else CLAIMED, "deny")
    if status == OPEN:
        if via == "adjective":  # none of the promised breakthroughs came
            return State(DENIED, "deny")
        if via == "aim":
            return State(DOUBTED, via)
        return State(DOUBTED, "deny") if via in ("expect", "able", "maybe", "aim", "mean") else State(OPEN, via)
    return State(OPEN, "maybe")
