"""A sentence with one [marked] term, as the grammar of English sees it."""

from types import SimpleNamespace

import pytest

from communique.language.english.clauses import walls
from communique.language.english.phrases import phrase_of
from communique.language.english.tokens import Line


@pytest.fixture(scope="session")
def parsed(texts):
    """Reads a sentence: its line, its walls, the phrase of its marked term, and the grammar they were read by."""

    def read(marked):
        start, end = marked.index("["), marked.index("]") - 1
        sentence = marked.replace("[", "").replace("]", "")
        grammar = texts.grammar
        line = Line(sentence, grammar.lists.tokens)
        heights = walls(line, grammar)
        found = texts.lexicon.find(sentence.lower())
        (entry,) = (entry for first, last, entry in found if first < end and last > start)
        phrase = phrase_of(line, heights, grammar, line.token_at(start), line.token_at(end - 1) + 1, entry)
        return SimpleNamespace(line=line, walls=heights, phrase=phrase, grammar=grammar)

    return read
