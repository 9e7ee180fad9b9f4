"""Walls between the clauses of a sentence: how far the force of a cue can reach.

The walls are found by closed lists of words, without a parser; a wall's height says what cannot pass it.
"""

from communique.language.english.tokens import Line
from communique.language.english.words import EnglishWords
from communique.language.lexicon import Lexicon

# What begins with the token a wall stands in front of: nothing; a parenthesis, list item or after-thought; a complement
# ("that", "whether", a bare "he had"); a clause of its own ("which", "because", "and they"); a main clause after a
# comma; another sentence, or a contrast ("but", ";").
NONE, COMMA, COMPLEMENT, CLAUSE, MAIN, STOP = range(6)

_STOPS = frozenset([";", ":", "?", "!", "..", "..."])
_COMMAS = frozenset([",", "—", "-", "(", ")", "[", "]"])
_CLAUSE_LENGTH = 12
# How many words before *but* the *not* may stand that it sets right.
_CORRECTED = 8
# A headline has at least this many words; what follows it begins with one of these.
_HEADLINE = 4
_ARTICLES = frozenset(["The", "A", "An", "In", "On", "At", "This", "It", "After"])
# How long an aside may be that parts a complement from what opens it.
_PARTED = 7
# How many words after a comma or "and" may stand before the verb that makes a clause of what follows.
_SUBJECT = 6


class Grammar:
    """The closed lists of words that walls and scopes are found by."""

    def __init__(self, lexicon: Lexicon, lists: EnglishWords):
        words = lexicon.notation.words
        self.lists = lists
        self.aux = frozenset(words("{aux}"))
        self.prep = frozenset(words("{prep}"))
        self.pronouns = frozenset(words("{pronoun}"))
        self.personal = frozenset(words("{personal}"))
        self.definite = frozenset(words("{definite}"))
        self.granting = self.definite - lists.phrases.possessive
        self.times = lists.phrases.times.union(lists.calendar.weekdays, lists.calendar.months)
        self.determiners = frozenset(words("{det}"))
        self.sub = frozenset(words("{sub}"))
        self.comp = frozenset(words("{comp}"))
        self.say = frozenset(words("{say}"))
        self.realising = frozenset(words("|".join(lists.clauses.realising)))
        self.voice = frozenset(words("{voice}"))
        self.asides = frozenset(tuple(aside.split()) for aside in words("{aside}"))
        self.dates = frozenset(words("{date}"))
        self.hearsay = frozenset(words("{hearsay}"))
        self.hopes = frozenset(words("|".join(lists.clauses.hopes)))
        self.major = frozenset(words("{major}"))
        self.limited = frozenset(words("{limited}"))
        # Words that end a noun phrase leftward: verbs among them, but for those that are adjectives as often.
        verbs = frozenset(words("|".join(lists.clauses.ending)))
        self.not_in_phrase = (
            (self.aux - {"'s"})
            | self.prep | self.sub | self.comp | self.personal
            | lists.clauses.never_within
            | (verbs - lists.clauses.adjectives)
        )  # fmt: skip

        # All that a wall can stand in front of, but for a headline's end.
        self.walling = (
            self.sub | self.comp | self.personal | lists.clauses.contrast | lists.clauses.joining
            | _STOPS | _COMMAS | {".", "but", "yet", "there", "it"}
        )  # fmt: skip
        self.not_before_adjective = self.not_in_phrase | self.determiners
        self.minor = self.prep | self.determiners | {"and", "or", "to"}  # small in a headline


def walls(line: Line, grammar: Grammar) -> list[int]:
    """Height of the wall in front of each token of a line."""
    words = line.words
    lists, short = grammar.lists.clauses, grammar.lists.abbreviations.ending_nothing
    heights: list[int] = []
    asides, parted = _asides(words, grammar), _parted(words, grammar)
    last = len(words) - 1
    behind_headline = _headline(line, grammar)
    for index, word in enumerate(words):
        height = NONE
        if word not in grammar.walling and index != behind_headline:
            pass
        elif word in _STOPS or (index and index == behind_headline):
            height = STOP
        elif word == ".":
            height = STOP if index < last and words[index - 1] not in short else NONE
        elif index in asides:
            height = NONE
        elif word == "," and not lists.items.isdisjoint(words[index + 1 : index + 2]):
            height = CLAUSE
        elif index in parted or (word == "," and _complement_goes_on(words, index, grammar)):
            height = COMMA
        elif word in _COMMAS:
            height = MAIN if _opens(words, index + 1, grammar) or _continues(words, index, grammar) else COMMA
        elif word in lists.contrast:
            height = STOP
        elif word == "but":
            corrective = COMPLEMENT if _corrects(words, heights, index, grammar) else STOP
            height = NONE if index and words[index - 1] in lists.no_contrast else corrective
        elif word == "yet":
            apart = index and (
                words[index - 1] == "," or (words[index - 1] not in grammar.aux and _opens(words, index + 1, grammar))
            )
            height = STOP if apart else NONE
        elif word in grammar.sub:
            idle = (
                (word == "as" and not _opens(words, index + 1, grammar))
                or _adverb(words, index, grammar)
                or words[index : index + 3] == ["when", "it", "comes"]
            )
            height = NONE if idle else CLAUSE
        elif word in grammar.comp:
            height = COMPLEMENT
        elif (
            word in lists.joining
            and words[index : index + 2] != ["so", "far"]
            and (
                _opens(words, index + 1, grammar)
                or (index < last and words[index + 1] in grammar.voice)
                or _second_verb(words, index, grammar)
            )
        ):
            height = CLAUSE
        elif (
            index
            and not _inverted(words, index, grammar)
            and (
                word in grammar.personal
                or (word in ("there", "it") and index < last and words[index + 1] in grammar.aux)
            )
        ):
            height = COMPLEMENT
        heights.append(height)
    return heights


