"""What would have worked: the nearest word, or the words there are."""

import pytest

from communique import suggest
from communique.suggest import Nearest, allowed, suggestion


@pytest.mark.parametrize(
    ("word", "choices", "remedy"),
    [
        ("genva", ["geneva", "brexit"], "did you mean geneva?"),
        ("GENEVA", ["geneva", "brexit"], "did you mean geneva?"),
        ("lake", ["geneva", "brexit"], "write geneva or brexit"),
        ("", ["a", "b", "c"], "write a, b or c"),
        ("x", ["only"], "write only"),
        ("x", [], "there is none to choose from"),
    ],
)
def test_a_word_has_a_remedy(word, choices, remedy):
    assert suggestion(word, choices) == remedy


def test_a_long_list_is_counted_and_not_told():
    assert allowed([f"c{number}" for number in range(suggest.SHOWN)]).startswith("write c0, c1")
    assert allowed([f"c{number}" for number in range(1_000)]) == "nothing among the 1,000 known is like it"


def test_after_too_many_words_nothing_is_searched_but_what_was_found_stays(monkeypatch):
    monkeypatch.setattr(suggest, "COMPARISONS", 4)
    nearest = Nearest(["geneva", "brexit"])
    told = [nearest(word) for word in ("genva", "brexot", "genevva", "genva")]

    assert told == ["did you mean geneva?", "did you mean brexit?", "write geneva or brexit", "did you mean geneva?"]
