import pytest

from communique.language.english.phrases import phrase_of
from communique.language.english.presupposition import comes, taken_for_granted
from communique.language.english.status import Sentence


def granted(texts, sentence):
    """The test that shows the marked term to be taken for granted."""
    start, end = sentence.index("["), sentence.index("]") - 1
    read = Sentence(sentence.replace("[", "").replace("]", ""), texts.grammar, texts.cues)
    entry = next(entry for begins, _, entry in texts.lexicon.find(read.line.raw.lower()) if begins == start)
    phrase = phrase_of(read.line, read.walls, texts.grammar, *read.tokens(start, end), entry)
    return taken_for_granted(read.line.words, read.walls, phrase, entry, texts.grammar)


@pytest.mark.parametrize(
    ("sentence", "test"),
    [
        ("If the [stalemate] persists, they leave.", "lasting"),
        ("A [breakthrough] continues to elude them.", ""),
        ("The [stalemate] did not persist.", ""),
        ("They got the [breakthrough] they had hoped for.", "attained"),
        ("They will see the [breakthrough] they had hoped for.", ""),
        ("We cannot allow the [stalemate] to stop us.", "let"),
        ("We cannot allow the [breakthrough] to come.", ""),
        ("We cannot let the [deadlock] poison the rest.", "let"),
        ("The [standoff] could cast a shadow.", "subject"),
        ("The [standoff] could come to an end.", ""),
        ("The [collapse] could start a war.", ""),
        ("A [standoff] could cast a shadow.", ""),
    ],
)
def test_what_is_taken_for_granted_is_found_by_its_test(sentence, test, texts):
    assert granted(texts, sentence) == test


def test_a_predicate_that_cannot_be_made_out_may_tell_of_coming(texts):
    assert comes(["could"], 1, texts.grammar)
    assert comes(["could", "soon", "come"], 1, texts.grammar)
    assert not comes(["could", "soon", "poison", "all"], 1, texts.grammar)
