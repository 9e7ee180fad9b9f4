"""Questions: whether a term lies in what a sentence asks about, and not in what it takes for granted."""

_INVERTED = frozenset("is are was were do does did has have had can could will would should may might must any".split())
_OPEN_WH = frozenset(["what", "which"])
_CLOSED_WH = frozenset("why how when where who whom whose".split())
_LEAD = frozenset(
    "q and so but or well just then also okay ok now sorry sure secondly second first again — , - : \" '".split()
)
_GRANTED = frozenset("because given since after although though while whereas despite as when".split())
_CAUSED = frozenset("made led brought drove went gave got set".split())
_COMMA = 1
_POINTERS = (["this"], ["that"], ["it"], ["these"])
# How far behind the verb that opens such a question the thing may stand ("could this at last be the ...").
_AS_FAR = 5
# A question without a verb ("Any breakthroughs to report?") is no longer than this.
_FRAGMENT = 14


def asked(words: list[str], walls: list[int], phrase: int, start: int, end: int, definite: bool) -> str:
    """Rule that puts a term under a question, or an empty string.

    Parameters
    ----------
    words, walls
        Tokens of the sentence and the heights of the walls in front of them.
    phrase, start, end
        Tokens where the term's noun phrase and the term begin, and behind the term.
    definite
        Whether the phrase takes the thing for granted ("the collapse"); then only "what is the ..." asks for it.
    """
    last = len(words) - 1
    while last >= 0 and words[last] in ('"', "'", ")", "*", "]", "."):
        last -= 1
    if last < 0 or words[last] != "?":
        return ""
    opener = _opener(words, walls, start)
    if opener is None:
        if definite or _opens_later(words, walls, end):
            return ""
        if _declares(words, walls, phrase, start):
            return "question-declarative"
        return "question-fragment"
    word = words[opener]
    if definite:
        if _points_at_it(words, opener, phrase):
            return "question"
        asks_for = word == "what" and words[opener + 1 : opener + 2] in (["is"], ["'s"]) and phrase - opener <= 2
        return "question-what" if asks_for else ""
    if any(_grants(words, walls, index) for index in range(opener + 1, start)):
        return ""
    if word in _CLOSED_WH or (word in _OPEN_WH and _subject_asked(words, opener)):
        return ""
    return "question-what" if word in _OPEN_WH else "question"


def _points_at_it(words: list[str], opener: int, phrase: int) -> bool:
    """Whether it is asked if something is the thing: "Is this the breakthrough?", "Could that be the setback?"."""
    pointing = words[opener] in _INVERTED and words[opener + 1 : opener + 2] in _POINTERS
    return pointing and opener + 1 < phrase <= opener + _AS_FAR


def _grants(words: list[str], walls: list[int], index: int) -> bool:
    """Whether a clause begins that the question takes for granted ("given that the talks are stalled")."""
    if words[index] == "given":
        return words[index + 1 : index + 2] in (["that"], ["how"], ["the"])
    return words[index] in _GRANTED and walls[index] > _COMMA


def _subject_asked(words: list[str], opener: int) -> bool:
    """Whether *what* is the subject of a verb in the past ("What led to the breakthrough?"), which took place."""
    follows = words[opener + 1] if opener + 1 < len(words) else ""
    return follows in _CAUSED or follows.endswith("ed")


def _opener(words: list[str], walls: list[int], start: int) -> int | None:
    """Token with which the question begins that holds a term: an auxiliary or question word in first place."""
    found = None
    for index in range(min(start, len(words))):
        word = words[index]
        if word not in _INVERTED and word not in _OPEN_WH and word not in _CLOSED_WH:
            continue
        if (
            index == 0
            or all(lead in _LEAD for lead in words[:index])
            or (
                words[index - 1] in _LEAD
                and (walls[index - 1] >= _COMMA or words[index - 1] in ("and", "so", "but", "or", "—"))
            )
        ):
            found = index
    return found


def _opens_later(words: list[str], walls: list[int], end: int) -> bool:
    """Whether the question proper begins only behind the term."""
    for index in range(end, len(words) - 1):
        if words[index] in _INVERTED | _OPEN_WH | _CLOSED_WH and words[index - 1] in (",", "—", "so", "and", "but"):
            return True
    return False


def _declares(words: list[str], walls: list[int], phrase: int, start: int) -> bool:
    return len(words) > _FRAGMENT or any(word in _INVERTED and word != "any" for word in words[:start])
