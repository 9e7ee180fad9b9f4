"""Questions: whether a term lies in what a sentence asks about, and not in what it takes for granted."""

from communique.language.english.words import QuestionWords

_COMMA = 1
# How far behind the verb that opens such a question the thing may stand ("could this at last be the ...").
_AS_FAR = 5
# A question without a verb ("Any breakthroughs to report?") is no longer than this.
_FRAGMENT = 14


def asked(
    words: list[str], walls: list[int], phrase: int, start: int, end: int, definite: bool, lists: QuestionWords
) -> str:
    """Rule that puts a term under a question, or an empty string.

    Parameters
    ----------
    words, walls
        Tokens of the sentence and the heights of the walls in front of them.
    phrase, start, end
        Tokens where the term's noun phrase and the term begin, and behind the term.
    definite
        Whether the phrase takes the thing for granted ("the collapse"); then only "what is the ..." asks for it.
    lists
        Words that ask.
    """
    last = len(words) - 1
    while last >= 0 and words[last] in ('"', "'", ")", "*", "]", "."):
        last -= 1
    if last < 0 or words[last] != "?":
        return ""
    opener = _opener(words, walls, start, lists)
    if opener is None:
        if definite or _opens_later(words, end, lists):
            return ""
        if _declares(words, start, lists):
            return "question-declarative"
        return "question-fragment"
    word = words[opener]
    if definite:
        if _points_at_it(words, opener, phrase, lists):
            return "question"
        asks_for = (
            word == "what"
            and words[opener + 1 : opener + 2] in (["is"], ["'s"])
            and phrase - opener <= 2
            and words[phrase] not in lists.pointers  # "what is this progress?": of what there is
        )
        return "question-what" if asks_for else ""
    if any(_grants(words, walls, index, lists) for index in range(opener + 1, start)):
        return ""
    if word in lists.open_wh and _related(words, opener, start, lists):
        return ""
    if word in lists.closed_wh or (word in lists.open_wh and _subject_asked(words, opener, lists)):
        return ""
    return "question-what" if word in lists.open_wh else "question"


def _points_at_it(words: list[str], opener: int, phrase: int, lists: QuestionWords) -> bool:
    """Whether it is asked if something is the thing: "Is this the breakthrough?", "Could that be the setback?"."""
    pointing = words[opener] in lists.inverted and not lists.pointers.isdisjoint(words[opener + 1 : opener + 2])
    return pointing and opener + 1 < phrase <= opener + _AS_FAR


def _grants(words: list[str], walls: list[int], index: int, lists: QuestionWords) -> bool:
    """Whether a clause begins that the question takes for granted ("given that the talks are stalled")."""
    if words[index] == "given":
        return not lists.after_given.isdisjoint(words[index + 1 : index + 2])
    return words[index] in lists.granted and walls[index] > _COMMA


def _related(words: list[str], opener: int, start: int, lists: QuestionWords) -> bool:
    """Whether a term stands in a relative clause that tells what was ("the quarrels that caused deadlock")."""
    return any(
        words[index] in lists.relatives and _past(words[index + 1], lists) for index in range(opener + 2, start - 1)
    )


def _past(word: str, lists: QuestionWords) -> bool:
    return word in lists.caused or word.endswith("ed")


def _subject_asked(words: list[str], opener: int, lists: QuestionWords) -> bool:
    """Whether *what* is the subject of a verb in the past ("What led to the breakthrough?"), which took place."""
    follows = words[opener + 1] if opener + 1 < len(words) else ""
    return _past(follows, lists)


def _opener(words: list[str], walls: list[int], start: int, lists: QuestionWords) -> int | None:
    """Token with which the question begins that holds a term: an auxiliary or question word in first place."""
    found = None
    for index in range(min(start, len(words))):
        word = words[index]
        if word not in lists.opening:
            continue
        if (
            index == 0
            or all(lead in lists.lead for lead in words[:index])
            or (words[index - 1] in lists.lead and (walls[index - 1] >= _COMMA or words[index - 1] in lists.joining))
        ):
            found = index
    return found


def _opens_later(words: list[str], end: int, lists: QuestionWords) -> bool:
    """Whether the question proper begins only behind the term."""
    for index in range(end, len(words) - 1):
        if words[index] in lists.opening and words[index - 1] in lists.turning:
            return True
    return False


def _declares(words: list[str], start: int, lists: QuestionWords) -> bool:
    return len(words) > _FRAGMENT or any(word in lists.inverted and word != "any" for word in words[:start])
