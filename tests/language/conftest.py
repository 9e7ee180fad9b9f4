"""What the tests of language share."""

import re

import pytest

from communique.language import find_mentions
from communique.language.english.status import Sentence
from communique.language.reader import reader


@pytest.fixture(scope="session")
def texts():
    return reader()


@pytest.fixture
def marked(texts):
    """Reads a sentence with one [marked] term: gives the mention there, or None."""

    def read(sentence, **options):
        start = sentence.index("[")
        end = sentence.index("]") - 1
        text = re.sub(r"[\[\]]", "", sentence)
        found = [m for m in find_mentions(text, all_senses=True, **options) if m.start < end and m.end > start]
        return found[0] if found else None

    return read


@pytest.fixture
def decisions(texts):
    """Reads a text as one sentence: the decision on each of its terms, and the keys of all cues found in it."""

    def read(text):
        sentence = Sentence(text, texts.grammar, texts.cues)
        made = [
            sentence.decide(*sentence.tokens(start, end), entry)
            for start, end, entry in texts.lexicon.find(text.lower())
        ]
        return made, {found.cue.cue for found in [*sentence.left, *sentence.right]}

    return read


def statuses(text):
    """The statuses of all mentions in a text, those that are set aside among them."""
    return [mention.status for mention in find_mentions(text, all_senses=True)]
