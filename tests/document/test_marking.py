from types import SimpleNamespace

import pytest

from communique.document.blocks import Text
from communique.document.marking import marked, with_mentions

TEXT = "No breakthrough came."


def spans(inlines):
    return [(part.text, part.style) for part in inlines]


def test_terms_and_cues_are_marked_and_nothing_is_lost():
    found = marked(TEXT, [(3, 15)], [(0, 2)])

    assert spans(found) == [("No", "cue"), (" ", ""), ("breakthrough", "term"), (" came.", "")]
    assert "".join(part.text for part in found) == TEXT


@pytest.mark.parametrize(
    ("terms", "cues", "styled"),
    [
        ([], [(-1, -1)], []),
        ([(3, 15)], [(0, 9)], [("breakthrough", "term")]),
        ([(3, 15), (3, 15)], [], [("breakthrough", "term")]),
        ([], [(0, 2), (1, 5)], [("No", "cue")]),
        ([(20, 21)], [], [(".", "term")]),
    ],
)
def test_what_lies_over_one_another_is_marked_once(terms, cues, styled):
    found = marked(TEXT, terms, cues)

    assert [each for each in spans(found) if each[1]] == styled
    assert "".join(part.text for part in found) == TEXT


def test_nothing_to_mark_leaves_the_text_and_no_text_leaves_nothing():
    assert marked(TEXT, []) == (Text(TEXT),)
    assert marked("", []) == ()


def test_mentions_bring_their_cues():
    mention = SimpleNamespace(start=3, end=15, cue_start=0, cue_end=2)

    assert with_mentions(TEXT, [mention]) == marked(TEXT, [(3, 15)], [(0, 2)])
