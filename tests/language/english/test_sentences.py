import pytest

from communique.language.english.sentences import LONGEST, sentence_around
from communique.language.reader import reader


def around(text, word):
    start = text.index(word)
    span = sentence_around(text, start, start + len(word), reader().english)
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("They met. Progress was made. They left.", "Progress was made."),
        ("Mr. Kirby saw Progress in the U.S. Senate. He left.", "Mr. Kirby saw Progress in the U.S. Senate."),
        ("Talks with the U.S. He saw Progress.", "He saw Progress."),
        ("Is it so? Progress was made.", "Progress was made."),
        ("one\n\nProgress was\nmade on aid\n\ntwo", "Progress was\nmade on aid"),
        ("- a point\n- Progress here\n- a third", "- Progress here"),
        ("He said so.\nQ    Progress?\nMS. HALE: No.", "Q    Progress?"),
        ("It rose by 3.5 percent. Progress came at 5 p.m. on Friday.", "Progress came at 5 p.m. on Friday."),
        ("“It is over.” Progress was made.", "Progress was made."),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, sentence):
    assert around(text, "Progress") == sentence


def test_a_text_without_ends_is_cut_at_a_space():
    text = "word " * 1000 + "Progress " + "word " * 1000
    sentence = around(text, "Progress")
    assert len(sentence) <= 2 * LONGEST + len("Progress") + 2
    assert sentence.startswith("word")
    assert sentence.endswith("word")