def _headline(line: Line, grammar: Grammar) -> int:
    """Token behind a headline that runs into its sentence ("TALKS TO RESUME Negotiators ..."); 0 where none does."""
    raw, starts, words = line.raw, line.starts, line.words
    if len(words) <= _HEADLINE + 1 or not raw[starts[0]].isupper():
        return 0
    loud = True
    for index, (start, end) in enumerate(zip(starts, line.ends, strict=True)):
        large = raw[start].isupper()
        if loud and raw[start].isalpha() and not raw[start:end].isupper():
            loud = False
            if index >= _HEADLINE and large and raw[starts[index - 1]].isalpha():
                return index  # "GRAIN TALKS TO RESUME Negotiators ..."
        if loud:
            continue
        if not large and words[index] not in grammar.minor:
            return 0
        follows = starts[index + 1] if index + 1 < len(starts) else start
        if index >= _HEADLINE and raw[start:end] in _ARTICLES and raw[follows].islower():
            return index  # "Failure to Form a Treaty The failure of ..."
    return 0


def _inverted(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether a subject stands behind its verb, for a negation comes first ("nor have they stalled")."""
    return index > 1 and words[index - 1] in grammar.aux and words[index - 2] in grammar.lists.clauses.fronted


def _complement_goes_on(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether behind an aside *that* goes on with a complement ("it is doubtful, he said, that ...")."""
    follows = words[index + 2] if index + 2 < len(words) else ""
    return words[index + 1 : index + 2] == ["that"] and follows not in grammar.aux


def _second_verb(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether a past form begins a second verb that *did* has no hold on ("did not end and even brought progress")."""
    if words[index] != "and":
        return False
    lists, first = grammar.lists.clauses, index + 1
    while first < len(words) and (words[first] in lists.adverbs or words[first].endswith("ly")):
        first += 1
    if first == len(words) or not (words[first] in lists.past or words[first].endswith("ed")):
        return False
    return not lists.did.isdisjoint(words[max(0, index - _CLAUSE_LENGTH) : index])


def _corrects(words: list[str], heights: list[int], index: int, grammar: Grammar) -> bool:
    """Whether *but* sets right a *not* just before it ("not for a truce but for a treaty"), in the same clause."""
    follows = words[index + 1] if index + 1 < len(words) else ""
    if follows not in grammar.determiners and follows not in grammar.lists.clauses.corrective:
        return False
    for before in range(index - 1, max(-1, index - _CORRECTED), -1):
        if words[before] == "not":
            return True
        if heights[before] >= COMPLEMENT or words[before] in grammar.aux:
            return False
    return False


def _adverb(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether a word begins no clause: an adverb ("once again"), a preposition before a time ("before the summer")."""
    lists = grammar.lists.clauses
    if words[index] in lists.before_a_time and not grammar.dates.isdisjoint(words[index + 1 : index + 4]):
        return True
    if words[index] == "once":
        return not words[index + 1 : index + 2] or words[index + 1] in lists.after_once
    return words[index] == "since" and index > 0 and words[index - 1] in lists.before_since


def _asides(words: list[str], grammar: Grammar) -> set[int]:
    """Tokens of idle asides between commas or dashes ("you know", "he said"), which no clause begins with."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if word in _COMMAS and index + 2 < len(words):
            if index and word == "—" and (words[index - 1] == words[index + 1] or words[index - 1] == words[index + 2]):
                found.add(index)  # someone begins again: "a — a step forward"
            for length in (1, 2, 3, 4):
                end = index + 1 + length
                if end < len(words) and words[end] in _COMMAS and tuple(words[index + 1 : end]) in grammar.asides:
                    found.update(range(index, end + 1))
    return found


def _parted(words: list[str], grammar: Grammar) -> set[int]:
    """Commas around what parts a complement from its head ("that, at the moment, progress has ..."): no clause ends."""
    found: set[int] = set()
    for index in range(1, len(words)):
        if words[index] == "," and words[index - 1] in grammar.comp:
            end = next((at for at in range(index + 2, min(len(words), index + 2 + _PARTED)) if words[at] == ","), 0)
            if end and grammar.aux.isdisjoint(words[index:end]):
                found |= {index, end}
    return found


def _continues(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether a comma and *and the* or *so the* begin another main clause."""
    return (
        words[index] == ","
        and words[index + 1 : index + 2] in (["and"], ["so"])
        and index + 2 < len(words)
        and words[index + 2] in grammar.lists.clauses.subjects
    )


def _opens(words: list[str], index: int, grammar: Grammar) -> bool:
    """Whether a clause with its own subject and verb, or a second verb of the same subject, begins at a token."""
    if index < len(words) and words[index] in grammar.lists.clauses.joining:
        index += 1
    if index >= len(words):
        return False
    if words[index] in grammar.pronouns or words[index] in grammar.aux:
        return True
    if words[index] in grammar.prep or words[index - 1] in ("or", "nor"):
        return False
    for word in words[index + 1 : index + 1 + _SUBJECT]:
        if word in _COMMAS or word in _STOPS or word in grammar.lists.clauses.no_subject:
            return False
        if word in grammar.aux and word != "'s":
            return True
    return False
