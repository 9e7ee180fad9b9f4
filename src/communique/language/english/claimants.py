"""Claimants: whose words a mention is, and who passes them on.

"Lavrov said that Damascus had claimed progress": Damascus is the claimant, Lavrov the reporter. Both are given as
written and only where a reporting verb shows them; a pronoun stays a pronoun.
"""

from typing import NamedTuple

from communique.language.english.clauses import COMMA, MAIN, STOP, Grammar
from communique.language.english.tokens import Line

# Longest name, in tokens.
_LONGEST = 6


class Voices(NamedTuple):
    """The innermost claimant of a mention and the one who reports it, as written; empty where unknown."""

    claimant: str
    reporter: str


def voices(line: Line, walls: list[int], grammar: Grammar, start: int) -> Voices:
    """Claimant and reporter of the term at a token: reporting verbs to its left, innermost first, then to its right."""
    found: list[str] = []
    for index in range(start - 1, -1, -1):
        if walls[index] == STOP:
            break
        if line.words[index] in grammar.say or line.words[index] in grammar.voice:
            subject = _subject(line, walls, grammar, index)
            if subject and subject not in found:
                found.append(subject)
    if not found:
        behind = _behind(line, walls, grammar, start)
        found = [behind] if behind else []
    return Voices(*[*found, "", ""][:2])


def _subject(line: Line, walls: list[int], grammar: Grammar, verb: int) -> str:
    """The words before a reporting verb back to the beginning of its clause, if they look like a name or a role."""
    lists = grammar.lists.claimants
    before_verb = grammar.aux | lists.adverbs
    last = verb
    while last and line.words[last - 1] in before_verb:
        last -= 1
    first = last
    while first and last - first < _LONGEST:
        word = line.words[first - 1]
        if walls[first - 1] >= COMMA or word in lists.edges or word in grammar.say:
            break
        if word in grammar.prep and word != "of":
            break
        first -= 1
    return _written(line, first, last)


def _behind(line: Line, walls: list[int], grammar: Grammar, start: int) -> str:
    """The claimant of "..., Lavrov said" or "..., said Lavrov" behind a term."""
    words = line.words
    for index in range(start, len(words)):
        if walls[index] == STOP:
            return ""
        if words[index] == "," and index + 1 < len(words):
            for verb in range(index + 1, min(len(words), index + 1 + _LONGEST)):
                if words[verb] in grammar.say or words[verb] in grammar.voice:
                    if verb > index + 1:
                        return _written(line, index + 1, verb)
                    end = verb + 1
                    while end < len(words) and end - verb < _LONGEST and walls[end] < COMMA and words[end] != ".":
                        end += 1
                    return _written(line, verb + 1, end)
                if walls[verb] >= MAIN:
                    break
    return ""


def _written(line: Line, first: int, last: int) -> str:
    return " ".join(line.raw[line.starts[first] : line.ends[last - 1]].split()) if last > first else ""
