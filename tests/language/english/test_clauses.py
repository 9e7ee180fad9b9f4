"""Walls between clauses: what begins with a token, and what looks like a beginning and is none."""

import pytest

from communique.language.english.clauses import CLAUSE, COMMA, COMPLEMENT, MAIN, NONE, STOP, walls
from communique.language.english.tokens import Line


@pytest.mark.parametrize(
    ("sentence", "wall"),
    [
        # A contrast, and a "but" that sets a "not" right.
        ("There was progress, |but the talks failed.", STOP),
        ("They met not for a truce |but for a treaty.", COMPLEMENT),
        ("They met |but for a day.", STOP),
        ("It is nothing |but talk.", NONE),
        # A complement, also behind an aside.
        ("He said |that progress was made.", COMPLEMENT),
        ("It is doubtful|, he said, that they met.", NONE),
        # A clause of its own, and words that begin none.
        ("They met |because it rained.", CLAUSE),
        ("They met |once again.", NONE),
        ("They met |once they were there.", CLAUSE),
        ("They met |before the summer.", NONE),
        ("They met |before they left.", CLAUSE),
        # A second clause behind "and", and a second noun.
        ("They met |and they talked.", CLAUSE),
        ("They met |and talked.", NONE),
        ("They did not meet |and ended the talks.", CLAUSE),
        # A main clause behind a comma, and an item of a list.
        ("Because it rained|, they met.", MAIN),
        ("They saw hope|, fear and doubt.", COMMA),
        ("The talks|, you know, failed.", NONE),
        # A stop, and the point of an abbreviation.
        ("They met|; it rained.", STOP),
        ("They saw Mr|. Annan there.", NONE),
        # A contrast, and an adverb.
        ("They met, |yet it failed.", STOP),
        ("They have not |yet met.", NONE),
    ],
)
def test_a_wall_stands_where_a_clause_begins(texts, sentence, wall):
    offset = sentence.index("|")
    line = Line(sentence.replace("|", ""), texts.grammar.lists.tokens)

    assert walls(line, texts.grammar)[line.token_at(offset)] == wall
