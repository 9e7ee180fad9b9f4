"""Sentences of one's own: marked, and read in words."""

from communique.document.blocks import Paragraph, Table, Text
from communique.lab.sentences import EXAMPLES, read_sentences


def test_a_sentence_is_marked_and_its_mentions_told_in_words(cells):
    sentence, table = read_sentences(["There was no breakthrough, but the envoy hopes for progress."])

    assert isinstance(sentence, Paragraph)
    assert [part.text for part in sentence.content if part.style == "term"] == ["breakthrough", "progress"]
    assert [part.text for part in sentence.content if part.style == "cue"] == ["no", "hopes for"]
    assert [row[:4] for row in cells(table)[1:]] == [
        ["breakthrough", "breakthrough (good)", "denied", "no"],
        ["progress", "progress (good)", "open", "hopes for"],
    ]
    assert cells(table)[1][4] == "it says that it is not so (no)"


def test_a_sense_that_is_not_about_talks_is_told_with_its_reason(cells):
    _, table = read_sentences(["Vaccinated staff suffered breakthrough infections."])

    assert cells(table)[1][2:4] == ["off", "none"]
    assert cells(table)[1][4].startswith("an infection after vaccination")


def test_other_talks_are_told_by_name(cells):
    _, table = read_sentences(["The delegate saw no progress in Astana."], own=["Geneva"], places=["Astana"])

    assert "of other talks: Astana" in cells(table)[1][5]


def test_a_sentence_without_a_term_says_so_and_without_sentences_examples_are_read(text):
    assert "No term of the lexicon." in text(read_sentences(["The weather was fine."]))
    assert all(example in text(read_sentences(["", "  "])) for example in EXAMPLES)


def test_hostile_sentences_stay_text():
    sentence, table = read_sentences(["<b>No breakthrough</b> $x$ #panic()"])

    assert all(isinstance(part, Text) for part in sentence.content)
    assert isinstance(table, Table)
