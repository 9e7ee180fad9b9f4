"""Answers: what the next sentence makes of a term that is asked about ("A breakthrough? Forget it.").

``answers.csv`` holds the phrases a speaker answers his own question with; each stands at the beginning of the next
sentence. An answer by someone else is no part of what the speaker says, so that the question stays open where a new
line or closing quotation mark lies between.
"""

import re
from dataclasses import dataclass

from communique.commitment import CLAIMED, DENIED, DOUBTED, OPEN
from communique.errors import DataError, Fault
from communique.language.english.sentences import Span
from communique.language.english.tokens import Line
from communique.language.english.words import AnswerWords, EnglishWords
from communique.language.lexicon import Lexicon, rows

EFFECTS = ("deny", "doubt", "affirm")
# How much of the next sentence is looked at, in characters.
_AHEAD = 90
# Whose expectation it is lies open: what is wanted or a condition stays so whatever the answer is.
_ASKABLE = frozenset(["expect", "able", "maybe"])


@dataclass(frozen=True)
class Answer:
    """One row of ``answers.csv``: a phrase at the beginning of a sentence, and what it does to what was asked."""

    answer: str
    pattern: str
    effect: str
    example: str
    example_status: str
    near_miss: str
    near_miss_status: str
    note: str


class Answers:
    """All rows of ``answers.csv``, ready to be asked for the sentence behind a question."""

    def __init__(self, words: Lexicon, lists: EnglishWords):
        self._tokens = lists.tokens
        path = words.folder / "answers.csv"
        self.answers: list[Answer] = []
        self._tests: list[tuple[re.Pattern[str], Answer]] = []
        for line, row in rows(path, set(Answer.__dataclass_fields__)):
            answer = Answer(**{name: row[name] for name in Answer.__dataclass_fields__})
            if answer.effect not in EFFECTS:
                raise DataError([Fault(str(path), line, "effect", answer.effect, ", ".join(EFFECTS))])
            self.answers.append(answer)
            self._tests.append((re.compile(words.notation.regex(answer.pattern, path=str(path), line=line)), answer))

    def behind(self, text: str, question: Span) -> Answer | None:
        """The answer that follows a question in the same breath, if there is one."""
        if text[question.end - 1 : question.end] != "?":
            return None
        follows = text[question.end : question.end + _AHEAD]
        answer = follows.lstrip(" \t")
        if not answer or answer[0] == "\n":
            return None
        norm = Line(answer, self._tokens).norm
        return next((row for test, row in self._tests if test.match(norm)), None)


def answered(effect: str, status: str, via: str, behind: list[str], lists: AnswerWords) -> str:
    """The status of what was asked for once it is answered.

    Parameters
    ----------
    effect
        Effect of the answer.
    status, via
        What the cues of the question made of the term, without the question, and the effect that made it last.
    behind
        Tokens of the question behind the term.
    lists
        Words that tell what is to come.
    """
    if status == OPEN and via not in _ASKABLE:
        return OPEN
    if effect == "affirm":
        return OPEN if status in (DENIED, DOUBTED) else status
    if status == DENIED:
        return DENIED
    if status == DOUBTED:
        return OPEN
    to_come = status == OPEN or effect == "doubt" or not lists.to_come.isdisjoint(behind)
    return DOUBTED if to_come else DENIED if status == CLAIMED else OPEN
