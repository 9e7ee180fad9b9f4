"""The phrase of a term: where it begins, what it takes for granted, what it is."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("They hailed the first real [progress].", "the first real progress"),
        ("No amount of [progress] helps.", "no amount of progress"),  # a measure stands within its phrase
        ("The end of [deadlock] came.", "deadlock"),  # any other "of" ends it
        ("The old, bitter [deadlock] went on.", "bitter deadlock"),
    ],
)
def test_a_phrase_begins_with_its_determiner(parsed, sentence, phrase):
    read = parsed(sentence)

    assert " ".join(read.line.words[read.phrase.first : read.phrase.end]) == phrase


@pytest.mark.parametrize(
    ("sentence", "definite", "granted", "pointed"),
    [
        ("The [breakthrough] came.", True, True, False),
        ("A [breakthrough] came.", False, False, False),
        ("Their [progress] was slow.", True, False, False),
        ("This [breakthrough] matters.", True, True, True),
        ("Yesterday's [setback] hurt.", True, False, True),
        ("Next week's [breakthrough] may come.", True, False, False),
    ],
)
def test_a_phrase_takes_its_thing_for_granted_or_not(parsed, sentence, definite, granted, pointed):
    phrase = parsed(sentence).phrase

    assert (phrase.definite, phrase.granted, phrase.pointed) == (definite, granted, pointed)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The [stalled] talks resumed.", {"verbal", "attributive"}),
        ("The talks [stalled] there.", {"verbal"}),
        ("They met and [stalled].", {"verbal", "second"}),
        ("They saw a [breakthrough].", set()),
    ],
)
def test_a_verb_is_told_from_a_participle_and_a_second_verb(parsed, sentence, kinds):
    phrase = parsed(sentence).phrase

    assert {kind for kind in ("verbal", "attributive", "second") if getattr(phrase, kind)} == kinds


@pytest.mark.parametrize(
    ("sentence", "intensity"),
    [
        ("A historic [breakthrough] came.", "major"),
        ("A small [step forward] came.", "limited"),
        ("A late [breakthrough] came.", ""),
    ],
)
def test_adjectives_tell_how_much(parsed, sentence, intensity):
    read = parsed(sentence)

    assert read.phrase.intensity(read.grammar) == intensity
