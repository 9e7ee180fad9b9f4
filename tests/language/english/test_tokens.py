"""A sentence as tokens: contractions written out, months told from auxiliaries, marks passed over."""

import pytest

from communique.language.english.tokens import Line


@pytest.fixture(scope="module")
def words(texts):
    return lambda sentence: Line(sentence, texts.grammar.lists.tokens).words


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("They won't meet", "they will not meet"),
        ("They cannot meet", "they can not meet"),
        ("She'd left", "she would left"),  # only what follows "had" most often is read as one
        ("She'd seen it", "she had seen it"),
        ("She'd see it", "she would see it"),
        ("It's over", "it is over"),
        ("It's been over", "it has been over"),
        ("Lavrov's plan", "lavrov 's plan"),
        ("In May they may meet", "in may-name they may meet"),
        ("May agreed", "may-name agreed"),
        ("May they agree", "may they agree"),
        ("The political will is there", "the political will-noun is there"),
        ("The people will see", "the people will see"),
        ("U.S. aid of 10,000.50 came", "u.s. aid of 10,000.50 came"),
        ("Talks — not a walk-out", "talks — not a walk-out"),
        ("They said “no” to it", "they said no to it"),
        ("The parties' plan", "the parties ' plan"),
    ],
)
def test_a_sentence_becomes_tokens(words, sentence, tokens):
    assert " ".join(words(sentence)) == tokens


def test_tokens_are_found_by_their_places(texts):
    line = Line("It's “over” now", texts.grammar.lists.tokens)

    pieces = [line.raw[start:end] for start, end in zip(line.starts, line.ends, strict=True)]

    assert pieces == ["It", "'s", "over", "now"]
    assert line.norm == "it is over now"
    assert [line.token_at(offset) for offset in (0, 2, 6, 12)] == [0, 1, 2, 3]
    assert [line.index(position) for position in line.at] == [0, 1, 2, 3]
