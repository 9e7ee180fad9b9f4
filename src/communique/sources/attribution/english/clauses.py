"""Where the clause ends that holds what is said: before what the speaker did next and what a reporter remarks on it."""

from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import is_past
from communique.sources.attribution.english.words import SpeechWords

DASHES = ("-", "–", "—")
Tokens = tuple[Token, ...]


def clause_end(tokens: Tokens, stop: int, w: SpeechWords, *, relative: bool) -> int:
    """The token at which the clause of a verb that ends at ``stop`` does: a relative clause at its comma, for one.

    "Hariri, who said the talks had failed, left"; "They agreed that experts would meet, and signed a paper"; "They
    confirmed that a letter had come, but gave no details"; "He said the north must pay, a demand that Berg rejected".
    """
    for at in range(stop + 2, len(tokens) - 1):
        if tokens[at].text in (",", *DASHES) and _remarks(tokens, at + 1, w):
            return at
        if tokens[at].lower == "and" and _did_next(tokens, stop, at, w):
            return at  # "She promised that the talks would go on and left"
        if tokens[at].text != "," or tokens[at + 1].quote:
            continue
        then = tokens[at + 1]
        if relative and (then.lower in w.finite | w.auxiliaries or is_past(then, w)):
            return at
        later = tokens[at + 2] if at + 2 < len(tokens) else None
        goes_on = later is not None and is_past(later, w) and not relative
        if goes_on and (then.lower == "but" or (then.lower == "and" and _is_future(tokens[stop:at]))):
            return at
    return len(tokens)


def _remarks(tokens: Tokens, at: int, w: SpeechWords) -> bool:
    """Whether the reporter remarks on what was said: "a view not shared by Berg", "a demand that Berg rejected"."""
    if tokens[at].lower not in w.articles or at + 2 >= len(tokens):
        return False
    noun = next((k for k in (at + 1, at + 2) if tokens[k].lower in w.remarks), None)
    if noun is None or noun + 1 >= len(tokens):
        return False
    then = tokens[noun + 1].lower
    return then in w.denials | {"that", "which"} or (tokens[noun + 1].text[0].islower() and then.endswith("ed"))


def _did_next(tokens: Tokens, start: int, at: int, w: SpeechWords) -> bool:
    """Whether "and" leads to what the speaker then did, behind what was said to be still to come."""
    between = {token.lower for token in tokens[start:at]}
    still = _is_future(tokens[start:at]) and not between & (w.being | {"have", "has", "had"})
    return still and tokens[at + 1].lower in w.finite - w.auxiliaries and is_past(tokens[at + 1], w)


def _is_future(tokens: Tokens) -> bool:
    """Whether what is said is told of as still to come."""
    return any(token.lower in ("would", "will", "should") for token in tokens)
